//! One row of a plan, as shown to the user.

use leptos::prelude::*;
use letasyl_locale::{row_number, twin};
use uuid::Uuid;

use super::excluded::Excluded;
use super::{Fault, Plan, Verdict};
use crate::texts::editor::draft::Draft;
use crate::texts::excerpt::in_short;
use crate::texts::import::Import;
use crate::ui::diff::marked;
use crate::ui::element::{ElementBuilder, el, empty, fragment};
use crate::ui::language::use_locale;
use crate::ui::view::Key;

/// The row of this number; with a box to leave it out, where it would change something.
pub(super) fn row(import: Import, plan: &Plan, excluded: Excluded, number: usize) -> AnyView {
    let Some(row) = plan.rows.get(number) else { return ().into_any() };
    let locale = use_locale();
    let fault = match row.verdict {
        Verdict::Faulty(fault) => Some(fault),
        _ => None,
    };
    // What is not the row of a file is known by its text, which has the row's own number.
    let place = row.line;
    let is_json = plan.is_json;
    let named = place == 0;
    let name = plan.known.get(number).filter(|_| named).map(|text| in_short(text.text.as_str())).unwrap_or_default();
    let told = move || {
        let language = locale.get();
        let place = if named { name.clone() } else { row_number(language, place, is_json) };
        match fault {
            None => place,
            Some(Fault::Twin(other)) => format!("{place}: {}", twin(language, other, is_json)),
            Some(fault) => format!("{place}: {}", name_of(fault)(locale.words())),
        }
    };
    let writes = row.verdict.writes();
    let told = el("span", if named { "prewrap" } else { "" }).dyn_text(told);
    let told = if writes { excluded.check(number, told.view()) } else { told.view() };
    let mut views = vec![el("p", "").child(told).view()];
    match &row.verdict {
        Verdict::New(draft) | Verdict::Doubtful(_, draft) => {
            for part in [in_short(&draft.text), in_short(&draft.display_text), group_name(import, draft.group)] {
                views.push(el("p", "prewrap").text(&part).view());
            }
        }
        Verdict::Changed(known, now) => {
            let before = plan.known.get(*known).map(Draft::of).unwrap_or_default();
            let of_group = |draft: &Draft| group_name(import, draft.group);
            views.push(change(|w| w.names.text, &before.text, &now.text, !named));
            views.push(change(|w| w.names.display_text, &before.display_text, &now.display_text, false));
            views.push(change(|w| w.names.group, &of_group(&before), &of_group(now), false));
        }
        Verdict::Same | Verdict::Faulty(_) => {}
    }
    fragment(views)
}

/// What changes in one of the fields. `always`: it is told even when it does not, because the text is known by it.
fn change(name: Key, before: &str, now: &str, always: bool) -> AnyView {
    if before == now {
        return if always { el("p", "prewrap").text(&in_short(now)).view() } else { empty() };
    }
    let words = el("strong", "").word(name).view();
    let runs = marked(before, now);
    let drawn = runs.iter().map(|(tag, part)| el(tag, "prewrap").text(part).view());
    drawn.fold(el("p", "diff").child(words).text(": "), ElementBuilder::child).view()
}

/// The name of a group; empty for none.
pub(super) fn group_name(import: Import, id: Option<Uuid>) -> String {
    let groups = import.store.groups.get().unwrap_or_default();
    let known = groups.iter().find(|group| Some(group.external_identifier) == id);
    known.map(|group| group.name.as_str().to_owned()).unwrap_or_default()
}

fn name_of(fault: Fault) -> Key {
    match fault {
        Fault::Odd | Fault::Twin(_) => |w| w.exchange().odd,
        Fault::Broken => |w| w.exchange().broken,
        Fault::NotAnId => |w| w.exchange().not_an_id,
        Fault::NoText => |w| w.exchange().no_text,
        Fault::NoDisplayText => |w| w.exchange().no_display_text,
        Fault::UnknownGroup => |w| w.exchange().unknown_group,
        Fault::OtherGroup => |w| w.exchange().other_group,
    }
}
