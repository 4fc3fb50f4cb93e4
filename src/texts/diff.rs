//! What differs between two texts, word by word. Pure.

/// A piece of the two texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// In both.
    Same(&'a str),
    /// Only in the first.
    Gone(&'a str),
    /// Only in the second.
    New(&'a str),
}

/// So many pairs of words are compared at the most; beyond, everything between what is alike at both ends counts as
/// different.
const MOST: usize = 1_000_000;

/// The first text and the second, piece by piece: without what is `New` it is the first, without what is `Gone` the
/// second, to the letter.
pub(super) fn diff<'a>(one: &'a str, other: &'a str) -> Vec<Piece<'a>> {
    let (one, other) = (words(one), words(other));
    let alike = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (start, one) = one.split_at(alike);
    let other = other.get(alike..).unwrap_or_default();
    let alike = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    let (one, end) = one.split_at(one.len() - alike);
    let other = other.get(..other.len() - alike).unwrap_or_default();

    let mut pieces: Vec<_> = start.iter().map(|word| Piece::Same(word)).collect();
    middle(one, other, &mut pieces);
    pieces.extend(end.iter().map(|word| Piece::Same(word)));
    pieces
}

/// What differs by the longest common run of words.
fn middle<'a>(one: &[&'a str], other: &[&'a str], pieces: &mut Vec<Piece<'a>>) {
    let width = other.len() + 1;
    // How many words the rests from each pair of places on have in common.
    let mut common = vec![0_u32; if one.len() * other.len() > MOST { 0 } else { (one.len() + 1) * width }];
    let at = |common: &[u32], a: usize, b: usize| common.get(a * width + b).copied().unwrap_or(0);
    if !common.is_empty() {
        for (a, word) in one.iter().enumerate().rev() {
            for (b, theirs) in other.iter().enumerate().rev() {
                let best = if word == theirs {
                    at(&common, a + 1, b + 1) + 1
                } else {
                    at(&common, a + 1, b).max(at(&common, a, b + 1))
                };
                if let Some(place) = common.get_mut(a * width + b) {
                    *place = best;
                }
            }
        }
    }
    let (mut a, mut b) = (0, 0);
    loop {
        match (one.get(a), other.get(b)) {
            (Some(word), Some(theirs)) if word == theirs => {
                pieces.push(Piece::Same(word));
                (a, b) = (a + 1, b + 1);
            }
            (Some(word), theirs) if theirs.is_none() || at(&common, a + 1, b) >= at(&common, a, b + 1) => {
                pieces.push(Piece::Gone(word));
                a += 1;
            }
            (_, Some(theirs)) => {
                pieces.push(Piece::New(theirs));
                b += 1;
            }
            (_, None) => break,
        }
    }
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
