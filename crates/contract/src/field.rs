//! The fields of a citizen's integration-law data, in the order in which people read them.
//!
//! The page, the PDF, the count of what is filled and the marks for what changed all walk this list, so that none
//! of them can forget an element. What a field is called is `letasyl-locale`'s.

use crate::code::Code;
use crate::date_time::DateTime;
use crate::integrationslov::{DanskmaalDto, IntegrationslovsdataDto, SprogDto};
use crate::schema::{Described, Element};
use crate::tolerant::Unread;

/// A part of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the document's own names")]
pub enum Section {
    Kontraktvarighed,
    Uddannelse,
    Helbredstilstand,
    Helbredsvurdering,
    Kontrakt,
    Danskmaal,
    Sprog,
    Kommentar,
    KoordinerendeForvaltning,
}

impl Section {
    /// All nine, in the order of the page.
    pub const ALL: [Self; 9] = [
        Self::Kontraktvarighed,
        Self::Uddannelse,
        Self::Helbredstilstand,
        Self::Helbredsvurdering,
        Self::Kontrakt,
        Self::Danskmaal,
        Self::Sprog,
        Self::Kommentar,
        Self::KoordinerendeForvaltning,
    ];

    /// Its fields, in order.
    pub fn fields(self) -> impl Iterator<Item = Field> {
        Field::ALL.into_iter().filter(move |field| field.section() == self)
    }

    /// Whether the answer holds nothing of this section at all.
    pub fn is_absent(self, data: &IntegrationslovsdataDto) -> bool {
        self.unread(data).is_none() && self.fields().all(|field| field.value(data).is_none())
    }

    /// What stands in place of the whole section, where that could not be read.
    pub fn unread(self, data: &IntegrationslovsdataDto) -> Option<&str> {
        let (way, _) = self.fields().next()?.path().rsplit_once('/')?;
        // The goal for Danish is a part of the contract, which tells of itself.
        Unread::at(&data.unread, way)
    }
}

