//! The front end of Integrationslov: a client-side Leptos app.

use leptos::prelude::*;

/// Mounts the app into the element `#app`.
pub fn mount() {
    leptos::mount::mount_to_body(|| view! { <h1>"Integrationslov"</h1> });
}
