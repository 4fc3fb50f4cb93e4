//! Plans an import without changing anything: new, changed, unchanged and invalid rows, and texts missing from the
//! file. Pure; takes one row at a time, so that it can run in steps.

mod damage;
mod excluded;
mod index;
mod missing;
mod row;
pub(in crate::texts) mod view;

use std::sync::Arc;

use letasyl_contract::{GetDynamicTextDto, GetDynamicTextGroupDto};
use uuid::Uuid;

use self::index::Index;
use crate::texts::editor::draft::{Draft, digest};
use crate::texts::files::Record;

/// Why a row cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::texts) enum Fault {
    /// More cells than columns, or a value in JSON that is no text.
    Odd,
    /// A byte in it is no letter in the encoding of the file.
    Broken,
    /// The id is not a UUID.
    NotAnId,
    /// Its id stands on another line, too: this one.
    Twin(u32),
    /// No text, or only blanks.
    NoText,
    /// No display text, or only blanks.
    NoDisplayText,
    /// No group has this id or this name, or several have the name.
    UnknownGroup,
    /// The group with this id is not called so.
    OtherGroup,
}

/// Why a row that would be a new text may not be meant as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::texts) enum Doubt {
    /// A text with this "Tekst" is there, with another display text or in another group.
    Exists,
    /// It has an id that no text has: the text may have been deleted since, or be another database's.
    Gone,
    /// The same stands further up in the file.
    Repeated,
}

/// What a row means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::texts) enum Verdict {
    /// A text that is not there yet.
    New(Draft),
    /// The same, if the user says so.
    Doubtful(Doubt, Draft),
    /// The text of this number reads otherwise now.
    Changed(usize, Draft),
    /// As it is.
    Same,
    /// It cannot be used.
    Faulty(Fault),
}

impl Verdict {
    /// Whether something is written for it, unless it is left out.
    pub(in crate::texts) fn writes(&self) -> bool {
        match self {
            Self::New(_) | Self::Doubtful(..) | Self::Changed(..) => true,
            Self::Same | Self::Faulty(_) => false,
        }
    }
}

/// A row of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::texts) struct Row {
    /// Where it begins; 0 where it is not the row of a file.
    pub line: u32,
    /// What it means.
    pub verdict: Verdict,
}

/// What is to be done.
#[derive(Debug, Default, PartialEq)]
pub(in crate::texts) struct Plan {
    /// The texts as they were read.
    pub known: Vec<GetDynamicTextDto>,
    /// The rows of the file.
    pub rows: Vec<Row>,
    /// The numbers of the known texts that the file does not name.
    pub missing: Vec<usize>,
    /// Whether the rows are the elements of a list in JSON, not the lines of a table.
    pub is_json: bool,
}

impl Plan {
    /// Whether carrying it out could change anything.
    pub(in crate::texts) fn changes_something(&self) -> bool {
        self.rows.iter().any(|row| row.verdict.writes())
    }
}

/// A plan being made: first `know` every text, then `take` every row, then `finish`.
#[derive(Default)]
pub(in crate::texts) struct Planner {
    plan: Plan,
    groups: Arc<Vec<GetDynamicTextGroupDto>>,
    /// The known texts by their ids, by what they say, and by their "Tekst" alone.
    by_id: Index,
    by_content: Index,
    by_name: Index,
    ordered: bool,
    /// Whether bytes of the file could not be read: their rows cannot be used.
    pub is_broken: bool,
    /// Which of them the file names.
    named: Vec<bool>,
    /// The rows by the ids in them.
    rows_by_id: Index,
}

impl Planner {
    /// With the groups that there are.
    pub(in crate::texts) fn new(groups: Arc<Vec<GetDynamicTextGroupDto>>) -> Self {
        Self { groups, ..Self::default() }
    }

    /// One of the texts that there are.
    pub(in crate::texts) fn know(&mut self, text: GetDynamicTextDto) {
        let number = self.plan.known.len();
        self.by_id.0.push((text.external_identifier.as_u128(), number));
        let group = text.group_external_identifier();
        self.by_content.0.push((digest(text.text.as_str(), text.display_text.as_str(), group), number));
        self.by_name.0.push((digest(text.text.as_str().trim(), "", None), number));
        self.named.push(false);
        self.plan.known.push(text);
    }

    /// The next row of the file.
    pub(in crate::texts) fn take(&mut self, record: Record) {
        if !self.ordered {
            self.ordered = true;
            self.by_id.order();
            self.by_content.order();
            self.by_name.order();
        }
        let line = record.line;
        let verdict = self.judge(record).unwrap_or_else(Verdict::Faulty);
        self.plan.rows.push(Row { line, verdict });
    }

