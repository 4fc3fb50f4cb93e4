//! Short notices at the lower edge: "Teksten er gemt". Each is announced once, politely, and one may offer to undo.

use leptos::prelude::*;

use crate::live::Live;
use crate::view::{Key, click, dynamic, word};

/// How long a notice stands, in milliseconds: also the time to undo.
pub(crate) const SHOWN_FOR: u64 = 8_000;

/// One notice.
#[derive(Clone, Copy)]
struct Notice {
    text: Key,
    /// It stands until the user closes it, and looks like a warning.
    warning: bool,
    /// What its button does and is called; without one, it closes the notice.
    action: Option<(Key, Callback<()>)>,
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
    pub(crate) fn offer_undo(self, text: Key, undo: Callback<()>) {
        self.show(Notice { text, warning: false, action: Some((|w| w.texts.undo, undo)) });
    }

    /// Something waits for the user, who may take all the time there is.
    pub(crate) fn offer(self, text: Key, name: Key, act: Callback<()>) {
        self.show(Notice { text, warning: true, action: Some((name, act)) });
    }

    /// Takes the notice away.
    pub(crate) fn clear(self) {
        self.shown.set(None);
    }

    fn show(self, notice: Notice) {
        let number = self.count.get_untracked().wrapping_add(1);
        self.count.set(number);
        self.shown.set(Some(notice));
        // A warning stands until the user closes it.
        if !notice.warning {
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
    let act = move || {
        notices.clear();
        if let Some((_, act)) = notice.action {
            act.run(());
        }
    };
    let action = notice.action.map_or((|w| w.frame.close) as Key, |(name, _)| name);
    view! {
        <div class=if notice.warning { "toast toast-error" } else { "toast" }>
            <p>{word(notice.text)}</p>
            <button type="button" class="function-link" on:click=click(act)>
                {word(action)}
            </button>
        </div>
    }
    .into_any()
}
