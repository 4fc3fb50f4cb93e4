//! Line endings as they came: a browser's field knows only one kind of them, and would turn all others into it.

/// The text as a field shows it: every line ending is a line feed.
pub(super) fn shown(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// The text once a field, which showed `before`, holds `now`: what was not touched keeps its line endings.
pub(super) fn retyped(before: &str, now: &str) -> String {
    if !before.contains('\r') {
        return now.to_owned();
    }
    let (before, now) = (units(before), units(now));
    let start = before.iter().zip(&now).take_while(same).count();
    let (_, old) = before.split_at(start);
    let (kept, new) = now.split_at(start);
    let end = old.iter().rev().zip(new.iter().rev()).take_while(same).count();
    let (_, last) = old.split_at(old.len() - end);
    let (typed, _) = new.split_at(new.len() - end);
    let first = before.get(..kept.len()).unwrap_or_default();
    let mut text = String::new();
    for unit in [first, typed, last].into_iter().flatten() {
        // Next to a lone carriage return, a line feed would be one line ending with it.
        text.push_str(if *unit == "\n" && text.ends_with('\r') { "\r" } else { unit });
    }
    text
}

/// Whether a unit is shown as the other one.
fn same((one, other): &(&&str, &&str)) -> bool {
    one == other || one.starts_with('\r') && **other == "\n"
}

/// The characters of a text; both of a Windows line ending are one.
fn units(text: &str) -> Vec<&str> {
    let mut units = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("\r\n") { 2 } else { first.len_utf8() };
        let (unit, after) = rest.split_at(length);
        units.push(unit);
        rest = after;
    }
    units
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_touched_keeps_its_line_endings() {
        let before = "a\r\nb\rc\nd";
        for (now, expected) in [
            ("a\nb\nc\nd", "a\r\nb\rc\nd"),
            ("a\nb\nc\ndx", "a\r\nb\rc\ndx"),
            ("xa\nb\nc\nd", "xa\r\nb\rc\nd"),
            ("a\nbx\nc\nd", "a\r\nbx\rc\nd"),
            ("ab\nc\nd", "ab\rc\nd"),
            ("a\nb\n\nc\nd", "a\r\nb\r\rc\nd"),
            ("", ""),
            ("d", "d"),
        ] {
            assert_eq!(retyped(before, now), expected, "{now:?}");
            assert_eq!(shown(&retyped(before, now)), now);
        }
    }

    #[test]
    fn emoji_and_letters_with_marks_are_no_matter() {
        assert_eq!(retyped("🌍\r\né", "🌍x\né"), "🌍x\r\né");
    }

    #[test]
    fn without_other_line_endings_it_is_what_the_field_holds() {
        assert_eq!(retyped("a\nb", "c\n"), "c\n");
        assert_eq!(shown("a\r\n\rb"), "a\n\nb");
    }
}
