//! The front end's own session (not STAR's): who is signed in, for whom, and what they may call.

use serde::{Deserialize, Deserializer, Serialize};

use crate::access::OrganisationType;
use crate::json::{self, FromJson, Json, Misplaced, member};
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
}

impl SessionDto {
    /// Whether it is the same user with the same rights: names may be spelled anew without anything else changing.
    pub fn is_same(&self, other: &Self) -> bool {
        let who =
            |session: &Self| (session.user.id.clone(), session.organisation.kind, session.organisation.code.clone());
        who(self) == who(other) && self.operations == other.operations
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
}

/// Operations by name. A name that this build does not know is another version's: it is left out, and locks nobody out.
fn known_operations<J: Json>(json: &J) -> Result<Vec<OperationName>, Misplaced> {
    let names: Vec<String> = member(json, "operations")?;
    Ok(OperationName::ALL.into_iter().filter(|known| names.iter().any(|name| name == known.as_str())).collect())
}

impl FromJson for SessionDto {
    fn from_json<J: Json>(json: &J) -> Result<Self, Misplaced> {
        json::object(json)?;
        Ok(Self {
            user: member(json, "user")?,
            organisation: member(json, "organisation")?,
            operations: known_operations(json)?,
            idle_seconds: member(json, "idleSeconds")?,
        })
    }
}

impl<'de> Deserialize<'de> for SessionDto {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        json::deserialize(deserializer)
    }
}

/// Reads a struct member by member, in the browser and natively the same way.
macro_rules! members_from_json {
    ($($type:ident { $($field:ident = $json:literal),* })*) => {$(
        impl FromJson for $type {
            fn from_json<J: Json>(json: &J) -> Result<Self, Misplaced> {
                json::object(json)?;
                Ok(Self { $($field: member(json, $json)?,)* })
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
    UserDto { id = "id", name = "name" }
    OrganisationDto { kind = "type", code = "code", name = "name" }
    SignInDto { user = "user" }
    DemoUserDto { user = "user", organisation = "organisation" }
}
