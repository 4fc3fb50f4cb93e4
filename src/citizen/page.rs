//! The page as a whole: what stands where.

use leptos::prelude::*;

use super::bar::bar;
use super::demo::demo;
use super::find::{FIELD, find};
use super::idle::idle;
use super::look_up::{failures, no_data};
use super::pdf::pdf_panel;
use super::sheet::sheet;
use super::state::Case;
use super::transfer::{interrupted_panel, transfer_panel};
use crate::shell::document_title::{focus_page, use_title};
use crate::ui::view::word;

/// The page "Borger".
pub(crate) fn citizen_page() -> AnyView {
    use_title(|w| w.citizen.title);
    let case = Case::new();
    focus_page();
    // Where the focus goes when what had it disappears, unless a part of the page says otherwise.
    view! {
        <div class="citizen" data-return-focus=FIELD data-first-focus=FIELD>
            <div class="citizen-head">
                <h1 tabindex="-1">{word(|w| w.citizen.title)}</h1>
                {find(case)}
            </div>
            {idle(case)}
            {interrupted_panel(case)}
            {bar(case)}
            {failures(case)}
            {no_data(case)}
            {transfer_panel(case)}
            {pdf_panel(case)}
            {sheet(case)}
            {demo(case)}
        </div>
    }
    .into_any()
}
