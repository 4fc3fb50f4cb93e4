// What the sheet of a citizen must show for an answer of the backend, said a second time and independently of the app:
// every element of the document with its label, the document's description, and the value in Danish words.
import type { Page } from "@playwright/test";

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json | undefined };

/** A section as it stands on the page: rows of label and value, or the table, or what stands there instead. */
export type Section = { heading: string; rows: [string, string][]; table: string[][]; instead: string };

/** Path, label, and the description that stands with it (none where it would only repeat the label). */
type Field = [path: string, label: string, help: string];

const SECTIONS: [heading: string, fields: Field[]][] = [
  [
    "Kontraktvarighed",
    [
      [
        "kontraktvarighed/foersteUnderskriftsdato",
        "Første kontrakt underskrevet",
        "Dato for underskrift af første kontrakt er samtidig startdato for periode.",
      ],
      [
        "kontraktvarighed/programStartdato",
        "Programmet begynder",
        "Startdato for programmet under integrationsloven.",
      ],
      ["kontraktvarighed/programSlutdato", "Programmet slutter", "Slutdato for programmet under integrationsloven."],
      ["kontraktvarighed/kontraktSlutdato", "Kontrakten slutter", "Slutdato for kontrakten under integrationsloven."],
    ],
  ],
  [
    "Uddannelse",
    [
      [
        "uddannelse/senestVejledtDato",
        "Senest vejledt om vurdering af uddannelse",
        "Dato for hvornår der sidst er vejledt om at medbragt formel uddannelse kan vurderes af Uddannelses- og Forskningsstyrelsen",
      ],
      ["uddannelse/vurderingssagsstatusType", "Status på vurderingssagen", ""],
    ],
  ],
  [
    "Helbredstilstand",
    [
      ["helbredstilstand/aktuelHelbredstilstand", "Aktuel helbredstilstand", ""],
      ["helbredstilstand/behandlingDk", "Behandling i Danmark", "Igangsat eller aftalt behandling i Danmark"],
    ],
  ],
  [
    "Helbredsvurdering",
    [
      ["helbredsvurdering/behovForVurdering", "Behov for helbredsvurdering", ""],
      [
        "helbredsvurdering/afgivetTilbud",
        "Tilbud om helbredsvurdering givet",
        "",
      ],
      ["helbredsvurdering/vurderingsresultat", "Resultat af helbredsvurderingen", ""],
      [
        "helbredsvurdering/andreHelbredsforhold",
        "Andre helbredsmæssige forhold",
        "",
      ],
    ],
  ],
  [
    "Kontrakt",
    [
      ["kontrakt/aarsagTilOpholdstilladelseType", "Årsag til opholdstilladelse", ""],
      [
        "kontrakt/erklaeringsunderskriftsdato",
        "Opholds- og selvforsørgelseserklæring underskrevet",
        "Dato for underskrift af erklæring om integration og aktivt medborgerskab",
      ],
      [
        "kontrakt/familiemaessigeForhold",
        "Familiemæssige forhold",
        "Familiemæssige forhold, der kan have betydning for indsatsen",
      ],
      [
        "kontrakt/oevrigeForhold",
        "Øvrige forhold",
        "Øvrige forhold - herunder sociale - der kan have betydning for indsatsen",
      ],
      ["kontrakt/antalBoern", "Antal børn", ""],
    ],
  ],
  [
    "Danskmål",
    [
      ["kontrakt/danskmaal/danskmaalType", "Danskmål", ""],
      [
        "kontrakt/danskmaal/senestAjourfoertDato",
        "Danskmålet senest ajourført",
        "",
      ],
      [
        "kontrakt/danskmaal/senesteMeddelelsesDato",
        "Seneste meddelelse om konsekvenser af manglende dansktilegnelse",
        "Dato for hvornår der sidst er givet meddelelse til udlændingen om konsekvenserne af manglende dansktilegnelse, jf. bek. § 15, stk. 9 og 11",
      ],
      [
        "kontrakt/danskmaal/senestVejledtOmKonsekvensDato",
        "Senest vejledt om konsekvenser af manglende dansktilegnelse",
        "Dato for hvornår der sidst er vejledt om konsekvenserne af manglende dansktilegnelse, i forhold til I-ydelsen, familiesammenføring, tub",
      ],
    ],
  ],
  ["Sprog", [["borgersprog", "Borgerens sprog", "Kollektion af sprog med tilhørende erfaring og færdighedsniveauer"]]],
  ["Kommentar", [["kommentar", "Kommentar", ""]]],
  [
    "Koordinerende forvaltning",
    [["koordinerendeForvaltning", "Koordinerende forvaltning", ""]],
  ],
];

/** The headings of the table of languages. */
export const COLUMNS: [path: string, heading: string][] = [
  ["sprogStamdata/sprognavn", "Sprog"],
  ["sprogStamdata/sprogkode", "Sprogkode"],
  ["taleforstaaelsesniveauType", "Forstår"],
  ["taleniveauType", "Taler"],
  ["laeseniveauType", "Læser"],
  ["skriveniveauType", "Skriver"],
  ["sprogerfaring", "Erfaring"],
];

const MONTHS = "januar februar marts april maj juni juli august september oktober november december".split(" ");

export const ABSENT = "Ikke oplyst";

