//! Numbers of things, and lists of them in a sentence.

use crate::Language;
use crate::fields::pick;
use crate::numbers::grouped;

/// "a, b og c": a list in a sentence.
pub(crate) fn listed(language: Language, names: &[&str]) -> String {
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => {
            format!("{} {} {last}", rest.join(", "), pick(language, "og", "and"))
        }
        Some((only, _)) => (*only).to_owned(),
        None => String::new(),
    }
}

/// "2 år og 3 måneder": how many there are of each kind, called by one and by several. Kinds of which there are none are
/// left out.
pub(crate) fn counted(language: Language, kinds: &[(i64, &str, &str)]) -> String {
    let some = kinds.iter().filter(|(number, ..)| *number > 0);
    let counts: Vec<_> = some
        .map(|(number, one, many)| format!("{} {}", grouped(language, *number), if *number == 1 { one } else { many }))
        .collect();
    listed(language, &counts.iter().map(String::as_str).collect::<Vec<_>>())
}
