//! From bytes to text: UTF-8, and what spreadsheets make of it when they save: UTF-16 ("Unicode text") and
//! Windows-1252 ("CSV").

use super::Refusal;

/// What the bytes of a file say.
pub(in crate::texts) fn decode(bytes: Vec<u8>) -> Result<String, Refusal> {
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
    Ok(match String::from_utf8(bytes) {
        // Three bytes, which nobody wants to see in the first name of a column.
        Ok(text) => text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text),
        Err(error) => error.as_bytes().iter().map(|byte| windows_1252(*byte)).collect(),
    })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Refusal> {
    let (pairs, rest) = bytes.as_chunks();
    let text = char::decode_utf16(pairs.iter().copied().map(unit)).collect::<Result<_, _>>();
    text.ok().filter(|_| rest.is_empty()).ok_or(Refusal::Binary)
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
        for bytes in [
            TEXT.as_bytes().to_vec(),
            ["\u{feff}", TEXT].concat().into_bytes(),
            [&[0xFF, 0xFE], utf16(u16::to_le_bytes).as_slice()].concat(),
            [&[0xFE, 0xFF], utf16(u16::to_be_bytes).as_slice()].concat(),
            windows,
        ] {
            assert_eq!(decode(bytes).as_deref(), Ok(TEXT));
        }
    }

    #[test]
    fn what_we_wrote_is_read_whatever_is_in_it() {
        assert_eq!(decode("\u{feff}a\0b".into()).as_deref(), Ok("a\0b"));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(decode(b"PK\x03\x04rest".to_vec()), Err(Refusal::Workbook));
        assert_eq!(decode(vec![b't', 0, b'e', 0]), Err(Refusal::Binary));
        assert_eq!(decode(vec![0xFF, 0xFE, 0x00, 0xD8]), Err(Refusal::Binary));
        assert_eq!(decode(vec![0xFF, 0xFE, 0x41]), Err(Refusal::Binary));
        assert_eq!(decode(Vec::new()).as_deref(), Ok(""));
    }
}
