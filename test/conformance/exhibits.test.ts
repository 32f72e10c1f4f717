import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import "../../src/engine/customFunctionsRuntime";
import { actions } from "../../src/workbook/actions";
import { readImport } from "../../src/workbook/import/readImport";
import { MemoryBook } from "../support/memoryBook";
import { page, plural, table } from "./pages/markdown";

const FILINGS = join(__dirname, "..", "workbook", "import", "filings");
const PAGE = join(__dirname, "..", "..", "docs", "conformance", "exhibits.md");

/** What is particular to a layout, and why a figure is not reproduced: each reason is the filer's own figures. */
const LAYOUTS: Readonly<Record<string, readonly [layout: string, reason?: string]>> = {
  "1995-earnings-per-share-twice": ["earnings per share, then primary; the scale in a caption"],
  "1996-convertible-preferred": [
    "primary; the span over two rows; amounts in thousands, shares in full",
    "-0.215 was printed as -0.21, so that continuing and discontinued add up to 1.24; that period counts equivalents in a loss from continuing operations, where they are antidilutive",
  ],
  "1996-fully-diluted": [
    "primary and fully diluted; dates over the columns; add-backs",
    "debentures at 0.066 a share were included against 0.053, and preferred stock at 0.108: both are antidilutive",
  ],
  "1997-one-year": [
    "primary; one year, the spans over two rows; an extraordinary item",
    "0.206 was printed as 0.20, which is 0.75 less 0.55",
  ],
  "1997-words-above": ["primary; words between the headings and the first line"],
  "1997-years-alone": ["years alone, no word of when a period ended"],
  "2000-anti-dilutive-items": [
    "numerator and denominator; marks of notes; a line that takes antidilutive items out",
    "1999: convertible debt at 0.61 a share was included against 0.33: it is antidilutive",
  ],
  "2000-dollar-within-brackets": ["diluted alone; signs of currency within parentheses; three years"],
  "2000-two-tables": ["two tables, one below the other; deductions in parentheses"],
  "2001-numerator-denominator": ["numerator and denominator; page marks"],
  "2003-thousands-of-dollars": [
    "basic and diluted; amounts in thousands, shares in full; a total without words",
    "0.065 was printed as 0.07",
  ],
  "2014-millions-in-captions": [
    "shares first; scales in captions; diluted before basic, by line of income",
    "997,657,877 was printed as 997,657,878, its parts being rounded",
  ],
};

interface Result {
  readonly name: string;
  readonly isRead: boolean;
  readonly perShare: readonly [agree: number, printed: number];
  readonly all: readonly [agree: number, printed: number];
}

async function resultOf(name: string): Promise<Result> {
  const text = readFileSync(join(FILINGS, `${name}.txt`), "utf8").replace(/^.*\n/, "");
  const refused = { name, isRead: false, perShare: [0, 0], all: [0, 0] } as const;
  const read = attempt(() => readImport(text));
  if (!read) return refused;
  const book = new MemoryBook();
  await actions.importPeriods(book, { preview: read.preview });
  const { said, places } = await actions.tieOut(book, {});
  const [, all = "0"] = /(?:of |All )([\d,]+) figures/.exec(said) ?? [];
  const agree = read.checks.filter((check) => check.agrees).length;
  return {
    name,
    isRead: read.checks.every(({ computed }) => computed !== undefined),
    perShare: [agree, read.checks.length],
    all: [Number(all) - places.length, Number(all)],
  };
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined; // The page shows it as refused.
  }
}

test("docs/conformance/exhibits.md tells how many printed figures are reproduced", async () => {
  const names = readdirSync(FILINGS).map((file) => file.replace(".txt", ""));
  expect(Object.keys(LAYOUTS)).toEqual(names);
  const results = [];
  for (const name of names) results.push(await resultOf(name));
  expect(results.filter(({ isRead }) => !isRead).map(({ name }) => name)).toEqual(["1997-years-alone"]);
  const text = pageOf(results);
  if (process.env["CONFORMANCE"] === "write") writeFileSync(PAGE, text);
  expect(existsSync(PAGE) ? readFileSync(PAGE, "utf8") : "").toBe(text);
});

function pageOf(results: readonly Result[]): string {
  const sum = (of: (result: Result) => number) => results.reduce((total, result) => total + of(result), 0);
  const read = results.filter(({ isRead }) => isRead).length;
  return page(
    "# Filed exhibits, as imports read them",
    [
      `Of ${plural(results.length, "text")} as filed, ${read} are read without a hand; the other is refused with words on what to add. Income over`,
      `shares makes ${sum(({ perShare }) => perShare[0])} of ${sum(({ perShare }) => perShare[1])} printed per-share figures; after the import`,
      `${sum(({ all }) => all[0])} of ${sum(({ all }) => all[1])} printed figures tie out to the EPS sheet. The reasons for the others are the filings' own figures.`,
    ],
    table(
      ["filed", "layout", "per-share figures", "all figures", "what is not reproduced, and why"],
      results.map(({ name, isRead, perShare, all }) => {
        const [layout, reason = isRead ? "" : "refused: it asks for the period"] = LAYOUTS[name] ?? [""];
        const cells = isRead ? [perShare, all].map(([agree, printed]) => `${agree} of ${printed}`) : ["", ""];
        return [name.slice(0, 4), layout, ...cells, reason];
      }),
    ),
    "The texts stand in `test/workbook/import/filings`, each with its source. Layouts made for the tests, and EPSTABLE's own print\nread back (a law over random tables), are in `test/workbook/import`.",
  );
}
