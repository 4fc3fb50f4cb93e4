//! One look-up: whom it is about, what was fetched, what is under way and what failed. Knows no view.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use letasyl_contract::{Cpr, Date, Field, GetIntegrationslovsdata, IntegrationslovsdataDto, JobCentreCode, TimeOfDay};

use super::begun::{self, Begun};
use super::changes::changes;
use super::pdf::Pdf;
use super::transfer::Transfer;
use crate::api::{Abort, ApiError};
use crate::browser;
use crate::leave::Leave;
use crate::live::Live;
use crate::router::use_router;
use crate::session::{Session, use_session};
use crate::view::effect;

/// A wait shorter than this shows nothing, so that quick answers do not flicker.
const VISIBLE_AFTER: Duration = Duration::from_millis(200);
/// A wait longer than this is explained.
const SLOW_AFTER: Duration = Duration::from_secs(5);

/// What came from LetAsyl.
#[derive(Clone, PartialEq)]
pub(super) struct Fetched {
    /// The data; `None` where LetAsyl has none.
    pub data: Option<Arc<IntegrationslovsdataDto>>,
    /// When, here.
    pub at: (Date, TimeOfDay),
    /// What was fetched before for the same citizen, and what has changed since.
    pub before: Option<(Arc<IntegrationslovsdataDto>, Vec<Field>)>,
}

/// What the look-up is doing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Activity {
    /// Nothing.
    #[default]
    Idle,
    /// Fetching, but not yet for long enough to say so.
    Started,
    /// Fetching.
    Fetching,
    /// Fetching, and slowly.
    Slow,
}

/// The citizen on the page, if any.
#[derive(Clone, Copy)]
pub(super) struct Case {
    /// What stands in the field for the number.
    pub typed: RwSignal<String>,
    /// Whom it is about.
    pub cpr: Live<Option<Cpr>>,
    /// What came.
    pub fetched: Live<Option<Fetched>>,
    /// What is under way.
    pub activity: Live<Activity>,
    /// Why nothing came, or nothing new.
    pub failed: Live<Option<ApiError>>,
    /// The PDF.
    pub pdf: Live<Pdf>,
    /// The citizen's job centre, which only the answer with the PDF tells.
    pub job_centre: Live<Option<JobCentreCode>>,
    /// The transfer.
    pub transfer: Live<Transfer>,
    /// The transfers of which nobody knows yet whether they arrived.
    pub unsettled: Live<Vec<Begun>>,
    /// The session, to send with.
    pub session: Session,
    /// Asks before an unsettled transfer is left.
    pub leave: Leave,
    abort: StoredValue<Abort, LocalStorage>,
    pdf_abort: StoredValue<Abort, LocalStorage>,
    transfer_abort: StoredValue<Abort, LocalStorage>,
    round: Live<u32>,
    waits: Live<u32>,
}

impl Case {
    /// An empty page.
    pub(super) fn new() -> Self {
        let case = Self {
            typed: RwSignal::new(String::new()),
            cpr: Live::new(None),
            fetched: Live::new(None),
            activity: Live::new(Activity::Idle),
            failed: Live::new(None),
            pdf: Live::new(Pdf::None),
            job_centre: Live::default(),
            transfer: Live::new(Transfer::None),
            unsettled: Live::new(begun::remembered()),
            session: use_session(),
            leave: use_router().leave(),
            abort: StoredValue::new_local(Abort::new()),
            pdf_abort: StoredValue::new_local(Abort::new()),
            transfer_abort: StoredValue::new_local(Abort::new()),
            round: Live::new(0),
            waits: Live::new(0),
        };
        effect(move || {
            case.session.returned();
            if case.failed.with_untracked(|error| error.as_ref().is_some_and(ApiError::session_ended)) {
                case.fetch_again();
            }
        });
        let at_stake = move || case.transfer.with(|transfer| transfer.at_stake().is_some());
        case.leave.hold_while(at_stake, (|w| w.act.leave_title, |w| w.act.leave_text));
        // A transfer under way is not called off: it is seen through, whatever becomes of the page.
        on_cleanup(move || {
            case.stop();
            case.pdf_abort.try_with_value(Abort::abort);
        });
        case
    }