    fn judge(&mut self, record: Record) -> Result<Verdict, Fault> {
        let Record { cells: [id, text, display_text, group, name], odd, .. } = record;
        let id = id.unwrap_or_default();
        let id = match id.trim() {
            "" => None,
            id => Some(Uuid::try_parse(id).map_err(|_| Fault::NotAnId)?),
        };
        let mut known = None;
        if let Some(id) = id {
            self.rows_by_id.0.push((id.as_u128(), self.plan.rows.len()));
            known = self.by_id.at(self.by_id.start(id.as_u128()), id.as_u128());
        }
        // Even a row with a fault names its text, which is then not missing.
        if let Some(named) = known.and_then(|known| self.named.get_mut(known)) {
            *named = true;
        }
        if odd {
            return Err(Fault::Odd);
        }
        let cells = [&text, &display_text, &name];
        if self.is_broken && cells.into_iter().flatten().any(|cell| cell.contains('\u{fffd}')) {
            return Err(Fault::Broken);
        }
        let before = known.and_then(|known| self.plan.known.get(known));
        let group = match (group, name) {
            // A file without columns for it says nothing about the group.
            (None, None) => before.and_then(GetDynamicTextDto::group_external_identifier),
            (group, name) => self.group(&group.unwrap_or_default(), &name.unwrap_or_default())?,
        };
        let draft = Draft { text: text.unwrap_or_default(), display_text: display_text.unwrap_or_default(), group };
        if let Err(missing) = draft.complete() {
            return Err(if missing.text { Fault::NoText } else { Fault::NoDisplayText });
        }
        Ok(match known {
            Some(known) if self.plan.known.get(known).is_some_and(|text| draft.is(text)) => Verdict::Same,
            Some(known) => Verdict::Changed(known, draft),
            None if id.is_some() => Verdict::Doubtful(Doubt::Gone, draft),
            None => Verdict::New(draft),
        })
    }

    /// The group with this id; where no group has it, the one with this name, since another database has other ids.
    fn group(&self, id: &str, name: &str) -> Result<Option<Uuid>, Fault> {
        let (id, name) = (id.trim(), name.trim());
        if id.is_empty() && name.is_empty() {
            return Ok(None);
        }
        let wanted = Uuid::try_parse(id).ok();
        if !id.is_empty() && wanted.is_none() {
            return Err(Fault::NotAnId);
        }
        if let Some(group) = self.groups.iter().find(|group| Some(group.external_identifier) == wanted) {
            let same = name.is_empty() || group.name.as_str().trim() == name;
            return if same { Ok(wanted) } else { Err(Fault::OtherGroup) };
        }
        let mut called_so = self.groups.iter().filter(|group| group.name.as_str().trim() == name);
        match (called_so.next(), called_so.next()) {
            (Some(group), None) => Ok(Some(group.external_identifier)),
            _ => Err(Fault::UnknownGroup),
        }
    }

    /// What the whole file means.
    pub(in crate::texts) fn finish(mut self) -> Plan {
        self.rows_by_id.order();
        for pair in self.rows_by_id.0.windows(2) {
            if let [(one, first), (other, second)] = *pair
                && one == other
            {
                // Which of them is meant, nobody can say.
                let line = |row: usize| self.plan.rows.get(row).map_or(0, |row| row.line);
                for (row, twin) in [(first, line(second)), (second, line(first))] {
                    if let Some(row) = self.plan.rows.get_mut(row) {
                        row.verdict = Verdict::Faulty(Fault::Twin(twin));
                    }
                }
            }
        }
        self.find_there();
        self.doubt();
        self.plan.missing = self.named.iter().enumerate().filter(|(_, named)| !**named).map(|(n, _)| n).collect();
        self.plan
    }

    /// A text without a known id that is there to the letter, and that no other row means, is there: who imports a file
    /// twice has no text twice. Of texts that are alike each is taken once, so the next row begins after it.
    fn find_there(&mut self) {
        let mut taken = vec![0_usize; self.by_content.0.len()];
        for row in &mut self.plan.rows {
            let (Verdict::New(draft) | Verdict::Doubtful(_, draft)) = &row.verdict else { continue };
            let key = draft.digest();
            let start = self.by_content.start(key);
            let Some(taken) = taken.get_mut(start) else { continue };
            while let Some(number) = self.by_content.at(start + *taken, key) {
                *taken += 1;
                let same = self.plan.known.get(number).is_some_and(|text| draft.is(text));
                if let Some(named) = self.named.get_mut(number).filter(|named| same && !**named) {
                    *named = true;
                    row.verdict = Verdict::Same;
                    break;
                }
            }
        }
    }

    /// Of the new texts that are left, those that may not be meant as such.
    fn doubt(&mut self) {
        let mut new = Index::default();
        for (number, row) in self.plan.rows.iter().enumerate() {
            if let Verdict::New(draft) = &row.verdict {
                new.0.push((draft.digest(), number));
            }
        }
        new.order();
        for (key, number) in &new.0 {
            let first = new.at(new.start(*key), *key);
            let Some(Verdict::New(draft)) = self.plan.rows.get(*number).map(|row| &row.verdict) else { continue };
            let name = digest(draft.text.trim(), "", None);
            let doubt = if first.is_some_and(|first| first != *number) {
                Doubt::Repeated
            } else if self.by_name.at(self.by_name.start(name), name).is_some() {
                Doubt::Exists
            } else {
                continue;
            };
            let draft = draft.clone();
            if let Some(row) = self.plan.rows.get_mut(*number) {
                row.verdict = Verdict::Doubtful(doubt, draft);
            }
        }
    }
}

#[cfg(test)]
mod tests;
