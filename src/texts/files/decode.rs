//! Decodes bytes to text: UTF-8, and what spreadsheets save: UTF-16 ("Unicode text") and Windows-1252 ("CSV").

use super::Refusal;

/// How the text of a file is written in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::texts) enum Encoding {
    Utf8,
    /// UTF-8 with invalid bytes, each decoded as U+FFFD.
    BrokenUtf8,
    Utf16,
    Windows1252,
}

impl Encoding {
    /// What it is called.
    pub(in crate::texts) fn name(self) -> &'static str {
        match self {
            Self::Utf8 | Self::BrokenUtf8 => "UTF-8",
            Self::Utf16 => "UTF-16",
            Self::Windows1252 => "Windows-1252",
        }
    }
}

/// What the bytes of a file say, and how.
pub(in crate::texts) fn decode(bytes: Vec<u8>) -> Result<(String, Encoding), Refusal> {
    match bytes.as_slice() {
        // A workbook is an archive, an older one another container.
        [b'P', b'K', 3, 4, ..] | [0xD0, 0xCF, 0x11, 0xE0, ..] => return Err(Refusal::Workbook),
        [0xFF, 0xFE, rest @ ..] => return utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => return utf16(rest, u16::from_be_bytes),
        // What says that it is UTF-8, as our own files do, may hold anything.
        [0xEF, 0xBB, 0xBF, ..] => {}
        _ if bytes.contains(&0) => return Err(Refusal::Binary),
        _ => {}
    }
    // A mark at its beginning, which nobody wants to see in the first name of a column.
    let unmarked = |text: String| text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    Ok(match String::from_utf8(bytes) {
        Ok(text) => (unmarked(text), Encoding::Utf8),
        Err(error) if is_broken_utf8(error.as_bytes()) => {
            (unmarked(String::from_utf8_lossy(error.as_bytes()).into_owned()), Encoding::BrokenUtf8)
        }
        Err(error) => (error.as_bytes().iter().map(|byte| windows_1252(*byte)).collect(), Encoding::Windows1252),
    })
}

/// Whether most of what is beyond ASCII is UTF-8: in another encoding it would hardly ever be by chance.
fn is_broken_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|sign| !sign.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > broken
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<(String, Encoding), Refusal> {
    let (pairs, rest) = bytes.as_chunks();
    let text = char::decode_utf16(pairs.iter().copied().map(unit)).collect::<Result<_, _>>();
    text.ok().filter(|_| rest.is_empty()).map(|text| (text, Encoding::Utf16)).ok_or(Refusal::Binary)
}

/// 0x80–0x9F; all other bytes are the character of their own number.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn windows_1252(byte: u8) -> char {
    WINDOWS_1252.get(usize::from(byte).wrapping_sub(0x80)).copied().unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "text;displayText\r\n“Mød” – 5 €;æøåÆØÅ é\r\n";

    #[test]
    fn what_spreadsheets_save_is_read() {
        let utf16 = |unit: fn(u16) -> [u8; 2]| TEXT.encode_utf16().flat_map(unit).collect::<Vec<_>>();
        let windows: Vec<u8> = TEXT.chars().map(|c| (0..=255).find(|byte| windows_1252(*byte) == c).unwrap()).collect();
        for (bytes, encoding) in [
            (TEXT.as_bytes().to_vec(), Encoding::Utf8),
            (["\u{feff}", TEXT].concat().into_bytes(), Encoding::Utf8),
            ([&[0xFF, 0xFE], utf16(u16::to_le_bytes).as_slice()].concat(), Encoding::Utf16),
            ([&[0xFE, 0xFF], utf16(u16::to_be_bytes).as_slice()].concat(), Encoding::Utf16),
            (windows, Encoding::Windows1252),
        ] {
            assert_eq!(decode(bytes), Ok((TEXT.to_owned(), encoding)));
        }
    }

    #[test]
    fn a_bad_byte_spoils_nothing_but_its_own_place() {
        let bytes = [TEXT.as_bytes(), b"bl\xE5b\xE6r;x\r\n"].concat();
        assert_eq!(decode(bytes), Ok((format!("{TEXT}bl\u{fffd}b\u{fffd}r;x\r\n"), Encoding::BrokenUtf8)));
    }

    #[test]
    fn what_we_wrote_is_read_whatever_is_in_it() {
        assert_eq!(decode("\u{feff}a\0b".into()), Ok(("a\0b".to_owned(), Encoding::Utf8)));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(decode(b"PK\x03\x04rest".to_vec()), Err(Refusal::Workbook));
        assert_eq!(decode(vec![b't', 0, b'e', 0]), Err(Refusal::Binary));
        assert_eq!(decode(vec![0xFF, 0xFE, 0x00, 0xD8]), Err(Refusal::Binary));
        assert_eq!(decode(vec![0xFF, 0xFE, 0x41]), Err(Refusal::Binary));
        assert_eq!(decode(Vec::new()), Ok((String::new(), Encoding::Utf8)));
    }
}
