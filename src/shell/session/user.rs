//! Who the user is, and what they may do.

use letasyl_contract::{OperationName, OrganisationType};

use super::{Session, State};

impl Session {
    /// The id of the user; empty while nobody is signed in.
    pub(crate) fn user_id(self) -> String {
        self.state.with_untracked(|state| match state {
            State::SignedIn(session) => session.user.id.clone(),
            _ => String::new(),
        })
    }

    /// "Mette Åkjær, Jobcenter Østervang": the user as a receipt names them.
    pub(crate) fn sender(self) -> String {
        self.state.with_untracked(|state| match state {
            State::SignedIn(session) => format!("{}, {}", session.user.name, session.organisation.name),
            _ => String::new(),
        })
    }

    /// Whether the user may have the PDF of citizens whose data are not for them: the document gives job centres all.
    pub(crate) fn may_have_every_pdf(self) -> bool {
        self.state.with(|state| {
            matches!(state, State::SignedIn(session) if session.organisation.kind == OrganisationType::JobCenter)
        })
    }

    /// Whether there are demo people to look up.
    pub(crate) fn is_demo(self) -> bool {
        self.state.with_untracked(|state| matches!(state, State::SignedIn(session) if session.demo))
    }

    /// Whether the user may call any one of the operations.
    pub(crate) fn may_any(self, operations: &[OperationName]) -> bool {
        operations.iter().any(|operation| self.may(*operation))
    }

    /// Whether the user may call the operation at all.
    pub(crate) fn may(self, operation: OperationName) -> bool {
        self.state.with(|state| matches!(state, State::SignedIn(session) if session.may(operation)))
    }
}
