//! Describes the selection in a question: the first names, how many more, and how many the list does not show.

use leptos::prelude::*;
use letasyl_locale::{first_names, of_them_hidden};

use crate::texts::confirm::NAMED;
use crate::texts::list::List;
use crate::ui::element::el;
use crate::ui::language::use_locale;

/// "»Afslutning 1«, »Afslutning 2« og 10 andre (heraf 4 ikke vist)", found out when the question opens.
pub(super) fn which(list: List, open: RwSignal<bool>) -> AnyView {
    let locale = use_locale();
    let names = move || {
        if !open.get() {
            return String::new();
        }
        let catalog = list.store.texts.get_untracked().unwrap_or_default();
        let names = list.store.selection.with_untracked(|selection| {
            let chosen = catalog.all().filter(|text| selection.contains(text.external_identifier));
            let names: Vec<_> = chosen.take(NAMED).map(|text| text.text.as_str()).collect();
            first_names(locale.get(), &names, selection.len())
        });
        match untrack(|| list.hidden()) {
            0 => names,
            hidden => format!("{names} ({})", of_them_hidden(locale.get(), hidden)),
        }
    };
    el("p", "prewrap").attr("dir", "auto").dyn_text(names).view()
}
