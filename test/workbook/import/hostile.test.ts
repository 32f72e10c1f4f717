import { readImport } from "../../../src/workbook/import/readImport";
import { pageText } from "../../../src/workbook/import/exhibit/pageText";
import { EXHIBIT_11 } from "../../support/exhibit11";

const LONG = "x".repeat(60_000);
const CSV = `Period end,Net income,Weighted shares,${LONG}\n2001-09-30,5000,7541024,1\n`;

test("a header or a cell of any length is quoted cut", () => {
  const message = (text: string) => {
    try {
      return readImport(text).preview.remarks.join(" ");
    } catch (error) {
      return (error as Error).message;
    }
  };
  expect(message(CSV.replace(",5000,", `,${LONG},`))).toMatch(
    /^Row 2, Net income must be a figure such as 1,234 or \(1,234\); received "x{60}…"\.$/,
  );
  expect(message(CSV.replace("2001-09-30", LONG))).toMatch(/; received "x{60}…"\.$/);
  expect(message(CSV.replace(LONG, `Options ${LONG}`).replace(",1\n", ",one\n"))).toMatch(
    /^Row 2, Options x{52}… must/,
  );
  expect(message(CSV).length).toBeLessThan(300);
});

test("a page with elements in elements beyond any page's need is refused", () => {
  expect(() => readImport(`<html><body>${"<b>".repeat(20_000)}`)).toThrow(
    "The page cannot be read. Open it in a browser",
  );
});

test("a cell that says it spans a billion columns spans as many as a browser gives it", () => {
  const text = pageText('<html><table><tr><td colspan="1000000000">Net income</td><td>5</td></tr></table></html>');
  expect([text.trim().slice(0, 10), text.length < 2_000]).toEqual(["Net income", true]);
});

/** A pattern that looks at every rest of a line takes minutes for these, where the text itself takes milliseconds. */
test.each([
  ["digits", "9".repeat(400_000)],
  ["blanks", " ".repeat(400_000)],
  ["brackets", "(".repeat(400_000)],
  ["tags", "<a>".repeat(100_000)],
  ["figures", "1,".repeat(200_000)],
  ["dollars", "$ ".repeat(200_000)],
])(
  "a line of %s without an end is no table, and holds nothing up",
  (_what, line) => {
    for (const at of [0, EXHIBIT_11.indexOf("\n"), EXHIBIT_11.length]) {
      const { preview } = readImport(`${EXHIBIT_11.slice(0, at)}\n${line}\n${EXHIBIT_11.slice(at)}`);
      expect(preview.periods).toEqual(readImport(EXHIBIT_11).preview.periods);
    }
  },
  20_000,
);
