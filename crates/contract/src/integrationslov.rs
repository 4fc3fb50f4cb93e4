//! The integration-law data of one citizen, as GetIntegrationslovsdata answers it.

use uuid::Uuid;

use crate::answer::{Answer, AnswerFault};
use crate::code::Code;
use crate::cpr::Cpr;
use crate::date_time::DateTime;
use crate::json::{DecodeError, Json, optional};
use crate::schema::dto;
use crate::tolerant::{self, Unread};

dto! {
    /// What GetIntegrationslovsdata answers.
    pub struct GetIntegrationslovsdataResponseDto {
        integrationslovsdata = "integrationslovsdata": Option<IntegrationslovsdataDto>,
    }

    /// Everything that the asylum operators registered of one citizen.
    pub struct IntegrationslovsdataDto {
        /// Borgers personnummer
        personnummer = "personnummer": Cpr,
        /// Unik identifikation for den hentede udgave af borgerens integrationslovsdata
        integrationslovsdata_identifier = "integrationslovsdataIdentifier": Option<Uuid>,
        kontraktvarighed = "kontraktvarighed": Option<KontraktvarighedDto>,
        uddannelse = "uddannelse": Option<UddannelseDto>,
        helbredstilstand = "helbredstilstand": Option<HelbredstilstandDto>,
        helbredsvurdering = "helbredsvurdering": Option<HelbredsvurderingDto>,
        kontrakt = "kontrakt": Option<KontraktDto>,
        /// Kollektion af sprog med tilhørende erfaring og færdighedsniveauer
        borgersprog = "borgersprog": Vec<SprogDto>,
        /// Kommentar
        kommentar = "kommentar": Option<String>,
        /// Koordinerende forvaltning i kommunen
        koordinerende_forvaltning = "koordinerendeForvaltning": Option<String>,
        + /// What of the answer could not be read.
        unread: Vec<Unread>,
    }

    /// How long the contract and the programme run.
    pub struct KontraktvarighedDto {
        /// Dato for underskrift af første kontrakt er samtidig startdato for periode.
        foerste_underskriftsdato = "foersteUnderskriftsdato": Option<DateTime>,
        /// Startdato for programmet under integrationsloven.
        program_startdato = "programStartdato": Option<DateTime>,
        /// Slutdato for programmet under integrationsloven.
        program_slutdato = "programSlutdato": Option<DateTime>,
        /// Slutdato for kontrakten under intrgrationsloven
        kontrakt_slutdato = "kontraktSlutdato": Option<DateTime>,
    }

    /// Education brought along.
    pub struct UddannelseDto {
        /// Dato for hvornår der sidst er vejledt om at medbragt formel uddannelse kan vurderes af Uddannelses- og Forskningsstyrelsen
        senest_vejledt_dato = "senestVejledtDato": Option<DateTime>,
        vurderingssagsstatus_type = "vurderingssagsstatusType": Option<Code>,
    }

    /// The state of health.
    pub struct HelbredstilstandDto {
        /// Aktuel helbredstilstand
        aktuel_helbredstilstand = "aktuelHelbredstilstand": Option<String>,
        /// Igangsat eller aftalt behandling i Danmark
        behandling_dk = "behandlingDk": Option<String>,
    }

    /// The assessment of health.
    pub struct HelbredsvurderingDto {
        /// Behov for helbredsvurdering
        behov_for_vurdering = "behovForVurdering": Option<bool>,
        /// Er der afgivet tilbud om Helbredsvurdering
        afgivet_tilbud = "afgivetTilbud": Option<bool>,
        /// Resultat af Helbredsvurdering
        vurderingsresultat = "vurderingsresultat": Option<String>,
        /// Eventuelle andre helbredsmæssige forhold
        andre_helbredsforhold = "andreHelbredsforhold": Option<String>,
    }

    /// The contract between the municipality and the citizen.
    pub struct KontraktDto {
        aarsag_til_opholdstilladelse_type = "aarsagTilOpholdstilladelseType": Option<Code>,
        /// Dato for underskrift af erklæring om integration og aktivt medborgerskab
        erklaeringsunderskriftsdato = "erklaeringsunderskriftsdato": Option<DateTime>,
        danskmaal = "danskmaal": Option<DanskmaalDto>,
        /// Familiemæssige forhold, der kan have betydning for indsatsen
        familiemaessige_forhold = "familiemaessigeForhold": Option<String>,
        /// Øvrige forhold - herunder sociale - der kan have betydning for indsatsen
        oevrige_forhold = "oevrigeForhold": Option<String>,
        /// Antal børn
        antal_boern = "antalBoern": Option<i32>,
    }

    /// The goal for learning Danish.
    pub struct DanskmaalDto {
        danskmaal_type = "danskmaalType": Option<Code>,
        /// Dato for seneste ajourføring af dansk mål
        senest_ajourfoert_dato = "senestAjourfoertDato": Option<DateTime>,
        /// Dato for hvornår der sidst er givet meddelelse til udlændingen om konsekvenserne om manglende dansktilegnelse, jf.bek. § 15, stk. 9 og 11
        seneste_meddelelses_dato = "senesteMeddelelsesDato": Option<DateTime>,
        /// Dato for hvornår der sidst er vejledt vedr. konsekvenserne vedr. manglende dansktilegnelse, ifht I-ydelsen, familiesammenføring, tub
        senest_vejledt_om_konsekvens_dato = "senestVejledtOmKonsekvensDato": Option<DateTime>,
    }

    /// One language of the citizen.
    pub struct SprogDto {
        sprog_stamdata = "sprogStamdata": SprogStamdataDto,
        /// Erfaring med sproget
        sprogerfaring = "sprogerfaring": Option<String>,
        taleforstaaelsesniveau_type = "taleforstaaelsesniveauType": Option<Code>,
        taleniveau_type = "taleniveauType": Option<Code>,
        laeseniveau_type = "laeseniveauType": Option<Code>,
        skriveniveau_type = "skriveniveauType": Option<Code>,
        + /// What of it could not be read.
        unread: Vec<Unread>,
    }

    /// Which language it is.
    pub struct SprogStamdataDto {
        /// Dansk navn på sproget
        sprognavn = "sprognavn": Option<String>,
        /// Kode for sproget
        sprogkode = "sprogkode": Option<i32>,
    }
}

impl IntegrationslovsdataDto {
    /// Reads an answer as far as it can be read. Only whose data they are has to be right.
    pub(crate) fn read_tolerantly<J: Json>(json: J) -> Result<Self, DecodeError> {
        let (mut data, unread): (Self, _) = tolerant::read(json)?;
        for (place, language) in data.borgersprog.iter_mut().enumerate() {
            language.unread = Unread::below(&unread, &format!("borgersprog/{place}"));
        }
        Ok(Self { unread, ..data })
    }
}

impl Answer for GetIntegrationslovsdataResponseDto {
    fn encode(&self) -> Option<String> {
        serde_json::to_string(self).ok()
    }

    /// An empty body, and one of `null`, say that there are no data. An object with members of which none is the expected
    /// one is about something else.
    fn decode<J: Json>(body: Option<&J>) -> Result<Self, AnswerFault> {
        let body = body.ok_or(AnswerFault::NotJson)?;
        let data = optional(body, "integrationslovsdata").map_err(AnswerFault::NotAsDocumented)?;
        let read = data.map(IntegrationslovsdataDto::read_tolerantly).transpose();
        Ok(Self {
            integrationslovsdata: read
                .map_err(|place| AnswerFault::NotAsDocumented(place.inside("integrationslovsdata")))?,
        })
    }
}
