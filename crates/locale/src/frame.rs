//! The words around every page: frame, signing in, pages that are not there or not for everyone.

use crate::idle::idle_limit_minutes;
use letasyl_contract::{OperationName, OrganisationType};

use crate::Language;
use crate::fields::pick;
use crate::lists::listed;

word_group! {
    /// Fixed words of the frame.
    pub struct FrameWords {
        name = "Integrationslov", "Integration Act";
        skip = "Gå til indhold", "Skip to content";
        main_menu = "Hovedmenu", "Main menu";
        citizen = "Borger", "Citizen";
        texts = "Dynamiske tekster", "Dynamic texts";
        sign_out = "Log ud", "Sign out";
        other_language = "English", "Dansk";
        loading = "Henter …", "Loading …";
        not_found = "Siden findes ikke", "Page not found";
        not_found_text = "Adressen fører ikke til nogen side. Kontrollér den, eller gå til forsiden.",
            "Check that the address is correct, or go to the start page.";
        home = "Gå til forsiden", "Go to the start page";
        forbidden = "Du har ikke adgang til siden", "You don't have access to this page";
        forbidden_text = "Din organisation har ikke adgang. Siden kan bruges af:",
            "Your organisation doesn't have access. The page can be used by:";
        forbidden_next = "Kontakt den administrator, der styrer jeres adgang, hvis du har brug for siden.",
            "Contact your access administrator if you need the page.";
        sign_in = "Log ind", "Sign in";
        sign_in_text = "Demoudgave med fiktive personer. Vælg, hvem du vil logge ind som.",
            "Demo version with fictional people. Choose who to sign in as.";
        demo_users = "Demobrugere", "Demo users";
        sign_in_as = "som", "as";
        no_demo = "Her kan man ikke logge ind som demobruger. Log ind gennem din organisation.",
            "Demo users cannot sign in here. Sign in through your organisation.";
        session_ends = "Gem det, du er i gang med. Du skal logge ind igen", "Save your work. You must sign in again";
        expiry_title = "Du bliver snart logget ud", "You will soon be signed out";
        expiry_text = "Siden har ikke været brugt i et stykke tid. Af hensyn til borgerne bliver du logget ud",
            "The page has been inactive for a while. To protect citizens' data you will be signed out at";
        stay_signed_in = "Bliv logget ind", "Stay signed in";
        ended = "Du er blevet logget ud", "You have been signed out";
        ended_text = concat!("Din session er udløbet. Log ind igen for at fortsætte. Det, du har skrevet, er bevaret, men en borgers oplysninger bliver fjernet efter ", idle_limit_minutes!(), " minutter uden aktivitet."),
            concat!("Your session has expired. Sign in again to continue. What you have typed is kept, but a citizen's data are removed after ", idle_limit_minutes!(), " minutes without activity.");
        signed_out = "Du er logget ud", "You are signed out";
        not_signed_out = "Du er måske ikke logget ud. Prøv igen, eller luk browseren.",
            "You may not be signed out. Try again, or close the browser.";
        broken = "Der er sket en fejl på siden, og den virker ikke længere. Hent siden igen.",
            "Something went wrong, and the page no longer works. Reload it.";
        reload = "Hent siden igen", "Reload the page";
        module_failed = "Siden kunne ikke hentes", "The page could not be loaded";
        module_failed_do = "Forbindelsen blev afbrudt, eller der er kommet en ny version. Prøv igen, eller hent siden igen.",
            "The connection was lost, or there is a new version. Try again, or reload the page.";
        new_version = "Der er kommet en ny version. Gem det, du er i gang med, og hent så siden igen.",
            "There is a new version. Save what you are doing, then reload the page.";
        retry = "Prøv igen", "Try again";
        undo = "Fortryd", "Undo";
        cancel = "Annuller", "Cancel";
        close = "Luk", "Close";
        error_summary = "Der er en fejl på siden", "There is a problem on the page";
        sessions = "Dine sessioner", "Your sessions";
        sessions_text = "Her er du logget ind. Afslut dem, du ikke kender eller ikke bruger.",
            "You are signed in here. End those that you do not know or do not use.";
        this_session = "Denne browser", "This browser";
        other_session = "En anden browser", "Another browser";
        signed_in_at = "Logget ind", "Signed in";
        last_used = "Sidst brugt", "Last used";
        end_session = "Afslut", "End";
        end_others = "Afslut alle andre", "End all others";
        session_ended = "Afsluttet", "Ended";
        no_others = "Du er ikke logget ind andre steder.", "You are not signed in anywhere else.";
        fault = "Fejl", "Error";
        signed_in_as = "Logget ind som", "Signed in as";
    }
}

