// The demo people as the product describes them, and the words that tell of their errors.

/** The five demo users, with the name that stands in the header. */
export const USERS = {
  "star-admin": { name: "Ingrid Søgaard", organisation: "Styrelsen for Arbejdsmarked og Rekruttering" },
  sagsbehandler: { name: "Mette Åkjær", organisation: "Jobcenter Østervang" },
  "sagsbehandler-anden-kommune": { name: "Jonas Bækgaard", organisation: "Jobcenter Vesterlund" },
  "anden-aktoer": { name: "Samira Lind", organisation: "Vejen Frem ApS for Jobcenter Østervang" },
  kommune: { name: "Poul Erik Thøgersen", organisation: "Sønderkær Kommune" },
} as const;

export type User = keyof typeof USERS;

/** The demo citizens that no error code belongs to. 29 February of a year that had none: nobody has these numbers. */
export const CITIZEN = {
  full: "2902011234",
  bare: "2902021234",
  withoutData: "2902031234",
  hard: "2902051234",
  elsewhere: "2902061234",
  referredElsewhere: "2902111234",
  slow: "2902071234",
  dead: "2902104405",
  unknown: "2902139999",
} as const;

/** What the page says of an error code. `whose` is empty where nobody is at fault. */
export type CodeInWords = { cpr: string; code: number; title: string; whose: string; next: string; retry: boolean };

const OPERATOR = "asyloperatøren (LetAsyl)";

/** Every error code of the document, with the demo citizen that calls it forth. */
export const CODES: CodeInWords[] = [
  {
    cpr: "2902091287",
    code: 9287,
    title: "Der er ingen forbindelse til LetAsyl",
    whose: OPERATOR,
    next: "Prøv igen om lidt.",
    retry: true,
  },
  {
    cpr: "2902091288",
    code: 9288,
    title: "STAR kunne ikke logge ind i LetAsyl",
    whose: "STAR",
    next: "Opgiv koden til support.",
    retry: false,
  },
  {
    cpr: "2902091289",
    code: 9289,
    title: "LetAsyl kender ikke CPR-nummeret",
    whose: OPERATOR,
    next: "Kontrollér nummeret. Kontakt asyloperatøren, hvis det er rigtigt.",
    retry: false,
  },
  {
    cpr: "2902091290",
    code: 9290,
    title: "LetAsyl kender ikke kommunen",
    whose: "STAR",
    next: "Det skyldes formentlig, at kommunen ikke er registreret som den, der overtager borgeren. Kontakt asyloperatøren.",
    retry: false,
  },
  {
    cpr: "2902091291",
    code: 9291,
    title: "LetAsyl godtog ikke forespørgslen",
    whose: "STAR",
    next: "Opgiv koden til support.",
    retry: false,
  },
  {
    cpr: "2902091292",
    code: 9292,
    title: "LetAsyl svarede ikke i tide",
    whose: OPERATOR,
    next: "Prøv igen om lidt.",
    retry: true,
  },
  {
    cpr: "2902091293",
    code: 9293,
    title: "LetAsyl godtog ikke oplysningerne om, hvem der spørger",
    whose: "STAR",
    next: "Opgiv koden til support.",
    retry: false,
  },
  {
    cpr: "2902091294",
    code: 9294,
    title: "LetAsyl svarede med en fejl",
    whose: OPERATOR,
    next: "Prøv igen om lidt. Kontakt support, hvis det fortsætter.",
    retry: true,
  },
  {
    cpr: CITIZEN.dead,
    code: 4405,
    title: "Borgeren er død",
    whose: "",
    next: "Der kan ikke hentes data. Kontrollér CPR-nummeret, hvis du ikke ventede det.",
    retry: false,
  },
  {
    cpr: CITIZEN.unknown,
    code: 110001,
    title: "Der findes ingen person med CPR-nummeret",
    whose: "",
    next: "Kontrollér nummeret, og hent igen.",
    retry: false,
  },
];

/** Every demo number, as ten digits. */
export const ALL_CPR: string[] = [...new Set([...Object.values(CITIZEN), ...CODES.map((known) => known.cpr)])];

/** "290201-1234" */
export function hyphened(cpr: string): string {
  return `${cpr.slice(0, 6)}-${cpr.slice(6)}`;
}
