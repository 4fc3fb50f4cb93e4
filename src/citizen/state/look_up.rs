//! Looking a citizen up: one at a time, and only the last one's answer counts. Knows no view.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use letasyl_contract::{Cpr, Field, IntegrationslovsdataDto};

use super::case::{Activity, Case, Fetched};
use super::changes::{changes, filled};
use super::status::Status;
use crate::api::Abort;
use crate::platform::browser;

/// A wait shorter than this shows nothing, so that quick answers do not flicker.
const VISIBLE_AFTER: Duration = Duration::from_millis(200);
/// A wait longer than this is explained.
const SLOW_AFTER: Duration = Duration::from_secs(5);

impl Case {
    /// Looks a citizen up; asks first where the transfer of another one is not settled.
    pub(in crate::citizen) fn fetch(self, cpr: Cpr) {
        if self.is_about(&cpr) {
            self.look_up(cpr);
        } else {
            self.guard.confirm_if_blocking(Arc::new(move || {
                self.reset();
                self.cpr.set(Some(cpr.clone()));
                self.look_up(cpr.clone());
            }));
        }
    }

    /// A look-up under way is called off; its answer, should it come, is not looked at.
    fn look_up(self, cpr: Cpr) {
        let before = self.fetched.get_untracked();
        if let Some(notice) = self.cleared.get_untracked() {
            self.notices.dismiss(notice);
            self.cleared.set(None);
        }
        self.failed.set(None);
        self.close_failed_pdf();
        self.clear_status();
        let (round, abort) = self.next_round();
        self.activity.set(Activity::Started);
        self.after(VISIBLE_AFTER, round, Activity::Fetching);
        self.after(SLOW_AFTER, round, Activity::Slow);
        leptos::task::spawn_local(async move {
            let answer = self.api.citizen(&cpr, &abort).await;
            if !self.is_current(round) {
                return;
            }
            self.activity.set(Activity::Idle);
            match answer {
                Ok(data) => self.show(data.map(Arc::new), before.as_ref()),
                Err(error) => {
                    if error.withdraws() {
                        self.withdraw();
                    }
                    self.failed.set(Some(error));
                }
            }
        });
    }

    fn show(self, data: Option<Arc<IntegrationslovsdataDto>>, before: Option<&Fetched>) {
        let last = before.and_then(|before| before.data.as_ref());
        // What the user has not put away yet stays marked.
        let marked = before.and_then(|before| before.before.as_ref()).filter(|(_, changed)| !changed.is_empty());
        let base = marked.map(|(base, _)| base).or(last);
        let status = match (&data, last) {
            (None, _) => Status::NoData,
            (Some(now), None) => Status::Fetched { filled: filled(now), all: Field::ALL.len() },
            (Some(now), Some(last)) => Status::FetchedAgain {
                changed: changes(last, now).len(),
                new_version: last.integrationslovsdata_identifier != now.integrationslovsdata_identifier,
            },
        };
        let before = base.zip(data.as_ref()).map(|(base, now)| (Arc::clone(base), changes(base, now)));
        self.fetches.next();
        self.fetched.set(Some(Fetched { data, at: browser::now(), before }));
        self.announce(status);
    }

    /// Fetches the same citizen again.
    pub(in crate::citizen) fn fetch_again(self) {
        if let Some(cpr) = self.cpr.get_untracked() {
            self.fetch(cpr);
        }
    }

    /// Calls off what is under way, for the user.
    pub(in crate::citizen) fn cancel(self) {
        self.stop();
        self.announce(Status::Cancelled);
    }

    fn next_round(self) -> (u32, Abort) {
        self.stop();
        let abort = Abort::new();
        self.abort.set_value(abort.clone());
        (self.round.get_untracked(), abort)
    }

    /// Calls off what is under way.
    pub(in crate::citizen) fn stop(self) {
        self.round.next();
        self.abort.try_with_value(Abort::abort);
        self.activity.set(Activity::Idle);
    }

    fn is_current(self, round: u32) -> bool {
        self.round.get_untracked() == round
    }

    fn after(self, wait: Duration, round: u32, activity: Activity) {
        let later = move || {
            if self.activity.get_untracked() != Activity::Idle && self.is_current(round) {
                self.activity.set(activity);
            }
        };
        set_timeout(later, wait);
    }
}
