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
        Field::DanskmaalType => ("Danskmål", "Danish goal"),
        Field::SenestAjourfoertDato => ("Danskmålet senest ajourført", "Danish goal last updated"),
        Field::SenesteMeddelelsesDato => (
            "Seneste meddelelse om konsekvenser af manglende dansktilegnelse",
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

/// What explains a field; nothing where the document says nothing, or nothing but the label. The Danish is the
/// document's own, its slips corrected. Written out here, since the document's schema would be sent to every browser for it.
pub fn help(language: Language, field: Field) -> &'static str {
    let (danish, english) = match field {
        Field::FoersteUnderskriftsdato => (
            "Dato for underskrift af første kontrakt er samtidig startdato for periode.",
            "Date on which the first contract was signed; also the start of the period.",
        ),
        Field::ProgramStartdato => (
            "Startdato for programmet under integrationsloven.",
            "Start date of the programme under the Integration Act.",
        ),
        Field::ProgramSlutdato => {
            ("Slutdato for programmet under integrationsloven.", "End date of the programme under the Integration Act.")
        }
        Field::KontraktSlutdato => {
            ("Slutdato for kontrakten under integrationsloven.", "End date of the contract under the Integration Act.")
        }
        Field::SenestVejledtDato => (
            "Dato for hvornår der sidst er vejledt om at medbragt formel uddannelse kan vurderes af Uddannelses- og Forskningsstyrelsen",
            "Date of the last advice that formal education from abroad can be assessed by the Danish Agency for Higher Education and Science",
        ),
        Field::BehandlingDk => ("Igangsat eller aftalt behandling i Danmark", "Treatment in Denmark, begun or agreed"),
        Field::Erklaeringsunderskriftsdato => (
            "Dato for underskrift af erklæring om integration og aktivt medborgerskab",
            "Date on which the declaration on integration and active citizenship was signed",
        ),
        Field::FamiliemaessigeForhold => (
            "Familiemæssige forhold, der kan have betydning for indsatsen",
            "Family matters that may be of importance for the effort",
        ),
        Field::OevrigeForhold => (
            "Øvrige forhold - herunder sociale - der kan have betydning for indsatsen",
            "Other matters, social ones included, that may be of importance for the effort",
        ),
        Field::SenesteMeddelelsesDato => (
            "Dato for hvornår der sidst er givet meddelelse til udlændingen om konsekvenserne af manglende dansktilegnelse, jf. bek. § 15, stk. 9 og 11",
            "Date on which the foreign national was last notified of the consequences of not learning Danish, cf. executive order § 15 (9) and (11)",
        ),
        Field::SenestVejledtOmKonsekvensDato => (
            "Dato for hvornår der sidst er vejledt om konsekvenserne af manglende dansktilegnelse, i forhold til I-ydelsen, familiesammenføring, tub",
            "Date of the last advice on the consequences of not learning Danish for the integration benefit, family reunification and permanent residence",
        ),
        Field::Borgersprog => (
            "Kollektion af sprog med tilhørende erfaring og færdighedsniveauer",
            "Collection of languages with experience and levels of skill",
        ),
        Field::VurderingssagsstatusType
        | Field::AktuelHelbredstilstand
        | Field::BehovForVurdering
        | Field::AfgivetTilbud
        | Field::Vurderingsresultat
        | Field::AndreHelbredsforhold
        | Field::AarsagTilOpholdstilladelseType
        | Field::AntalBoern
        | Field::DanskmaalType
        | Field::SenestAjourfoertDato
        | Field::Kommentar
        | Field::KoordinerendeForvaltning => return "",
    };
    pick(language, danish, english)
}

/// "Hjælp til Behandling i Danmark".
pub fn help_for(language: Language, of: Field) -> String {
    format!("{} {}", pick(language, "Hjælp til", "Help for"), field(language, of))
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

/// The one in the language.
pub(crate) fn pick<T: ?Sized>(language: Language, danish: &'static T, english: &'static T) -> &'static T {
    match language {
        Language::Danish => danish,
        Language::English => english,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Slips of the document, and what is meant.
    const CORRECTED: [(&str, &str); 5] = [
        ("intrgrationsloven", "integrationsloven."),
        ("jf.bek.", "jf. bek."),
        ("ifht", "i forhold til"),
        ("konsekvenserne om", "konsekvenserne af"),
        ("vedr. konsekvenserne vedr.", "om konsekvenserne af"),
    ];

    #[test]
    fn the_help_of_a_field_is_the_documents_or_none() {
        let mut without = 0;
        for of in Field::ALL {
            let described = of.element().map_or("", |element| element.description).to_owned();
            let corrected = CORRECTED.iter().fold(described, |text, (slip, meant)| text.replace(slip, meant));
            let help = [Language::Danish, Language::English].map(|language| help(language, of));
            assert_eq!(help[0].is_empty(), help[1].is_empty());
            if help[0].is_empty() {
                without += 1;
            } else {
                assert_eq!(help[0], corrected);
            }
        }
        // Those of which the document says nothing that their labels do not.
        assert_eq!(without, 12);
    }

    #[test]
    fn every_field_has_a_label_of_its_own() {
        for language in [Language::Danish, Language::English] {
            for (index, one) in Field::ALL.into_iter().enumerate() {
                let mut others = Field::ALL.into_iter().skip(index + 1);
                assert!(others.all(|other| field(language, one) != field(language, other)));
            }
        }
    }
}
