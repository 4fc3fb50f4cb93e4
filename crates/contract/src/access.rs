//! Who may call an operation, and for which citizens: the document's table "Tilladte organisationer".

use serde::Serialize;

use crate::json::text_from_json;

/// An organisation that the document lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentOrganisation {
    /// `STAR`
    Star,
    /// `JobCenter`
    JobCenter,
}

impl DocumentOrganisation {
    /// As the document writes it.
    pub const fn as_written(self) -> &'static str {
        match self {
            Self::Star => "STAR",
            Self::JobCenter => "JobCenter",
        }
    }
}

/// A column of the table that some operation has marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Citizens {
    /// "Alle borgere": no attachment is checked.
    All,
    /// "Egne borgere": citizens attached to the calling authority.
    Own,
    /// "Anden Aktør - egne borgere": citizens referred to a private provider that acts for the authority.
    AndenAktoerOwn,
}

impl Citizens {
    /// As the document writes it.
    pub const fn as_written(self) -> &'static str {
        match self {
            Self::All => "Alle borgere",
            Self::Own => "Egne borgere",
            Self::AndenAktoerOwn => "Anden Aktør - egne borgere",
        }
    }
}

/// One row of the table: the organisation and its marked columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Right {
    /// The row.
    pub organisation: DocumentOrganisation,
    /// The columns with an X.
    pub citizens: &'static [Citizens],
}

/// The kind of organisation that a signed-in user works for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub enum OrganisationType {
    /// Styrelsen for Arbejdsmarked og Rekruttering.
    #[serde(rename = "STAR")]
    Star,
    /// A job centre.
    JobCenter,
    /// A private provider, acting for a job centre.
    AndenAktoer,
    /// A municipality; the document lists it for no operation.
    Kommune,
}

text_from_json! {
    OrganisationType: |text| match text.as_str() {
        "STAR" => Some(Self::Star),
        "JobCenter" => Some(Self::JobCenter),
        "AndenAktoer" => Some(Self::AndenAktoer),
        "Kommune" => Some(Self::Kommune),
        _ => None,
    };
}

/// How far an organisation's right to an operation reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// May not call it at all.
    Nobody,
    /// Only citizens attached to the organisation.
    Own,
    /// Only citizens referred to the provider by the authority it acts for.
    Referred,
    /// Every citizen; for the texts, which concern no citizen, simply allowed.
    All,
}

/// What the document allows an organisation of this type to do with an operation that has these rights.
pub fn reach(organisation: OrganisationType, rights: &[Right]) -> Reach {
    let marked = |row: DocumentOrganisation, column: Citizens| {
        rights.iter().any(|right| right.organisation == row && right.citizens.contains(&column))
    };
    match organisation {
        OrganisationType::Star if marked(DocumentOrganisation::Star, Citizens::All) => Reach::All,
        OrganisationType::JobCenter if marked(DocumentOrganisation::JobCenter, Citizens::All) => Reach::All,
        OrganisationType::JobCenter if marked(DocumentOrganisation::JobCenter, Citizens::Own) => Reach::Own,
        OrganisationType::AndenAktoer if marked(DocumentOrganisation::JobCenter, Citizens::AndenAktoerOwn) => {
            Reach::Referred
        }
        _ => Reach::Nobody,
    }
}
