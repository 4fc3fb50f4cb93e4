//! An answer, and what must be true of every one.

use std::io::Read;

use axum::http::{HeaderMap, StatusCode};
use letasyl_contract::Problem;
use serde_json::Value;

use crate::support::Cookie;

/// An answer.
pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Reply {
    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    /// The body without its coding.
    pub fn decoded(&self) -> Vec<u8> {
        let mut body = Vec::new();
        match self.header("content-encoding") {
            "gzip" => flate2::read::GzDecoder::new(&*self.body).read_to_end(&mut body).unwrap(),
            "br" => brotli::Decompressor::new(&*self.body, 4096).read_to_end(&mut body).unwrap(),
            coding => panic!("{coding}"),
        };
        body
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// What the browser would keep of `Set-Cookie`.
    pub fn cookie(&self) -> Option<Cookie> {
        let set = self.headers.get("set-cookie")?.to_str().unwrap();
        Some(Cookie(set.split(';').next()?.to_owned()))
    }

    /// The error that this answer must be.
    pub fn problem(&self, status: u16) -> Problem {
        assert_eq!(self.status, status, "{}", self.text());
        serde_json::from_slice(&self.body).unwrap()
    }

    /// Where the faults are, sorted: pointers and parameters.
    pub fn fault_places(&self) -> Vec<String> {
        let problem = self.problem(400);
        let place = |fault: letasyl_contract::ProblemFault| {
            assert!(!fault.detail.is_empty());
            assert!(fault.pointer.is_some() != fault.parameter.is_some());
            fault.pointer.or(fault.parameter).unwrap()
        };
        let mut places: Vec<_> = problem.errors.into_iter().map(place).collect();
        places.sort();
        places
    }

    /// Holds it against what is true of every answer.
    pub fn check(&self) {
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(self.header(name), value);
        }
        assert!(self.header("content-security-policy").starts_with("default-src 'none'; script-src 'self' "));
        assert!(self.header("permissions-policy").contains("camera=(), "));
        assert!(!self.header("cache-control").is_empty());
        if self.status.is_client_error() || self.status.is_server_error() {
            self.check_problem();
        }
    }

    fn check_problem(&self) {
        assert_eq!(self.header("cache-control"), "no-store");
        assert_eq!(self.header("content-type"), "application/problem+json");
        assert_eq!(self.headers.contains_key("www-authenticate"), self.status == 401);
        if self.body.is_empty() {
            return; // an answer to HEAD
        }
        let problem: Problem = serde_json::from_slice(&self.body).unwrap();
        assert_eq!(problem.status, self.status.as_u16());
        assert!(problem.kind.starts_with("urn:letasyl:problem:"));
        assert!(!problem.title.is_empty() && !problem.detail.is_empty());
        let text = self.text();
        assert!(!holds_cpr(&text), "an error body with a CPR");
        for word in ["SELECT", "INSERT", "sqlite", "SQLite", "panicked", ".rs"] {
            assert!(!text.contains(word), "an error body with {word}");
        }
    }
}

/// Ten digits in a row, or six, a hyphen and four.
fn holds_cpr(text: &str) -> bool {
    regex::Regex::new("[0-9]{6}-?[0-9]{4}").unwrap().is_match(text)
}
