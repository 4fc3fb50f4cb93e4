// The time line: drawn from the contract's four dates with today on it, and said in words beside it; whatever dates are
// there, in both themes, on a phone and on a wide screen.
import type { Locator, Page } from "@playwright/test";
import { CITIZEN } from "./demo";
import { expect, test } from "./fixtures";
import { CITIZEN_API, lookUp, sheet, signIn, toEnglish } from "./steps";

/** signed, programme starts, programme ends, contract ends; empty: missing */
type Four = [string, string, string, string];

const NAMES = ["foersteUnderskriftsdato", "programStartdato", "programSlutdato", "kontraktSlutdato"];
const USUAL: Four = ["2024-03-05", "2024-03-11", "2025-03-10", "2029-03-04"];

/** Looks a citizen with these dates up on this day, late in the evening: the day is the user's own. */
async function show(page: Page, four: Four, today: string): Promise<void> {
  await page.clock.setFixedTime(new Date(`${today}T21:59:00Z`));
  await page.route(CITIZEN_API, async (route) => {
    const answer = await route.fetch();
    const json = await answer.json();
    const known = NAMES.map((name, index) => [name, four[index]]).filter(([, date]) => date);
    json.integrationslovsdata.kontraktvarighed = Object.fromEntries(known);
    await route.fulfill({ response: answer, json });
  });
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page)).toBeVisible();
}

const figure = (page: Page): Locator => page.getByRole("figure");

async function said(page: Page): Promise<string[]> {
  return (await figure(page).getByRole("listitem").allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim());
}

for (const [what, four, today, expected] of [
  [
    "before it begins",
    USUAL,
    "2024-02-28",
    [
      "Kontrakt: 5. marts 2024 – 4. marts 2029. Kontrakten begynder om 6 dage",
      "Program: 11. marts 2024 – 10. marts 2025. Programmet begynder om 12 dage",
    ],
  ],
  [
    "on its way, over the night in which the clocks change",
    USUAL,
    "2024-07-09",
    [
      "Kontrakt: 5. marts 2024 – 4. marts 2029. Kontrakten slutter om 4 år og 7 måneder",
      "Program: 11. marts 2024 – 10. marts 2025. Programmet slutter om 8 måneder og 1 dag",
    ],
  ],
  [
    "after the programme",
    USUAL,
    "2025-03-11",
    [
      "Kontrakt: 5. marts 2024 – 4. marts 2029. Kontrakten slutter om 3 år og 11 måneder",
      "Program: 11. marts 2024 – 10. marts 2025. Programmet sluttede for 1 dag siden",
    ],
  ],
  [
    "out of order",
    ["2024-03-05", "2024-03-01", "2024-02-01", "2024-06-30"],
    "2024-07-09",
    [
      "Kontrakt: 5. marts 2024 – 30. juni 2024. Kontrakten sluttede for 9 dage siden",
      "Program: 1. marts 2024 – 1. februar 2024",
      "Bemærk Programmet slutter, før det begynder",
      "Bemærk Kontrakten er udløbet",
    ],
  ],
  [
    "with only an end and only a start",
    ["", "2024-07-09", "", "2024-07-10"],
    "2024-07-09",
    [
      "Kontrakt: startdato ikke oplyst – 10. juli 2024. Kontrakten slutter om 1 dag",
      "Program: 9. juli 2024 – slutdato ikke oplyst. Programmet begynder i dag",
    ],
  ],
  [
    "of the contract alone",
    ["2024-03-05", "", "", ""],
    "2024-07-09",
    ["Kontrakt: 5. marts 2024 – slutdato ikke oplyst. Kontrakten begyndte for 4 måneder og 4 dage siden", "Program: Ikke oplyst"],
  ],
] as [string, Four, string, string[]][]) {
  test(`says how far it has come: ${what}`, async ({ page }) => {
    await show(page, four, today);
    expect(await said(page)).toEqual(expected);
    await expect(figure(page).getByText("I dag", { exact: true })).toBeVisible();
    await expect(figure(page).locator("rect.today")).toHaveCount(1);
  });
}

test("without any date it says that there is none to draw", async ({ page }) => {
  await show(page, ["", "", "", ""], "2024-07-09");
  await expect(figure(page)).toContainText("Ingen af de fire datoer er oplyst, så der er ingen tidslinje.");
  await expect(figure(page).locator("svg")).toHaveCount(0);
});

test("in English", async ({ page }) => {
  await show(page, ["2024-03-05", "2024-03-11", "2025-03-10", "2024-06-30"], "2024-07-09");
  await toEnglish(page);
  expect(await said(page)).toEqual([
    "Contract: 5 March 2024 – 30 June 2024. The contract ended 9 days ago",
    "Programme: 11 March 2024 – 10 March 2025. The programme ends in 8 months and 1 day",
    "Note The programme ends after the contract has ended",
    "Note The contract has expired",
  ]);
});

