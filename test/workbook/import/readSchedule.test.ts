import "../../support/customFunctions";
import { isoDate } from "../../../src/core/calendar/civilDate";
import { toNumber, type Fraction } from "../../../src/core/number/fraction";
import { fittedSheet } from "../../../src/functions/loan/fittedSheet";
import {
  readSchedule,
  type ReadSchedule,
  type ScheduleChoices,
} from "../../../src/workbook/import/schedule/readSchedule";

/** Date, interest, principal, payment, balance of each line. */
const linesOf = ({ lines }: ReadSchedule) => {
  const amount = (value: Fraction | null | undefined) => (value ? toNumber(value) : null);
  return (lines?.lines ?? []).map(({ interest, principal, reduction, balance }, index) => [
    lines?.dates ? isoDate(lines.dates[index] ?? 0) : null,
    ...[interest, principal, reduction, balance].map(amount),
  ]);
};

const notRead = ({ leftOut }: ReadSchedule) => leftOut.map(({ line, reason }) => `${line}: ${reason}`);

/**
 * Layouts as banks, programs and filings print them. The figures of the first kind are 12,000 at 6 % in four payments from
 * January 1, 2024: 12,000 x 0.005/(1 - 1.005^-4) = 3,037.59; those with a source are its own.
 */
const FIRST = ["2024-02-01", 60, 2_977.59, 3_037.59, 9_022.41];
const SECOND = ["2024-03-01", 45.11, 2_992.48, 3_037.59, 6_029.93];

const LAYOUTS: readonly (readonly [
  layout: string,
  text: string,
  first: unknown[],
  second: unknown[],
  left: string[],
])[] = [
  [
    "tabs, as copied from a spreadsheet",
    "Pmt No.\tDue Date\tInterest\tPrincipal\tPayment\tBalance\n1\t2/1/2024\t60.00\t2,977.59\t3,037.59\t9,022.41\n2\t3/1/2024\t45.11\t2,992.48\t3,037.59\t6,029.93\n",
    FIRST,
    SECOND,
    [],
  ],
  [
    "a CSV file with quoted amounts and dates in words",
    'Date,Payment,Interest,Principal,Balance\n"Feb 1, 2024","$3,037.59",$60.00,"$2,977.59","$9,022.41"\n"Mar 1, 2024","$3,037.59",$45.11,"$2,992.48","$6,029.93"\n',
    FIRST,
    SECOND,
    [],
  ],
  [
    "aligned columns of a program, the loan first, totals by year (as TValue and the exhibits made with it)",
    [
      "AMORTIZATION SCHEDULE - Normal Amortization",
      "",
      "           Date         Payment      Interest     Principal       Balance",
      "Loan    01/01/2024                                             12,000.00",
      "   1    02/01/2024     3,037.59         60.00      2,977.59      9,022.41",
      "   2    03/01/2024     3,037.59         45.11      2,992.48      6,029.93",
      "2024 Totals            6,075.18        105.11      5,970.07",
      "",
      "Grand Totals           6,075.18        105.11      5,970.07",
    ].join("\n"),
    ["2024-01-01", null, null, null, 12_000],
    FIRST,
    ["1: no figures of a line", "7: a total", "9: a total"],
  ],
  [
    "single blanks, as copied from a PDF, with the header again on the second page",
    [
      "Your loan 0012-44 Page 1 of 2",
      "Pmt No. Due Date Payment Interest Principal Remaining Balance",
      "1 02/01/2024 $3,037.59 $60.00 $2,977.59 $9,022.41",
      "Page 2 of 2",
      "Pmt No. Due Date Payment Interest Principal Remaining Balance",
      "2 03/01/2024 $3,037.59 $45.11 $2,992.48 $6,029.93",
    ].join("\n"),
    FIRST,
    SECOND,
    ["1: no figures of a line", "4: no figures of a line", "5: the header again"],
  ],
  [
    "headers over two lines, a rule below them",
    [
      "  Payment     Due            Total      Interest     Principal     Remaining",
      "  Number      Date         Payment       Portion       Portion       Balance",
      "  -------  ----------    ----------    ----------    ----------    ----------",
      "        1  02/01/2024      3,037.59         60.00      2,977.59      9,022.41",
      "        2  03/01/2024      3,037.59         45.11      2,992.48      6,029.93",
    ].join("\n"),
    FIRST,
    SECOND,
    [],
  ],
  [
    "a European bank: semicolons, points, decimal commas",
    "Nr.;Date;Payment;Interest;Principal;Balance\n1;01.02.2024;3.037,59;60,00;2.977,59;9.022,41\n2;01.03.2024;3.037,59;45,11;2.992,48;6.029,93\n",
    FIRST,
    SECOND,
    [],
  ],
  [
    "a statement that takes payments off, with a column of its own",
    "Date\tDescription\tPayment\tInterest paid\tPrincipal paid\tOutstanding principal\n02/01/2024\tACH\t(3,037.59)\t60.00\t2,977.59\t9,022.41\n03/01/2024\tACH\t(3,037.59)\t45.11\t2,992.48\t6,029.93\n",
    FIRST,
    SECOND,
    [],
  ],
  [
    "bars, dates with two digits of the year (National Joint Council of Canada, directive on relocation, example)",
    "Month |\nInterest which would |\n\n|Date|Interest|Principal payment|Monthly payment|Principal balance|\n|---|---|---|---|---|\n| May 1, 81 | 312.83 | 39.17 | 352.00 | 35,655.76 |\n| June 1, 81 | 312.49 | 39.51 | 352.00 | 35,616.25 |\n",
    ["1981-05-01", 312.83, 39.17, 352, 35_655.76],
    ["1981-06-01", 312.49, 39.51, 352, 35_616.25],
    [],
  ],
  [
    "a template with scheduled, extra and total payments and a running total (Microsoft's loan amortization schedule)",
    "| No. | Payment Date | Beginning Balance | Scheduled Payment | Extra Payment | Total Payment | Principal | Interest | Ending Balance | Cumulative Interest |\n| 1 | 12/3/2025 | $ 19,900.00 | $ 877.50 | $ 200.00 | $ 1,077.50 | $ 986.30 | $ 91.21 | $ 18,913.70 | $ 91.21 |\n| 2 | 1/3/2026 | $ 18,913.70 | $ 877.50 | $ 200.00 | $ 1,077.50 | $ 990.82 | $ 86.69 | $ 17,922.89 | $ 177.90 |\n",
    ["2025-12-03", 91.21, 986.3, 1_077.5, 18_913.7],
    ["2026-01-03", 86.69, 990.82, 1_077.5, 17_922.89],
    [],
  ],
];

