//! Made-up citizens. Their CPR numbers are 29 February of a year that had none: nobody can have them.

#![allow(dead_code, reason = "each test and the example uses its own part")]
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test ends where it fails")]

use letasyl_contract::IntegrationslovsdataDto;
use serde_json::{Value, json};

pub const FETCHED_AT: &str = "5. marts 2024 kl. 14.05";

fn read(citizen: Value) -> IntegrationslovsdataDto {
    serde_json::from_value(citizen).expect("a citizen as the document has them")
}

/// Every element filled, in the shapes that STAR may use.
pub fn full() -> IntegrationslovsdataDto {
    read(json!({
        "personnummer": "2902011234",
        "integrationslovsdataIdentifier": "6f2c1d3e-8b4a-4c5d-9e6f-7a8b9c0d1e2f",
        "kontraktvarighed": {
            "foersteUnderskriftsdato": "2023-05-04T00:00:00",
            "programStartdato": "2023-05-01T00:00:00",
            "programSlutdato": "2026-04-30",
            "kontraktSlutdato": "2028-04-30T00:00:00.0000000"
        },
        "uddannelse": {
            "senestVejledtDato": "2023-06-12T09:30:00+02:00",
            "vurderingssagsstatusType": { "kode": 2, "navn": "Ansøgning sendt" }
        },
        "helbredstilstand": {
            "aktuelHelbredstilstand": "Borgeren fortæller om søvnbesvær og hovedpine siden flugten. Bruger briller og \
                har ikke andre synlige gener.\n\nHar haft astma som barn; tager ikke medicin i dag.",
            "behandlingDk": "Samtaler hos psykolog hver anden uge, aftalt til og med august 2024."
        },
        "helbredsvurdering": {
            "behovForVurdering": true,
            "afgivetTilbud": false,
            "vurderingsresultat": "Henvist til egen læge med henblik på udredning for PTSD.",
            "andreHelbredsforhold": "Gravid, termin i oktober 2024."
        },
        "kontrakt": {
            "aarsagTilOpholdstilladelseType": "Konventionsflygtning",
            "erklaeringsunderskriftsdato": "2023-05-04T00:00:00",
            "danskmaal": {
                "danskmaalType": { "code": "PD2", "name": "Prøve i Dansk 2" },
                "senestAjourfoertDato": "2023-09-18T00:00:00",
                "senesteMeddelelsesDato": "2023-09-19T00:00:00",
                "senestVejledtOmKonsekvensDato": "2023-09-20T00:00:00"
            },
            "familiemaessigeForhold": "Gift; ægtefællen bor i samme bolig og går på samme sprogcenter. To børn går i \
                skole, det yngste i vuggestue.",
            "oevrigeForhold": "Kan ikke deltage om aftenen før vuggestuen lukker.",
            "antalBoern": 3
        },
        "borgersprog": [
            {
                "sprogStamdata": { "sprognavn": "Tigrinya", "sprogkode": 214 },
                "sprogerfaring": "Modersmål; har undervist i grundskolen i seks år.",
                "taleforstaaelsesniveauType": { "kode": 5, "navn": "Flydende" },
                "taleniveauType": { "kode": 5, "navn": "Flydende" },
                "laeseniveauType": { "kode": 4, "navn": "Meget godt" },
                "skriveniveauType": { "kode": 3, "navn": "Godt" }
            },
            {
                "sprogStamdata": { "sprognavn": "Engelsk", "sprogkode": 12 },
                "sprogerfaring": "Lært i skolen.",
                "taleforstaaelsesniveauType": 3,
                "taleniveauType": "Nogenlunde",
                "laeseniveauType": "2",
                "skriveniveauType": { "kode": 1, "navn": "Begynder" }
            },
            {
                "sprogStamdata": { "sprognavn": "Dansk", "sprogkode": 7 },
                "taleforstaaelsesniveauType": { "kode": 2, "navn": "Nogenlunde" }
            }
        ],
        "kommentar": "Ønsker selv at arbejde i sundhedsvæsenet, gerne som sygeplejerske.",
        "koordinerendeForvaltning": "Jobcenter og Borgerservice, Integrationsteamet"
    }))
}

