//! Sets up what the pages share: the store, bulk jobs and dropped files.

use leptos::prelude::*;

use crate::shell::paths;
use crate::texts::bulk::batch::run::Run;
use crate::texts::import::incoming::hear_drops;
use crate::texts::store::Store;

/// Provides them to the current reactive owner, for as long as the user is signed in.
pub(in crate::texts) fn provide() {
    let store = Store::new();
    store.send_pending_on_unload();
    store.listen();
    // What is typed, under way or still to be deleted waits for its user.
    let (router, pending) = (store.router, store.pending);
    provide_context(store);
    hear_drops(store);
    let run = Run::provide(store);
    store.session.awaits(move || {
        let at_texts = router.path().with_untracked(|path| path.starts_with(paths::TEXTS));
        let works = untrack(|| run.is_busy());
        at_texts && router.guard().is_blocking() || works || !pending.with_untracked(Vec::is_empty)
    });
}
