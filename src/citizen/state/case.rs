//! The citizen on the page: who it is, what was fetched, what is under way and what failed. Knows no view.

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_contract::{Cpr, Date, Field, IntegrationslovsdataDto, JobCentreCode, TimeOfDay};

use super::pdf::{Pdf, ShownPdf};
use super::pending::{PendingTransfer, load_pending};
use super::status::Status;
use super::transfer::Transfer;
use crate::api::{Abort, Api, ApiError, Failure, use_api};
use crate::platform::signals::{ErasedSignal, effect};
use crate::shell::navigation_guard::NavigationGuard;
use crate::shell::router::use_router;
use crate::shell::session::{Session, use_session};
use crate::ui::notices::{Notices, use_notices};
use crate::ui::view::Key;

/// What came from LetAsyl.
#[derive(Clone, PartialEq)]
pub(in crate::citizen) struct Fetched {
    /// The data; `None` where LetAsyl has none.
    pub data: Option<Arc<IntegrationslovsdataDto>>,
    /// When, here.
    pub at: (Date, TimeOfDay),
    /// What was fetched before for the same citizen, and what has changed since.
    pub before: Option<(Arc<IntegrationslovsdataDto>, Vec<Field>)>,
}

/// What the look-up is doing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::citizen) enum Activity {
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
pub(in crate::citizen) struct Case {
    /// What stands in the field for the number.
    pub typed: RwSignal<String>,
    /// Whom it is about.
    pub cpr: ErasedSignal<Option<Cpr>>,
    /// What came.
    pub fetched: ErasedSignal<Option<Fetched>>,
    /// Whether the sheet shows only what is filled in.
    pub only_filled: ErasedSignal<bool>,
    /// Whether the numbers of codes are shown.
    pub codes: ErasedSignal<bool>,
    /// What is under way.
    pub activity: ErasedSignal<Activity>,
    /// Why nothing came, or nothing new.
    pub failed: ErasedSignal<Option<ApiError>>,
    /// What has just happened, for the status line.
    pub status: ErasedSignal<Option<(Cpr, Status)>>,
    /// How often data came for this citizen: tells whether a PDF is older than they are.
    pub fetches: ErasedSignal<u32>,
    /// What became of the last wish for the PDF.
    pub pdf: ErasedSignal<Pdf>,
    /// The PDF that is shown in the page.
    pub shown: ErasedSignal<Option<Arc<ShownPdf>>>,
    /// The citizen's job centre, which only the answer with the PDF tells.
    pub job_centre: ErasedSignal<Option<JobCentreCode>>,
    /// The transfer.
    pub transfer: ErasedSignal<Transfer>,
    /// The transfers of which nobody knows yet whether they arrived.
    pub unsettled: ErasedSignal<Vec<PendingTransfer>>,
    /// Who is signed in.
    pub session: Session,
    pub(super) api: Api,
    /// Asks before the page of an unsettled transfer is left.
    pub guard: NavigationGuard,
    pub(super) abort: StoredValue<Abort, LocalStorage>,
    pdf_abort: StoredValue<Abort, LocalStorage>,
    transfer_abort: StoredValue<Abort, LocalStorage>,
    pub(super) round: ErasedSignal<u32>,
    waits: ErasedSignal<u32>,
    pub(in crate::citizen) notices: Notices,
    /// The notice that a citizen was cleared: not for the next one.
    pub(super) cleared: ErasedSignal<Option<u32>>,
}

impl Case {
    /// An empty page.
    pub(in crate::citizen) fn new() -> Self {
        let case = Self {
            typed: RwSignal::new(String::new()),
            cpr: ErasedSignal::new(None),
            fetched: ErasedSignal::new(None),
            only_filled: ErasedSignal::default(),
            codes: ErasedSignal::default(),
            activity: ErasedSignal::new(Activity::Idle),
            failed: ErasedSignal::new(None),
            status: ErasedSignal::default(),
            fetches: ErasedSignal::new(0),
            pdf: ErasedSignal::new(Pdf::None),
            shown: ErasedSignal::default(),
            job_centre: ErasedSignal::default(),
            transfer: ErasedSignal::new(Transfer::None),
            unsettled: ErasedSignal::new(load_pending(&use_session().user_id())),
            session: use_session(),
            api: use_api(),
            guard: use_router().guard(),
            abort: StoredValue::new_local(Abort::new()),
            pdf_abort: StoredValue::new_local(Abort::new()),
            transfer_abort: StoredValue::new_local(Abort::new()),
            round: ErasedSignal::new(0),
            waits: ErasedSignal::new(0),
            notices: use_notices(),
            cleared: ErasedSignal::default(),
        };
        effect(move || {
            case.session.returned();
            if case.failed.with_untracked(|error| error.as_ref().is_some_and(ApiError::session_ended)) {
                case.fetch_again();
            }
        });
        let at_stake = move || case.transfer.with(|transfer| transfer.at_stake().is_some());
        case.guard.block_while(at_stake, (|w| w.act.leave_title, |w| w.act.leave_text));
        // A transfer under way is not called off: it is seen through, whatever becomes of the page.
        on_cleanup(move || {
            case.stop();
            case.pdf_abort.try_with_value(Abort::abort);
        });
        case
    }