/// What a field holds, ready to be written in words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value<'a> {
    /// A day.
    Date(&'a DateTime),
    /// A value from a code list.
    Code(&'a Code),
    /// Free text, with its line breaks.
    Text(&'a str),
    /// Yes or no.
    YesNo(bool),
    /// A count.
    Number(i32),
    /// The languages; never an empty list.
    Languages(&'a [SprogDto]),
    /// Something that could not be read, as it was received.
    Unread(&'a str),
}

macro_rules! fields {
    ($( $name:ident in $section:ident at $path:literal : |$data:ident| $value:expr; )*) => {
        /// One field of the sheet.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "the document's own names")]
        pub enum Field { $($name,)* }

        impl Field {
            /// All fields, in the order of the page.
            pub const ALL: [Self; [$(stringify!($name)),*].len()] = [$(Self::$name,)*];

            /// Where it is shown.
            pub const fn section(self) -> Section {
                match self { $(Self::$name => Section::$section,)* }
            }

            /// The way to it from [`IntegrationslovsdataDto`], the document's names joined by `/`.
            pub const fn path(self) -> &'static str {
                match self { $(Self::$name => $path,)* }
            }

            fn read(self, data: &IntegrationslovsdataDto) -> Option<Value<'_>> {
                match self { $(Self::$name => { let $data = data; $value })* }
            }
        }
    };
}

fields! {
    FoersteUnderskriftsdato in Kontraktvarighed at "kontraktvarighed/foersteUnderskriftsdato":
        |d| date(&d.kontraktvarighed.as_ref()?.foerste_underskriftsdato);
    ProgramStartdato in Kontraktvarighed at "kontraktvarighed/programStartdato":
        |d| date(&d.kontraktvarighed.as_ref()?.program_startdato);
    ProgramSlutdato in Kontraktvarighed at "kontraktvarighed/programSlutdato":
        |d| date(&d.kontraktvarighed.as_ref()?.program_slutdato);
    KontraktSlutdato in Kontraktvarighed at "kontraktvarighed/kontraktSlutdato":
        |d| date(&d.kontraktvarighed.as_ref()?.kontrakt_slutdato);
    SenestVejledtDato in Uddannelse at "uddannelse/senestVejledtDato":
        |d| date(&d.uddannelse.as_ref()?.senest_vejledt_dato);
    VurderingssagsstatusType in Uddannelse at "uddannelse/vurderingssagsstatusType":
        |d| code(&d.uddannelse.as_ref()?.vurderingssagsstatus_type);
    AktuelHelbredstilstand in Helbredstilstand at "helbredstilstand/aktuelHelbredstilstand":
        |d| text(&d.helbredstilstand.as_ref()?.aktuel_helbredstilstand);
    BehandlingDk in Helbredstilstand at "helbredstilstand/behandlingDk":
        |d| text(&d.helbredstilstand.as_ref()?.behandling_dk);
    BehovForVurdering in Helbredsvurdering at "helbredsvurdering/behovForVurdering":
        |d| d.helbredsvurdering.as_ref()?.behov_for_vurdering.map(Value::YesNo);
    AfgivetTilbud in Helbredsvurdering at "helbredsvurdering/afgivetTilbud":
        |d| d.helbredsvurdering.as_ref()?.afgivet_tilbud.map(Value::YesNo);
    Vurderingsresultat in Helbredsvurdering at "helbredsvurdering/vurderingsresultat":
        |d| text(&d.helbredsvurdering.as_ref()?.vurderingsresultat);
    AndreHelbredsforhold in Helbredsvurdering at "helbredsvurdering/andreHelbredsforhold":
        |d| text(&d.helbredsvurdering.as_ref()?.andre_helbredsforhold);
    AarsagTilOpholdstilladelseType in Kontrakt at "kontrakt/aarsagTilOpholdstilladelseType":
        |d| code(&d.kontrakt.as_ref()?.aarsag_til_opholdstilladelse_type);
    Erklaeringsunderskriftsdato in Kontrakt at "kontrakt/erklaeringsunderskriftsdato":
        |d| date(&d.kontrakt.as_ref()?.erklaeringsunderskriftsdato);
    FamiliemaessigeForhold in Kontrakt at "kontrakt/familiemaessigeForhold":
        |d| text(&d.kontrakt.as_ref()?.familiemaessige_forhold);
    OevrigeForhold in Kontrakt at "kontrakt/oevrigeForhold":
        |d| text(&d.kontrakt.as_ref()?.oevrige_forhold);
    AntalBoern in Kontrakt at "kontrakt/antalBoern":
        |d| d.kontrakt.as_ref()?.antal_boern.map(Value::Number);
    DanskmaalType in Danskmaal at "kontrakt/danskmaal/danskmaalType":
        |d| code(&danskmaal(d)?.danskmaal_type);
    SenestAjourfoertDato in Danskmaal at "kontrakt/danskmaal/senestAjourfoertDato":
        |d| date(&danskmaal(d)?.senest_ajourfoert_dato);
    SenesteMeddelelsesDato in Danskmaal at "kontrakt/danskmaal/senesteMeddelelsesDato":
        |d| date(&danskmaal(d)?.seneste_meddelelses_dato);
    SenestVejledtOmKonsekvensDato in Danskmaal at "kontrakt/danskmaal/senestVejledtOmKonsekvensDato":
        |d| date(&danskmaal(d)?.senest_vejledt_om_konsekvens_dato);
    Borgersprog in Sprog at "borgersprog":
        |d| (!d.borgersprog.is_empty()).then_some(Value::Languages(&d.borgersprog));
    Kommentar in Kommentar at "kommentar":
        |d| text(&d.kommentar);
    KoordinerendeForvaltning in KoordinerendeForvaltning at "koordinerendeForvaltning":
        |d| text(&d.koordinerende_forvaltning);
}

impl Field {
    /// What it holds; `None` where the element is absent. A blank text is absent, too: it says nothing.
    pub fn value(self, data: &IntegrationslovsdataDto) -> Option<Value<'_>> {
        self.read(data).or_else(|| Unread::at(&data.unread, self.path()).map(Value::Unread))
    }

    /// Whether it holds something that says something.
    pub fn is_filled(self, data: &IntegrationslovsdataDto) -> bool {
        self.read(data).is_some()
    }

    /// What the document says of it. `None` cannot happen while the test of this crate passes.
    pub fn element(self) -> Option<&'static Element> {
        let mut children = IntegrationslovsdataDto::SCHEMA.children;
        let mut found = None;
        for name in self.path().split('/') {
            found = children.iter().find(|child| child.name == name);
            children = found?.schema.children;
        }
        found
    }
}

fn date(value: &Option<DateTime>) -> Option<Value<'_>> {
    value.as_ref().filter(|date| !date.is_not_given()).map(Value::Date)
}

fn code(value: &Option<Code>) -> Option<Value<'_>> {
    value.as_ref().map(Value::Code)
}

fn text(value: &Option<String>) -> Option<Value<'_>> {
    value.as_deref().filter(|text| !text.trim().is_empty()).map(Value::Text)
}

fn danskmaal(data: &IntegrationslovsdataDto) -> Option<&DanskmaalDto> {
    data.kontrakt.as_ref()?.danskmaal.as_ref()
}
