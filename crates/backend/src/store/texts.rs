//! Dynamic texts and their groups.

use std::collections::HashMap;

use letasyl_contract::{
    CreateDynamicTextDto, GetDynamicTextDto, GetDynamicTextGroupDto, NonEmptyText, ReceivedText, UpdateDynamicTextDto,
};
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row};
use uuid::Uuid;

use super::request_ids::WriteTransaction;
use super::{Store, StoreError, WriteError};

/// Which state of all texts and groups something was read from. Equal ones mean equal texts.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Version {
    /// Which database: made at random with the file.
    pub identity: String,
    /// How many times it has changed.
    pub number: i64,
}

/// Why a change of a text was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextRefused {
    /// No text has this id.
    NoSuchText,
    /// No group has this id.
    NoSuchGroup,
}

const SELECT: &str = "SELECT texts.id, texts.text, texts.display_text, texts.group_id FROM texts";

impl Store {
    /// The present state.
    pub async fn texts_version(&self) -> Result<Version, StoreError> {
        self.read(|connection| {
            let version = connection
                .prepare_cached("SELECT identity, texts_version FROM state")?
                .query_row((), |row| Ok(Version { identity: row.get(0)?, number: row.get(1)? }))?;
            Ok(version)
        })
        .await
    }

    /// One text, if there is one with this id.
    pub async fn text(&self, id: Uuid) -> Result<Option<GetDynamicTextDto>, StoreError> {
        self.read(move |connection| {
            let groups = groups_by_id(connection)?;
            let mut statement = connection.prepare_cached(&format!("{SELECT} WHERE id = ?1"))?;
            Ok(statement.query_row([id.to_string()], |row| text(row, &groups)).optional()?)
        })
        .await
    }

    /// All texts, or those of one group, in the order in which they were created.
    pub async fn texts(&self, group: Option<Uuid>) -> Result<Vec<GetDynamicTextDto>, StoreError> {
        self.read(move |connection| {
            let groups = groups_by_id(connection)?;
            let rows: Result<Vec<_>, _> = match group {
                Some(group) => connection
                    .prepare_cached(&format!("{SELECT} WHERE group_id = ?1 ORDER BY number"))?
                    .query_map([group.to_string()], |row| text(row, &groups))?
                    .collect(),
                None => connection
                    .prepare_cached(&format!("{SELECT} ORDER BY number"))?
                    .query_map((), |row| text(row, &groups))?
                    .collect(),
            };
            Ok(rows?)
        })
        .await
    }

    /// All groups.
    pub async fn groups(&self) -> Result<Vec<GetDynamicTextGroupDto>, StoreError> {
        self.read(all_groups).await
    }

    /// Makes sure of the groups and, where there is no text yet, puts these in, all in one transaction.
    pub async fn seed_texts(
        &self,
        groups: Vec<GetDynamicTextGroupDto>,
        texts: impl Iterator<Item = GetDynamicTextDto> + Send + 'static,
    ) -> Result<(), StoreError> {
        self.write(move |transaction| {
            let before = transaction.total_changes();
            for (position, group) in (0_i64..).zip(&groups) {
                transaction
                    .prepare_cached(
                        "INSERT INTO groups (id, name, position) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
                    )?
                    .execute((group.external_identifier.to_string(), group.name.as_str(), position))?;
            }
            let empty: bool = transaction.query_row("SELECT NOT EXISTS (SELECT 1 FROM texts)", (), |row| row.get(0))?;
            if empty {
                for text in texts {
                    let group = text.group.map(|group| group.external_identifier);
                    insert(
                        transaction,
                        text.external_identifier,
                        text.text.as_str(),
                        text.display_text.as_str(),
                        group,
                    )?;
                }
            }
            if transaction.total_changes() != before {
                changed(transaction)?;
            }
            Ok(())
        })
        .await
    }
}

