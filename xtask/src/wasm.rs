//! As much of the WebAssembly format as is needed to learn how large each function is and what it is called.

use std::collections::HashMap;

/// Name and size in bytes of every function that the module itself defines; `None` if it is no module.
pub fn functions(module: &[u8]) -> Option<Vec<(String, u64)>> {
    let mut reader = Reader(module.strip_prefix(b"\0asm\x01\0\0\0")?);
    let (mut imported, mut sizes, mut names) = (0_u32, Vec::new(), HashMap::new());
    while !reader.0.is_empty() {
        let kind = reader.byte()?;
        let mut section = reader.sized()?;
        match kind {
            2 => imported = count_imported_functions(&mut section)?,
            10 => {
                sizes =
                    (0..section.number()?).map(|_| section.sized().map(|body| body.0.len())).collect::<Option<_>>()?
            }
            0 if section.text()? == "name" => names = function_names(section)?,
            _ => {}
        }
    }
    let named = (imported..).zip(sizes).map(|(index, size)| (names.remove(&index).unwrap_or_default(), size as u64));
    Some(named.collect())
}

/// Imported functions come first in the count of all functions.
fn count_imported_functions(section: &mut Reader) -> Option<u32> {
    let mut functions = 0;
    for _ in 0..section.number()? {
        section.text()?;
        section.text()?;
        match section.byte()? {
            0 => {
                section.number()?;
                functions += 1;
            }
            // A module made by rustc imports nothing else.
            _ => return None,
        }
    }
    Some(functions)
}

fn function_names(mut section: Reader) -> Option<HashMap<u32, String>> {
    let mut names = HashMap::new();
    while !section.0.is_empty() {
        let kind = section.byte()?;
        let mut part = section.sized()?;
        if kind == 1 {
            for _ in 0..part.number()? {
                let index = part.number()?;
                names.insert(index, part.text()?.to_owned());
            }
        }
    }
    Some(names)
}

/// What is left to read.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// LEB128: seven bits a byte, the lowest first.
    fn number(&mut self) -> Option<u32> {
        let mut value = 0_u32;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            value |= u32::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(value);
            }
        }
        None
    }

    fn sized(&mut self) -> Option<Reader<'a>> {
        let length = usize::try_from(self.number()?).ok()?;
        let (part, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(Reader(part))
    }

    fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.sized()?.0).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::functions;

    #[test]
    fn reads_sizes_and_names_past_the_imports() {
        let module = [
            b"\0asm\x01\0\0\0".as_slice(),
            // Imports: one function "a" "b" of type 0.
            &[2, 7, 1, 1, b'a', 1, b'b', 0, 0],
            // Code: two bodies, of two and of three bytes.
            &[10, 8, 2, 2, 0, 0x0b, 3, 0, 1, 0x0b],
            // Names: function 2 is "f".
            &[0, 11, 4, b'n', b'a', b'm', b'e', 1, 4, 1, 2, 1, b'f'],
        ]
        .concat();
        assert_eq!(functions(&module).unwrap(), [(String::new(), 2), ("f".to_owned(), 3)]);
    }

    #[test]
    fn refuses_what_is_no_module_or_is_cut_off() {
        assert_eq!(functions(b"<!doctype html>"), None);
        assert_eq!(functions(b"\0asm\x01\0\0\0\x0a\x7f"), None);
    }
}
