import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import "../../src/engine/customFunctionsRuntime";
import { FileError } from "../../src/files/fileError";
import { patchXlsx } from "../../src/files/patchXlsx";
import { readXlsx } from "../../src/files/readXlsx";
import { ActionError } from "../../src/workbook/book/report";
import { readImport } from "../../src/workbook/import/readImport";
import { EXHIBIT_11 } from "../support/exhibit11";
import { damagedText } from "./damagedText";
import { held } from "./held";

const FUNCTIONS = { names: ["LOANBALANCE"], namespace: "" };
const RUNS = 25;
/** Larger ones would take the time of many small. */
const LARGEST = 30_000;

const FOLDER = join(__dirname, "../files/fixtures");
const books = readdirSync(FOLDER)
  .filter((name) => /\.xls[xm]$/.test(name))
  .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(FOLDER, name))) }))
  .filter(({ bytes }) => bytes.length <= LARGEST);

/** A file opens, and takes a cell, or is refused in a sentence; nothing is ever half done. */
function expectReadOrRefused(bytes: Uint8Array): void {
  try {
    const [sheet] = readXlsx(bytes, FUNCTIONS).sheets;
    if (sheet) patchXlsx(bytes, [{ do: "cell", sheet: sheet.name, row: 1, column: 1, value: 5 }], FUNCTIONS);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    expect(error.message).toMatch(/^\S/);
    expect(error.message.length).toBeLessThan(1_000);
  }
}

const damagedBytes = fc
  .tuple(
    fc.constantFrom(...books),
    fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 20 }),
    fc.nat(9),
  )
  .map(([{ bytes }, changes, cut]) => {
    const damaged = bytes.slice(0, cut === 0 ? Math.floor(bytes.length / 2) : bytes.length);
    for (const [place, value] of changes) damaged[place % damaged.length] = value;
    return damaged;
  });

const unpacked = books.flatMap(({ bytes, name }) => {
  const parts = unzipSync(bytes);
  return Object.keys(parts)
    .filter((part) => /\.(xml|rels)$/.test(part))
    .map((part) => ({ name, part, parts }));
});
const damagedParts = fc
  .constantFrom(...unpacked)
  .chain(({ part, parts }) =>
    damagedText([strFromU8(parts[part] ?? new Uint8Array())]).map((text) =>
      zipSync({ ...parts, [part]: strToU8(text) }, { level: 1 }),
    ),
  );

test("a workbook with damaged bytes is read or refused", () =>
  held(
    { kind: "file", name: "a workbook with damaged bytes", of: 2, numRuns: RUNS },
    fc.property(damagedBytes, expectReadOrRefused),
  ));

test("a workbook with a damaged part is read or refused", () =>
  held(
    { kind: "file", name: "a workbook with a damaged part", of: 2, numRuns: RUNS },
    fc.property(damagedParts, expectReadOrRefused),
  ));

const FILINGS = join(__dirname, "../workbook/import/filings");
const DATA = join(__dirname, "../workbook/data");
const texts = (folder: string) => readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
const CSV = readFileSync(join(__dirname, "../../examples/periods.csv"), "utf8");
const IMPORTS: readonly (readonly [string, readonly string[]])[] = [
  ["periods as CSV", [CSV, CSV.replaceAll(",", ";"), CSV.replaceAll(",", "\t")]],
  ["an exhibit as text", [EXHIBIT_11, ...texts(FILINGS)]],
  ["company facts and inline XBRL", texts(DATA)],
];

test.each(IMPORTS)("%s, however damaged, is read or refused", (name, sound) =>
  held(
    { kind: "text", name, of: IMPORTS.length, numRuns: RUNS },
    fc.property(damagedText(sound), (text) => {
      try {
        const { preview } = readImport(text);
        const figures = preview.periods.flatMap((period) => [
          period.periodEnd,
          period.months,
          period.netIncome,
          period.weightedShares,
        ]);
        expect(figures.filter((figure) => typeof figure === "number" && !Number.isFinite(figure))).toEqual([]);
      } catch (error) {
        if (!(error instanceof ActionError)) throw error;
        expect(error.message).toMatch(/^\S/);
        expect(error.message.length).toBeLessThan(4_000);
      }
    }),
  ),
);
