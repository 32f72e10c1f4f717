import fc from "fast-check";
import { amount, day, shares, Table, type Call, type Value } from "./written";

/**
 * Sound calls of every function. Amounts are whole cents, of which ten times as much is as exact, and dates are days of
 * the month that every month has, so that what a law changes is what it says and nothing else.
 */
const START = 45_292;
const cents = (most: number, least = 0.01) =>
  fc.integer({ min: Math.round(least * 100), max: most * 100 }).map((value) => amount(value / 100));
const whole = (most: number) => fc.integer({ min: 1, max: most }).map(shares);
const dayAfter = (most: number) => fc.integer({ min: 0, max: most }).map((days) => day(START + days));

type Row = readonly Value[];
const optional = (row: fc.Arbitrary<Row>): fc.Arbitrary<readonly Row[]> =>
  fc.option(row, { nil: null }).map((one) => (one ? [one] : []));
const several = (row: fc.Arbitrary<Row>, most = 3) =>
  fc.uniqueArray(row, { maxLength: most, selector: ([, on]) => valueOf(on) });
const valueOf = (value: Value | undefined) => (typeof value === "object" && value !== null ? value.value : value);

const rates = fc.integer({ min: 0, max: 2_000 }).map((basisPoints) => basisPoints / 10_000);
const CENT_ROUNDING: readonly Row[] = [
  ["Payment rounding", amount(0.01)],
  ["Interest rounding", amount(0.01)],
];

const termsOf = (principals: fc.Arbitrary<Value>) =>
  fc
    .tuple(principals, rates, fc.integer({ min: 3, max: 36 }), fc.constantFrom("monthly", "quarterly", "annual"))
    .map(([principal, rate, payments, frequency]): readonly Row[] => [
      ["Principal", principal],
      ["Start date", day(START)],
      ["Annual rate", rate],
      ["Number of payments", payments],
      ["Payment frequency", frequency],
      ...CENT_ROUNDING,
    ]);
const terms = termsOf(cents(500_000));
/** Of these the extra payments below are owed, whatever has been paid by then. */
const ampleTerms = termsOf(cents(500_000, 1_000));

const further = fc
  .tuple(
    optional(fc.constantFrom("level payment", "level principal", "interest only").map((method) => ["Method", method])),
    optional(fc.constantFrom("ACT/360", "ACT/365F", "30/360").map((convention) => ["Day count", convention])),
    optional(
      fc.constantFrom("principal", "principal and interest").map((balance) => ["Balance between dates", balance]),
    ),
    several(fc.tuple(fc.constant("Extra payment"), dayAfter(80), cents(20))),
    several(fc.tuple(fc.constant("Advance"), dayAfter(80), cents(5_000))),
    several(fc.tuple(fc.constant("Rate change"), dayAfter(80), rates), 2),
  )
  .map((rows) => rows.flat());

const sheetOf = (...rows: readonly fc.Arbitrary<readonly Row[]>[]) =>
  fc.tuple(...rows).map((parts) => new Table(parts.flat()));

/** A loan with what moves its balance, and one that only its terms move. */
export const loans = sheetOf(ampleTerms, further);
export const plainLoans = sheetOf(terms);
const loansWithBooks = sheetOf(
  terms,
  optional(cents(500).map((fee) => ["Origination fee", fee])),
  optional(cents(500).map((costs) => ["Origination costs", costs])),
);
export const loansWithReceipts = sheetOf(
  terms,
  fc.constant([["Day count", "ACT/365"]]),
  several(fc.tuple(fc.constant("Payment received"), dayAfter(400), cents(3_000)), 5).filter(({ length }) => length > 0),
  several(fc.tuple(fc.constant("Late charge"), dayAfter(400), cents(50)), 2),
);
const loansWithCollateral = sheetOf(
  terms,
  whole(50_000).map((count) => [["Collateral shares", count]]),
);

export const loanDays = dayAfter(1_200);
const spans = fc
  .tuple(dayAfter(400), fc.integer({ min: 0, max: 800 }))
  .map(([from, days]) => [from, day(from.value + days)]);

export const portfolios = fc
  .array(fc.tuple(cents(500_000), dayAfter(300), rates, fc.integer({ min: 3, max: 60 })), {
    minLength: 1,
    maxLength: 5,
  })
  .map((rows) => {
    const lines = rows.map((row, index): Row => [`Loan ${"ABCDE"[index]}`, ...row, amount(0.01), amount(0.01)]);
    const header = [
      "Loan",
      "Principal",
      "Start date",
      "Annual rate",
      "Number of payments",
      "Payment rounding",
      "Interest rounding",
    ];
    return new Table([header, ...lines], 1, 1);
  });

const periodEnds = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }).map(
  (months) =>
    new Table(
      [...months].sort((a, b) => a - b).map((month) => [day(START + month * 31)]),
      Infinity,
    ),
);

export const incomes = fc.integer({ min: -500_000_000, max: 500_000_000 }).map((value) => amount(value / 100));
export const sharesOf = fc.integer({ min: 50_000, max: 20_000_000 }).map(shares);

/** Securities of several kinds; of two with the same figures either may come first, so no two are the same. */
export const securities = fc
  .uniqueArray(
    fc.oneof(
      fc.tuple(fc.constant("option"), whole(500_000), cents(40), cents(60), fc.constant("")),
      fc.tuple(fc.constant("convertible"), whole(500_000), fc.constant(""), fc.constant(""), cents(100_000)),
    ),
    { minLength: 1, maxLength: 5, selector: (row) => row.map(valueOf).join() },
  )
  .map((rows) => {
    const lines = rows.map((row, index): Row => [`Class ${"PQRST"[index]}`, ...row]);
    return new Table([["Security", "Type", "Number", "Exercise price", "Average price", "Add-back"], ...lines], 1, 1);
  });