    /// Looks a citizen up; asks first where the transfer of another one is not settled.
    pub(super) fn fetch(self, cpr: Cpr) {
        if self.is_about(&cpr) {
            self.look_up(cpr);
        } else {
            self.leave.ask(Arc::new(move || {
                self.let_go();
                self.cpr.set(Some(cpr.clone()));
                self.look_up(cpr.clone());
            }));
        }
    }

    /// A look-up under way is called off; its answer, should it come, is not looked at.
    fn look_up(self, cpr: Cpr) {
        let before = self.fetched.with_untracked(|known| known.as_ref().and_then(|fetched| fetched.data.clone()));
        self.failed.set(None);
        let (round, abort) = self.next_round();
        self.activity.set(Activity::Started);
        self.after(VISIBLE_AFTER, round, Activity::Fetching);
        self.after(SLOW_AFTER, round, Activity::Slow);
        leptos::task::spawn_local(async move {
            let answer = self.session.send(&GetIntegrationslovsdata { cpr }, &abort).await;
            if !self.is_current(round) {
                return;
            }
            self.activity.set(Activity::Idle);
            match answer {
                Ok(answer) => {
                    let data = answer.integrationslovsdata.map(Arc::new);
                    let before = before.zip(data.as_ref()).map(|(before, now)| {
                        let changed = changes(&before, now);
                        (before, changed)
                    });
                    self.fetched.set(Some(Fetched { data, at: browser::now(), before }));
                }
                Err(error) => self.failed.set(Some(error)),
            }
        });
    }

    /// Fetches the same citizen again.
    pub(super) fn fetch_again(self) {
        if let Some(cpr) = self.cpr.get_untracked() {
            self.fetch(cpr);
        }
    }

    /// Calls off what is under way.
    pub(super) fn cancel(self) {
        self.stop();
        self.activity.set(Activity::Idle);
    }

    /// Lets go of everything that belongs to the citizen, and of what stands in the field.
    pub(super) fn clear(self) {
        self.let_go();
        self.typed.set(String::new());
    }

    /// Whether anything of a citizen is here.
    pub(super) fn holds_anything(self) -> bool {
        self.cpr.with_untracked(Option::is_some) || !self.typed.get_untracked().is_empty()
    }

    fn let_go(self) {
        self.cancel();
        self.cpr.set(None);
        self.fetched.set(None);
        self.failed.set(None);
        self.let_go_of_pdf();
        self.job_centre.set(None);
        self.transfer.set(Transfer::None);
    }

    /// Gives up the answer to a transfer under way: what became of it is not known then.
    pub(super) fn stop_waiting_for_transfer(self) {
        self.transfer_abort.with_value(Abort::abort);
    }

    /// The way to stop waiting for the next transfer.
    pub(super) fn next_transfer(self) -> Abort {
        let abort = Abort::new();
        self.transfer_abort.set_value(abort.clone());
        abort
    }

    /// Calls the PDF off, or takes it away.
    pub(super) fn let_go_of_pdf(self) {
        self.pdf_abort.with_value(Abort::abort);
        self.pdf.set(Pdf::None);
    }

    /// A number for the next wait for a PDF, and the way to call it off.
    pub(super) fn next_wait_for_pdf(self) -> (u32, Abort) {
        let abort = Abort::new();
        self.pdf_abort.set_value(abort.clone());
        (next(self.waits), abort)
    }

    /// Whether the look-up, and so the citizen, is still the one that asked.
    pub(super) fn is_about(self, cpr: &Cpr) -> bool {
        self.cpr.with_untracked(|known| known.as_ref() == Some(cpr))
    }

    fn next_round(self) -> (u32, Abort) {
        self.stop();
        let abort = Abort::new();
        self.abort.set_value(abort.clone());
        (self.round.get_untracked(), abort)
    }

    fn stop(self) {
        next(self.round);
        self.abort.try_with_value(Abort::abort);
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

fn next(number: Live<u32>) -> u32 {
    number.update(|number| {
        *number = number.wrapping_add(1);
        *number
    })
}
