//! The headers that guard a browser, on every answer there is: every route, every method, every kind of outcome.

use std::collections::BTreeSet;

use letasyl_backend::Site;
use letasyl_contract::{ALL, GetTexts};
use serde_json::json;

use crate::support::*;

const METHODS: [&str; 9] = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"];

fn directives(policy: &str) -> Vec<(&str, Vec<&str>)> {
    policy
        .split(';')
        .map(|directive| {
            let mut words = directive.split_whitespace();
            (words.next().unwrap(), words.collect())
        })
        .collect()
}

/// What [`Reply::check`] does not see to already.
fn guards(reply: &Reply, tls: bool, what: &str) {
    let policy = directives(reply.header("content-security-policy"));
    let of = |name: &str| policy.iter().find(|(found, _)| *found == name).map(|(_, sources)| sources.clone());
    for nothing in ["default-src", "object-src", "base-uri", "form-action", "frame-ancestors"] {
        assert_eq!(of(nothing), Some(vec!["'none'"]), "{nothing}: {what}");
    }
    assert_eq!(of("script-src"), Some(vec!["'self'", "'wasm-unsafe-eval'"]), "{what}");
    assert_eq!(of("style-src"), Some(vec!["'self'"]), "{what}");
    assert_eq!(of("require-trusted-types-for"), Some(vec!["'script'"]), "{what}");
    assert_eq!(of("trusted-types"), Some(vec!["default"]), "{what}");
    assert_eq!(of("connect-src"), Some(vec!["'self'"]), "{what}");
    for (name, sources) in &policy {
        for open in ["'unsafe-inline'", "'unsafe-eval'", "*", "https:", "http:"] {
            assert!(!sources.contains(&open), "{name} {open}: {what}");
        }
    }
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("strict-transport-security", if tls { "max-age=31536000" } else { "" }),
    ] {
        assert_eq!(reply.header(name), value, "{name}: {what}");
    }
    // Nothing is granted but what "Kopiér kvittering" needs.
    for feature in reply.header("permissions-policy").split(", ") {
        assert!(feature.ends_with("=()") || feature == "clipboard-write=(self)", "{feature}: {what}");
    }
    assert!(reply.header("permissions-policy").contains("clipboard-write=(self)"));
    for teller in ["server", "x-powered-by", "access-control-allow-origin"] {
        assert_eq!(reply.header(teller), "", "{teller}: {what}");
    }
    assert_eq!(reply.headers.get_all("content-security-policy").iter().count(), 1, "{what}");
}

/// A built site, as far as these tests need one.
fn site_folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("fonts")).unwrap();
    for name in ["index.html", "boot.js", "boot.js.br", "letasyl-web-0123456789abcdef_bg.wasm", "fonts/a.woff2"] {
        std::fs::write(folder.path().join(name), "x").unwrap();
    }
    folder
}

/// An address of every route and of what there is not.
fn paths() -> Vec<String> {
    let mut paths: Vec<String> = ALL
        .iter()
        .map(|spec| spec.path.replace("{externalIdentifier}", "34f0df34-d28b-5c3c-ab11-a1929dcf1544"))
        .collect();
    let others = [
        "/session",
        "/session/all",
        "/session/demo-users",
        "/healthz",
        "/readyz",
        "/openapi.json",
        "/",
        "/borger",
        "/boot.js",
        "/letasyl-web-0123456789abcdef_bg.wasm",
        "/fonts/a.woff2",
        "/fonts",
        "/gone.js",
        "/v1",
        "/v1/x",
        "/%ff",
        "/..%2fetc",
    ];
    paths.extend(others.map(str::to_owned));
    paths
}

