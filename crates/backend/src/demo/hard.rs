//! The citizen whose data are hard to show: very long texts, many languages, unknown codes in every shape that
//! may come, markup and emoji in texts, and dates in their longest form.

use letasyl_contract::IntegrationslovsdataDto;
use serde_json::{Map, Value, json};

/// As long as the longest free text.
const LONG: usize = 10_000;

const SENTENCES: [&str; 7] = [
    "Borgeren er blevet vejledt om integrationsprogrammet og har spurgt ind til mulighederne for virksomhedspraktik.",
    "Der er aftalt en ny samtale, når helbredsoplysningerne fra egen læge foreligger.",
    "Ægtefællen deltog i samtalen og oplyser, at børnene trives i skole og børnehave.",
    "Centrets personale har observeret, at borgeren ofte hjælper andre beboere med at oversætte breve.",
    "Et langt ord uden mellemrum: speciallægepraksisplanlægningsstabiliseringsperiodeovervågningskoordinatorfunktion.",
    "<script>alert(1)</script> & \"citationstegn\", 'apostroffer' og <b>fed</b> er tekst, ikke opmærkning. 🌍👩🏽‍🏭🇩🇰",
    "Med højreskrift midt i linjen: لغة عربية, og med andre skrifter: українська, ትግርኛ, 中文, ქართული.",
];

const LANGUAGES: [(&str, i32); 20] = [
    ("Arabisk", 9014),
    ("Tigrinya", 9096),
    ("Ukrainsk", 9101),
    ("Dari", 9028),
    ("Pashto", 9078),
    ("Persisk (farsi)", 9079),
    ("Kurdisk (kurmanji)", 9058),
    ("Kurdisk (sorani)", 9059),
    ("Somali", 9089),
    ("Amharisk", 9011),
    ("Russisk", 9084),
    ("Engelsk", 9031),
    ("Fransk", 9036),
    ("Spansk", 9090),
    ("Tyrkisk", 9099),
    ("Swahili", 9092),
    ("Lingala", 9063),
    ("Burmesisk", 9022),
    ("Georgisk", 9039),
    ("Dansk", 9027),
];

/// The data of the citizen with this number.
pub fn data(cpr: &str) -> Result<IntegrationslovsdataDto, serde_json::Error> {
    serde_json::from_value(json!({
        "personnummer": cpr,
        "integrationslovsdataIdentifier": "6f1f5f0a-3c1d-4b52-9c55-0d5f2c1a0501",
        "kontraktvarighed": {
            "foersteUnderskriftsdato": "2024-12-31T23:59:59.9999999+01:00",
            "programStartdato": "2025-01-01",
            "programSlutdato": "2026-01-01T00:30:00.1234567-05:00",
            "kontraktSlutdato": "2030-01-01T00:00:00Z"
        },
        "uddannelse": { "senestVejledtDato": "2024-02-29T12:00:00.5", "vurderingssagsstatusType": 987 },
        "helbredstilstand": { "aktuelHelbredstilstand": long(0), "behandlingDk": long(1) },
        "helbredsvurdering": {
            "behovForVurdering": false,
            "afgivetTilbud": true,
            "vurderingsresultat": long(2),
            "andreHelbredsforhold": "   \n  "
        },
        "kontrakt": {
            "aarsagTilOpholdstilladelseType": "Særligt grundlag, som ingen liste kender",
            "erklaeringsunderskriftsdato": "2024-11-01T00:00:00.0000000+01:00",
            "danskmaal": {
                "danskmaalType": {
                    "code": "DU-X",
                    "name": "Mål uden for listen <em>&amp;</em>",
                    "description": "Et ekstra felt, som ikke må gå tabt",
                    "validity": { "from": "2024-01-01", "to": null }
                },
                "senestAjourfoertDato": "2025-01-15T08:05:00",
                "senesteMeddelelsesDato": "2025-01-15T00:00:00",
                "senestVejledtOmKonsekvensDato": "1999-12-31T23:59:59"
            },
            "familiemaessigeForhold": long(3),
            "oevrigeForhold": long(4),
            "antalBoern": 12
        },
        "borgersprog": LANGUAGES.iter().enumerate().map(|(index, (name, code))| language(index, name, *code)).collect::<Vec<_>>(),
        "kommentar": long(5),
        "koordinerendeForvaltning": "Beskæftigelses- og Integrationsforvaltningen, Enheden for Helhedsorienterede Indsatser <Østerbro> & Omegn"
    }))
}

/// Levels in all three shapes, and absent; one language has neither name nor code.
fn language(index: usize, name: &str, code: i32) -> Value {
    let level = |offset: usize| match (index + offset) % 5 {
        0 => json!((index + offset) % 6),
        1 => json!("Flydende i tale, uøvet i skrift (demo)"),
        2 => json!({ "code": 77, "name": "Niveau, som ingen liste kender (demo)" }),
        3 => json!({ "kode": 4, "navn": "Godt (demo)", "sorteringsnummer": 40 }),
        _ => json!({ "uventet": true }),
    };
    let root = match index {
        17 => json!({}),
        18 => json!({ "sprogkode": code }),
        _ => json!({ "sprognavn": name, "sprogkode": code }),
    };
    let mut members = Map::from_iter([("sprogStamdata".to_owned(), root)]);
    let mut add = |name: &str, value: Value| members.insert(name.to_owned(), value);
    if index % 7 != 6 {
        add("sprogerfaring", json!(format!("{name}: {}", SENTENCES.get(index % SENTENCES.len()).unwrap_or(&""))));
        add("taleforstaaelsesniveauType", level(0));
        add("taleniveauType", level(1));
        add("laeseniveauType", level(2));
    }
    if index % 4 != 3 {
        add("skriveniveauType", level(3));
    }
    Value::Object(members)
}

/// Exactly [`LONG`] characters in paragraphs of one to six sentences.
fn long(start: usize) -> String {
    let mut text = String::new();
    let mut length = 0;
    for (index, sentence) in SENTENCES.iter().cycle().skip(start).enumerate() {
        let gap = if (index + start) % 6 == 5 {
            "\n\n"
        } else if index % 4 == 3 {
            "\n"
        } else {
            " "
        };
        for character in sentence.chars().chain(gap.chars()) {
            if length == LONG {
                return text;
            }
            text.push(character);
            length += 1;
        }
    }
    text
}
