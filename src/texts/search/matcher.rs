//! Case-insensitive matching, fast enough for 100,000 texts. Pure: expects lower-case input.

use crate::texts::store::merge_sort::merged;

/// All that a search asks for, each of which has to be found: words in any order, and phrases in quotation marks.
#[derive(Clone, Default, PartialEq, Eq)]
pub(in crate::texts) struct Needles(Vec<Needle>);

impl Needles {
    /// Of a search in lower case.
    pub(in crate::texts) fn new(lower: &str) -> Self {
        Self(parts(lower).into_iter().map(Needle::new).collect())
    }

    /// Whether all of them stand in a text in lower case that ends with its id.
    pub(in crate::texts) fn are_in(&self, hay: &[u8]) -> bool {
        let (words, _) = hay.split_at(hay.len().saturating_sub(ID_LENGTH));
        self.0.iter().all(|needle| needle.find(if needle.may_be_id { hay } else { words }, 0).is_some())
    }

    /// Whether whatever these find, `others` find, too.
    pub(in crate::texts) fn narrows(&self, others: &Self) -> bool {
        others.0.iter().all(|other| self.0.iter().any(|needle| needle.narrows(other)))
    }

    /// The places of all of them in a text as it is written, from and to, in bytes; those that overlap are one.
    pub(in crate::texts) fn places(&self, text: &str, lower: fn(&str) -> String) -> Vec<(usize, usize)> {
        let places = merged(self.0.iter().flat_map(|needle| needle.places(text, lower)).collect());
        let mut joined: Vec<(usize, usize)> = Vec::new();
        for (from, to) in places {
            match joined.last_mut() {
                Some(last) if from < last.1 => last.1 = last.1.max(to),
                _ => joined.push((from, to)),
            }
        }
        joined
    }
}

/// So many bytes at the end of what is searched are a line break and the text's id.
pub(in crate::texts) const ID_LENGTH: usize = 37;
/// What is shorter is no part of an id: a 7 is in almost all of them.
const ID_PART: usize = 8;

/// What may stand around a phrase.
const QUOTES: &[char] = &['"', '”', '“', '„', '»', '«'];

/// The words of a search, and its phrases without their quotation marks. One that is not closed yet goes to the end.
fn parts(search: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = search.trim_start();
    while let Some(first) = rest.chars().next() {
        let is_phrase = QUOTES.contains(&first);
        let begun = if is_phrase { rest.trim_start_matches(first) } else { rest };
        let ends = |letter: char| if is_phrase { QUOTES.contains(&letter) } else { letter.is_whitespace() };
        let (part, after) = begun.split_at(begun.find(ends).unwrap_or(begun.len()));
        if !part.trim().is_empty() {
            parts.push(part);
        }
        rest = after.trim_start_matches(|letter: char| is_phrase && QUOTES.contains(&letter)).trim_start();
    }
    parts
}

/// What is searched for, ready to be found often (Horspool): the standard library would prepare it again for each text.
#[derive(Clone, PartialEq, Eq)]
struct Needle {
    bytes: Vec<u8>,
    /// Whether it could be a part of an id.
    may_be_id: bool,
    /// How far on the next possible hit is when a byte stands where the needle ends.
    skips: [u8; 256],
}

impl Needle {
    /// Of a word in lower case.
    fn new(lower: &str) -> Self {
        let bytes = lower.as_bytes().to_vec();
        let longest = u8::try_from(bytes.len()).unwrap_or(u8::MAX);
        let mut skips = [longest.max(1); 256];
        // The last byte is left out: it says how far on its own earlier place is.
        for (after, byte) in (0_u8..=u8::MAX).zip(bytes.iter().rev()).skip(1) {
            if let Some(skip) = skips.get_mut(usize::from(*byte)) {
                *skip = after.min(*skip);
            }
        }
        let may_be_id = bytes.len() >= ID_PART && bytes.iter().all(|byte| byte.is_ascii_hexdigit() || *byte == b'-');
        Self { bytes, may_be_id, skips }
    }

    /// Whether everything is found.
    fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Whether whatever this finds, `other` finds, too.
    fn narrows(&self, other: &Self) -> bool {
        // What is looked for in ids, too, finds more than what is not.
        other.find(&self.bytes, 0).is_some() && (other.may_be_id || !self.may_be_id)
    }

    /// Where it stands in a text in lower case, from a place on.
    fn find(&self, hay: &[u8], from: usize) -> Option<usize> {
        let Some(before) = self.bytes.len().checked_sub(1) else { return Some(from) };
        let last = self.bytes.last()?;
        let mut end = from + before;
        while let Some(byte) = hay.get(end) {
            if byte == last && hay.get(end - before..=end) == Some(&self.bytes) {
                return Some(end - before);
            }
            end += self.skips.get(usize::from(*byte)).map_or(1, |skip| usize::from(*skip));
        }
        None
    }

    /// The places in a text, as it is written, that the needle finds in its lower case; from and to, in bytes.
    /// `lower` makes lower case of a part: some letters are longer in it, so that places have to be told letter by
    /// letter.
    fn places(&self, text: &str, lower: fn(&str) -> String) -> Vec<(usize, usize)> {
        if self.is_empty() {
            return Vec::new();
        }
        let hay = lower(text);
        let same = hay.len() == text.len() && hay.chars().map(char::len_utf8).eq(text.chars().map(char::len_utf8));
        let mut hits = Vec::new();
        let mut from = 0;
        while let Some(at) = self.find(hay.as_bytes(), from) {
            from = at + self.bytes.len();
            hits.push((at, from));
        }
        if same || hits.is_empty() { hits } else { letter_by_letter(text, lower, &hits) }
    }
}

