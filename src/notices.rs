//! Short notices at the lower edge: "Teksten er gemt". Each is announced once, politely, and one may offer to undo.

use std::sync::Arc;

use leptos::prelude::*;

use crate::live::Live;
use crate::view::{Key, click, dynamic, word};

/// How long a notice stands, in milliseconds: also the time to undo.
pub(crate) const SHOWN_FOR: u64 = 8_000;

/// What a button does. It outlives the page that offers it, unlike a callback.
type Act = Arc<dyn Fn() + Send + Sync>;

/// One notice.
#[derive(Clone)]
struct Notice {
    text: Key,
    /// It stands until the user closes it, and looks like a warning.
    warning: bool,
    /// What its button does and is called; without one, it closes the notice.
    action: Option<(Key, Act)>,
}

/// The notices, shared by the whole app. A new one takes the place of the one before.
#[derive(Clone, Copy, Default)]
pub(crate) struct Notices {
    shown: Live<Option<Notice>>,
    count: Live<u32>,
}

impl Notices {
    /// Offers the notices to the whole app.
    pub(crate) fn provide() {
        provide_context(Self::default());
    }

    /// Something was done.
    pub(crate) fn tell(self, text: Key) {
        self.show(Notice { text, warning: false, action: None });
    }

    /// Something was not done, and the user must know.
    pub(crate) fn warn(self, text: Key) {
        self.show(Notice { text, warning: true, action: None });
    }

    /// Something is about to be done and can still be undone while the notice stands.
    pub(crate) fn offer_undo(self, text: Key, undo: impl Fn() + Send + Sync + 'static) {
        self.show(Notice { text, warning: false, action: Some((|w| w.texts.undo, Arc::new(undo))) });
    }

    /// Something waits for the user, who may take all the time there is.
    pub(crate) fn offer(self, text: Key, name: Key, act: impl Fn() + Send + Sync + 'static) {
        self.show(Notice { text, warning: true, action: Some((name, Arc::new(act))) });
    }

    /// Takes the notice away.
    pub(crate) fn clear(self) {
        self.shown.set(None);
    }

    fn show(self, notice: Notice) {
        let number = self.count.get_untracked().wrapping_add(1);
        self.count.set(number);
        let stays = notice.warning;
        self.shown.set(Some(notice));
        // A warning stands until the user closes it.
        if !stays {
            let after = std::time::Duration::from_millis(SHOWN_FOR);
            set_timeout(
                move || {
                    if self.count.get_untracked() == number {
                        self.clear();
                    }
                },
                after,
            );
        }
    }
}

/// The app's notices.
pub(crate) fn use_notices() -> Notices {
    use_context().unwrap_or_default()
}

/// Where the notices stand. The region is there from the start, so that screen readers hear what comes into it.
pub(crate) fn notice_region() -> AnyView {
    let notices = use_notices();
    view! {
        <div class="toast-region" role="status">
            {dynamic(move || notices.shown.get().map(|notice| one(notices, notice)).into_any())}
        </div>
    }
    .into_any()
}

fn one(notices: Notices, notice: Notice) -> AnyView {
    let Notice { text, warning, action } = notice;
    let name = action.as_ref().map_or((|w| w.frame.close) as Key, |(name, _)| *name);
    let act = move || {
        notices.clear();
        if let Some((_, act)) = &action {
            act();
        }
    };
    view! {
        <div class=if warning { "toast toast-error" } else { "toast" }>
            <p>{word(text)}</p>
            <button type="button" class="function-link" on:click=click(act)>
                {word(name)}
            </button>
        </div>
    }
    .into_any()
}