#[tokio::test]
async fn every_route_and_method_signed_in_or_not_is_guarded() {
    let folder = site_folder();
    let mut statuses = BTreeSet::new();
    for tls in [false, true] {
        let site = Some(Site::open(folder.path()).unwrap());
        let service = Service::with(5, |settings| settings.secure = tls, site).await;
        let admin = service.sign_in(ADMIN).await;
        let caseworker = service.sign_in(CASEWORKER).await;
        let paths = paths();
        for path in &paths {
            for method in METHODS {
                // Signing out would end what the next request needs.
                let users = if method == "DELETE" && path == "/session" {
                    vec![None]
                } else {
                    vec![None, Some(&admin), Some(&caseworker)]
                };
                for user in users {
                    for header in [None, Some(("accept", "text/html")), Some(("origin", "https://evil.test"))] {
                        let mut ask = Ask::new(method, path).header("accept-encoding", "br");
                        if let Some(user) = user {
                            ask = ask.by(user);
                        }
                        if let Some((name, value)) = header {
                            ask = ask.header(name, value);
                        }
                        let reply = service.send(ask).await;
                        statuses.insert(reply.status.as_u16());
                        guards(&reply, tls, &format!("{method} {path} {}", reply.status));
                    }
                }
            }
        }
        // And the outcomes that need a certain request.
        let list = service.call(&admin, &GetTexts::default()).await;
        let page = service.send(Ask::get("/").header("accept", "text/html")).await;
        let (tag, page_tag) = (list.header("etag"), page.header("etag"));
        let large = "x".repeat(1024 * 1024 + 1);
        for ask in [
            Ask::of(&GetTexts::default()).by(&admin).header("if-none-match", tag),
            Ask::get("/").header("if-none-match", page_tag),
            Ask::get("/boot.js").header("range", "bytes=0-0"),
            Ask::get("/boot.js").header("range", "bytes=9-"),
            Ask::post("/v1/DynamicTexts/create").by(&admin).body(large, "application/json"),
            Ask::post("/v1/DynamicTexts/create").by(&admin).body("x", "text/plain"),
            Ask::post("/session").json(&json!({ "user": ADMIN })),
            Ask::new("DELETE", "/session").by(&admin),
        ] {
            let reply = service.send(ask).await;
            statuses.insert(reply.status.as_u16());
            guards(&reply, tls, reply.status.as_str());
        }
        service.connection().execute_batch("DROP TABLE sessions").unwrap();
        let broken = service.send(Ask::get("/session").by(&caseworker)).await;
        statuses.insert(broken.status.as_u16());
        guards(&broken, tls, "500");
    }
    let all = [200, 304, 400, 401, 403, 404, 405, 413, 415, 500];
    assert_eq!(statuses.into_iter().collect::<Vec<_>>(), all);
}

#[tokio::test]
async fn only_on_request_does_hsts_count_for_the_hosts_below() {
    let change = |settings: &mut letasyl_backend::Settings| {
        settings.secure = true;
        settings.hsts_subdomains = true;
    };
    let reply = Service::with(1, change, None).await.send(Ask::get("/healthz")).await;
    assert_eq!(reply.header("strict-transport-security"), "max-age=31536000; includeSubDomains");
}

#[tokio::test]
async fn head_says_what_get_says_without_the_body() {
    let folder = site_folder();
    let service = Service::with(5, |_| (), Some(Site::open(folder.path()).unwrap())).await;
    let admin = service.sign_in(ADMIN).await;
    for path in paths() {
        for coding in ["identity", "br"] {
            let ask = |method| Ask::new(method, &path).by(&admin).header("accept-encoding", coding);
            let (get, head) = (service.send(ask("GET")).await, service.send(ask("HEAD")).await);
            assert_eq!((get.status, head.body.len()), (head.status, 0), "{path}");
            let told = |reply: &Reply| {
                let mut headers = reply.headers.clone();
                headers.remove("x-trace-id");
                headers.entry("content-length").or_insert(get.body.len().into());
                headers
            };
            assert_eq!(told(&get), told(&head), "{path} {coding}");
        }
    }
    // What changes something is not asked for by HEAD.
    let reply = service.send(Ask::new("HEAD", "/v1/DynamicTexts/create").by(&admin)).await;
    assert_eq!((reply.status.as_u16(), reply.header("allow")), (405, "POST"));
}
