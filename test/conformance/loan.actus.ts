import { dayOfIsoDate, isoDate } from "../../src/core/calendar/civilDate";
import { dayCountNamed } from "../../src/core/calendar/dayCounts";
import type { Frequency } from "../../src/core/calendar/frequency";
import { DEFAULT_TERMS } from "../../src/core/loan/terms/defaultTerms";
import { loanSchedule } from "../../src/core/loan/schedule/schedule";
import type { AmortizationMethod, LoanTerms } from "../../src/core/loan/terms/loanTerms";
import { exactly, type Fraction } from "../../src/core/number/fraction";
import { compareFigures, run, type CaseResult } from "./suite";

export interface ActusCase {
  readonly id: string;
  readonly terms: Readonly<Record<string, string | number>>;
  readonly results: readonly ActusEvent[];
}

interface ActusEvent {
  readonly eventDate: string;
  readonly eventType: string;
  readonly payoff: string | number;
  readonly notionalPrincipal: string | number;
}

type Term = (name: string) => string | undefined;

const METHODS: Readonly<Record<string, AmortizationMethod>> = {
  ANN: "levelPayment",
  LAM: "levelPrincipal",
  PAM: "interestOnly",
};
const DAY_COUNTS: Readonly<Record<string, string>> = {
  A365: "ACT/365F",
  AA: "ACT/ACT ISDA",
  A360: "ACT/360",
  "30E360": "30E/360",
  "30E360ISDA": "30E/360 ISDA",
};
const BUSINESS_DAYS = {
  SCF: "following",
  SCMF: "modifiedFollowing",
  SCP: "preceding",
  SCMP: "modifiedPreceding",
  CSF: "following",
  CSMF: "modifiedFollowing",
  CSP: "preceding",
  CSMP: "modifiedPreceding",
} as const;

const day = (text: string) => dayOfIsoDate(text.slice(0, 10)) as number;
const optionalDay = (text: string | undefined) => (text === undefined ? null : day(text));

function cycle(text: string | undefined): Frequency | null {
  const [, count = "", unit = ""] = /^P(\d+)([DWMQHY])/.exec(text ?? "") ?? [];
  const scale: Readonly<Record<string, Frequency>> = {
    D: { days: 1 },
    W: { days: 7 },
    M: { months: 1 },
    Q: { months: 3 },
    H: { months: 6 },
    Y: { months: 12 },
  };
  const base = scale[unit];
  if (!base) return null;
  return "months" in base ? { months: base.months * Number(count) } : { days: base.days * Number(count) };
}

/** A decimal of any length, as the suite writes its payments. */
function decimal(text: string): Fraction {
  return exactly(Math.abs(Number(text)));
}