    /// Clears everything that belongs to the citizen, and the field.
    pub(in crate::citizen) fn clear(self) {
        self.reset();
        self.forget_citizens();
        self.typed.set(String::new());
    }

    /// The same, with a notice that stays until the next look-up.
    pub(in crate::citizen) fn clear_with_notice(self, text: Key, warning: bool) {
        self.clear();
        self.cleared.set(Some(self.notices.dismissible(text, warning)));
    }

    /// Whether anything of a citizen is here.
    pub(in crate::citizen) fn is_in_use(self) -> bool {
        // A timer may ask once more after the page is gone.
        self.cpr.with_untracked(Option::is_some)
            || self.typed.try_with_untracked(|typed| !typed.is_empty()).unwrap_or(false)
    }

    /// The user has seen what changed: the next fetch is compared with what is here now.
    pub(in crate::citizen) fn dismiss_changes(self) {
        self.fetched.update(|fetched| {
            if let Some(fetched) = fetched {
                fetched.before = None;
            }
        });
    }

    /// Takes away what was shown of the citizen. Only a transfer that is not settled stays: it can be tried again.
    pub(in crate::citizen) fn withdraw(self) {
        self.fetched.set(None);
        self.drop_pdf();
        self.job_centre.set(None);
        if self.transfer.with_untracked(|transfer| transfer.at_stake().is_none()) {
            self.transfer.set(Transfer::None);
        }
    }

    /// Clears everything that belongs to the citizen but the field, before another one.
    pub(super) fn reset(self) {
        self.stop();
        self.clear_status();
        self.cpr.set(None);
        self.failed.set(None);
        self.withdraw();
        self.transfer.set(Transfer::None);
    }

    /// Gives up the answer to a transfer under way: what became of it is not known then.
    pub(in crate::citizen) fn stop_waiting_for_transfer(self) {
        self.transfer_abort.with_value(Abort::abort);
    }

    /// The way to stop waiting for the next transfer.
    pub(in crate::citizen) fn next_transfer(self) -> Abort {
        let abort = Abort::new();
        self.transfer_abort.set_value(abort.clone());
        abort
    }

    /// Calls the PDF off.
    pub(in crate::citizen) fn stop_waiting_for_pdf(self) {
        self.pdf_abort.with_value(Abort::abort);
        self.pdf.set(Pdf::None);
    }

    /// The user has read why the PDF did not come.
    pub(in crate::citizen) fn close_failed_pdf(self) {
        if self.pdf.with_untracked(|pdf| matches!(pdf, Pdf::Failed(..))) {
            self.pdf.set(Pdf::None);
        }
    }

    /// Calls the PDF off, and takes away the one that is shown.
    pub(in crate::citizen) fn drop_pdf(self) {
        self.stop_waiting_for_pdf();
        self.shown.set(None);
    }

    /// A number for the next wait for a PDF, and the way to call it off.
    pub(in crate::citizen) fn next_wait_for_pdf(self) -> (u32, Abort) {
        let abort = Abort::new();
        self.pdf_abort.set_value(abort.clone());
        (self.waits.next(), abort)
    }

    /// The citizen's number as people read it; a view that reads it follows it.
    pub(in crate::citizen) fn number(self) -> String {
        self.cpr.with(|cpr| cpr.as_ref().map(Cpr::formatted)).unwrap_or_default()
    }

    /// Says what has happened to the citizen on the page.
    pub(in crate::citizen) fn announce(self, status: Status) {
        self.status.set(self.cpr.get_untracked().map(|cpr| (cpr, status)));
    }

    /// Says nothing.
    pub(in crate::citizen) fn clear_status(self) {
        self.status.set(None);
    }

    /// Whether LetAsyl's answer is on the page, be it that there is nothing.
    pub(in crate::citizen) fn has_answer(self) -> bool {
        self.fetched.with(Option::is_some)
    }

    /// Whether the citizen's data are not for this user. A job centre may have the PDF of a citizen whose data it may not
    /// read: the document says so.
    pub(in crate::citizen) fn refused(self) -> bool {
        self.failed.with(|error| error.as_ref().is_some_and(|error| error.failure == Failure::Forbidden))
    }

    /// When what is on the page was fetched.
    pub(in crate::citizen) fn fetched_at(self) -> Option<(Date, TimeOfDay)> {
        self.fetched.with(|fetched| fetched.as_ref().map(|fetched| fetched.at))
    }

    /// Whether the page is about this citizen.
    pub(in crate::citizen) fn is_about(self, cpr: &Cpr) -> bool {
        self.cpr.with_untracked(|known| known.as_ref() == Some(cpr))
    }
}