/// Only what must be there.
pub fn bare() -> IntegrationslovsdataDto {
    read(json!({ "personnummer": "2902021234", "borgersprog": [] }))
}

/// Whatever makes a sheet break.
pub fn hard() -> IntegrationslovsdataDto {
    let languages: Vec<Value> = (1..=20)
        .map(|n| {
            json!({
                "sprogStamdata": { "sprognavn": format!("Sprog{n}-med-et-navn-{}", "x".repeat(n * 4)), "sprogkode": n * 100_000 },
                "sprogerfaring": if n % 7 == 0 { long(1_500, n) } else { format!("Erfaring nummer {n} 🌍") },
                "taleforstaaelsesniveauType": { "kode": n, "navn": "Forstår det meste af en samtale" },
                "taleniveauType": n,
                "laeseniveauType": { "andet": [1, 2, { "dybt": "<b>" }] },
                "skriveniveauType": if n % 2 == 0 { json!("Uoverensstemmelsesprocedure") } else { json!({ "navn": "" }) }
            })
        })
        .collect();
    read(json!({
        "personnummer": "2902051234",
        "integrationslovsdataIdentifier": "00000000-0000-0000-0000-000000000000",
        "kontraktvarighed": { "programSlutdato": "9999-12-31T23:59:59.9999999Z" },
        "uddannelse": { "vurderingssagsstatusType": { "navn": long(400, 3) } },
        "helbredstilstand": {
            "aktuelHelbredstilstand": long(10_000, 1),
            "behandlingDk": "æøå".repeat(3_333)
        },
        "helbredsvurdering": {
            "behovForVurdering": false,
            "vurderingsresultat": "<script>alert('x')</script> & \"citat\" \\ (parentes) %PDF-1.7 endobj\n\tmed tabulator\ttil",
            "andreHelbredsforhold": "null\u{0}klokke\u{7}slet\u{7f}næste\u{85}linje\u{200b}nul\u{feff}bredde\u{202e}vendt\u{2028}ny\u{ffff}slut"
        },
        "kontrakt": {
            "aarsagTilOpholdstilladelseType": "",
            "danskmaal": { "danskmaalType": {} },
            "familiemaessigeForhold": "Hedder محمد عبد الله på arabisk, שלום på hebraisk, 张伟 på kinesisk og Дмитрий på russisk. \
                👍🏽 👩‍👩‍👧 🇩🇰 ❤️ 😀 ☎ ✔ → ½ € ∑ ﷽ \u{e000} A\u{30a} Z\u{351}\u{334}\u{321}",
            "oevrigeForhold": "\u{200b}\u{200d}",
            "antalBoern": -2_147_483_648_i64
        },
        "borgersprog": languages,
        "kommentar": long(10_000, 2),
        "koordinerendeForvaltning": "linje\n".repeat(120)
    }))
}

/// Prose of `length` characters with line breaks, blank lines and some words that are wider than a line.
fn long(length: usize, seed: usize) -> String {
    let words = ["og", "Rindkøbing", "sagsbehandler", "ét", "1.234,50", "Integrationsprogramdeltagelse", "ø", "møde"];
    let mut text = String::new();
    let mut n = seed;
    while text.chars().count() < length {
        n = n.wrapping_mul(1_103_515_245).wrapping_add(12_345) % 2_147_483_648;
        match n % 97 {
            0 => text.push_str(&"Donaudampfschiff".repeat(9)),
            1..=3 => text.push('\n'),
            4 => text.push_str("\r\n\r\n"),
            _ => text.push_str(words[n / 97 % words.len()]),
        }
        text.push(' ');
    }
    text.chars().take(length).collect()
}
