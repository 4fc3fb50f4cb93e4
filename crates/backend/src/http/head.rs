//! What every request's head must be, before anything is done with it.

use axum::extract::{Request, State};
use axum::http::header::HOST;
use axum::http::request::Request as HttpRequest;
use axum::http::uri::Authority;
use axum::http::{HeaderValue, Version};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::failure::Failure;
use crate::settings::Settings;

/// The longest head, in bytes: 64 KiB.
const HEAD_MAX: usize = 64 * 1024;
/// What stands beside a header's name and value: a colon, a blank, and the end of the line.
const BESIDE: usize = 4;

/// Refuses a head that is too long, that does not say once which host it is for, or that is for a host which is not one of
/// ours.
pub async fn proper_head(State(app): State<App>, request: Request, next: Next) -> Response {
    match check(&request, app.settings()) {
        Ok(()) => next.run(request).await,
        Err(failure) => failure.into_response(),
    }
}

fn check<B>(request: &HttpRequest<B>, settings: &Settings) -> Result<(), Failure> {
    let headers = request.headers();
    let lines: usize = headers.iter().map(|(name, value)| name.as_str().len() + value.len() + BESIDE).sum();
    if lines + request.uri().to_string().len() > HEAD_MAX {
        return Err(Failure::HeadTooLarge);
    }
    let mut hosts = headers.get_all(HOST).iter();
    let host = match (hosts.next(), hosts.next()) {
        (Some(host), None) => authority(host).ok_or(Failure::BadHost)?,
        (None, None) if request.version() < Version::HTTP_11 => return Ok(()),
        _ => return Err(Failure::BadHost),
    };
    // Anybody who can make a name lead to this machine could otherwise use a demo through a developer's own browser.
    let is_ours = is_loopback(host.host()) || settings.origins.iter().any(|origin| origin.is_at(host.as_str()));
    if settings.demo && !is_ours { Err(Failure::OtherHost) } else { Ok(()) }
}

fn authority(host: &HeaderValue) -> Option<Authority> {
    Authority::try_from(host.as_bytes()).ok()
}

fn is_loopback(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']');
    let is_name = host.eq_ignore_ascii_case("localhost") || host.to_ascii_lowercase().ends_with(".localhost");
    is_name || address.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(version: Version, hosts: &[&str], settings: &Settings) -> Result<(), Failure> {
        let request = HttpRequest::builder().version(version).uri("/");
        let request = hosts.iter().fold(request, |request, host| request.header(HOST, *host));
        check(&request.body(()).unwrap(), settings)
    }

    #[test]
    fn a_request_is_for_one_host() {
        let settings = Settings::default();
        for wrong in [&[][..], &["a.dk", "a.dk"], &[""], &["a b"], &["a.dk/b"]] {
            assert_eq!(checked(Version::HTTP_11, wrong, &settings), Err(Failure::BadHost), "{wrong:?}");
        }
        for right in ["a.dk", "a.dk:8080", "[::1]:80", "10.0.0.1"] {
            assert_eq!(checked(Version::HTTP_11, &[right], &settings), Ok(()), "{right}");
        }
        assert_eq!(checked(Version::HTTP_10, &[], &settings), Ok(()));
    }

    #[test]
    fn a_demo_is_for_this_machine_and_the_named_origins() {
        let origins = vec!["https://demo.dk".parse().unwrap(), "http://10.0.0.1:8080".parse().unwrap()];
        let settings = Settings { demo: true, origins, ..Settings::default() };
        for ours in ["localhost", "LOCALHOST:1", "a.localhost:8080", "127.0.0.1:80", "127.1.2.3", "[::1]:8080"] {
            assert_eq!(checked(Version::HTTP_11, &[ours], &settings), Ok(()), "{ours}");
        }
        for named in ["demo.dk", "Demo.dk:443", "10.0.0.1:8080"] {
            assert_eq!(checked(Version::HTTP_11, &[named], &settings), Ok(()), "{named}");
        }
        for other in ["evil.dk", "localhost.evil.dk", "demo.dk:8443", "10.0.0.1", "[::2]"] {
            assert_eq!(checked(Version::HTTP_11, &[other], &settings), Err(Failure::OtherHost), "{other}");
        }
    }
}