impl WriteTransaction<'_> {
    /// Creates a text.
    pub fn create_text(&self, id: Uuid, body: &CreateDynamicTextDto) -> Result<(), WriteError<TextRefused>> {
        self.group_exists(body.group_external_identifier)?;
        insert(self.0, id, body.text.as_str(), body.display_text.as_str(), body.group_external_identifier)?;
        Ok(changed(self.0)?)
    }

    /// Changes a text. Faults of the request are found before the text is looked for.
    pub fn update_text(&self, body: &UpdateDynamicTextDto) -> Result<(), WriteError<TextRefused>> {
        self.group_exists(body.group_external_identifier)?;
        let found = self
            .0
            .prepare_cached("UPDATE texts SET text = ?2, display_text = ?3, group_id = ?4 WHERE id = ?1")?
            .execute((
                body.external_identifier.to_string(),
                body.text.as_str(),
                body.display_text.as_str(),
                body.group_external_identifier.map(|group| group.to_string()),
            ))?;
        self.done(found)
    }

    /// Deletes a text.
    pub fn delete_text(&self, id: Uuid) -> Result<(), WriteError<TextRefused>> {
        let found = self.0.prepare_cached("DELETE FROM texts WHERE id = ?1")?.execute([id.to_string()])?;
        self.done(found)
    }

    fn done(&self, found: usize) -> Result<(), WriteError<TextRefused>> {
        if found == 0 { Err(WriteError::Refused(TextRefused::NoSuchText)) } else { Ok(changed(self.0)?) }
    }

    fn group_exists(&self, group: Option<Uuid>) -> Result<(), WriteError<TextRefused>> {
        let Some(group) = group else { return Ok(()) };
        let mut statement = self.0.prepare_cached("SELECT 1 FROM groups WHERE id = ?1")?;
        if statement.exists([group.to_string()])? { Ok(()) } else { Err(WriteError::Refused(TextRefused::NoSuchGroup)) }
    }
}

fn insert(
    transaction: &Connection,
    id: Uuid,
    text: &str,
    display_text: &str,
    group: Option<Uuid>,
) -> rusqlite::Result<()> {
    transaction
        .prepare_cached("INSERT INTO texts (id, text, display_text, group_id) VALUES (?1, ?2, ?3, ?4)")?
        .execute((id.to_string(), text, display_text, group.map(|group| group.to_string())))?;
    Ok(())
}

fn changed(transaction: &Connection) -> rusqlite::Result<()> {
    transaction.prepare_cached("UPDATE state SET texts_version = texts_version + 1")?.execute(())?;
    Ok(())
}

fn all_groups(connection: &Connection) -> Result<Vec<GetDynamicTextGroupDto>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT id, name FROM groups ORDER BY position, id")?;
    let rows: Result<Vec<_>, _> = statement
        .query_map((), |row| Ok(GetDynamicTextGroupDto { external_identifier: id(row, 0)?, name: non_empty(row, 1)? }))?
        .collect();
    Ok(rows?)
}

/// Few groups, many texts: each text takes its group from here, by the id as stored.
fn groups_by_id(connection: &Connection) -> Result<HashMap<String, GetDynamicTextGroupDto>, StoreError> {
    Ok(all_groups(connection)?.into_iter().map(|group| (group.external_identifier.to_string(), group)).collect())
}

fn text(row: &Row<'_>, groups: &HashMap<String, GetDynamicTextGroupDto>) -> rusqlite::Result<GetDynamicTextDto> {
    let group = row.get_ref(3)?.as_str_or_null()?;
    Ok(GetDynamicTextDto {
        external_identifier: id(row, 0)?,
        text: non_empty(row, 1)?,
        display_text: non_empty(row, 2)?,
        group: group.and_then(|group| groups.get(group)).cloned(),
    })
}

fn id(row: &Row<'_>, column: usize) -> rusqlite::Result<Uuid> {
    Uuid::try_parse(row.get_ref(column)?.as_str()?).map_err(|error| unexpected(column, error))
}

fn non_empty(row: &Row<'_>, column: usize) -> rusqlite::Result<ReceivedText> {
    let text = NonEmptyText::new(row.get::<_, String>(column)?).map_err(|error| unexpected(column, error))?;
    Ok(text.into())
}

fn unexpected(column: usize, error: impl std::error::Error + Send + Sync + 'static) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(error))
}
