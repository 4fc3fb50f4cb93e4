//! The two languages and the way to their words.

use crate::citizen::CitizenWords;
use crate::errors::ErrorWords;
use crate::frame::FrameWords;
use crate::server::ServerWords;
use crate::sheet::SheetWords;
use crate::texts::TextsWords;

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
    /// The value of `lang` in HTML.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Danish => "da",
            Self::English => "en",
        }
    }

    /// The language with this tag.
    pub fn from_tag(tag: &str) -> Option<Self> {
        [Self::Danish, Self::English].into_iter().find(|language| language.tag() == tag)
    }

    /// The one that is not this one.
    pub const fn other(self) -> Self {
        match self {
            Self::Danish => Self::English,
            Self::English => Self::Danish,
        }
    }
}

/// All fixed words of a language, by the part of the product that shows them.
pub struct Words {
    /// The frame around every page, signing in, pages that are not found.
    pub frame: FrameWords,
    /// The page "Borger".
    pub citizen: CitizenWords,
    /// The pages "Dynamiske tekster".
    pub texts: TextsWords,
    /// What is said when something failed.
    pub errors: ErrorWords,
    /// The PDF.
    pub sheet: SheetWords,
    /// What the backend says of faults.
    pub server: ServerWords,
}

static DANISH: Words = Words {
    frame: FrameWords::DANISH,
    citizen: CitizenWords::DANISH,
    texts: TextsWords::DANISH,
    errors: ErrorWords::DANISH,
    sheet: SheetWords::DANISH,
    server: ServerWords::DANISH,
};

static ENGLISH: Words = Words {
    frame: FrameWords::ENGLISH,
    citizen: CitizenWords::ENGLISH,
    texts: TextsWords::ENGLISH,
    errors: ErrorWords::ENGLISH,
    sheet: SheetWords::ENGLISH,
    server: ServerWords::ENGLISH,
};

/// The words of a language.
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Danish => &DANISH,
        Language::English => &ENGLISH,
    }
}
