//! What browsers may keep of each operation's response.

use letasyl_contract::OperationName;

/// What a browser may do with a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caching {
    /// Keep it, and ask each time whether it has changed.
    Revalidated,
    /// Keep nothing: it is about a citizen, or the response of a write.
    Forbidden,
}

/// The caching of an operation. A new operation has to be decided here.
pub const fn caching(operation: OperationName) -> Caching {
    match operation {
        OperationName::GetText | OperationName::GetTexts | OperationName::GetAllGroups => Caching::Revalidated,
        OperationName::CreateText
        | OperationName::DeleteText
        | OperationName::UpdateText
        | OperationName::GetIntegrationslovsdata
        | OperationName::GetIntegrationslovsdataPdf
        | OperationName::OverfoerLetAsylIntegrationslovsdata => Caching::Forbidden,
    }
}

#[cfg(test)]
mod tests {
    use letasyl_contract::ALL;

    use super::*;

    #[test]
    fn nobody_keeps_a_write_or_a_word_about_a_citizen() {
        for operation in ALL {
            let may_be_kept = !operation.writes() && !operation.is_about_citizen();
            assert_eq!(caching(operation.name) == Caching::Revalidated, may_be_kept, "{:?}", operation.name);
        }
    }
}
