//! The language that the page is in, and the way to its words.

use leptos::prelude::*;
use letasyl_locale::{Language, Words, words};

use crate::platform::browser;
use crate::platform::signals::ErasedSignal;

const KEY: &str = "sprog";

/// The chosen language, shared by the whole app.
#[derive(Clone, Copy, Default)]
pub(crate) struct Locale(ErasedSignal<Language>);

impl Locale {
    /// Reads the remembered choice and offers it to the whole app.
    pub(crate) fn provide() -> Self {
        let remembered = browser::remembered(KEY).and_then(|tag| Language::from_tag(&tag));
        let locale = Self(ErasedSignal::new(remembered.unwrap_or_default()));
        Effect::new(move || browser::set_document_language(locale.get().tag()));
        provide_context(locale);
        locale
    }

    /// The language; a view that reads it follows it.
    pub(crate) fn get(self) -> Language {
        self.0.get()
    }

    /// The words of the language.
    pub(crate) fn words(self) -> &'static Words {
        words(self.get())
    }

    /// Changes to the other language and remembers it.
    pub(crate) fn toggle(self) {
        let language = self.0.get_untracked().other();
        browser::remember(KEY, language.tag());
        browser::change_unannounced(|| self.0.set(language));
    }
}

/// The app's language.
pub(crate) fn use_locale() -> Locale {
    use_context().unwrap_or_default()
}