export function actusTerms(one: ActusCase): LoanTerms {
  const term: Term = (name) => (one.terms[name] === undefined ? undefined : String(one.terms[name]).trim());
  const method = METHODS[term("contractType") ?? ""] as AmortizationMethod;
  const principalCycle = term("cycleOfPrincipalRedemption");
  const interestCycle = term("cycleOfInterestPayment");
  const exchanged = day(term("initialExchangeDate") ?? "");
  const status = day(term("statusDate") ?? term("initialExchangeDate") ?? "");
  const maturity = term("maturityDate") ?? term("amortizationDate");
  const principal = decimal(term("notionalPrincipal") ?? "");
  const interestOnly = method === "interestOnly";
  const payment = term("nextPrincipalRedemptionPayment");
  const convention = term("businessDayConvention") as keyof typeof BUSINESS_DAYS | undefined;
  return {
    ...DEFAULT_TERMS,
    name: one.id,
    principal,
    startDate: Math.max(exchanged, status),
    method,
    interest: {
      ...DEFAULT_TERMS.interest,
      annualRate: exactly(Number(term("nominalInterestRate"))),
      dayCount: dayCountNamed("dayCount", DAY_COUNTS[term("dayCountConvention") ?? ""] ?? ""),
      on: term("interestCalculationBase") === "NTIED" ? "original" : "outstanding",
    },
    dates: {
      ...DEFAULT_TERMS.dates,
      frequency: cycle(interestOnly ? interestCycle : principalCycle) ?? { months: 12 },
      firstDate: optionalDay(
        interestOnly ? term("cycleAnchorDateOfInterestPayment") : term("cycleAnchorDateOfPrincipalRedemption"),
      ),
      interestFrequency: interestOnly ? null : cycle(interestCycle),
      firstInterestDate: interestOnly ? null : optionalDay(term("cycleAnchorDateOfInterestPayment")),
      maturityDate: maturity === undefined ? null : day(maturity),
      stubPeriod: (interestOnly ? interestCycle : principalCycle)?.endsWith("L0") ? "longFinal" : "shortFinal",
      endOfMonth: term("endOfMonthConvention") === "EOM",
      businessDays: convention ? (BUSINESS_DAYS[convention] ?? "none") : "none",
      accrual: convention?.startsWith("SC") ? "adjusted" : "unadjusted",
    },
    payment: {
      ...DEFAULT_TERMS.payment,
      amount: payment === undefined ? null : decimal(payment),
      capitalizationEnd: optionalDay(term("capitalizationEndDate")),
    },
    rounding: {
      ...DEFAULT_TERMS.rounding,
      decimals: Math.min(12, Math.floor(Math.log10(5e15 / Number(principal.numerator)))),
    },
  };
}

interface Flow {
  interest: number;
  principal: number;
}

/** Interest and principal of each day: paid when positive, added to the principal when negative. */
function expectedFlows(one: ActusCase): Map<string, Flow> {
  const flows = new Map<string, Flow>();
  const sign = String(one.terms.contractRole).trim() === "RPL" ? -1 : 1;
  for (const { eventDate, eventType, payoff } of one.results) {
    const flow = flows.get(eventDate.slice(0, 10)) ?? { interest: 0, principal: 0 };
    if (eventType === "IP") flow.interest += sign * Number(payoff);
    if (eventType === "PR" || eventType === "MD") flow.principal += sign * Number(payoff);
    flows.set(eventDate.slice(0, 10), flow);
  }
  return flows;
}

function foundFlows(terms: LoanTerms): Map<string, Flow> {
  const { loan, dates, interests, payments } = loanSchedule(terms);
  const { periods } = loan;
  const { decimals } = loan.scale;
  const flows = new Map<string, Flow>();
  interests.forEach((due, index) => {
    const interest = periods.capitalizes(index) ? 0 : due;
    const principal = (payments[index] as number) - interest;
    const flow = flows.get(isoDate(dates[index] as number)) ?? { interest: 0, principal: 0 };
    flow.interest += interest / 10 ** decimals;
    flow.principal += principal / 10 ** decimals;
    flows.set(isoDate(dates[index] as number), flow);
  });
  return flows;
}

export function runActus(cases: readonly ActusCase[]): CaseResult[] {
  return run(cases, (one) => {
    const expected = expectedFlows(one);
    const found = foundFlows(actusTerms(one));
    for (const date of new Set([...expected.keys(), ...found.keys()])) {
      const wanted = expected.get(date) ?? { interest: 0, principal: 0 };
      const got = found.get(date) ?? { interest: 0, principal: 0 };
      const difference =
        compareFigures(`${date} interest`, got.interest, wanted.interest, 1e-8) ??
        compareFigures(`${date} principal`, got.principal, wanted.principal, 1e-8);
      if (difference) return difference;
    }
    return null;
  });
}

/** What the suite asks beyond a schedule of fixed terms. */
export function isBeyondFixedTerms({ terms }: ActusCase): boolean {
  return Object.keys(terms).some((name) => /RateReset|Scaling|purchase|priceAtPurchase/i.test(name));
}