/// "Afslut sessionen fra 26. november 2026 kl. 19.57".
pub fn end_session_of(language: Language, began: &str) -> String {
    format!("{} {began}", pick(language, "Afslut sessionen fra", "End the session from"))
}

/// What kind of organisation it is.
pub fn organisation(language: Language, kind: OrganisationType) -> &'static str {
    match kind {
        OrganisationType::Star => "STAR",
        OrganisationType::JobCenter => pick(language, "Jobcenter", "Job centre"),
        OrganisationType::AndenAktoer => pick(language, "Anden Aktør", "Other provider (Anden Aktør)"),
        OrganisationType::Kommune => pick(language, "Kommune", "Municipality"),
    }
}

/// "Kan læse borgerens data, hente PDF og overføre": what a user may do with these operations.
pub fn permissions(language: Language, operations: &[OperationName]) -> String {
    use OperationName::{
        GetIntegrationslovsdata, GetIntegrationslovsdataPdf, OverfoerLetAsylIntegrationslovsdata, UpdateText,
    };
    let of = |operation, danish, english| operations.contains(&operation).then(|| pick(language, danish, english));
    let may = [
        of(GetIntegrationslovsdata, "læse borgerens data", "read the citizen's data"),
        of(GetIntegrationslovsdataPdf, "hente PDF", "download the PDF"),
        of(OverfoerLetAsylIntegrationslovsdata, "overføre", "transfer"),
        of(UpdateText, "rette dynamiske tekster", "edit dynamic texts"),
    ];
    let may: Vec<_> = may.into_iter().flatten().collect();
    if may.is_empty() {
        return pick(language, "Har ikke adgang til noget", "Has access to nothing").to_owned();
    }
    format!("{} {}", pick(language, "Kan", "Can"), listed(language, &may))
}

/// Every kind of organisation, in the order in which [`who_may`] lists them.
const KINDS: [OrganisationType; 4] =
    [OrganisationType::JobCenter, OrganisationType::AndenAktoer, OrganisationType::Kommune, OrganisationType::Star];

/// "jobcentre, Anden Aktør (på vegne af et jobcenter) og STAR": the organisations that `may` accepts, as a list in a
/// sentence.
pub fn who_may(language: Language, may: impl Fn(OrganisationType) -> bool) -> String {
    let names = KINDS.into_iter().filter(|kind| may(*kind)).map(|kind| match kind {
        OrganisationType::Star => "STAR",
        OrganisationType::JobCenter => pick(language, "jobcentre", "job centres"),
        OrganisationType::AndenAktoer => {
            pick(language, "Anden Aktør (på vegne af et jobcenter)", "other providers (on behalf of a job centre)")
        }
        OrganisationType::Kommune => pick(language, "kommuner", "municipalities"),
    });
    listed(language, &names.collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_organisations_as_a_sentence_does() {
        use OrganisationType::{AndenAktoer, JobCenter, Star};
        let list = |of: &[OrganisationType]| who_may(Language::Danish, |kind| of.contains(&kind));
        assert_eq!(list(&[]), "");
        assert_eq!(list(&[Star]), "STAR");
        assert_eq!(list(&[Star, JobCenter]), "jobcentre og STAR");
        assert_eq!(list(&[AndenAktoer, Star, JobCenter]), "jobcentre, Anden Aktør (på vegne af et jobcenter) og STAR");
    }
}
