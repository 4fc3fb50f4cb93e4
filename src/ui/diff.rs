//! What differs between two texts, word by word. Pure.

use imara_diff::{Algorithm, Diff, InternedInput, Token};

/// The element around what is in both texts, only in the first, and only in the second.
pub(crate) const SAME: &str = "span";
pub(crate) const GONE: &str = "del";
pub(crate) const NEW: &str = "ins";

/// A piece of the two texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece<'a> {
    /// In both.
    Same(&'a str),
    /// Only in the first.
    Gone(&'a str),
    /// Only in the second.
    New(&'a str),
}

/// The first text and the second, piece by piece: without what is `New` it is the first, without what is `Gone` the
/// second, to the letter.
fn diff<'a>(one: &'a str, other: &'a str) -> Vec<Piece<'a>> {
    let mut input = InternedInput::default();
    input.update_before(words(one).into_iter());
    input.update_after(words(other).into_iter());
    // Whatever the texts, this ends soon: the algorithm contents itself with a longer way where the shortest is far.
    let diff = Diff::compute(Algorithm::Myers, &input);
    let word = |token: &Token| input.interner[*token];
    let (mut before, mut after) = (input.before.iter().zip(0..).peekable(), input.after.iter().zip(0..).peekable());
    let mut pieces = Vec::new();
    loop {
        if let Some((gone, _)) = before.next_if(|(_, index)| diff.is_removed(*index)) {
            pieces.push(Piece::Gone(word(gone)));
        } else if let Some((new, _)) = after.next_if(|(_, index)| diff.is_added(*index)) {
            pieces.push(Piece::New(word(new)));
        } else if let (Some((same, _)), Some(_)) = (before.next(), after.next()) {
            pieces.push(Piece::Same(word(same)));
        } else {
            return pieces;
        }
    }
}

/// What differs, as it is marked: the names of elements with their texts, of which no two alike follow each other.
pub(crate) fn marked(one: &str, other: &str) -> Vec<(&'static str, String)> {
    let mut runs: Vec<(&'static str, String)> = Vec::new();
    for piece in diff(one, other) {
        let (name, part) = match piece {
            Piece::Same(part) => (SAME, part),
            Piece::Gone(part) => (GONE, part),
            Piece::New(part) => (NEW, part),
        };
        match runs.last_mut() {
            Some((last, whole)) if *last == name => whole.push_str(part),
            _ => runs.push((name, part.to_owned())),
        }
    }
    runs
}

/// Words, runs of blanks, and each other sign for itself.
fn words(text: &str) -> Vec<&str> {
    let kind = |letter: char| match letter {
        _ if letter.is_alphanumeric() => 0,
        _ if letter.is_whitespace() => 1,
        _ => 2,
    };
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let same = |letter: char| kind(letter) == kind(first);
        let length = if kind(first) == 2 { Some(first.len_utf8()) } else { rest.find(|letter| !same(letter)) };
        let (word, after) = rest.split_at(length.unwrap_or(rest.len()));
        words.push(word);
        rest = after;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(one: &str, other: &str) -> String {
        let tell = |piece: &Piece| match piece {
            Piece::Same(word) => (*word).to_owned(),
            Piece::Gone(word) => format!("[-{word}]"),
            Piece::New(word) => format!("[+{word}]"),
        };
        diff(one, other).iter().map(tell).collect()
    }

    #[test]
    fn tells_word_by_word_what_is_gone_and_what_is_new() {
        assert_eq!(told("Mød op kl. 9", "Mød op kl. 10"), "Mød op kl. [-9][+10]");
        assert_eq!(told("en to tre", "en tre"), "en [-to][- ]tre");
        assert_eq!(told("", "ny"), "[+ny]");
        assert_eq!(told("ens", "ens"), "ens");
        assert_eq!(told("a  b", "a b"), "a[-  ][+ ]b");
    }

    #[test]
    fn both_texts_can_be_read_from_the_pieces() {
        let texts =
            ["", "Kære borger,\n\n du skal møde.", "Kære du,\n du skal  møde op!", "🇩🇰 æøå", &"a b ".repeat(900)];
        for one in texts {
            for other in texts {
                let pieces = diff(one, other);
                let first =
                    pieces.iter().filter_map(|p| if let Piece::Same(w) | Piece::Gone(w) = p { Some(*w) } else { None });
                let second =
                    pieces.iter().filter_map(|p| if let Piece::Same(w) | Piece::New(w) = p { Some(*w) } else { None });
                assert_eq!((first.collect::<String>(), second.collect::<String>()), (one.to_owned(), other.to_owned()));
            }
        }
    }
}
