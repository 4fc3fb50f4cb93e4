//! The five demo users, one for each kind of right.

use letasyl_contract::{OrganisationDto, OrganisationType, UserDto};

/// The job centre whose own citizens most demo people are.
pub const JOB_CENTRE: &str = "10100";
/// Another job centre.
pub const OTHER_JOB_CENTRE: &str = "20200";
const MUNICIPALITY: &str = "30300";

/// Everybody whom one can sign in as, and for whom.
pub fn users() -> Vec<(UserDto, OrganisationDto)> {
    use OrganisationType::{AndenAktoer, JobCenter, Kommune, Star};
    vec![
        user("star-admin", "Ingrid Søgaard", Star, "STAR", "Styrelsen for Arbejdsmarked og Rekruttering"),
        user("sagsbehandler", "Mette Åkjær", JobCenter, JOB_CENTRE, "Jobcenter Østervang"),
        user("sagsbehandler-anden-kommune", "Jonas Bækgaard", JobCenter, OTHER_JOB_CENTRE, "Jobcenter Vesterlund"),
        // Its code is that of the job centre on whose behalf it acts.
        user("anden-aktoer", "Samira Lind", AndenAktoer, JOB_CENTRE, "Vejen Frem ApS for Jobcenter Østervang"),
        user("kommune", "Poul Erik Thøgersen", Kommune, MUNICIPALITY, "Sønderkær Kommune"),
    ]
}

fn user(id: &str, name: &str, kind: OrganisationType, code: &str, organisation: &str) -> (UserDto, OrganisationDto) {
    let user = UserDto { id: id.to_owned(), name: name.to_owned() };
    (user, OrganisationDto { kind, code: code.to_owned(), name: organisation.to_owned() })
}
