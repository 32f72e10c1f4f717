import { readFileSync } from "node:fs";
import { join } from "node:path";
import "../../../src/engine/customFunctionsRuntime";
import { actions } from "../../../src/workbook/actions";
import { readImport } from "../../../src/workbook/import/readImport";
import { MemoryBook } from "../../support/memoryBook";

const filing = (name: string) => readFileSync(join(__dirname, "filings", `${name}.txt`), "utf8").replace(/^.*\n/, "");

/** What the tie-out says after a text was imported into an empty workbook. */
async function tiedOut(text: string) {
  const book = new MemoryBook();
  await actions.importPeriods(book, { preview: readImport(text).preview });
  const { said, places } = await actions.tieOut(book, {});
  return [said, ...places.map(({ words }) => words)];
}

const LEDGER = [
  "Quarter ended,Months,Net income (loss) attributable to common stockholders,Loss from discontinued operations,Preferred dividends,Weighted-average shares - basic,Stock options,RSUs,Convertible notes,Convertible notes interest add-back,Basic EPS,Diluted EPS",
  '3/31/2024,3,"1,200,000","(100,000)","50,000","10,000,000","120,000","80,000","500,000","30,000",0.12,0.11',
  '6/30/2024,3,"1,500,000",,"50,000","10,100,000","130,000","85,000","500,000","30,000",0.15,0.14',
].join("\n");

test("a ledger whose income is after preferred dividends ties out, its interest with the shares of its class", async () => {
  const { preview } = readImport(LEDGER);
  expect(preview.periods[0]).toMatchObject({ continuingIncome: 1_300_000, addBacks: { "Convertible notes": 30_000 } });
  expect(preview.periods[0]).not.toHaveProperty("preferredDividends");
  expect(preview.remarks).toEqual([
    "Income is after preferred dividends and other deductions already, so these were not deducted again (3 months to 2024-03-31; 3 months to 2024-06-30); so the per-share figures agree.",
  ]);
  expect(await tiedOut(LEDGER)).toEqual(["All 4 figures tie out."]);
});

test.each([
  ["1997-words-above", "All 20 figures tie out."],
  ["2001-numerator-denominator", "All 24 figures tie out."],
  ["2000-dollar-within-brackets", "All 18 figures tie out."],
  ["2000-two-tables", "All 16 figures tie out."],
])("%s ties out as it was read", async (name, said) => {
  expect(await tiedOut(filing(name))).toEqual([said]);
});

test("what a filer added up otherwise, or included though it is antidilutive, is an exception", async () => {
  // Its parts make 997,657,877.
  expect((await tiedOut(filing("2014-millions-in-captions"))).slice(1)).toEqual([
    "C22: Diluted shares, September 30, 2014, 3 months: computed 997,657,877, printed 997,657,878, difference (1)",
  ]);
  // Debentures bring back 0.066 a share against 0.053 before them: ASC 260-10-45-17 leaves them out.
  expect((await tiedOut(filing("1996-fully-diluted"))).slice(1)).toEqual([
    expect.stringContaining("Diluted shares, March 31, 1996"),
    expect.stringContaining("conversion of debentures, March 31, 1996"),
    expect.stringContaining("conversion of preferred stock, March 31, 1996"),
  ]);
});

test("figures without a per-share one among them are not said to tie out", async () => {
  const rows = filing("2001-numerator-denominator").split("\n");
  const text = rows.filter((row) => !/^(Basic|Diluted) earnings per share/.test(row)).join("\n");
  expect(readImport(text).preview.remarks).toContain(
    "No per-share figure was found beside income and shares, so nothing proves that they were read right.",
  );
  expect(await tiedOut(text)).toEqual([
    "16 printed figures equal the computed; no per-share figure is among them, so earnings per share are not tied out.",
  ]);
});
