//! The operations of the document, one type each, and the list of them.

use crate::access::Right;
use crate::operation::{Operation, OperationName, OperationSpec};

pub mod citizen;
pub mod texts;

macro_rules! operations {
    ($($module:ident::$name:ident)*) => {
        /// All of them, in the document's order.
        pub const ALL: [&OperationSpec; OperationName::ALL.len()] = [$(&$module::$name::SPEC,)*];

        impl OperationName {
            /// Who may call it.
            pub const fn rights(self) -> &'static [Right] {
                match self { $(Self::$name => $module::$name::SPEC.rights,)* }
            }
        }
    };
}

operations! {
    texts::CreateText
    texts::DeleteText
    texts::GetText
    texts::GetTexts
    texts::GetAllGroups
    texts::UpdateText
    citizen::GetIntegrationslovsdata
    citizen::GetIntegrationslovsdataPdf
    citizen::OverfoerLetAsylIntegrationslovsdata
}
