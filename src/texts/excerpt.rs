//! Shortens long texts for drawing. Otherwise every keystroke costs the browser hundreds of thousands of elements.
//! Pure.

/// So many characters are drawn.
const CHARACTERS: usize = 20_000;
/// In so many pieces.
const PIECES: usize = 2_000;

/// The first of some pieces, each cut to what is left of the characters, and whether there is more. `length`: how many
/// characters a piece has; `cut`: its first ones.
pub(in crate::texts) fn excerpt<T>(
    pieces: Vec<T>,
    length: impl Fn(&T) -> usize,
    cut: impl Fn(T, usize) -> T,
) -> (Vec<T>, bool) {
    let all = pieces.len();
    let mut left = CHARACTERS;
    let mut drawn = Vec::new();
    for piece in pieces.into_iter().take(PIECES) {
        let long = length(&piece);
        if long > left {
            drawn.push(cut(piece, left));
            return (drawn, true);
        }
        left -= long;
        drawn.push(piece);
    }
    let more = drawn.len() < all;
    (drawn, more)
}

/// The first characters of a text.
pub(in crate::texts) fn beginning(text: &str, characters: usize) -> &str {
    text.char_indices().nth(characters).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

/// So much of a text is enough to know it by, in characters.
const SHORT: usize = 300;

/// A text as far as it takes to know it.
pub(in crate::texts) fn in_short(text: &str) -> String {
    let short = beginning(text, SHORT);
    if short.len() < text.len() { format!("{short}…") } else { short.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(pieces: Vec<&str>) -> (Vec<&str>, bool) {
        excerpt(pieces, |piece| piece.chars().count(), beginning)
    }

    #[test]
    fn a_text_of_usual_length_is_drawn_as_a_whole() {
        assert_eq!(drawn(vec!["a", "b"]), (vec!["a", "b"], false));
        assert_eq!(drawn(vec!["x"; PIECES]).0.len(), PIECES);
    }

    #[test]
    fn a_long_one_ends_after_so_many_characters_or_pieces() {
        let long = "å".repeat(CHARACTERS + 1);
        let (pieces, more) = drawn(vec!["b", &long, "c"]);
        assert_eq!(pieces.iter().map(|piece| piece.chars().count()).sum::<usize>(), CHARACTERS);
        assert!(more);
        let (pieces, more) = drawn(vec!["x"; PIECES + 1]);
        assert_eq!((pieces.len(), more), (PIECES, true));
    }
}
