//! The demo people of the embedded role.

use letasyl_contract::{Cpr, Fejlkode, IntegrationslovsdataDto};
use rusqlite::OptionalExtension;

use super::{Store, StoreError};

/// A citizen whom the embedded role knows.
#[derive(Debug, Clone, PartialEq)]
pub struct Citizen {
    /// The job centre whose own citizen this is.
    pub job_centre: String,
    /// Whether the job centre referred the citizen to the provider (Anden Aktør) that acts for it.
    pub referred: bool,
    /// Whether the operator takes its time.
    pub slow: bool,
    /// What the operator answers: data, none, or an error code.
    pub answer: Result<Option<IntegrationslovsdataDto>, Fejlkode>,
}

impl Store {
    /// The citizen with this number, if known.
    pub async fn citizen(&self, cpr: &Cpr) -> Result<Option<Citizen>, StoreError> {
        let cpr = cpr.expose().to_owned();
        self.read(move |connection| {
            let mut statement = connection
                .prepare_cached("SELECT job_centre, referred, slow, fejlkode, data FROM citizens WHERE cpr = ?1")?;
            let found = statement.query_row([cpr], |row| {
                let (fejlkode, data): (Option<i32>, Option<String>) = (row.get(3)?, row.get(4)?);
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, fejlkode, data))
            });
            let Some((job_centre, referred, slow, fejlkode, data)) = found.optional()? else { return Ok(None) };
            let known =
                |code| Fejlkode::find(code).ok_or_else(|| StoreError::new("a citizen's error code is not documented"));
            let answer = match (fejlkode, data) {
                (Some(code), _) => Err(known(code)?),
                (None, None) => Ok(None),
                (None, Some(json)) => {
                    let data = serde_json::from_str(&json);
                    Ok(Some(data.map_err(|_| StoreError::new("a citizen's data is not as documented"))?))
                }
            };
            Ok(Some(Citizen { job_centre, referred, slow, answer }))
        })
        .await
    }

    /// Makes the known citizens exactly these.
    pub async fn seed_citizens(&self, citizens: Vec<(Cpr, Citizen)>) -> Result<(), StoreError> {
        self.write(move |transaction| {
            transaction.execute("DELETE FROM citizens", ())?;
            for (cpr, citizen) in citizens {
                let (fejlkode, data) = match citizen.answer {
                    Err(code) => (Some(code.code()), Ok(None)),
                    Ok(data) => (None, data.map(|data| serde_json::to_string(&data)).transpose()),
                };
                let data = data.map_err(|_| StoreError::new("a citizen's data cannot be written"))?;
                transaction
                    .prepare_cached(
                        "INSERT INTO citizens (cpr, job_centre, referred, slow, fejlkode, data) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                    )?
                    .execute((cpr.expose(), citizen.job_centre, citizen.referred, citizen.slow, fejlkode, data))?;
            }
            Ok(())
        })
        .await
    }
}
