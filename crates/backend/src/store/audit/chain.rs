//! The hash that chains an entry to the one before it.

use sha2::{Digest, Sha256};

use super::AuditEntry;

/// Keeps these hashes apart from any other use of SHA-256, and tells the form of what is hashed.
const FORM: &[u8] = b"letasyl audit 1";

/// The hash of an entry, its number, and through the hash before it everything before it.
pub fn hash(previous: &[u8; 32], number: i64, entry: &AuditEntry) -> [u8; 32] {
    let mut hasher = Sha256::new();
    hasher.update(FORM);
    hasher.update(previous);
    hasher.update(number.to_be_bytes());
    hasher.update(entry.at.to_be_bytes());
    text(&mut hasher, Some(&entry.event));
    for field in [
        &entry.user_id,
        &entry.user_name,
        &entry.organisation_type,
        &entry.organisation_code,
        &entry.organisation_name,
        &entry.cpr,
        &entry.criterion,
        &entry.request_id,
        &entry.problem,
        &entry.trace,
    ] {
        text(&mut hasher, field.as_deref());
    }
    for field in [entry.status, entry.fejlkode] {
        hasher.update([u8::from(field.is_some())]);
        hasher.update(field.unwrap_or_default().to_be_bytes());
    }
    hasher.finalize().into()
}

/// With its length, so that no two different entries are hashed as the same bytes.
fn text(hasher: &mut Sha256, field: Option<&str>) {
    hasher.update([u8::from(field.is_some())]);
    let field = field.unwrap_or_default();
    hasher.update(u64::try_from(field.len()).unwrap_or(u64::MAX).to_be_bytes());
    hasher.update(field);
}

/// As it is shown and noted: 64 hexadecimal digits.
pub fn hex(hash: &[u8; 32]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_and_its_place_count() {
        let entry = |change: &dyn Fn(&mut AuditEntry)| {
            let mut entry = AuditEntry { event: "GetText".to_owned(), ..AuditEntry::default() };
            change(&mut entry);
            hash(&[0; 32], 1, &entry)
        };
        let some = || Some("a".to_owned());
        let changes: [&dyn Fn(&mut AuditEntry); 15] = [
            &|_| (),
            &|e| e.at = 1,
            &|e| e.event = "GetTexts".to_owned(),
            &|e| e.user_id = some(),
            &|e| e.user_name = some(),
            &|e| e.organisation_type = some(),
            &|e| e.organisation_code = some(),
            &|e| e.organisation_name = some(),
            &|e| e.cpr = some(),
            &|e| e.criterion = some(),
            &|e| e.request_id = some(),
            &|e| e.status = Some(0),
            &|e| e.problem = some(),
            &|e| e.fejlkode = Some(0),
            &|e| e.trace = some(),
        ];
        let mut hashes: Vec<_> = changes.iter().map(|change| entry(change)).collect();
        hashes.push(hash(&[0; 32], 2, &AuditEntry { event: "GetText".to_owned(), ..AuditEntry::default() }));
        hashes.push(hash(&[1; 32], 1, &AuditEntry { event: "GetText".to_owned(), ..AuditEntry::default() }));
        let all = hashes.len();
        hashes.sort_unstable();
        hashes.dedup();
        assert_eq!(hashes.len(), all);
    }
}
