//! The two languages and the way to their words.

use letasyl_contract::{CPR_HEADER, REQUEST_ID_HEADER};

use crate::act::ActWords;
use crate::citizen::CitizenWords;
use crate::errors::ErrorWords;
use crate::exchange::ExchangeWords;
use crate::fields::pick;
use crate::frame::FrameWords;
use crate::server::ServerWords;
use crate::sheet::SheetWords;
use crate::texts::{NameWords, TextsWords};

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// The first and the default.
    #[default]
    Danish,
    /// The second.
    English,
}

impl Language {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[Self::Danish, Self::English];

    /// The value of `lang` in HTML.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Danish => "da",
            Self::English => "en",
        }
    }

    /// The language with this tag.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|language| language.tag() == tag)
    }

    /// The one that is not this one.
    pub const fn other(self) -> Self {
        match self {
            Self::Danish => Self::English,
            Self::English => Self::Danish,
        }
    }
}

/// The fixed words of the pages in a language, by the part that shows them.
pub struct Words {
    language: Language,
    /// The frame around every page, signing in, pages that are not found.
    pub frame: FrameWords,
    /// The page "Borger".
    pub citizen: CitizenWords,
    /// Transfers that are not settled, and leaving.
    pub act: ActWords,
    /// What is said when something failed.
    pub errors: ErrorWords,
    /// What people call the members of a text.
    pub names: NameWords,
}

impl Words {
    /// The pages "Dynamiske tekster". A function, so that these words are part of the module that shows them and not of
    /// the one that everybody loads.
    pub fn texts(&self) -> &'static TextsWords {
        pick(self.language, &const { TextsWords::DANISH }, &const { TextsWords::ENGLISH })
    }

    /// Many texts at once, and texts as files. A function for the same reason.
    pub fn exchange(&self) -> &'static ExchangeWords {
        pick(self.language, &const { ExchangeWords::DANISH }, &const { ExchangeWords::ENGLISH })
    }

    /// What people call the place of a fault: a member of a body by its JSON pointer, or a parameter by its name. `None` for
    /// what only programs know.
    pub fn name_of(&self, place: &str) -> Option<&'static str> {
        match place {
            "/text" => Some(self.names.text),
            "/displayText" => Some(self.names.display_text),
            "/groupExternalIdentifier" => Some(self.names.group),
            CPR_HEADER => Some(self.citizen.cpr_label),
            REQUEST_ID_HEADER => Some(self.errors.request_id),
            _ => None,
        }
    }
}

static DANISH: Words = Words {
    language: Language::Danish,
    frame: FrameWords::DANISH,
    citizen: CitizenWords::DANISH,
    act: ActWords::DANISH,
    errors: ErrorWords::DANISH,
    names: NameWords::DANISH,
};

static ENGLISH: Words = Words {
    language: Language::English,
    frame: FrameWords::ENGLISH,
    citizen: CitizenWords::ENGLISH,
    act: ActWords::ENGLISH,
    errors: ErrorWords::ENGLISH,
    names: NameWords::ENGLISH,
};

/// The words of the PDF. Apart from those of the pages, which are sent to every browser.
pub fn sheet_words(language: Language) -> &'static SheetWords {
    pick(language, &const { SheetWords::DANISH }, &const { SheetWords::ENGLISH })
}

/// What the backend says of faults. Apart from the words of the pages, which are sent to every browser.
pub fn server_words(language: Language) -> &'static ServerWords {
    pick(language, &const { ServerWords::DANISH }, &const { ServerWords::ENGLISH })
}

/// The words of the pages in a language.
pub fn words(language: Language) -> &'static Words {
    pick(language, &DANISH, &ENGLISH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_has_its_words_in_both_languages() {
        let groups = [
            FrameWords::KEYS,
            CitizenWords::KEYS,
            ActWords::KEYS,
            NameWords::KEYS,
            TextsWords::KEYS,
            ExchangeWords::KEYS,
            ErrorWords::KEYS,
            SheetWords::KEYS,
            ServerWords::KEYS,
        ];
        for (key, danish, english) in groups.into_iter().flatten() {
            assert!(!danish.trim().is_empty() && !english.trim().is_empty(), "{key}");
        }
    }

    #[test]
    fn a_language_is_known_by_its_tag() {
        for language in Language::ALL.iter().copied() {
            assert_eq!(Language::from_tag(language.tag()), Some(language));
            assert_ne!(language.other(), language);
        }
        assert_eq!(Language::from_tag("de"), None);
    }
}
