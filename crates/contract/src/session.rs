//! The front end's own session (not STAR's): who is signed in, for whom, and what they may call.

use serde::{Deserialize, Deserializer, Serialize};

use crate::access::OrganisationType;
use crate::cpr::Cpr;
use crate::json::{self, DecodeError, FromJson, Json, Shape, member};
use crate::operation::OperationName;

/// What `GET /session` and `POST /session` answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SessionDto {
    /// Who.
    pub user: UserDto,
    /// For whom.
    pub organisation: OrganisationDto,
    /// The operations that this user may call at all, in the document's order.
    pub operations: Vec<OperationName>,
    /// How long the session lives unused, in seconds.
    #[serde(rename = "idleSeconds")]
    pub idle_seconds: i32,
    /// How long it still lives however much it is used, in seconds.
    #[serde(rename = "secondsLeft")]
    pub seconds_left: i32,
    /// Whether there are demo people to look up.
    pub demo: bool,
}

impl SessionDto {
    /// Whether it is the same user with the same rights: a name that is spelled differently changes nothing else.
    pub fn is_same(&self, other: &Self) -> bool {
        self.user.id == other.user.id
            && self.organisation.kind == other.organisation.kind
            && self.organisation.code == other.organisation.code
            && self.operations == other.operations
    }

    /// Whether the user may call the operation at all; for which citizens, only the backend knows.
    pub fn may(&self, operation: OperationName) -> bool {
        self.operations.contains(&operation)
    }
}

/// A signed-in user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UserDto {
    /// The user's identifier.
    pub id: String,
    /// The user's full name.
    pub name: String,
}

/// The organisation that a user works for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OrganisationDto {
    /// Its kind.
    #[serde(rename = "type")]
    pub kind: OrganisationType,
    /// Its code; a job centre's is five digits.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// What `POST /session` takes in the embedded role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SignInDto {
    /// The demo user's identifier.
    pub user: String,
}

/// One of the users that `GET /session/demo-users` offers to sign in as, in the embedded role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DemoUserDto {
    /// Who.
    pub user: UserDto,
    /// For whom.
    pub organisation: OrganisationDto,
    /// The operations that this user may call at all, in the document's order.
    pub operations: Vec<OperationName>,
}

/// One of the sessions that `GET /session/all` answers: where the user is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OwnSessionDto {
    /// Names it when it is to be ended; opens nothing.
    pub id: String,
    /// Whether it is the one that asks.
    pub current: bool,
    /// When it began, in UTC.
    #[serde(rename = "signedInAt")]
    pub signed_in_at: String,
    /// When it was used last, in UTC.
    #[serde(rename = "lastUsedAt")]
    pub last_used_at: String,
}

/// One of the invented citizens that `GET /session/demo-citizens` offers to look up, in the embedded role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DemoCitizenDto {
    /// Whom.
    pub cpr: Cpr,
    /// What looking them up shows, in Danish.
    pub danish: String,
    /// The same in English.
    pub english: String,
}

/// Whether a member is `true`; what is absent is not.
fn is_true<J: Json>(json: &J, name: &'static str) -> Result<bool, DecodeError> {
    Ok(json.member(name).is_some_and(|value| matches!(value.shape(), Shape::Bool(true))))
}

/// Operations by name. A name that this build does not know is another version's: it is left out, and locks nobody out.
fn known_operations<J: Json>(json: &J, name: &'static str) -> Result<Vec<OperationName>, DecodeError> {
    let names: Vec<String> = member(json, name)?;
    Ok(OperationName::ALL.into_iter().filter(|known| names.iter().any(|name| name == known.as_str())).collect())
}

/// Reads a struct member by member, in the browser and natively the same way; a member by a function where one is named.
macro_rules! members_from_json {
    (@read $from:ident $json:literal) => { member($from, $json)? };
    (@read $from:ident $json:literal $read:ident) => { $read($from, $json)? };
    ($($type:ident { $($field:ident = $json:literal $(by $read:ident)?),* })*) => {$(
        impl FromJson for $type {
            fn from_json<J: Json>(json: &J) -> Result<Self, DecodeError> {
                json::object(json)?;
                Ok(Self { $($field: members_from_json!(@read json $json $($read)?),)* })
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                json::deserialize(deserializer)
            }
        }
    )*};
}
members_from_json! {
    SessionDto {
        user = "user",
        organisation = "organisation",
        operations = "operations" by known_operations,
        idle_seconds = "idleSeconds",
        seconds_left = "secondsLeft",
        demo = "demo" by is_true
    }
    UserDto { id = "id", name = "name" }
    OrganisationDto { kind = "type", code = "code", name = "name" }
    SignInDto { user = "user" }
    DemoUserDto { user = "user", organisation = "organisation", operations = "operations" by known_operations }
    OwnSessionDto { id = "id", current = "current", signed_in_at = "signedInAt", last_used_at = "lastUsedAt" }
    DemoCitizenDto { cpr = "cpr", danish = "danish", english = "english" }
}
