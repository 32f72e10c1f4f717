import { dayOf } from "../../../src/core/calendar/civilDate";
import { loanFromObject } from "../../../src/core";
import { EXHIBIT_10_10_LOAN } from "../../../src/core/loan/exhibit1010";
import { readPeriods } from "../../../src/functions/eps/periodTable";
import { setOpenWorkbook } from "../../../src/functions/cells/openWorkbook";
import { actions } from "../../../src/workbook/actions";
import { dilutionSteps, epsByPeriod } from "../../../src/workbook/pictures/epsPictures";
import { balanceThroughTime, runoffByYear } from "../../../src/workbook/pictures/loanPictures";
import { tableOf, type ColumnsPicture } from "../../../src/workbook/pictures/picture";
import { MemoryBook } from "../../support/memoryBook";

const sum = (figures: readonly (number | null)[] = []) => figures.reduce<number>((total, one) => total + (one ?? 0), 0);
const figuresOf = ({ series }: ColumnsPicture, name: string) => series.find((one) => one.name === name)?.figures;

const QUARTERLY = { principal: 1000, startDate: "2025-01-15", annualRate: 0.12, payments: 4, paymentRounding: "cent" };

describe("a loan", () => {
  test("runs off by the whole of its principal, year by year", () => {
    const runoff = runoffByYear(EXHIBIT_10_10_LOAN);
    expect(runoff.labels).toEqual(["1997", "1998", "1999", "2000", "2001", "2002"]);
    expect(sum(figuresOf(runoff, "Principal"))).toBe(92_909);
  });

  test("has the principal and the interest of its payments, to the cent", () => {
    const runoff = runoffByYear(loanFromObject(QUARTERLY));
    // 1 % a month of 1,000.00, 753.72, 504.98 and 253.75.
    expect(runoff.labels).toEqual(["2025"]);
    expect(sum(figuresOf(runoff, "Principal"))).toBe(1000);
    expect(sum(figuresOf(runoff, "Interest"))).toBeCloseTo(25.13, 2);
  });

  test("has no principal repaid in a year of negative amortization, but some added", () => {
    const runoff = runoffByYear(
      loanFromObject({ principal: 1000, startDate: "2025-01-01", annualRate: 0.12, payments: 24, method: "bullet" }),
    );
    const principal = figuresOf(runoff, "Principal") ?? [];
    // Eleven months of interest are added by December 31; the twelfth has accrued and is added on January 1.
    expect(principal[0]).toBeCloseTo(1000 - 1000 * 1.01 ** 11, 1);
    expect(sum(principal)).toBeCloseTo(1000, 2);
  });

  test("has its balance on each date, and on the day chosen", () => {
    const picture = balanceThroughTime(EXHIBIT_10_10_LOAN, dayOf(2000, 9, 12));
    expect(tableOf(picture)).toEqual([
      ["Date", "Balance"],
      ["August 1, 1997", 92_909],
      ["August 1, 1998", 77_833],
      ["August 1, 1999", 61_178],
      ["August 1, 2000", 42_779],
      ["August 1, 2001", 24_226],
      ["August 1, 2002", 0],
      ["September 12, 2000 (chosen)", 40_483],
    ]);
  });

  test.each([
    ["before it", dayOf(1997, 7, 31)],
    ["after it", dayOf(2002, 8, 2)],
  ])("has no chosen day %s", (_where, day) => {
    expect(balanceThroughTime(EXHIBIT_10_10_LOAN, day)).not.toHaveProperty("chosen");
  });
});

const HEADERS = ["Period end", "Months", "Net income", "Weighted shares", "Stock options", "Notes", "Notes add-back"];
/** Serials of March 31, June 30 and September 30, 2024. */
const [MARCH, JUNE, SEPTEMBER] = [45382, 45473, 45565];
const ROWS = [
  [MARCH, 3, 500_000, 1_000_000, 50_000, 100_000, 90_000],
  [JUNE, 3, -300_000, 1_000_000, 50_000, "", ""],
  [JUNE, 6, 200_000, 1_000_000, "", "", ""],
  [SEPTEMBER, 3, "", "", "", "", ""],
];
const periods = () => readPeriods("periods", [HEADERS, ...ROWS], null, "months").periods;

describe("earnings per share", () => {
  test("stand quarter by quarter, with what was filed over them; a quarter to come and a half-year are no columns", () => {
    const filed = { number: 1, months: 3, line: "", otherwise: [], isNilWithoutLine: false, unit: 0.01 };
    const picture = epsByPeriod(periods(), [
      { ...filed, key: "diluted.eps", periodEnd: MARCH, printed: 0.48 },
      { ...filed, key: "diluted.eps", periodEnd: JUNE, months: 6, printed: 9 },
    ]);
    expect(picture.title).toBe("Earnings per share by quarter");
    expect(tableOf(picture)).toEqual([
      ["Period ended", "Basic", "Diluted", "Diluted, as filed"],
      ["Mar 2024", 0.5, 0.48, 0.48],
      ["Jun 2024", -0.3, -0.3, ""],
    ]);
  });

  test("come from basic to diluted step by step, and what is left out says why", () => {
    const [march, june] = periods().map((period) => (period.pending ? undefined : dilutionSteps(period)));
    expect(march && tableOf(march)).toEqual([
      ["Step", "Change", "Per share", "Why"],
      ["Basic", "", 0.5, expect.stringContaining("income")],
      ["Stock options", 0.4762 - 0.5, 0.4762, "lowers earnings per share from 0.5 to 0.4762"],
      ["Notes", "", 0.4762, expect.stringContaining("0.9 for each incremental share is not below")],
      ["Diluted", "", 0.4762, ""],
    ]);
    expect(june && tableOf(june)[2]).toEqual(["Stock options", "", -0.3, expect.stringContaining("in a loss")]);
  });
});

describe("looking at the workbook", () => {
  afterEach(() => setOpenWorkbook({ activeLoan: null }));

  test("draws the loan that is chosen, and tells why it cannot", async () => {
    const book = new MemoryBook();
    await actions.insertLoanSheet(book, { example: true });
    await actions.chooseActiveLoan(book, { loan: { sheet: "Loan", row: 2, column: 0, rows: 40, columns: 5 } });
    const { runoff } = await actions.pictureLoan(book, {});
    expect(tableOf(runoff)).toHaveLength(7);

    const values = book.sheets.get("Loan")?.rows ?? [];
    const principal = values.findIndex((row) => row[0]?.content === "Principal");
    await book.perform([
      { do: "write", area: { sheet: "Loan", row: principal, column: 1, rows: 1, columns: 1 }, contents: [["much"]] },
    ]);
    await expect(actions.pictureLoan(book, {})).rejects.toThrow(/^The loan cannot be drawn: .*Principal.*much/);
  });

  test("has nothing of earnings per share before there is a period", async () => {
    const book = new MemoryBook();
    expect(await actions.pictureEps(book, {})).toBeNull();
    await actions.insertEpsSheet(book, { example: false });
    expect(await actions.pictureEps(book, {})).toBeNull();
  });

  test("draws the quarters of Exhibit 11, the latest period first", async () => {
    const book = new MemoryBook();
    await actions.insertEpsSheet(book, { example: true });
    const pictures = await actions.pictureEps(book, {});
    expect(pictures?.byPeriod.title).toBe("Earnings per share by quarter");
    expect(pictures?.dilutions.map(({ period }) => period)).toEqual([
      "3 months to September 30, 2002",
      "9 months to September 30, 2002",
      "3 months to September 30, 2001",
      "9 months to September 30, 2001",
    ]);
  });
});