/** The headings of all sections, in the order of the page. */
export const HEADINGS: string[] = SECTIONS.map(([heading]) => heading);

/** The labels of all fields, in the order of the page. */
export const LABELS: string[] = SECTIONS.flatMap(([, fields]) => fields.map(([, label]) => label));

/** Where the page's fields come from, in the order of the page; the parts of a language under `borgersprog/`. */
export const PATHS: string[] = [
  ...SECTIONS.flatMap(([, fields]) => fields.map(([path]) => path)).filter((path) => path !== "borgersprog"),
  ...COLUMNS.map(([path]) => `borgersprog/${path}`),
];

function at(data: Json | undefined, path: string): Json | undefined {
  return path.split("/").reduce<Json | undefined>((found, name) => {
    return found !== null && typeof found === "object" && !Array.isArray(found) ? found[name] : undefined;
  }, data);
}

/** "5. marts 2024", with "kl. 14.05" unless it is midnight: as written, or in Denmark where an offset is. */
function date(written: string): string {
  const hasOffset = /T.*(Z|[+-]\d\d:\d\d)$/.test(written);
  // Swedish writes dates as ISO 8601 does.
  const local = hasOffset ? new Date(written).toLocaleString("sv-SE", { timeZone: "Europe/Copenhagen" }) : written;
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d):(\d\d))?/.exec(local);
  if (!parts) throw new Error(`no date: ${written}`);
  const [, year, month, day, hour, minute, second] = parts;
  const shown = `${Number(day)}. ${MONTHS[Number(month) - 1]} ${Number(year)}`;
  const midnight = !hour || [hour, minute, second].every((part) => part === "00");
  return midnight ? shown : `${shown} kl. ${hour}.${minute}`;
}

function code(value: Json): string {
  const of = (...names: string[]) => names.map((name) => at(value, name)).find((found) => found !== undefined);
  const isObject = value !== null && typeof value === "object";
  const number = isObject ? of("code", "kode") : typeof value === "number" ? value : undefined;
  const name = isObject ? of("name", "navn") : typeof value === "string" ? value : undefined;
  if (name === undefined) return `Ukendt kode (${number ?? JSON.stringify(value)})`;
  return number === undefined ? String(name) : `${name} (${number})`;
}

function inWords(path: string, value: Json | undefined): string {
  if (value === undefined || value === null) return ABSENT;
  if (path.endsWith("Type")) return code(value);
  if (typeof value === "boolean") return value ? "Ja" : "Nej";
  if (typeof value !== "string") return String(value);
  if (/dato$/i.test(path)) return date(value);
  return value.trim() === "" ? ABSENT : value.trimEnd();
}

/** What must stand on the page for this answer. */
export function expectedSheet(data: Json): Section[] {
  return SECTIONS.map(([heading, fields]) => {
    const shown = { heading, rows: [] as [string, string][], table: [] as string[][], instead: "" };
    const languages = heading === "Sprog" ? at(data, "borgersprog") : undefined;
    if (Array.isArray(languages) && languages.length > 0) {
      const rows = languages.map((language) => COLUMNS.map(([path]) => inWords(path, at(language, path))));
      return { ...shown, table: [COLUMNS.map(([, column]) => column), ...rows] };
    }
    const rows = fields.map(([path, label]): [string, string] => {
      return [label, inWords(path, heading === "Sprog" ? undefined : at(data, path))];
    });
    return rows.every(([, value]) => value === ABSENT) ? { ...shown, instead: ABSENT } : { ...shown, rows };
  });
}

/** Each field's label, and the document's description behind its question mark; none where there is none. */
export const HELP: [label: string, help: string][] = SECTIONS.flatMap(([, fields]) => fields.map(([, label, help]): [string, string] => [label, help]));

/** The sheet as it stands on the page, with the line breaks that one sees, and the numbers of codes. */
export async function readSheet(page: Page): Promise<Section[]> {
  await page.getByLabel("Vis koder").check();
  return page.getByRole("article").evaluate((article) => {
    for (const button of article.querySelectorAll<HTMLElement>("dd button")) button.style.display = "none";
    const one = (text: string) => text.replace(/\s+/g, " ").trim();
    return [...article.querySelectorAll("section")].map((section) => ({
      heading: section.querySelector("h2")?.innerText ?? "",
      rows: [...section.querySelectorAll<HTMLElement>("dl > div")].map((row): [string, string] => [
        one(row.querySelector("dt")?.innerText ?? ""),
        (row.querySelector("dd")?.innerText ?? "").trimEnd(),
      ]),
      table: [...section.querySelectorAll("tr")].map((row) =>
        [...row.cells].map((cell) => (cell.scope === "col" ? one(cell.innerText) : cell.innerText.trimEnd())),
      ),
      instead: section.querySelector("dl, table") ? "" : one(section.innerText.replace(/^.*\n/, "")),
    }));
  });
}

/** Every path in an answer that ends in a value; untyped codes are one value, and languages share their paths. */
export function leaves(data: Json | undefined, path = ""): string[] {
  if (data === undefined) return [];
  if (Array.isArray(data)) return data.flatMap((item) => leaves(item, path));
  if (data === null || typeof data !== "object" || path.endsWith("Type")) return [path];
  return Object.entries(data).flatMap(([name, value]) => leaves(value, path ? `${path}/${name}` : name));
}
