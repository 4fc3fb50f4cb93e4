//! stub
use leptos::prelude::*;
/// stub
#[component]
pub(crate) fn ListPage() -> impl IntoView { view!{ <h1>"x"</h1> } }
/// stub
#[component]
pub(crate) fn NewPage() -> impl IntoView { view!{ <h1>"x"</h1> } }
/// stub
#[component]
pub(crate) fn EditPage() -> impl IntoView { view!{ <h1>"x"</h1> } }
#[derive(Clone, Copy)]
pub(crate) struct Shelf;
impl Shelf { pub(crate) fn provide() {} }
