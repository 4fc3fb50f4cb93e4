//! What the sections and fields of a citizen's data are called, and the help that explains them.
//!
//! The Danish help is the document's own description; where the document has none, there is none.

use letasyl_contract::{Field, Section};

use crate::Language;

/// The name of a section.
pub fn section(language: Language, section: Section) -> &'static str {
    let (danish, english) = match section {
        Section::Kontraktvarighed => ("Kontraktvarighed", "Contract period"),
        Section::Uddannelse => ("Uddannelse", "Education"),
        Section::Helbredstilstand => ("Helbredstilstand", "State of health"),
        Section::Helbredsvurdering => ("Helbredsvurdering", "Health assessment"),
        Section::Kontrakt => ("Kontrakt", "Contract"),
        Section::Danskmaal => ("Danskmål", "Danish goal"),
        Section::Sprog => ("Sprog", "Languages"),
        Section::Kommentar => ("Kommentar", "Comment"),
        Section::KoordinerendeForvaltning => ("Koordinerende forvaltning", "Coordinating department"),
    };
    pick(language, danish, english)
}

/// The label of a field.
pub fn field(language: Language, field: Field) -> &'static str {
    let (danish, english) = match field {
        Field::FoersteUnderskriftsdato => ("Første kontrakt underskrevet", "First contract signed"),
        Field::ProgramStartdato => ("Programmet begynder", "Programme starts"),
        Field::ProgramSlutdato => ("Programmet slutter", "Programme ends"),
        Field::KontraktSlutdato => ("Kontrakten slutter", "Contract ends"),
        Field::SenestVejledtDato => {
            ("Senest vejledt om vurdering af uddannelse", "Last advised on assessment of education")
        }
        Field::VurderingssagsstatusType => ("Status på vurderingssagen", "Status of the assessment case"),
        Field::AktuelHelbredstilstand => ("Aktuel helbredstilstand", "Current state of health"),
        Field::BehandlingDk => ("Behandling i Danmark", "Treatment in Denmark"),
        Field::BehovForVurdering => ("Behov for helbredsvurdering", "Health assessment needed"),
        Field::AfgivetTilbud => ("Tilbud om helbredsvurdering givet", "Health assessment offered"),
        Field::Vurderingsresultat => ("Resultat af helbredsvurderingen", "Result of the health assessment"),
        Field::AndreHelbredsforhold => ("Andre helbredsmæssige forhold", "Other health matters"),
        Field::AarsagTilOpholdstilladelseType => ("Årsag til opholdstilladelse", "Reason for the residence permit"),
        Field::Erklaeringsunderskriftsdato => {
            ("Opholds- og selvforsørgelseserklæring underskrevet", "Residence and self-support declaration signed")
        }
        Field::FamiliemaessigeForhold => ("Familiemæssige forhold", "Family matters"),
        Field::OevrigeForhold => ("Øvrige forhold", "Other matters"),
        Field::AntalBoern => ("Antal børn", "Number of children"),
        Field::DanskmaalType => ("Mål for dansk", "Goal for Danish"),
        Field::SenestAjourfoertDato => ("Danskmålet senest ajourført", "Danish goal last updated"),
        Field::SenesteMeddelelsesDato => (
            "Senest meddelt konsekvenser af manglende dansktilegnelse",
            "Last notified of the consequences of not learning Danish",
        ),
        Field::SenestVejledtOmKonsekvensDato => (
            "Senest vejledt om konsekvenser af manglende dansktilegnelse",
            "Last advised on the consequences of not learning Danish",
        ),
        Field::Borgersprog => ("Borgerens sprog", "The citizen's languages"),
        Field::Kommentar => ("Kommentar", "Comment"),
        Field::KoordinerendeForvaltning => ("Koordinerende forvaltning", "Coordinating department"),
    };
    pick(language, danish, english)
}

/// What explains a field: in Danish the document's description, in English its translation.
pub fn help(language: Language, field: Field) -> Option<&'static str> {
    let danish = field.element().map(|element| element.description).filter(|text| !text.is_empty())?;
    Some(match language {
        Language::Danish => danish,
        Language::English => english_help(field),
    })
}

fn english_help(field: Field) -> &'static str {
    match field {
        Field::FoersteUnderskriftsdato => "Date on which the first contract was signed; also the start of the period.",
        Field::ProgramStartdato => "Start date of the programme under the Integration Act.",
        Field::ProgramSlutdato => "End date of the programme under the Integration Act.",
        Field::KontraktSlutdato => "End date of the contract under the Integration Act.",
        Field::SenestVejledtDato => {
            "Date of the last advice that formal education from abroad can be assessed by the Danish Agency for Higher Education and Science"
        }
        Field::AktuelHelbredstilstand => "Current state of health",
        Field::BehandlingDk => "Treatment in Denmark, begun or agreed",
        Field::BehovForVurdering => "Whether a health assessment is needed",
        Field::AfgivetTilbud => "Whether a health assessment has been offered",
        Field::Vurderingsresultat => "Result of the health assessment",
        Field::AndreHelbredsforhold => "Other health matters, if any",
        Field::Erklaeringsunderskriftsdato => {
            "Date on which the declaration on integration and active citizenship was signed"
        }
        Field::FamiliemaessigeForhold => "Family matters that may be of importance for the effort",
        Field::OevrigeForhold => "Other matters, social ones included, that may be of importance for the effort",
        Field::AntalBoern => "Number of children",
        Field::SenestAjourfoertDato => "Date on which the goal for Danish was last updated",
        Field::SenesteMeddelelsesDato => {
            "Date on which the foreign national was last notified of the consequences of not learning Danish, cf. executive order § 15 (9) and (11)"
        }
        Field::SenestVejledtOmKonsekvensDato => {
            "Date of the last advice on the consequences of not learning Danish for the integration benefit, family reunification and permanent residence"
        }
        Field::Borgersprog => "The languages with experience and levels of skill",
        Field::Kommentar => "Comment",
        Field::KoordinerendeForvaltning => "Coordinating department in the municipality",
        // The document describes none of these, so `help` never asks.
        Field::VurderingssagsstatusType | Field::AarsagTilOpholdstilladelseType | Field::DanskmaalType => "",
    }
}

/// A column of the table of languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LanguageColumn {
    /// `sprognavn`
    Name,
    /// `sprogkode`
    Code,
    /// `sprogerfaring`
    Experience,
    /// `taleforstaaelsesniveauType`
    Listening,
    /// `taleniveauType`
    Speaking,
    /// `laeseniveauType`
    Reading,
    /// `skriveniveauType`
    Writing,
}

impl LanguageColumn {
    /// All seven, in the order of the table.
    pub const ALL: [Self; 7] =
        [Self::Name, Self::Code, Self::Listening, Self::Speaking, Self::Reading, Self::Writing, Self::Experience];
}

/// The heading of a column of the table of languages.
pub fn column(language: Language, column: LanguageColumn) -> &'static str {
    let (danish, english) = match column {
        LanguageColumn::Name => ("Sprog", "Language"),
        LanguageColumn::Code => ("Sprogkode", "Language code"),
        LanguageColumn::Experience => ("Erfaring", "Experience"),
        LanguageColumn::Listening => ("Forstår", "Understands"),
        LanguageColumn::Speaking => ("Taler", "Speaks"),
        LanguageColumn::Reading => ("Læser", "Reads"),
        LanguageColumn::Writing => ("Skriver", "Writes"),
    };
    pick(language, danish, english)
}

pub(crate) fn pick(language: Language, danish: &'static str, english: &'static str) -> &'static str {
    match language {
        Language::Danish => danish,
        Language::English => english,
    }
}
