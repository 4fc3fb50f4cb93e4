//! Whether a text can be found again in what a reader of PDF makes of it.

#![allow(dead_code, reason = "each test uses its own part")]

use letasyl_contract::{Code, IntegrationslovsdataDto, Section, SprogDto, Value};
use letasyl_locale::{Language, LanguageColumn, code, column, field, section, value};
use unicode_normalization::UnicodeNormalization;

const DANISH: Language = Language::Danish;

/// A text without blanks and without what cannot be seen: lines are broken anywhere, and poppler adds marks of
/// direction.
pub fn bones(text: &str) -> String {
    let seen = text.nfc().filter(|c| !c.is_whitespace() && !ignorable(*c));
    seen.map(|c| if c.is_control() || u32::from(c) & 0xfffe == 0xfffe { '\u{fffd}' } else { c }).collect()
}

fn ignorable(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe0f}' | '\u{feff}')
}

/// All pages as one, without what is repeated where something goes on.
pub fn joined(pages: &[String], repeated: &[String]) -> String {
    let mut all = bones(&pages.concat());
    for words in repeated {
        let words = bones(words);
        // The first column headings stay: they are looked for.
        let first = all.find(&words).filter(|_| !words.ends_with(')')).map_or(0, |at| at + words.len());
        let rest = all.split_off(first);
        all.push_str(&rest.replace(&words, ""));
    }
    all
}

/// The column headings, and every name and label with the mark that it goes on.
pub fn continuations(data: &IntegrationslovsdataDto) -> Vec<String> {
    let labels = Section::ALL.into_iter().flat_map(Section::fields).map(|of| field(DANISH, of).to_owned());
    let names = Section::ALL.into_iter().map(|of| section(DANISH, of).to_owned());
    let languages = data.borgersprog.iter().filter_map(|of| of.sprog_stamdata.sprognavn.clone());
    let columns: String = LanguageColumn::ALL.map(|of| column(DANISH, of)).concat();
    let named = labels.chain(names).chain(languages).map(|name| format!("{name} (fortsat)"));
    [columns].into_iter().chain(named).collect()
}

/// Every filled element in words, with its label.
pub fn filled(data: &IntegrationslovsdataDto) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for of in Section::ALL.into_iter().flat_map(Section::fields) {
        let Some(found) = of.value(data) else { continue };
        all.push((field(DANISH, of).to_owned(), value(DANISH, found)));
        if let Value::Languages(languages) = found {
            all.extend(languages.iter().flat_map(language));
        }
    }
    all
}

fn language(of: &SprogDto) -> Vec<(String, String)> {
    let level = |level: &Option<Code>| level.as_ref().map(|level| code(DANISH, level));
    let cells = LanguageColumn::ALL.into_iter().filter_map(|which| {
        let shown = match which {
            LanguageColumn::Name => of.sprog_stamdata.sprognavn.clone(),
            LanguageColumn::Code => of.sprog_stamdata.sprogkode.map(|code| code.to_string()),
            LanguageColumn::Experience => of.sprogerfaring.clone(),
            LanguageColumn::Listening => level(&of.taleforstaaelsesniveau_type),
            LanguageColumn::Speaking => level(&of.taleniveau_type),
            LanguageColumn::Reading => level(&of.laeseniveau_type),
            LanguageColumn::Writing => level(&of.skriveniveau_type),
        };
        Some((column(DANISH, which).to_owned(), shown?))
    });
    cells.collect()
}
