//! Makes any text printable: line breaks become paragraphs, and what would harm the PDF or mislead the reader goes.
//!
//! Knows nothing of fonts. Nothing that can be seen is dropped: a control character becomes U+FFFD, so that the
//! reader sees that something stood there.

use unicode_normalization::UnicodeNormalization;

const TAB: &str = "    ";
const REPLACEMENT: char = '\u{fffd}';

/// The paragraphs of a text, each without a line break. Blank lines remain, though never two in a row and none at
/// either end; no paragraph at all means that the text holds nothing that can be seen.
pub(crate) fn paragraphs(text: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for line in text.replace("\r\n", "\n").split(is_line_break) {
        let clean = paragraph(line);
        let blank = clean.chars().all(|c| c.is_whitespace() || is_invisible(c));
        match (blank, all.last()) {
            (false, _) => all.push(clean),
            (true, Some(last)) if !last.is_empty() => all.push(String::new()),
            (true, _) => {}
        }
    }
    if all.last().is_some_and(String::is_empty) {
        all.pop();
    }
    all
}

/// The whole text as one paragraph: for places that have room for one line only.
pub(crate) fn one_line(text: &str) -> String {
    paragraphs(text).join(" ")
}

/// Characters that take no room and are not drawn: joiners, variation selectors, marks of direction and the like
/// (Unicode's default ignorable code points).
pub(crate) fn is_invisible(character: char) -> bool {
    matches!(
        u32::from(character),
        0xad | 0x34f | 0x61c | 0x115f..=0x1160 | 0x17b4..=0x17b5 | 0x180b..=0x180f | 0x200b..=0x200f
            | 0x202a..=0x202e | 0x2060..=0x206f | 0x3164 | 0xfe00..=0xfe0f | 0xfeff | 0xffa0 | 0xfff0..=0xfff8
            | 0x1bca0..=0x1bca3 | 0x1d173..=0x1d17a | 0xe0000..=0xe0fff
    )
}

/// Line feed, vertical tab, form feed, carriage return, next line, line separator, paragraph separator.
fn is_line_break(character: char) -> bool {
    matches!(character, '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn paragraph(line: &str) -> String {
    let mut clean = String::with_capacity(line.len());
    // Composed letters are in the font, decomposed ones would need a shaper: a + ring is drawn as å.
    for character in line.nfc() {
        match character {
            '\t' => clean.push_str(TAB),
            '\u{fff9}'..='\u{fffb}' => {}
            c if is_dropped(c) => {}
            c if c.is_control() || is_noncharacter(c) => clean.push(REPLACEMENT),
            c => clean.push(c),
        }
    }
    clean.truncate(clean.trim_end().len());
    clean
}

/// Invisible characters that would do harm: a byte order mark may not stand in a PDF's character map, marks of
/// direction could show a text in another order than it was written, a soft hyphen shows at no predictable place.
fn is_dropped(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
    )
}

fn is_noncharacter(character: char) -> bool {
    let code = u32::from(character);
    (0xfdd0..=0xfdef).contains(&code) || code & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_breaks_of_every_kind_part_paragraphs() {
        assert_eq!(paragraphs("a\r\nb\rc\u{2028}d\n\n\n\ne\n \n"), ["a", "b", "c", "d", "", "e"]);
    }

    #[test]
    fn what_cannot_be_seen_is_no_text() {
        assert!(paragraphs(" \u{200b}\n\u{feff}\u{202e} ").is_empty());
    }

    #[test]
    fn harm_goes_and_is_seen() {
        assert_eq!(paragraphs("a\0b\u{7}\tc\u{202e}d\u{ffff}"), ["a\u{fffd}b\u{fffd}    cd\u{fffd}"]);
        assert_eq!(paragraphs("A\u{30a}"), ["Å"]);
    }
}
