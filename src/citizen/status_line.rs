//! The page's one status line: what has just happened to the citizen's data, shown and announced once.
//!
//! The line is always there, because screen readers do not announce a region that comes with its text. It is emptied
//! before the next outcome, so that the same words are announced again.

use leptos::prelude::*;
use letasyl_contract::Cpr;
use letasyl_locale::{Language, changes, completeness, fetched, nothing_fetched, transferred, words};

use super::state::{Case, Status};
use crate::ui::language::use_locale;
use crate::ui::view::boxed_text;

/// The id of the line.
pub(super) const STATUS: &str = "status";

/// The line.
pub(super) fn status_line(case: Case) -> AnyView {
    let locale = use_locale();
    let line = boxed_text(move || {
        let language = locale.get();
        case.status.with(|status| status.as_ref().map(|(cpr, status)| say(language, cpr, status)).unwrap_or_default())
    });
    view! {
        <p id=STATUS class="news no-print" role="status" tabindex="-1">
            {line}
        </p>
    }
    .into_any()
}

fn say(language: Language, cpr: &Cpr, status: &Status) -> String {
    let citizen = cpr.formatted();
    match *status {
        Status::Fetched { filled, all } => {
            format!("{}. {}", fetched(language, &citizen, false), completeness(language, filled, all))
        }
        Status::FetchedAgain { changed, new_version } => {
            format!("{}. {}", fetched(language, &citizen, true), changes(language, changed, new_version))
        }
        Status::NoData => nothing_fetched(language, &citizen),
        Status::Cancelled => words(language).citizen.cancelled.to_owned(),
        Status::Transferring => format!("{citizen}: {}", words(language).citizen.transferring),
        Status::Transferred { before } => transferred(language, &citizen, before),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_citizen_and_the_outcome() {
        let cpr = Cpr::parse("2902011234").unwrap();
        let line = |status| say(Language::Danish, &cpr, &status);
        assert_eq!(
            line(Status::Fetched { filled: 24, all: 24 }),
            "Data om 290201-1234 er hentet. 24 af 24 felter er udfyldt"
        );
        assert_eq!(
            line(Status::FetchedAgain { changed: 0, new_version: false }),
            "Data om 290201-1234 er hentet igen. Intet er ændret, siden du sidst hentede data"
        );
        assert_eq!(
            line(Status::FetchedAgain { changed: 0, new_version: true }),
            "Data om 290201-1234 er hentet igen. Udgaven er ny, men ingen felter er ændret"
        );
        assert_eq!(line(Status::NoData), "LetAsyl har ingen data om 290201-1234");
    }
}
