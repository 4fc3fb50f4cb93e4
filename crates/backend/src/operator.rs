//! The asylum operator, as the embedded role plays it: what is known of a citizen, and for whom.
//!
//! Whether a user may see a citizen is settled before the operator is asked for anything, so that a refusal takes
//! no longer and says no more for one citizen than for another.

use letasyl_contract::{ALL, Cpr, Fejlkode, IntegrationslovsdataDto, OperationSpec, Reach, reach};

use crate::app::App;
use crate::failure::Failure;
use crate::session::Session;
use crate::store::Citizen;

/// What the operator said of a citizen whom the user may see.
pub struct Statement {
    /// The citizen's job centre.
    pub job_centre: String,
    /// The data; none where the operator has none.
    pub data: Option<IntegrationslovsdataDto>,
}

/// Asks about a citizen on behalf of a user: refuses where the right does not reach; else the operator's answer, or
/// its error code.
pub async fn ask(
    app: &App,
    session: &Session,
    operation: &OperationSpec,
    cpr: &Cpr,
) -> Result<Result<Statement, Fejlkode>, Failure> {
    let Some(citizen) = app.store().citizen(cpr).await? else {
        return if may_see_everybody(session) {
            Ok(Err(Fejlkode::NoSuchPerson))
        } else {
            Err(Failure::CitizenForbidden)
        };
    };
    if !may_see(session, operation, &citizen) {
        return Err(Failure::CitizenForbidden);
    }
    if citizen.slow {
        tracing::debug!("the operator takes its time");
        tokio::time::sleep(app.settings().slow).await;
    }
    Ok(citizen.answer.map(|data| Statement { job_centre: citizen.job_centre, data }))
}

/// Whether any operation is theirs for all citizens, so that the document lets them know who there is. Others are told
/// the same of a citizen who is not theirs and of a number that nobody has.
fn may_see_everybody(session: &Session) -> bool {
    ALL.into_iter()
        .filter(|operation| operation.is_about_citizen())
        .any(|operation| reach(session.organisation.kind, operation.rights) == Reach::All)
}

fn may_see(session: &Session, operation: &OperationSpec, citizen: &Citizen) -> bool {
    // For a provider, too, the code is that of the job centre: the one it acts for.
    let own = session.organisation.code == citizen.job_centre;
    match reach(session.organisation.kind, operation.rights) {
        Reach::All => true,
        Reach::Own => own,
        Reach::Referred => own && citizen.referred,
        Reach::Nobody => false,
    }
}
