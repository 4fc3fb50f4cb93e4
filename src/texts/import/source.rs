//! Shows how a file was interpreted, before the plan: a user who sees a wrong separator or encoding need not read on.

use leptos::prelude::*;

use super::Import;
use crate::texts::files::COLUMNS;
use crate::texts::files::csv::Csv;
use crate::texts::files::decode::Encoding;
use crate::ui::element::{el, empty, fragment};
use crate::ui::language::use_locale;
use crate::ui::view::Key;

/// So many names of columns are told.
const NAMED: usize = 8;

/// What a file was taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Source {
    /// What parts the cells; none in JSON.
    separator: Option<u8>,
    encoding: Option<Encoding>,
    used: Vec<&'static str>,
    unused: Vec<String>,
}

impl Source {
    /// As it was opened: a table, or JSON.
    pub(super) fn of(csv: Option<&Csv<'_>>, encoding: Option<Encoding>) -> Self {
        let separator = csv.map(Csv::separator);
        let (used, unused) = csv.map(|csv| (csv.used(), csv.unused())).unwrap_or_default();
        Self { separator, encoding, used, unused }
    }
}

fn name_of(separator: u8) -> Key {
    match separator {
        b';' => |w| w.exchange().semicolon,
        b',' => |w| w.exchange().comma,
        _ => |w| w.exchange().tab,
    }
}

/// The lines above the plan.
pub(super) fn source_view(import: Import) -> AnyView {
    let Some(source) = import.source.get() else { return empty() };
    let locale = use_locale();
    let Source { separator, encoding, used, unused } = source;
    let has_id = separator.is_none() || COLUMNS.first().is_some_and(|id| used.contains(id));
    let kind = move || {
        let separator = separator.map_or("JSON", |separator| name_of(separator)(locale.words()));
        [Some(separator), encoding.map(Encoding::name)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    let columns = move || {
        let words = locale.words().exchange();
        let more = if unused.len() > NAMED { format!(" … ({})", unused.len()) } else { String::new() };
        let named: Vec<_> = unused.iter().take(NAMED).map(String::as_str).collect();
        let unused = format!("{}: {}{more}", words.unused_columns, named.join(", "));
        let used = format!("{}: {}", words.columns, used.join(", "));
        if named.is_empty() { used } else { format!("{used} · {unused}") }
    };
    let mut lines = vec![el("p", "form-hint").dyn_text(kind).view()];
    if separator.is_some() {
        lines.push(el("p", "form-hint").dyn_text(columns).view());
    }
    if !has_id {
        lines.push(el("p", "").word(|w| w.exchange().no_id_column).view());
    }
    fragment(lines)
}
