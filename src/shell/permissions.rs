//! Which operations each page needs: users who may call at least one of them may open the page.

use letasyl_contract::OperationName;

/// The page "Borger".
pub(crate) const CITIZEN_OPERATIONS: &[OperationName] = &[
    OperationName::GetIntegrationslovsdata,
    OperationName::GetIntegrationslovsdataPdf,
    OperationName::OverfoerLetAsylIntegrationslovsdata,
];

/// The list of dynamic texts.
pub(crate) const TEXTS_OPERATIONS: &[OperationName] = &[OperationName::GetTexts];

/// The import of dynamic texts.
pub(crate) const IMPORT_OPERATIONS: &[OperationName] = &[OperationName::CreateText];
