import { actions } from "../../../src/workbook/actions";
import { a1, readAddress } from "../../../src/workbook/book/address";
import type { Area, CellContent } from "../../../src/workbook/book/book";
import { openHeadlessBook } from "../../support/headlessBook";

let { book, workbook, dispose } = openHeadlessBook();
beforeEach(() => ({ book, workbook, dispose } = openHeadlessBook()));
afterEach(() => dispose());

const values = async (address: string): Promise<readonly (readonly CellContent[])[]> =>
  (await book.look({ areas: [readAddress(`Loan!${address}`) as Area] })).areas[0]?.values ?? [];
const shown = async (address: string) => (await values(address))[0]?.[0];

/** Every error that the sheet shows, by its cell. */
const errors = async () =>
  (await values("A1:AR60")).flatMap((row, y) =>
    row.flatMap((value, x) =>
      /^#/.test(String(value)) ? [[a1({ row: y, column: x, rows: 1, columns: 1 }), value]] : [],
    ),
  );

/** Below the title, which may be the loan's name. */
const rowOf = async (label: string) => (await values("A3:A40")).findIndex(([value]) => value === label) + 2;
const fill = async (label: string, value: string | number) => {
  workbook
    .getSheetByName("Loan")
    ?.getRange(await rowOf(label), 1)
    .setValue(value);
  await actions.recalculateAll(book, {});
};
const hintOf = async (label: string) => shown(`F${(await rowOf(label)) + 1}`);

describe("a blank loan sheet", () => {
  beforeEach(() => actions.insertLoanSheet(book, { example: false }));

  test("says what to type, beside each label and above them, and shows no error", async () => {
    expect(await errors()).toEqual([]);
    expect(await shown("A1")).toBe("Loan");
    expect(await shown("A2")).toMatch(
      /^Fill in column B: the principal, the start date, the annual rate, and how it is repaid/,
    );
    expect(await hintOf("Principal")).toBe("amount lent, such as 250,000");
  });

  test("shows no error while it is being filled in, and every figure as soon as it can", async () => {
    for (const [label, value] of [
      ["Loan", "Equipment loan"],
      ["Principal", 250_000],
      ["Start date", 45_672],
      ["Annual rate", 0.0625],
    ] as const) {
      await fill(label, value);
      expect(await errors()).toEqual([]);
      expect(await shown("H4")).toBe("");
    }
    await fill("Number of payments", 60);
    expect(await errors()).toEqual([]);
    expect(await Promise.all([shown("A1"), shown("A2"), hintOf("Principal")])).toEqual(["Equipment loan", "", ""]);
    expect(await shown("H4")).toBeGreaterThan(0);
    // A loan of 2025 to 2030: the years after it stay blank, and so does what they repay.
    const years = await values("AF4:AG13");
    expect(years.map(([end]) => end)).toEqual([46_022, 46_387, 46_752, 47_118, 47_483, 47_848, "", "", "", ""]);
    expect(years.reduce((sum, [, repaid]) => sum + Number(repaid), 0)).toBeCloseTo(250_000, 2);
    expect(await Promise.all(["G6", "K3", "P3", "W3", "AH3"].map(shown))).toEqual([
      "Step",
      "Year ending",
      "Clause",
      "Date",
      "Period end",
    ]);
  });

  test.each([
    ["Term in years", 5],
    ["Maturity date", 47_498],
    ["Payment", 4_862.32],
  ])("is as content with %s", async (label, value) => {
    for (const [other, given] of [
      ["Principal", 250_000],
      ["Start date", 45_672],
      ["Annual rate", 0.0625],
    ] as const)
      await fill(other, given);
    await fill(label, value);
    expect(await errors()).toEqual([]);
    expect(await shown("H4")).toBeGreaterThan(190_000);
  });

  test("shows the error of what is wrong, which is not hidden", async () => {
    for (const [label, value] of [
      ["Principal", -5],
      ["Start date", 45_672],
      ["Annual rate", 0.0625],
      ["Payment", 10],
    ] as const)
      await fill(label, value);
    expect(await shown("H4")).toBe("#VALUE!");
  });
});

test("the sheet of Exhibit 10.10 has the balance, what falls due and the roll-forward of its printed schedule", async () => {
  await actions.insertLoanSheet(book, {});
  expect(await errors()).toEqual([]);
  expect(await Promise.all(["A1", "A2", "H4"].map(shown))).toEqual([
    "Exhibit 10.10, Loan Reimbursement Agreement",
    "",
    40_483,
  ]);
  const rows = await values("AH4:AP9");
  rows.forEach(([, opening], index) => index > 0 && expect(opening).toBe(rows[index - 1]?.[7]));
  // December 31, 1997 to 2002: what principal went down by is the whole of it.
  expect((await values("AG4:AG9")).flat().reduce((sum: number, repaid) => sum + Number(repaid), 0)).toBe(92_909);
  expect((await values("AF4:AF10")).flat()).toEqual([35_795, 36_160, 36_525, 36_891, 37_256, 37_621, ""]);
});
