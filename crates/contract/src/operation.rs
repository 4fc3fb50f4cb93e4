//! What an operation is: one definition, from which the front end sends and the backend reads.

use serde::Serialize;

use crate::access::Right;
use crate::answer::Answer;
use crate::fault::Fault;
use crate::fejlkode::Fejlkode;
use crate::json::text_from_json;
use crate::request::{CPR_HEADER, Method, RawRequest, Request};
use crate::schema::{Element, Schema};

macro_rules! operation_names {
    ($($name:ident)*) => {
        /// The operations by the document's names, in its order.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
        #[expect(missing_docs, reason = "the document's own names; each operation's type says what it does")]
        pub enum OperationName { $($name,)* }

        impl OperationName {
            /// All of them, in the document's order. Callers that need only the names use this instead of
            /// [`ALL`](crate::ALL), which would send all that the document says to every browser.
            pub const ALL: [Self; [$(stringify!($name)),*].len()] = [$(Self::$name,)*];

            /// As the document writes it.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => stringify!($name),)* }
            }
        }
    };
}

operation_names! {
    CreateText
    DeleteText
    GetText
    GetTexts
    GetAllGroups
    UpdateText
    GetIntegrationslovsdata
    GetIntegrationslovsdataPdf
    OverfoerLetAsylIntegrationslovsdata
}

text_from_json! {
    OperationName: |text| Self::ALL.into_iter().find(|name| name.as_str() == text);
}

/// Everything the document says of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OperationSpec {
    /// Which one.
    pub name: OperationName,
    /// The HTTP method.
    pub method: Method,
    /// The path, with variables in braces.
    pub path: &'static str,
    /// Who may call it.
    pub rights: &'static [Right],
    /// The table "Input".
    pub input: &'static [Element],
    /// The table "Output"; empty where there is none.
    pub output: &'static [Element],
    /// The table "Fejlkoder"; empty where there is none.
    pub errors: &'static [Fejlkode],
}

impl OperationSpec {
    /// Whether it changes something, and so needs a request id.
    pub fn writes(&self) -> bool {
        self.method != Method::Get
    }

    /// Whether it is about one citizen, whose CPR it takes.
    pub fn is_about_citizen(&self) -> bool {
        self.input.iter().any(|element| element.name == CPR_HEADER)
    }

    /// The type of the body that it takes.
    pub fn body(&self) -> Option<&'static Schema> {
        self.input.iter().find(|element| element.place.is_none()).map(|element| &element.schema)
    }
}

/// A call with its values. The front end turns it into a request, the backend parses it from one.
pub trait Operation: Sized {
    /// What the document says of it.
    const SPEC: OperationSpec;
    /// What a successful call answers.
    type Answer: Answer;

    /// The request to send.
    fn to_request(&self) -> Request;

    /// Parses a request.
    ///
    /// # Errors
    ///
    /// Every fault of the request, not only the first.
    fn from_request(raw: &RawRequest) -> Result<Self, Vec<Fault>>;
}
