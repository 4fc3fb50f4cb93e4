//! The built front end: files as they lie in a folder, with what browsers may keep of them.
//!
//! The folder holds compressed siblings (`.br`, `.gz`), so nothing is compressed while serving.

use std::fmt;
use std::path::{Path, PathBuf};

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{
    ACCEPT, ACCEPT_ENCODING, ACCEPT_RANGES, ALLOW, CACHE_CONTROL, IF_MATCH, IF_RANGE, IF_UNMODIFIED_SINCE, RANGE, VARY,
};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use tower::ServiceExt;
use tower_http::services::ServeDir;

use crate::app::App;
use crate::failure::Failure;

const PAGE: &str = "/index.html";

/// Addresses that are interfaces: what is not found below them is told in JSON.
const INTERFACES: [&str; 5] = ["/v1", "/session", "/healthz", "/readyz", "/openapi.json"];

/// The folder of the built site.
#[derive(Debug, Clone)]
pub struct Site(ServeDir);

/// The folder is no built site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteError(PathBuf);

impl fmt::Display for SiteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the site folder {} has no index.html that can be read: is the site built?", self.0.display())
    }
}

impl std::error::Error for SiteError {}

impl Site {
    /// Takes a folder that has an `index.html`.
    pub fn open(folder: &Path) -> Result<Self, SiteError> {
        std::fs::read(folder.join("index.html")).map_err(|_| SiteError(folder.to_owned()))?;
        let files =
            ServeDir::new(folder).append_index_html_on_directories(false).precompressed_br().precompressed_gzip();
        Ok(Self(files))
    }

    /// The file at this path, for this request's method and headers.
    async fn file(&self, path: &str, request: &Parts) -> Result<Response, Failure> {
        let mut ask = Request::new(Body::empty());
        *ask.method_mut() = request.method.clone();
        *ask.uri_mut() = Uri::try_from(path).map_err(|_| Failure::NoSuchPath)?;
        *ask.headers_mut() = request.headers.clone();
        // Whole files only: none is large, and a part of one is nothing that a browser asks for.
        for header in [RANGE, IF_RANGE, IF_MATCH, IF_UNMODIFIED_SINCE] {
            ask.headers_mut().remove(header);
        }
        let Ok(response) = self.0.clone().oneshot(ask).await;
        match response.status() {
            StatusCode::OK | StatusCode::NOT_MODIFIED => Ok(response.map(Body::new)),
            // Whatever the name asks for, from a folder to one too long for the file system: there is no such file.
            _ => Err(Failure::NoSuchPath),
        }
    }
}

/// Answers whatever no route does.
pub async fn answer(State(app): State<App>, request: Request) -> Response {
    let (request, _) = request.into_parts();
    let path = request.uri.path();
    let Some(site) = app.site().filter(|_| !is_interface(path)) else { return Failure::NoSuchPath.into_response() };
    if !matches!(request.method, Method::GET | Method::HEAD) {
        return ([(ALLOW, "GET,HEAD")], Failure::MethodNotAllowed).into_response();
    }
    let file = if path == "/" { PAGE } else { path };
    let found = match site.file(file, &request).await {
        Err(_) if is_navigation(path, &request.headers) => site.file(PAGE, &request).await,
        found => found,
    };
    found.map_or_else(IntoResponse::into_response, |response| with_caching(response, file))
}

fn is_interface(path: &str) -> bool {
    INTERFACES.iter().any(|name| path.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
}

/// A browser on its way to a page of the app: it accepts HTML, and the address is no file's.
fn is_navigation(path: &str, headers: &HeaderMap) -> bool {
    let accepts_html = headers
        .get_all(ACCEPT)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .filter_map(|range| range.split(';').next())
        .any(|range| range.trim().eq_ignore_ascii_case("text/html"));
    accepts_html && !path.rsplit('/').next().is_some_and(|name| name.contains('.'))
}

fn with_caching(mut response: Response, path: &str) -> Response {
    let caching = if is_hashed(path) { "public, max-age=31536000, immutable" } else { "no-cache" };
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(caching));
    response.headers_mut().remove(ACCEPT_RANGES);
    response.headers_mut().insert(VARY, HeaderValue::from_name(ACCEPT_ENCODING));
    response
}

/// Whether the name tells the content: Trunk's `name-0123456789abcdef.css` and `name-0123456789abcdef_bg.wasm`.
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let stem = name.split('.').next().unwrap_or_default();
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let Some((_, hash)) = stem.rsplit_once('-') else { return false };
    hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'a'..=b'f'))
}
