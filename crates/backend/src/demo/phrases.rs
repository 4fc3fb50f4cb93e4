//! What the demo texts are put together from. They fit the work; what dynamic texts are used for in truth, the
//! document does not say.

/// A group: its id, its name, and what its texts are about.
pub struct Theme {
    /// The group's id: the same in every database.
    pub id: &'static str,
    /// The group's name.
    pub name: &'static str,
    /// What the texts are about, fit to begin a heading or to stand after "om".
    pub topics: [&'static str; 6],
}

/// The eight groups.
pub const THEMES: [Theme; 8] = [
    Theme {
        id: "8a1c0000-2f4e-4d6a-9b10-000000000001",
        name: "Kontrakt og program",
        topics: [
            "integrationskontrakten",
            "programmets varighed",
            "den første samtale",
            "ændringer i kontrakten",
            "fravær fra programmet",
            "selvforsørgelseserklæringen",
        ],
    },
    Theme {
        id: "8a1c0000-2f4e-4d6a-9b10-000000000002",
        name: "Danskuddannelse",
        topics: [
            "danskuddannelsen",
            "modulprøven",
            "målet for dansk",
            "undervisning om aftenen",
            "fravær fra undervisningen",
            "Prøve i Dansk 2",
        ],
    },
    Theme {
        id: "8a1c0000-2f4e-4d6a-9b10-000000000003",
        name: "Beskæftigelse og praktik",
        topics: [
            "virksomhedspraktikken",
            "løntilskud",
            "jobsøgning på dansk",
            "arbejdstider i praktikken",
            "et cv på dansk",
            "fagligt netværk",
        ],
    },
    Theme {
        id: "8a1c0000-2f4e-4d6a-9b10-000000000004",
        name: "Helbred og behandling",
        topics: [
            "helbredsvurderingen",
            "valg af egen læge",
            "tolk hos lægen",
            "samtaler hos psykolog",
            "hensyn på arbejdspladsen",
            "sygemelding",
        ],
    },
    Theme {
        id: "8a1c0000-2f4e-4d6a-9b10-000000000005",
        name: "Børn, skole og familie",
        topics: [
            "børnehave og skolestart",
            "modtageklassen",
            "børnenes fritid",
            "familiesammenføring",
            "barsel og barnets første år",
            "skole-hjem-samtaler",
        ],
    },
    Theme {
        id: "8a1c0000-2f4e-4d6a-9b10-000000000006",
        name: "Bolig og økonomi",
        topics: [
            "boligplaceringen",
            "selvforsørgelses- og hjemrejseydelsen",
            "NemKonto og MitID",
            "husleje og indskud",
            "enkeltudgifter",
            "forsikring af indbo",
        ],
    },
    Theme {
        id: "8a1c0000-2f4e-4d6a-9b10-000000000007",
        name: "Uddannelse og kvalifikationer",
        topics: [
            "vurdering af udenlandsk uddannelse",
            "realkompetencer",
            "integrationsgrunduddannelsen (igu)",
            "forberedende voksenundervisning",
            "ombytning af kørekort",
            "autorisation til faget",
        ],
    },
    Theme {
        id: "8a1c0000-2f4e-4d6a-9b10-000000000008",
        name: "Ærinder, frister og påmindelser",
        topics: [
            "fristen for indkaldelse",
            "Digital Post",
            "ændring af adresse",
            "mødetider på jobcentret",
            "klagefristen",
            "bestilling af tolk",
        ],
    },
];

/// What kind of text it is.
pub const KINDS: [&str; 8] = [
    "Vejledning",
    "Påmindelse",
    "Kvittering",
    "Oplysning",
    "Spørgsmål og svar",
    "Indkaldelse",
    "Afslutning",
    "Huskeliste",
];

/// How the shown text begins; `{}` is the topic.
pub const OPENINGS: [&str; 10] = [
    "Du er nu blevet vejledt om {}.",
    "Her kan du læse om {}.",
    "Vi skal tale sammen om {}.",
    "Du har spurgt om {}.",
    "Din sagsbehandler har noteret oplysninger om {}.",
    "Der er nyt om {}.",
    "Vi mangler dine oplysninger om {}.",
    "Det er vigtigt, at du kender reglerne om {}.",
    "Ved næste samtale gennemgår vi reglerne om {}.",
    "Kommunen har modtaget dit svar om {}.",
];

/// How it goes on.
pub const MIDDLES: [&str; 12] = [
    "Medbring gerne de papirer, du har fra asylcentret.",
    "Du kan få en tolk, hvis du siger til senest to dage før.",
    "Svar i Digital Post, når du har læst det hele.",
    "Du behøver ikke gøre noget lige nu.",
    "Det gælder også for din ægtefælle, hvis I går til samtale sammen.",
    "Har du brug for hjælp til at læse brevet, så ring til os.",
    "Oplysningerne kommer fra det center, hvor du boede før.",
    "Vi skriver til dig igen, når der er en afgørelse.",
    "Fortæl os det, hvis noget er forkert eller mangler.",
    "Ændrer noget sig for dig eller dine børn, så giv besked med det samme.",
    "Du skal møde ti minutter før tiden.",
    "Reglerne kan være anderledes, hvis du er under 30 år.",
];

/// How it ends.
pub const ENDINGS: [&str; 8] = [
    "Venlig hilsen jobcentret.",
    "Ring på hverdage mellem kl. 9 og 14, hvis du har spørgsmål.",
    "Læs mere på kommunens hjemmeside.",
    "Brevet er sendt til dig i Digital Post.",
    "Du kan klage inden fire uger.",
    "Fristen er 14 dage.",
    "Vi glæder os til at se dig.",
    "Gem brevet sammen med din kontrakt.",
];
