//! Finding a word in texts without regard to case, quickly enough for a hundred thousand of them. Pure: what is
//! searched is handed over in lower case.

/// What is searched for, ready to be found often (Horspool): the standard library would prepare it anew for each text.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Needle {
    bytes: Vec<u8>,
    /// How far on the next possible hit is when a byte stands where the needle ends.
    skips: [u8; 256],
}

impl Needle {
    /// Of a search in lower case.
    pub(super) fn new(lower: &str) -> Self {
        let bytes = lower.as_bytes().to_vec();
        let longest = u8::try_from(bytes.len()).unwrap_or(u8::MAX);
        let mut skips = [longest.max(1); 256];
        // The last byte is left out: it says how far on its own earlier place is.
        for (after, byte) in (0_u8..=u8::MAX).zip(bytes.iter().rev()).skip(1) {
            if let Some(skip) = skips.get_mut(usize::from(*byte)) {
                *skip = after.min(*skip);
            }
        }
        Self { bytes, skips }
    }

    /// Whether everything is found.
    pub(super) fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Whether whatever this finds, `other` finds, too.
    pub(super) fn narrows(&self, other: &Self) -> bool {
        other.find(&self.bytes, 0).is_some()
    }

    /// Where it stands in a text in lower case, from a place on.
    pub(super) fn find(&self, hay: &[u8], from: usize) -> Option<usize> {
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
    pub(super) fn places(&self, text: &str, lower: fn(&str) -> String) -> Vec<(usize, usize)> {
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
        let places = Needle::new(&search.to_lowercase()).places(text, str::to_lowercase);
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
        assert_eq!(marked("🇩🇰 Ærø 🌍", "ærø 🌍"), ["Ærø 🌍"]);
    }

    #[test]
    fn marks_the_right_letters_where_lower_case_is_longer() {
        assert_eq!(marked("İİ Istanbul", "istanbul"), ["Istanbul"]);
        assert_eq!(marked("İx", "x"), ["x"]);
        assert_eq!(marked("xİ", "i"), ["İ"]);
    }

    #[test]
    fn a_longer_search_narrows_a_shorter_one() {
        let needle = Needle::new;
        assert!(needle("møde").narrows(&needle("mød")) && needle("x").narrows(&needle("")));
        assert!(!needle("mød").narrows(&needle("møde")));
    }
}