/// Hits in the lower case, as places in the text.
fn letter_by_letter(text: &str, lower: fn(&str) -> String, hits: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut letters = Vec::new();
    let mut at = 0;
    for (place, letter) in text.char_indices() {
        let end = at + lower(letter.encode_utf8(&mut [0; 4])).len();
        letters.push((place, place + letter.len_utf8(), at, end));
        at = end;
    }
    let touched = |(from, to): &(usize, usize)| {
        let mut inside = letters.iter().filter(|(_, _, begin, end)| begin < to && from < end);
        let first = inside.next()?;
        Some((first.0, inside.next_back().unwrap_or(first).1))
    };
    hits.iter().filter_map(touched).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, search: &str) -> Vec<String> {
        let places = Needles::new(&search.to_lowercase()).places(text, str::to_lowercase);
        places.into_iter().map(|(from, to)| text[from..to].to_owned()).collect()
    }

    #[test]
    fn finds_what_the_standard_library_finds() {
        let texts = ["", "a", "aa", "ab", "ba", "aab", "abab", "bababb", "abcabcabd", "æøå", "xæøåæø", "aaaaaaaab"];
        for hay in texts {
            for needle in texts.iter().skip(1) {
                let found = Needle::new(needle).find(hay.as_bytes(), 0);
                assert_eq!(found, hay.find(needle), "{needle} in {hay}");
            }
        }
        let long = "ab".repeat(400);
        assert_eq!(Needle::new(&long).find(format!("b{long}").as_bytes(), 0), Some(1));
    }

    #[test]
    fn marks_each_hit_as_it_is_written() {
        assert_eq!(marked("Møde om mødet, MØDE", "møde"), ["Møde", "møde", "MØDE"]);
        assert_eq!(marked("aaaa", "aa"), ["aa", "aa"]);
        assert_eq!(marked("noget", ""), Vec::<String>::new());
        assert_eq!(marked("🇩🇰 Ærø 🌍", "ærø 🌍"), ["Ærø", "🌍"]);
        assert_eq!(marked("🇩🇰 Ærø 🌍", "\"ærø 🌍\""), ["Ærø 🌍"]);
        assert_eq!(marked("Mødested", "øde mø"), ["Møde"]);
    }

    #[test]
    fn marks_the_right_letters_where_lower_case_is_longer() {
        assert_eq!(marked("İİ Istanbul", "istanbul"), ["Istanbul"]);
        assert_eq!(marked("İx", "x"), ["x"]);
        assert_eq!(marked("xİ", "i"), ["İ"]);
    }

    #[test]
    fn words_stand_in_any_order_and_a_phrase_as_it_is() {
        for (search, expected) in [
            ("", vec![]),
            ("   ", vec![]),
            (" tolk  møde ", vec!["tolk", "møde"]),
            ("\"møde  om\" tolk", vec!["møde  om", "tolk"]),
            ("tolk \"møde o", vec!["tolk", "møde o"]),
            ("”møde” »tolk«", vec!["møde", "tolk"]),
            ("\"\" \" \"", vec![]),
            ("5\" rør", vec!["5\"", "rør"]),
        ] {
            assert_eq!(parts(search), expected, "{search}");
        }
        let id = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
        let are_in = |search: &str, hay: &str| Needles::new(search).are_in(format!("{hay}\n{id}").as_bytes());
        assert!(are_in("tolk møde", "møde med tolk") && are_in("", "") && are_in("\"med tolk\"", "møde med tolk"));
        assert!(!are_in("tolk fri", "møde med tolk") && !are_in("\"tolk møde\"", "møde med tolk"));
    }

    #[test]
    fn an_id_is_found_by_a_part_that_is_long_enough() {
        let hay = "møde 2\n3f2504e0-4f89-41d3-9a0c-0305e82c3301".as_bytes();
        let are_in = |search: &str| Needles::new(search).are_in(hay);
        assert!(are_in("3f2504e0") && are_in("41d3-9a0c") && are_in("2 3f2504e0-4f89-41d3-9a0c-0305e82c3301"));
        assert!(!are_in("3f25") && !are_in("4") && !are_in("3f2504e1"));
        assert!(!Needles::new("3f2504e0").narrows(&Needles::new("3f2504e")));
    }

    #[test]
    fn typing_on_narrows_and_taking_away_does_not() {
        let narrows = |search: &str, before: &str| Needles::new(search).narrows(&Needles::new(before));
        assert!(narrows("møde t", "møde") && narrows("tolk møde", "mød") && narrows("x", "") && narrows("a b", "b a"));
        assert!(!narrows("møde", "møde t") && !narrows("", "x") && !narrows("fri", "tolk"));
    }

    #[test]
    fn a_longer_search_narrows_a_shorter_one() {
        let needle = Needle::new;
        assert!(needle("møde").narrows(&needle("mød")) && needle("x").narrows(&needle("")));
        assert!(!needle("mød").narrows(&needle("møde")));
    }
}
