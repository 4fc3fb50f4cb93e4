//! The built front end: files as they lie in a folder, with what browsers may keep of them.
//!
//! The folder holds compressed siblings (`.br`, `.gz`), so nothing is compressed while serving. Whether a file is the one
//! that a browser has is told by its content, never by its time: after a rollback, and in an image whose files all have
//! one time, the time says nothing.

use std::path::{Path, PathBuf};

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::header::{
    ACCEPT, ACCEPT_ENCODING, ACCEPT_RANGES, ALLOW, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG,
    IF_MATCH, IF_MODIFIED_SINCE, IF_NONE_MATCH, IF_RANGE, IF_UNMODIFIED_SINCE, LAST_MODIFIED, RANGE, VARY,
};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use tower::ServiceExt;
use tower_http::services::ServeDir;

use crate::failure::Failure;
use crate::http::{etag, is_known};

const PAGE: &str = "/index.html";

/// Addresses that are interfaces: what is not found below them is told in JSON.
const INTERFACES: [&str; 5] = ["/v1", "/session", "/healthz", "/readyz", "/openapi.json"];

/// The folder of the built site.
#[derive(Debug, Clone)]
pub struct Site(ServeDir);

/// The folder is not a built site.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the site folder {} has no index.html that can be read: is the site built?", .0.display())]
pub struct SiteError(PathBuf);

impl Site {
    /// Takes a folder that has an `index.html`.
    pub fn open(folder: &Path) -> Result<Self, SiteError> {
        std::fs::read(folder.join("index.html")).map_err(|_| SiteError(folder.to_owned()))?;
        let files =
            ServeDir::new(folder).append_index_html_on_directories(false).precompressed_br().precompressed_gzip();
        Ok(Self(files))
    }

    /// The file at this path, in the encoding that the request asks for.
    async fn file(&self, path: &str, request: &Parts) -> Result<Response, Failure> {
        let mut ask = Request::new(Body::empty());
        *ask.uri_mut() = Uri::try_from(path).map_err(|_| Failure::NoSuchPath)?;
        *ask.headers_mut() = request.headers.clone();
        // Whole files only: none is large, and a part of one is nothing that a browser asks for.
        for header in [RANGE, IF_RANGE, IF_MATCH, IF_UNMODIFIED_SINCE, IF_MODIFIED_SINCE, IF_NONE_MATCH] {
            ask.headers_mut().remove(header);
        }
        let Ok(response) = self.0.clone().oneshot(ask).await;
        // Whatever else the name asks for, from a folder to one too long for the file system: there is no such file.
        if response.status() == StatusCode::OK { Ok(response.map(Body::new)) } else { Err(Failure::NoSuchPath) }
    }
}

/// What browsers may keep of a file whose name tells its content, and of any other. A proxy that compresses or rewrites
/// them would break what the page checks.
const FOR_EVER: &str = "public, max-age=31536000, immutable, no-transform";
const ASK_FIRST: &str = "no-cache, no-transform";

/// Answers what no route does. Without a site, nothing is found.
pub async fn answer(site: Option<&Site>, request: Request) -> Response {
    let (request, _) = request.into_parts();
    let path = request.uri.path();
    let Some(site) = site.filter(|_| !is_interface(path)) else { return Failure::NoSuchPath.into_response() };
    if !matches!(request.method, Method::GET | Method::HEAD) {
        return ([(ALLOW, "GET,HEAD")], Failure::MethodNotAllowed).into_response();
    }
    let file = if path == "/" { PAGE } else { path };
    let (found, file) = match site.file(file, &request).await {
        Err(_) if is_navigation(path, &request.headers) => (site.file(PAGE, &request).await, PAGE),
        found => (found, file),
    };
    match found {
        Ok(response) if is_hashed(file) => {
            let response = if request.method == Method::HEAD { response.map(|_| Body::empty()) } else { response };
            with_caching(response, FOR_EVER)
        }
        Ok(response) => revalidated(response, &request).await.unwrap_or_else(IntoResponse::into_response),
        Err(failure) => failure.into_response(),
    }
}

/// A file whose name does not tell its content: browsers ask each time, and learn by the content whether they have it.
async fn revalidated(response: Response, request: &Parts) -> Result<Response, Failure> {
    let (mut parts, body) = response.into_parts();
    let unreadable = |error| Failure::Internal(format!("a file of the site cannot be read: {error}"));
    let content = to_bytes(body, usize::MAX).await.map_err(unreadable)?;
    let tag = etag(&content);
    let is_known = tag.as_ref().is_some_and(|tag| is_known(&request.headers, tag));
    if is_known {
        parts.status = StatusCode::NOT_MODIFIED;
        for header in [CONTENT_TYPE, CONTENT_LENGTH, CONTENT_ENCODING] {
            parts.headers.remove(header);
        }
    }
    parts.headers.extend(tag.map(|tag| (ETAG, tag)));
    let content = if is_known || request.method == Method::HEAD { Body::empty() } else { Body::from(content) };
    Ok(with_caching(Response::from_parts(parts, content), ASK_FIRST))
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

fn with_caching(mut response: Response, caching: &'static str) -> Response {
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(caching));
    for header in [ACCEPT_RANGES, LAST_MODIFIED] {
        response.headers_mut().remove(header);
    }
    response.headers_mut().insert(VARY, HeaderValue::from_name(ACCEPT_ENCODING));
    response
}

/// Whether the name tells the content: Trunk's `name-0123456789abcdef.css` and `name-0123456789abcdef_bg.wasm`.
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let Some((stem, _)) = name.split_once('.') else { return false };
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let Some((_, hash)) = stem.rsplit_once('-') else { return false };
    hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'a'..=b'f'))
}