test("a third remark is shown on request", async ({ page }) => {
  await show(page, ["2024-03-05", "2024-03-01", "2024-06-10", "2024-04-30"], "2024-07-09");
  const remarks = figure(page).getByText("Bemærk").filter({ visible: true });
  await expect(remarks).toHaveCount(2);
  await figure(page).getByRole("button", { name: "Vis alle (3)" }).click();
  await expect(remarks).toHaveCount(3);
  await expect(figure(page)).toContainText("Kontrakten er udløbet");
});

test("a course of one day can be seen", async ({ page }) => {
  await show(page, ["2024-03-05", "2024-05-01", "2024-05-01", "2029-03-04"], "2024-07-09");
  const box = await figure(page).locator("rect.whole").nth(1).boundingBox();
  expect(box?.width).toBeGreaterThanOrEqual(8);
});

test("today stands between what has passed and what has not", async ({ page }) => {
  await show(page, USUAL, "2024-07-09");
  const place = async (selector: string, index = 0) => {
    const box = await figure(page).locator(selector).nth(index).boundingBox();
    if (!box) throw new Error(`${selector} is not drawn`);
    return box;
  };
  const today = await place("rect.today");
  for (const lane of [0, 1]) {
    const [whole, passed] = [await place("rect.whole", lane), await place("rect.passed", lane)];
    expect(whole.x).toBeLessThan(today.x);
    expect(whole.x + whole.width).toBeGreaterThan(today.x);
    expect(Math.abs(passed.x + passed.width - today.x)).toBeLessThan(3);
  }
});

// All that is drawn at once, however close or far apart.
for (const [what, four] of [
  ["usual", USUAL],
  ["one day", ["2024-07-09", "2024-07-09", "2024-07-09", "2024-07-09"]],
  ["centuries apart", ["0001-01-01", "1024-03-11", "2025-03-10", "9999-12-31"]],
  ["far in the past", ["1900-01-01", "1900-01-02", "1900-01-03", "1900-01-04"]],
  ["within a year", ["2024-01-01", "2024-02-01", "2024-06-30", "2024-11-30"]],
  ["within a season", ["2024-05-01", "2024-05-08", "2024-07-01", "2024-07-31"]],
  ["within a month", ["2024-07-01", "2024-07-08", "2024-07-15", "2024-07-31"]],
  ["two years", ["2023-08-31", "2023-08-31", "2024-08-30", "2025-08-30"]],
  ["the first days of years", ["2024-01-01", "2025-01-01", "2026-01-01", "2027-01-01"]],
] as [string, Four][]) {
  for (const width of [320, 1280]) {
    test(`no label covers another or is cut: ${what}, ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await show(page, four, "2024-07-09");
      await page.evaluate(() => document.fonts.ready);
      const faults = await figure(page).locator("svg").evaluate((svg) => {
        const frame = svg.getBoundingClientRect();
        const labels = [...svg.querySelectorAll("text")].map((text) => ({
          said: text.textContent,
          box: text.getBoundingClientRect(),
        }));
        const apart = (a: DOMRect, b: DOMRect) =>
          a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
        return labels.flatMap(({ said, box }, index) => [
          ...(box.left < frame.left - 1 || box.right > frame.right + 1 ? [`${said} is cut`] : []),
          ...labels.slice(index + 1).filter((other) => !apart(box, other.box)).map((other) => `${said} / ${other.said}`),
        ]);
      });
      expect(faults).toEqual([]);
      // Below its line, the axis tells at least one day, month or year.
      expect(await figure(page).locator("svg text").filter({ hasText: /\d{4}/ }).count()).toBeGreaterThan(0);
      await expect(figure(page).getByText("I dag", { exact: true })).toBeVisible();
    });
  }
}

for (const scheme of ["light", "dark", "forced"] as const) {
  test(`can be seen: ${scheme}`, async ({ page }) => {
    await page.emulateMedia(scheme === "forced" ? { forcedColors: "active" } : { colorScheme: scheme });
    await show(page, USUAL, "2024-07-09");
    // Each part against the page, as WCAG 2.2 asks of graphics: three to one; words four and a half.
    const contrasts = await figure(page).locator("svg").evaluate((svg) => {
      const channel = (part: number) => (part <= 10.31475 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4);
      const light = (color: string) => {
        const [r, g, b] = (color.match(/[\d.]+/g) ?? []).map(Number).map(channel);
        return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
      };
      const page = light(getComputedStyle(document.documentElement).backgroundColor.replace("rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"));
      const body = getComputedStyle(document.body).backgroundColor;
      const back = body === "rgba(0, 0, 0, 0)" ? page : light(body);
      const of = (selector: string, property: "fill" | "stroke") => {
        const found = svg.querySelector(selector);
        const ink = found ? light(getComputedStyle(found)[property]) : back;
        return (Math.max(ink, back) + 0.05) / (Math.min(ink, back) + 0.05);
      };
      return {
        text: of("text", "fill"),
        outline: of(".whole", "stroke"),
        passed: of(".passed", "fill"),
        mark: of(".mark", "fill"),
        today: of(".today", "fill"),
      };
    });
    expect(contrasts.text).toBeGreaterThanOrEqual(4.5);
    for (const [part, contrast] of Object.entries(contrasts)) expect(contrast, part).toBeGreaterThanOrEqual(3);
  });
}