test.each(LAYOUTS)("reads %s", (_layout, text, first, second, left) => {
  // Firsts of months can be read either way, of which the user is asked; see below.
  const read = readSchedule(text, text.includes("/") ? { dateOrder: "month first" } : {});

  expect(read.missing).toBeUndefined();
  expect(linesOf(read).slice(0, 2)).toEqual([first, second]);
  expect(notRead(read)).toEqual(left);
});

describe("a date that could be two days", () => {
  const text = "Date\tPayment\tBalance\n01/02/2024\t10\t90\n01/03/2024\t10\t80\n";
  const asked = readSchedule(text);
  const by = (dateOrder: ScheduleChoices["dateOrder"]) =>
    linesOf(readSchedule(text, { dateOrder })).map(([date]) => date);

  test("is asked about", () => {
    expect(asked).toMatchObject({ dateOrder: "asked", missing: expect.stringContaining("Choose which") as string });
    expect(asked.lines).toBeUndefined();
  });

  test("is read as the user says", () => {
    expect(by("month first")).toEqual(["2024-01-02", "2024-01-03"]);
    expect(by("day first")).toEqual(["2024-02-01", "2024-03-01"]);
  });

  test("is not asked where one of the lines allows one reading", () => {
    const read = readSchedule(`${text}31/03/2024\t10\t70\n`);
    expect(linesOf(read).map(([date]) => date)).toEqual(["2024-02-01", "2024-03-01", "2024-03-31"]);
  });
});

test("columns and lines that are not used are named, never dropped", () => {
  const read = readSchedule(
    "Date\tPayment\tEscrow\tBalance\n2024-02-01\t10\t5\t90\n2024-03-01\tlate\t5\t80\nsoon\t10\t5\t70\n",
  );
  expect(read.roles).toEqual(["Date", "Payment", "Leave out", "Balance"]);
  expect(read.remarks).toEqual(["Columns left out: Escrow."]);
  expect(notRead(read)).toEqual(['3: "late" is no amount', "4: no date"]);
});

test("the role of a column is the user's to change", () => {
  const text = "Date\tAmount X\tAmount Y\n2024-02-01\t10\t90\n2024-03-01\t10\t80\n";
  expect(readSchedule(text).missing).toBe("Choose the columns that hold the payment, interest, principal or balance.");
  expect(linesOf(readSchedule(text, { roles: ["Date", "Payment", "Balance"] }))).toEqual([
    ["2024-02-01", null, null, 10, 90],
    ["2024-03-01", null, null, 10, 80],
  ]);
});

test("a text without a schedule is refused", () => {
  expect(() => readSchedule("Dear customer,\nthank you.")).toThrow("No line of a schedule was found");
});

test("what is read is fitted: 12,000 at 6 % by equal periods", () => {
  const [, text] = LAYOUTS[2] ?? ["", ""];
  const whole = `${text}\n   3    04/01/2024     3,037.59         30.15      3,007.44      3,022.49\n   4    05/01/2024     3,037.60         15.11      3,022.49          0.00`;
  const { lines } = readSchedule(whole, { dateOrder: "month first" });
  expect(lines && fittedSheet(lines, null).said[0]).toBe("Reproduces 17 of 17 printed figures.");
});
