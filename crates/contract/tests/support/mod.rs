//! Random values of the contract for property tests.

use letasyl_contract::*;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use serde_json::json;
use uuid::Uuid;

pub fn id() -> impl Strategy<Value = Uuid> {
    any::<u128>().prop_map(Uuid::from_u128)
}

pub fn non_empty() -> impl Strategy<Value = NonEmptyText> {
    "(?s).{1,60}".prop_map(|text| NonEmptyText::new(text).unwrap())
}

pub fn request_id() -> impl Strategy<Value = RequestId> {
    "[!-~]{1,46}".prop_map(|text| RequestId::parse(&text).unwrap())
}

pub fn cpr() -> impl Strategy<Value = Cpr> {
    (0_u32..100, 0_u32..10_000)
        .prop_map(|(year, serial)| Cpr::parse(&format!("2902{:02}{serial:04}", year | 1)).unwrap())
}

pub fn code() -> impl Strategy<Value = Code> {
    let json = prop_oneof![
        any::<i32>().prop_map(|number| json!(number)),
        "(?s)[a-z].{0,20}".prop_map(|text| json!(text)),
        (any::<i32>(), ".{0,20}", ".{0,20}").prop_map(|(code, name, more)| {
            json!({ "code": code, "name": name, "description": more, "nested": [1, null] })
        }),
    ];
    json.prop_map(|json| Code::from_json(&&json).unwrap())
}

pub fn date_time() -> impl Strategy<Value = DateTime> {
    let forms = prop_oneof![
        Just(String::new()),
        "T(0[0-9]|1[0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,7})?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])?"
    ];
    (1900_u16..2100, 1_u8..=12, 1_u8..=28, forms)
        .prop_map(|(y, m, d, rest)| DateTime::parse(&format!("{y:04}-{m:02}-{d:02}{rest}")).unwrap())
}

fn text() -> impl Strategy<Value = Option<String>> {
    of("(?s).{0,80}")
}

fn language() -> impl Strategy<Value = SprogDto> {
    (text(), of(any::<i32>()), text(), of(code()), of(code()), of(code()), of(code())).prop_map(
        |(sprognavn, sprogkode, sprogerfaring, listening, speaking, reading, writing)| SprogDto {
            sprog_stamdata: SprogStamdataDto { sprognavn, sprogkode },
            sprogerfaring,
            taleforstaaelsesniveau_type: listening,
            taleniveau_type: speaking,
            laeseniveau_type: reading,
            skriveniveau_type: writing,
            unread: Vec::new(),
        },
    )
}

fn contract() -> impl Strategy<Value = KontraktDto> {
    let goal =
        (of(code()), of(date_time()), of(date_time()), of(date_time())).prop_map(|(kind, a, b, c)| DanskmaalDto {
            danskmaal_type: kind,
            senest_ajourfoert_dato: a,
            seneste_meddelelses_dato: b,
            senest_vejledt_om_konsekvens_dato: c,
        });
    (of(code()), of(date_time()), of(goal), text(), text(), of(any::<i32>())).prop_map(
        |(reason, signed, danskmaal, family, other, children)| KontraktDto {
            aarsag_til_opholdstilladelse_type: reason,
            erklaeringsunderskriftsdato: signed,
            danskmaal,
            familiemaessige_forhold: family,
            oevrige_forhold: other,
            antal_boern: children,
        },
    )
}

pub fn data() -> impl Strategy<Value = IntegrationslovsdataDto> {
    let dates = (of(date_time()), of(date_time()), of(date_time()), of(date_time())).prop_map(|(a, b, c, d)| {
        KontraktvarighedDto {
            foerste_underskriftsdato: a,
            program_startdato: b,
            program_slutdato: c,
            kontrakt_slutdato: d,
        }
    });
    let education = (of(date_time()), of(code()))
        .prop_map(|(a, b)| UddannelseDto { senest_vejledt_dato: a, vurderingssagsstatus_type: b });
    let health =
        (text(), text()).prop_map(|(a, b)| HelbredstilstandDto { aktuel_helbredstilstand: a, behandling_dk: b });
    let assessment =
        (of(any::<bool>()), of(any::<bool>()), text(), text()).prop_map(|(a, b, c, d)| HelbredsvurderingDto {
            behov_for_vurdering: a,
            afgivet_tilbud: b,
            vurderingsresultat: c,
            andre_helbredsforhold: d,
        });
    let rest = (of(contract()), vec(language(), 0..4), text(), text());
    (cpr(), of(id()), of(dates), of(education), of(health), of(assessment), rest).prop_map(
        |(
            personnummer,
            version,
            dates,
            education,
            health,
            assessment,
            (kontrakt, borgersprog, comment, department),
        )| {
            IntegrationslovsdataDto {
                personnummer,
                integrationslovsdata_identifier: version,
                kontraktvarighed: dates,
                uddannelse: education,
                helbredstilstand: health,
                helbredsvurdering: assessment,
                kontrakt,
                borgersprog,
                kommentar: comment,
                koordinerende_forvaltning: department,
                unread: Vec::new(),
            }
        },
    )
}
