//! Which texts a question is about: the first names, how many more, and how many of them the list does not show.

use leptos::prelude::*;
use letasyl_locale::{first_names, of_them_hidden};

use super::Chosen;
use crate::language::use_locale;
use crate::texts::list::List;

/// "»Afslutning 1«, »Afslutning 2« og 10 andre (heraf 4 ikke vist)", found out when the question opens.
pub(super) fn which(list: List, open: RwSignal<bool>) -> impl FnMut() -> String {
    let locale = use_locale();
    move || {
        if !open.get() {
            return String::new();
        }
        let chosen = Chosen::of(list.shelf);
        let names = first_names(locale.get(), &chosen.first_names(), chosen.len());
        match untrack(|| list.hidden()) {
            0 => names,
            hidden => format!("{names} ({})", of_them_hidden(locale.get(), hidden)),
        }
    }
}
