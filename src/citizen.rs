//! stub
use leptos::prelude::*;
/// stub
#[component]
pub(crate) fn CitizenPage() -> impl IntoView { view!{ <h1>"x"</h1> } }
