//! The demo people: each shows one thing that the front end must cope with.

use letasyl_contract::{Cpr, DemoCitizenDto, Fejlkode, IntegrationslovsdataDto};
use serde::de::Error;
use serde_json::Value;
use uuid::Uuid;

use super::hard;
use super::users::{JOB_CENTRE, OTHER_JOB_CENTRE};
use crate::store::Citizen;

/// Every field filled.
const FULL: &str = "2902011234";
/// Only what the document requires.
const BARE: &str = "2902021234";
/// Known, but without data.
const WITHOUT_DATA: &str = "2902031234";
/// Everything that is hard to show.
const HARD: &str = "2902051234";
/// Every field filled, at another job centre.
const ELSEWHERE: &str = "2902061234";
/// Every field filled, at another job centre, which referred the citizen to a provider.
const REFERRED_ELSEWHERE: &str = "2902111234";
/// The operator takes its time.
const SLOW: &str = "2902071234";
/// Dead.
const DEAD: &str = "2902104405";
/// The operator answers with code 9292.
const OUT_OF_TIME: &str = "2902091292";

/// All of them, with the answers that the operator gives.
pub fn citizens() -> Result<Vec<(Cpr, Citizen)>, serde_json::Error> {
    let full: Value = serde_json::from_str(include_str!("full.json"))?;
    let of = |cpr: &str, identifier: &str| with_identity(&full, cpr, identifier);
    let mut all = vec![
        citizen(FULL, Citizen { referred: true, ..own(Ok(Some(serde_json::from_value(full.clone())?))) })?,
        citizen(
            BARE,
            own(Ok(Some(serde_json::from_value(serde_json::json!({ "personnummer": BARE, "borgersprog": [] }))?))),
        )?,
        citizen(WITHOUT_DATA, own(Ok(None)))?,
        citizen(HARD, own(Ok(Some(hard::data(HARD)?))))?,
        citizen(
            ELSEWHERE,
            Citizen {
                job_centre: OTHER_JOB_CENTRE.to_owned(),
                ..own(Ok(Some(of(ELSEWHERE, "6f1f5f0a-3c1d-4b52-9c55-0d5f2c1a0601")?)))
            },
        )?,
        citizen(
            REFERRED_ELSEWHERE,
            Citizen {
                job_centre: OTHER_JOB_CENTRE.to_owned(),
                referred: true,
                ..own(Ok(Some(of(REFERRED_ELSEWHERE, "6f1f5f0a-3c1d-4b52-9c55-0d5f2c1a1101")?)))
            },
        )?,
        citizen(SLOW, Citizen { slow: true, ..own(Ok(Some(of(SLOW, "6f1f5f0a-3c1d-4b52-9c55-0d5f2c1a0701")?))) })?,
    ];
    for code in Fejlkode::ALL.iter().copied() {
        if let Some(cpr) = cpr_of(code) {
            all.push(citizen(cpr, own(Err(code)))?);
        }
    }
    Ok(all)
}

/// The demo citizen whose look-up fails with this code. `None`: any number that nobody has.
fn cpr_of(code: Fejlkode) -> Option<&'static str> {
    match code {
        Fejlkode::NoSuchPerson => None,
        Fejlkode::Deceased => Some(DEAD),
        Fejlkode::OperatorUnreachable => Some("2902091287"),
        Fejlkode::SignInRefused => Some("2902091288"),
        Fejlkode::UnknownAtOperator => Some("2902091289"),
        Fejlkode::UnknownMunicipality => Some("2902091290"),
        Fejlkode::InvalidParameters => Some("2902091291"),
        Fejlkode::OperatorTimedOut => Some(OUT_OF_TIME),
        Fejlkode::InvalidLogHeaders => Some("2902091293"),
        Fejlkode::OperatorFailed => Some("2902091294"),
    }
}

/// Whom to look up first, each with what that shows, in Danish and in English.
pub fn citizens_to_try() -> Vec<DemoCitizenDto> {
    let about = [
        (FULL, "Alle felter er udfyldt", "Every field is filled in"),
        (BARE, "Kun det, der skal være der", "Only what has to be there"),
        (HARD, "20 sprog, lange tekster og ukendte koder", "20 languages, long texts and unknown codes"),
        (WITHOUT_DATA, "Ingen data i LetAsyl", "No data in LetAsyl"),
        (ELSEWHERE, "Hører til et andet jobcenter", "Belongs to another job centre"),
        (SLOW, "Svaret kommer efter otte sekunder", "The answer takes eight seconds"),
        (OUT_OF_TIME, "Asyloperatøren svarer ikke i tide", "The asylum operator does not answer in time"),
        (DEAD, "Borgeren er død", "The citizen is deceased"),
    ];
    let offered = |(cpr, danish, english): (&str, &str, &str)| {
        Some(DemoCitizenDto { cpr: Cpr::parse(cpr).ok()?, danish: danish.to_owned(), english: english.to_owned() })
    };
    about.into_iter().filter_map(offered).collect()
}

fn own(answer: Result<Option<IntegrationslovsdataDto>, Fejlkode>) -> Citizen {
    Citizen { job_centre: JOB_CENTRE.to_owned(), referred: false, slow: false, answer }
}

fn citizen(cpr: &str, citizen: Citizen) -> Result<(Cpr, Citizen), serde_json::Error> {
    Ok((Cpr::parse(cpr).map_err(serde_json::Error::custom)?, citizen))
}

fn with_identity(full: &Value, cpr: &str, identifier: &str) -> Result<IntegrationslovsdataDto, serde_json::Error> {
    let mut data: IntegrationslovsdataDto = serde_json::from_value(full.clone())?;
    data.personnummer = Cpr::parse(cpr).map_err(serde_json::Error::custom)?;
    data.integrationslovsdata_identifier = Some(Uuid::parse_str(identifier).map_err(serde_json::Error::custom)?);
    Ok(data)
}