export const changes = fc
  .uniqueArray(
    fc.oneof(
      fc.tuple(dayAfter(90), fc.constantFrom("issue", "repurchase"), fc.integer({ min: 1, max: 50_000 }).map(shares)),
      fc.tuple(dayAfter(90), fc.constant("split"), fc.constantFrom<Value>(2, "3-for-2")),
      fc.tuple(dayAfter(90), fc.constant("stock dividend"), fc.constantFrom<Value>(0.05, "10%")),
    ),
    { minLength: 1, maxLength: 6, selector: ([on]) => on.value },
  )
  .map((rows) => {
    const sorted = [...rows].sort(([one], [other]) => one.value - other.value);
    return new Table([["Date", "Kind", "Quantity"], ...sorted], 1, 0);
  });

const QUARTER_ENDS = [37_346, 37_437, 37_529, 37_621];
const quarterRow = fc.tuple(incomes, sharesOf, fc.nat(400_000).map(shares), fc.nat(400_000).map(shares));
/** The classes stand in an answer in the order of their columns. */
export const quarters = fc.array(quarterRow, { minLength: 1, maxLength: 4 }).map((rows) => {
  const lines = rows.map(([income, count, ...classes], index): Row => [
    day(QUARTER_ENDS[index] ?? 0),
    3,
    income,
    count,
    ...classes,
  ]);
  return new Table([["Period end", "Months", "Net income", "Weighted shares", "Options", "Warrants"], ...lines], 1, 6);
});

export const classes = fc
  .array(
    fc.tuple(
      whole(900_000),
      fc.nat(5_000_000).map((value) => amount(value / 100)),
    ),
    { minLength: 2, maxLength: 4 },
  )
  .map((rows) => {
    const lines = rows.map((row, index): Row => [`Class ${"ABCD"[index]}`, ...row, "yes"]);
    return new Table([["Class", "Shares", "Dividends", "Shares losses"], ...lines], 1, 1);
  });

const printedLines = fc
  .array(fc.tuple(fc.constantFrom(...QUARTER_ENDS.slice(0, 1)), fc.integer({ min: -500, max: 500 })), {
    minLength: 1,
    maxLength: 1,
  })
  .map((rows) => {
    const lines = rows.map(([end, printed]): Row => [day(end), 3, "Basic earnings per share", printed / 100, 0.01]);
    return new Table([["Period end", "Months", "Line", "Printed", "Unit"], ...lines], 1, 0);
  });

const conventions = fc.constantFrom("ACT/360", "ACT/365F", "30/360", "30E/360", "ACT/ACT ISDA", "NL/365");

const PRINTED = new Table(
  [
    ["Date", "Payment", "Interest", "Balance"],
    [day(45_337), amount(256.28), amount(10), amount(753.72)],
    [day(45_366), amount(256.28), amount(7.54), amount(504.98)],
    [day(45_397), amount(256.28), amount(5.05), amount(253.75)],
    [day(45_427), amount(256.29), amount(2.54), amount(0)],
  ],
  Infinity,
  0,
);

const pricesOf = fc
  .uniqueArray(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 4 })
  .map((weeks) => new Table(weeks.map((week) => [day(START + week * 7), amount(1 + week)])));

/** Sound calls of each function. */
export const CALLS: Readonly<Record<string, fc.Arbitrary<Call>>> = {
  LOANBALANCE: fc.tuple(loanDays, loans, fc.constant("computed")),
  LOANSTEPS: fc.tuple(loanDays, loans),
  LOANSCHEDULE: fc.tuple(loans),
  DAYCOUNT: fc.tuple(
    dayAfter(500),
    dayAfter(500).map(({ value }) => day(value + 500)),
    conventions,
  ),
  LOANINTEREST: fc.tuple(spans, loans).map(([span, loan]) => [...span, loan]),
  LOANPAYOFF: fc.tuple(loanDays, fc.constant("payoff"), loans),
  LOANCOLLATERAL: fc.tuple(pricesOf, loansWithCollateral),
  LOANFINDINGS: fc.tuple(loans),
  LOANFIT: fc.constant([PRINTED]),
  LOANROLLFORWARD: fc.tuple(periodEnds, loans),
  LOANMATURITIES: fc.tuple(loanDays, loans),
  LOANENTRIES: fc.tuple(spans, loans).map(([span, loan]) => [...span, loan]),
  LOANLEDGER: fc.tuple(dayAfter(600), loansWithReceipts),
  LOANEFFECTIVERATE: fc.tuple(loansWithBooks),
  LOANAMORTIZEDCOST: fc.tuple(loansWithBooks),
  LOANPORTFOLIO: fc.tuple(loanDays, portfolios),
  WEIGHTEDSHARES: fc.tuple(fc.constant(day(START)), fc.constant(day(START + 90)), sharesOf, changes),
  BASICEPS: fc.tuple(incomes, sharesOf),
  INCREMENTALSHARES: fc.tuple(whole(500_000), cents(50), cents(80)),
  DILUTEDEPS: fc.tuple(incomes, sharesOf, securities),
  DILUTEDSHARES: fc.tuple(incomes, sharesOf, securities),
  TIEOUT: fc.tuple(incomes, incomes, fc.constant(amount(1))),
  DILUTIONSTEPS: fc.tuple(incomes, sharesOf, securities),
  EPSTABLE: fc.tuple(quarters),
  EPSYTD: fc.tuple(quarters),
  TWOCLASSEPS: fc.tuple(incomes, classes),
  EPSRECONCILIATION: fc.tuple(quarters),
  ANTIDILUTIVE: fc.tuple(quarters),
  EPSFINDINGS: fc.tuple(quarters, printedLines),
  EPSSTANDARDS: fc.tuple(quarters),
};
