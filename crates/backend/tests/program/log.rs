//! The technical log.

use std::time::Instant;

use crate::running::{Running, UNDER_WAY};

#[test]
fn the_technical_log_tells_each_request_and_nobodys_number() {
    let running = Running::start(&["--demo-slow", "0", "--log", "debug"]);
    let mut requests = 0;
    let mut bodies = String::new();
    let mut send = |method: &str, path: &str, headers: &[(&str, &str)], body: &str| {
        let (status, _, body) = running.send(method, path, headers, body);
        requests += 1;
        if status >= 400 {
            bodies += &body;
        }
        status
    };
    let mut people =
        vec!["2902011234", "2902021234", "2902031234", "2902051234", "2902061234", "2902071234", "2902111234"];
    let errors: Vec<_> = (1287..=1294).map(|serial| format!("290209{serial}")).collect();
    people.extend(errors.iter().map(String::as_str));
    people.extend(["2902104405", "2902139999"]);

    let users = ["star-admin", "sagsbehandler", "sagsbehandler-anden-kommune", "anden-aktoer", "kommune"];
    for user in users {
        let cookie = running.sign_in(user);
        for person in &people {
            let id = format!("{user}-{person}");
            let headers =
                [("cookie", cookie.as_str()), ("x-civilregistrationIdentifier", person), ("x-requestId", &id)];
            send("GET", "/v1/LetasylIntegrationslov", &headers, "");
            send("GET", "/v1/LetasylIntegrationslov/pdf", &headers, "");
            send("POST", "/v1/LetasylIntegrationslov/action/transfer", &headers, "");
        }
        // Where a number should never be, but somebody might put one.
        let headers =
            [("cookie", cookie.as_str()), ("content-type", "application/json"), ("x-requestId", "2902011234")];
        let json = r#"{"text":"2902011234","displayText":"","2902011234":1}"#;
        send("POST", "/v1/DynamicTexts/create", &headers, json);
        send("GET", "/v1/DynamicTexts/2902011234", &headers, "");
        send("GET", "/v1/DynamicTexts?externalGroupIdentifier=2902011234", &headers, "");
        send("GET", "/borger/2902011234?cpr=2902011234", &headers, "");
        send("2902011234", "/session", &headers, "");
        let broken = [("cookie", cookie.as_str()), ("x-civilregistrationIdentifier", "290201-1234x")];
        assert!(send("GET", "/v1/LetasylIntegrationslov", &broken, "") >= 400);
    }
    assert!(requests > 250);
    requests += users.len();

    running.signal("-TERM");
    let (code, log) = running.end();
    assert_eq!(code, Some(0));
    let (told, lines): (Vec<_>, Vec<_>) = log.lines().partition(|line| line.contains(UNDER_WAY));
    assert_eq!(lines.len(), requests, "one line for each request");
    assert!(!told.is_empty());
    for route in ["GET /v1/LetasylIntegrationslov ", "GET /v1/DynamicTexts/{externalIdentifier} 4", "(site) 404"] {
        assert!(lines.iter().any(|line| line.contains(route)), "{route}");
    }
    assert!(lines.iter().all(|line| line.contains("request{trace=") && line.ends_with(" ms")));
    let number = regex::Regex::new("[0-9]{6}-?[0-9]{4}|2902[01]").unwrap();
    for told in [&log, &bodies] {
        let found: Vec<_> = told.lines().filter(|line| number.is_match(&without_time(line))).collect();
        assert_eq!(found, Vec::<&str>::new());
        assert!(!told.contains("star-admin") && told.len() > 1000);
    }
}

/// A line's time has six digits of a second, which are nobody's number, and a trace id is random.
fn without_time(line: &str) -> String {
    let line = ["Z  INFO ", "Z DEBUG "].iter().find_map(|level| line.split_once(level)).map_or(line, |(_, rest)| rest);
    regex::Regex::new("trace=\"t[0-9a-f]{16}\"").unwrap().replace(line, "").into_owned()
}

#[test]
fn what_strangers_cause_over_and_over_is_counted_instead_of_told() {
    let running = Running::start(&[]);
    let start = Instant::now();
    for _ in 0..700 {
        assert_eq!(running.send("GET", "/nothing", &[], "").0, 404);
    }
    let foreign = [("sec-fetch-site", "cross-site")];
    for _ in 0..700 {
        assert_eq!(running.send("DELETE", "/session", &foreign, "").0, 403);
    }
    assert_eq!(running.send("GET", "/healthz", &[], "").0, 200);
    let took = start.elapsed();
    running.signal("-TERM");
    let (_, log) = running.end();
    for words in ["(site) 404 ", "DELETE /session 403 ", "a change from another origin was refused"] {
        let lines = log.lines().filter(|line| line.contains(words)).count();
        // Ten more each second.
        let more = usize::try_from(took.as_secs()).unwrap() * 10 + 10;
        assert!((600..=600 + more).contains(&lines), "{lines} {words}");
    }
    assert_eq!(log.lines().filter(|line| line.contains("/healthz 200")).count(), 1);
}
