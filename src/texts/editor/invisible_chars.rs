//! Finds what is invisible in a text but changes it: extra spaces, tabs, line breaks, zero-width characters. Pure.

/// What a part of a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::texts) enum Kind {
    /// It is seen as it is.
    Plain,
    /// Blanks at the beginning or the end of a line, or more than one in a row.
    Blank,
    /// A tab.
    Tab,
    /// A line break.
    Break,
    /// A blank at which no line ends, or of another width.
    Hard,
    /// A sign that is not seen: of no width, one that turns the direction of writing, a control character.
    Hidden,
}

impl Kind {
    /// What is pointed out, in the order in which it is told.
    pub(in crate::texts) const TOLD: [Self; 5] = [Self::Blank, Self::Tab, Self::Break, Self::Hard, Self::Hidden];
}

fn kind(letter: char) -> Kind {
    match letter {
        ' ' => Kind::Blank,
        '\t' => Kind::Tab,
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Kind::Break,
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => Kind::Hard,
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200d}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' => Kind::Hidden,
        _ if letter.is_control() => Kind::Hidden,
        _ => Kind::Plain,
    }
}

/// Whether a text goes on with what joins two parts of one emoji, which is part of what one sees.
fn joins(before: &[(Kind, &str)], rest: &str) -> bool {
    let pictured = |letter: Option<char>| letter.is_some_and(|letter| letter >= '\u{2190}');
    let mut rest = rest.chars();
    rest.next() == Some('\u{200d}')
        && pictured(rest.next())
        && pictured(before.last().and_then(|(_, part)| part.chars().next_back()))
}

/// The parts of a text, in order; together they are the text.
pub(in crate::texts) fn parts(text: &str) -> Vec<(Kind, &str)> {
    let mut parts: Vec<(Kind, &str)> = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_windows_break = rest.starts_with("\r\n");
        let found = if joins(&parts, rest) { Kind::Plain } else { kind(first) };
        // Breaks and hidden signs stand each for itself, so that they can be counted and named.
        let alone = matches!(found, Kind::Break | Kind::Hidden | Kind::Tab | Kind::Hard);
        let length = if alone {
            Some(first.len_utf8() + usize::from(is_windows_break))
        } else {
            rest.char_indices().skip(1).find(|(_, letter)| kind(*letter) != found).map(|(at, _)| at)
        };
        let (part, after) = rest.split_at(length.unwrap_or(rest.len()));
        let beside = |kind: Kind| matches!(kind, Kind::Plain | Kind::Hidden);
        let inside = parts.last().is_some_and(|(kind, _)| beside(*kind))
            && after.chars().next().is_some_and(|next| beside(kind(next)));
        // One blank between two words is what a blank is for.
        let found = if found == Kind::Blank && part.len() == 1 && inside { Kind::Plain } else { found };
        parts.push((found, part));
        rest = after;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<(Kind, &str)> {
        let parts = parts(text);
        assert_eq!(parts.iter().map(|(_, part)| *part).collect::<String>(), text);
        parts.into_iter().filter(|(kind, _)| *kind != Kind::Plain).collect()
    }

    #[test]
    fn blanks_at_the_ends_and_in_a_row_are_pointed_out_and_others_not() {
        assert_eq!(told("en to tre"), []);
        assert_eq!(told(" en  to "), [(Kind::Blank, " "), (Kind::Blank, "  "), (Kind::Blank, " ")]);
        assert_eq!(told("en \n to"), [(Kind::Blank, " "), (Kind::Break, "\n"), (Kind::Blank, " ")]);
        assert_eq!(told(" "), [(Kind::Blank, " ")]);
        assert_eq!(told("a\r\nb\rc"), [(Kind::Break, "\r\n"), (Kind::Break, "\r")]);
    }

    #[test]
    fn what_is_not_seen_is_named() {
        assert_eq!(
            told("a\tb\u{a0}c\u{200b}d\u{202e}e\n"),
            [
                (Kind::Tab, "\t"),
                (Kind::Hard, "\u{a0}"),
                (Kind::Hidden, "\u{200b}"),
                (Kind::Hidden, "\u{202e}"),
                (Kind::Break, "\n"),
            ]
        );
        assert_eq!(told("👩🏽\u{200d}🏭 é"), []);
        assert_eq!(told("a\u{200d} b"), [(Kind::Hidden, "\u{200d}")]);
    }
}
