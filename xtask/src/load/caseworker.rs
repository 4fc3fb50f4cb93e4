//! One user: signs in, then works until it is over. Most look citizens up, some keep texts.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Result, bail};

use super::Tally;
use super::client::{Answer, Client};

/// Every so many users, one keeps texts.
const ADMINS: u32 = 5;

struct Caseworker<'a> {
    client: Client,
    number: u32,
    dice: u64,
    intents: u32,
    tally: &'a mut Tally,
}

/// Works; answers how that went.
pub fn work(address: &str, number: u32, pause: Duration, over: &AtomicBool) -> Tally {
    let mut tally = Tally::default();
    if let Err(error) = working(address, number, pause, over, &mut tally) {
        tally.wrong.push(format!("caseworker {number}: {error:#}"));
    }
    tally
}

fn working(address: &str, number: u32, pause: Duration, over: &AtomicBool, tally: &mut Tally) -> Result<()> {
    let mut own =
        Caseworker { client: Client::connect(address)?, number, dice: u64::from(number) + 1, intents: 0, tally };
    let admin = number.is_multiple_of(ADMINS);
    let user = if admin { "star-admin" } else { "sagsbehandler" };
    own.ask("sign in", "POST", "/session", &[], &format!("{{\"user\":\"{user}\"}}"), &[200])?;
    let mut known = None;
    while !over.load(Ordering::Relaxed) {
        // Nobody is as regular as a clock.
        let rest = u64::try_from(pause.as_millis())?;
        thread::sleep(Duration::from_millis(rest / 2 + own.throw() % (rest + 1)));
        if admin { own.keep_texts(&mut known)? } else { own.look_up()? }
    }
    Ok(())
}

impl Caseworker<'_> {
    fn look_up(&mut self) -> Result<()> {
        let citizen = match self.throw() % 4 {
            0 => "2902021234",
            1 => "2902051234",
            _ => "2902011234",
        };
        let about = ("x-civilregistrationIdentifier", citizen);
        let path = "/v1/LetasylIntegrationslov";
        match self.throw() % 20 {
            0 => self.ask("PDF", "GET", &format!("{path}/pdf"), &[about], "", &[200])?,
            1..=4 => {
                let id = self.intent();
                self.ask(
                    "transfer",
                    "POST",
                    &format!("{path}/action/transfer"),
                    &[about, ("x-requestId", &id)],
                    "",
                    &[200],
                )?
            }
            5..=6 => self.ask("session", "GET", "/session", &[], "", &[200])?,
            _ => self.ask("citizen", "GET", path, &[about], "", &[200])?,
        };
        Ok(())
    }

    fn keep_texts(&mut self, known: &mut Option<String>) -> Result<()> {
        let path = "/v1/DynamicTexts";
        let list = match known {
            Some(tag) => self.ask("texts, known", "GET", path, &[("if-none-match", tag)], "", &[200, 304])?,
            None => self.ask("texts", "GET", path, &[], "", &[200])?,
        };
        *known = list.etag;
        if !self.throw().is_multiple_of(4) {
            return Ok(());
        }
        // Writes a text, changes it, and takes it away again: the number of texts stays the same.
        let id = self.intent();
        let body = "{\"text\":\"Prøve\",\"displayText\":\"En prøve under last\"}";
        let made = self.ask("create text", "POST", &format!("{path}/create"), &[("x-requestId", &id)], body, &[200])?;
        let made = made.body.trim_matches('"').to_owned();
        let id = self.intent();
        let body = format!("{{\"externalIdentifier\":\"{made}\",\"text\":\"Prøve 2\",\"displayText\":\"Ændret\"}}");
        self.ask("update text", "PUT", &format!("{path}/update/{made}"), &[("x-requestId", &id)], &body, &[200])?;
        let id = self.intent();
        self.ask("delete text", "DELETE", &format!("{path}/{made}"), &[("x-requestId", &id)], "", &[200])?;
        Ok(())
    }

    fn ask(
        &mut self,
        kind: &'static str,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
        wanted: &[u16],
    ) -> Result<Answer> {
        let start = Instant::now();
        let answer = self.client.send(method, path, headers, body)?;
        self.tally.took.entry(kind).or_default().push(start.elapsed());
        if !wanted.contains(&answer.status) {
            bail!("{kind}: {} {}", answer.status, answer.body);
        }
        Ok(answer)
    }

    /// A request id of its own for each write.
    fn intent(&mut self) -> String {
        self.intents += 1;
        format!("load-{}-{}", self.number, self.intents)
    }

    /// xorshift64: good enough to mix requests.
    fn throw(&mut self) -> u64 {
        self.dice ^= self.dice << 13;
        self.dice ^= self.dice >> 7;
        self.dice ^= self.dice << 17;
        self.dice
    }
}
