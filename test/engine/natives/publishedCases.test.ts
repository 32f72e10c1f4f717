import { openHeadless, type HeadlessWorkbook } from "../../../src/engine/headless";
import published from "./publishedCases.json";

/**
 * Formulas of the test suites of others, typed into cells. One is left out: YEARFRAC of a blank cell to February 29, 2008
 * by basis 1 (yearfrac D31), since LibreOffice begins to count on December 30, 1899 and Excel on January 0, 1900.
 */
const cases = published.cases as [id: string, formula: string, expected: number | string][];

let workbook: HeadlessWorkbook;
beforeAll(async () => {
  workbook = await openHeadless();
  await workbook.set(
    "A1",
    cases.map(([, formula]) => [formula]),
  );
});
afterAll(() => workbook.dispose());

test.each(cases.map((one, index) => [...one, `A${index + 1}`] as const))(
  "%s: %s is %s",
  (_id, _formula, expected, cell) => {
    const shown = workbook.read(cell)[0]?.[0];
    if (typeof expected === "number") expect(relative(Number(shown), expected)).toBeLessThan(1e-12);
    else expect(shown).toMatchObject({ code: expected === "error" ? expect.stringMatching(/^#/) : expected });
  },
);

const relative = (a: number, b: number) => Math.abs(a - b) / Math.max(1, Math.abs(b));
