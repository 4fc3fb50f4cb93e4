//! The built site: what is served as what, and for how long.

use letasyl_backend::Site;
use tempfile::TempDir;

use crate::support::*;

const SCRIPT: &str = "/letasyl-web-0123456789abcdef.js";
const MODULE: &str = "/letasyl-web-0123456789abcdef_bg.wasm";

fn built() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, content: &str| std::fs::write(folder.path().join(name), content).unwrap();
    write("index.html", "<!doctype html><title>Integrationslov</title>");
    for (suffix, content) in [("", "plain"), (".br", "as brotli"), (".gz", "as gzip")] {
        write(&format!("{SCRIPT}{suffix}")[1..], content);
        write(&format!("{MODULE}{suffix}")[1..], content);
    }
    write("boot.js", "boot");
    std::fs::create_dir(folder.path().join("fonts")).unwrap();
    write("fonts/IBMPlexSans-Regular-Latin1.woff2", "font");
    folder
}

async fn service(folder: &TempDir) -> Service {
    Service::with(1, |_| (), Some(Site::open(folder.path()).unwrap())).await
}

fn page(path: &str) -> Ask {
    Ask::get(path).header("accept", "text/html,application/xhtml+xml,*/*;q=0.8")
}

#[tokio::test]
async fn the_page_is_asked_for_anew_each_time() {
    let folder = built();
    let service = service(&folder).await;
    for path in ["/", "/index.html", "/borger", "/admin/tekster/34f0df34-d28b-5c3c-ab11-a1929dcf1544", "/sessionen"] {
        let reply = service.send(page(path)).await;
        assert_eq!((reply.status.as_u16(), reply.header("cache-control")), (200, "no-cache, no-transform"), "{path}");
        assert!(reply.header("content-type").starts_with("text/html"));
        assert!(reply.text().contains("<title>Integrationslov</title>"));
    }
    assert_eq!(service.send(Ask::get("/")).await.status, 200, "the page itself needs no accept");
    let head = service.send(page("/borger").method("HEAD")).await;
    assert_eq!((head.status.as_u16(), head.body.len()), (200, 0));
    // Unchanged, it is not sent again.
    let tag = service.send(page("/")).await.header("etag").to_owned();
    let again = service.send(page("/").header("if-none-match", &tag)).await;
    assert_eq!(
        (again.status.as_u16(), again.header("cache-control"), again.body.len()),
        (304, "no-cache, no-transform", 0)
    );
    assert_eq!(again.header("etag"), tag);
}

#[tokio::test]
async fn a_file_of_the_same_time_with_another_content_is_sent() {
    let folder = built();
    let service = service(&folder).await;
    let time = std::time::SystemTime::UNIX_EPOCH;
    let write = |content: &str| {
        let path = folder.path().join("index.html");
        std::fs::write(&path, content).unwrap();
        std::fs::File::options().write(true).open(path).unwrap().set_modified(time).unwrap();
    };
    write("<title>Den nye</title>");
    let new = service.send(page("/")).await;
    assert_eq!(new.header("last-modified"), "");
    write("<title>Den gamle</title>");
    let ask = || page("/").header("if-modified-since", "Thu, 01 Jan 2037 00:00:00 GMT");
    for ask in [ask(), ask().header("if-none-match", new.header("etag"))] {
        let old = service.send(ask).await;
        assert_eq!((old.status.as_u16(), old.text().as_str()), (200, "<title>Den gamle</title>"));
    }
}

#[tokio::test]
async fn the_page_is_never_kept_for_ever_whatever_its_address() {
    let folder = built();
    let service = service(&folder).await;
    for path in ["/x-0123456789abcdef", "/borger/x-0123456789abcdef_bg"] {
        let reply = service.send(page(path)).await;
        assert_eq!((reply.status.as_u16(), reply.header("cache-control")), (200, "no-cache, no-transform"), "{path}");
    }
}

#[tokio::test]
async fn hashed_files_are_kept_for_ever_and_others_are_not() {
    let folder = built();
    let service = service(&folder).await;
    for (path, media_type) in [(SCRIPT, "text/javascript"), (MODULE, "application/wasm")] {
        let reply = service.send(Ask::get(path)).await;
        assert_eq!(reply.header("cache-control"), "public, max-age=31536000, immutable, no-transform", "{path}");
        assert_eq!((reply.header("content-type"), reply.text().as_str()), (media_type, "plain"));
    }
    for path in ["/boot.js", "/fonts/IBMPlexSans-Regular-Latin1.woff2"] {
        let reply = service.send(Ask::get(path)).await;
        assert_eq!((reply.status.as_u16(), reply.header("cache-control")), (200, "no-cache, no-transform"), "{path}");
    }
}

#[tokio::test]
async fn compressed_siblings_are_sent_to_those_who_read_them() {
    let folder = built();
    let service = service(&folder).await;
    for (accept, encoding, content) in [
        ("br, gzip", "br", "as brotli"),
        ("gzip", "gzip", "as gzip"),
        ("identity", "", "plain"),
        ("br;q=0", "", "plain"),
    ] {
        let reply = service.send(Ask::get(MODULE).header("accept-encoding", accept)).await;
        assert_eq!((reply.header("content-encoding"), reply.text().as_str()), (encoding, content));
        assert_eq!(reply.header("content-type"), "application/wasm");
        assert_eq!(reply.header("vary"), "accept-encoding");
    }
}

#[tokio::test]
async fn what_is_missing_is_not_the_page() {
    let folder = built();
    let service = service(&folder).await;
    let long = format!("/{}", "a".repeat(2000));
    for path in ["/letasyl-web-ffffffffffffffff_bg.wasm", "/gone.js", "/style.css", "/borger/gone.png"] {
        service.send(page(path)).await.problem(404);
    }
    for path in ["/borger", "/fonts", "/fonts/", &long, "/..%2f..%2fetc%2fpasswd", "/%00", "/%ff"] {
        service.send(Ask::get(path)).await.problem(404);
        service.send(Ask::get(path).header("accept", "application/json, text/htmlx")).await.problem(404);
    }
    let escaping = service.send(Ask::get("/../../../../etc/passwd")).await;
    escaping.problem(404);
}

#[tokio::test]
async fn interfaces_are_never_the_page() {
    let folder = built();
    let service = service(&folder).await;
    for path in
        ["/v1", "/v1/", "/v1/nothing", "/v1/DynamicTexts/1/2", "/session/", "/session/x", "/healthz/x", "/readyz/"]
    {
        let problem = service.send(page(path)).await.problem(404);
        assert_eq!(problem.kind, "urn:letasyl:problem:no-such-path", "{path}");
    }
    for method in ["POST", "PUT", "DELETE", "PATCH"] {
        let reply = service.send(page("/borger").method(method)).await;
        reply.problem(405);
        assert_eq!(reply.header("allow"), "GET,HEAD");
    }
}

#[test]
fn a_folder_without_a_page_is_no_site() {
    let folder = tempfile::tempdir().unwrap();
    for path in [folder.path().to_owned(), folder.path().join("nowhere")] {
        let error = Site::open(&path).unwrap_err().to_string();
        assert!(error.contains(&path.display().to_string()) && !error.contains('\n'));
    }
}
