import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isoDateOf, serialOf } from "../formula";
import { isError, outcome, refused, type Evaluate, type Outcome } from "../suite";
import { scheduleFormula, scheduleLines, type SheetRow } from "./loanSheet";

/** A contract of ACTUS's reference tests, as its files write it. */
export interface ActusCase {
  readonly id: string;
  readonly terms: Readonly<Record<string, string | number>>;
  readonly results: readonly {
    readonly eventDate: string;
    readonly eventType: string;
    readonly payoff: string | number;
  }[];
}

/** Where a reader puts the files; see docs/conformance/actus.md. They are under CC BY-SA 4.0 and are not carried. */
const FOLDER = join(__dirname, "..", "cases", "actus");
const TYPES = ["PAM", "LAM", "ANN"];

/** The contracts with odd numbers, which have been looked into; none where the files are not present. */
export function actusCases(): ActusCase[] {
  const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith(".json")) : [];
  return files
    .flatMap((name) => Object.entries(JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as Contracts))
    .map(([id, one]) => ({ ...one, id }))
    .filter(({ id, terms }) => TYPES.includes(String(terms.contractType)) && Number(id.slice(3)) % 2 === 1)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

type Contracts = Record<string, Omit<ActusCase, "id">>;

const METHODS: Readonly<Record<string, string>> = {
  ANN: "level payment",
  LAM: "level principal",
  PAM: "interest only",
};
const DAY_COUNTS: Readonly<Record<string, string>> = {
  A365: "ACT/365F",
  AA: "ACT/ACT ISDA",
  A360: "ACT/360",
  "30E360": "30E/360",
  "30E360ISDA": "30E/360 ISDA",
};
const BUSINESS_DAYS: Readonly<Record<string, string>> = {
  SCF: "following",
  SCMF: "modified following",
  SCP: "preceding",
  SCMP: "modified preceding",
  CSF: "following",
  CSMF: "modified following",
  CSP: "preceding",
  CSMP: "modified preceding",
};
const UNITS: Readonly<Record<string, string>> = { D: "days", W: "weeks", M: "months", Q: "quarters", Y: "years" };

/** P1ML0 as "every 1 months"; a half-year is six months. */
function frequency(cycle: string | undefined): string | undefined {
  const [, count = "", unit = ""] = /^P(\d+)([DWMQHY])/.exec(cycle ?? "") ?? [];
  if (count === "") return undefined;
  return unit === "H" ? `every ${6 * Number(count)} months` : `every ${count} ${UNITS[unit]}`;
}

const day = (moment: string | undefined) => (moment === undefined ? undefined : serialOf(moment.slice(0, 10)));

function termsOf(one: ActusCase) {
  return (name: string) => (one.terms[name] === undefined ? undefined : String(one.terms[name]).trim());
}

function sheetOf(one: ActusCase): SheetRow[] {
  const term = termsOf(one);
  const interestOnly = term("contractType") === "PAM";
  const principal = Math.abs(Number(term("notionalPrincipal")));
  const convention = term("businessDayConvention") ?? "";
  const [principalCycle, interestCycle] = [term("cycleOfPrincipalRedemption"), term("cycleOfInterestPayment")];
  const cycle = interestOnly ? interestCycle : principalCycle;
  const anchor = term(`cycleAnchorDateOf${interestOnly ? "InterestPayment" : "PrincipalRedemption"}`);
  const payment = term("nextPrincipalRedemptionPayment");
  return [
    ["Principal", principal],
    ["Start date", Math.max(day(term("initialExchangeDate")) ?? NaN, day(term("statusDate")) ?? 0)],
    ["Annual rate", Number(term("nominalInterestRate"))],
    ["Day count", DAY_COUNTS[term("dayCountConvention") ?? ""]],
    ["Interest on", term("interestCalculationBase") === "NTIED" ? "original principal" : undefined],
    ["Method", METHODS[term("contractType") ?? ""]],
    ["Payment frequency", frequency(cycle) ?? "annual"],
    ["First payment date", day(anchor)],
    ["Interest frequency", interestOnly ? undefined : frequency(interestCycle)],
    ["First interest date", interestOnly ? undefined : day(term("cycleAnchorDateOfInterestPayment"))],
    ["Maturity date", day(term("maturityDate") ?? term("amortizationDate"))],
    ["Stub period", cycle?.endsWith("L0") ? "long last" : "short last"],
    ["Month-end payments", term("endOfMonthConvention") === "EOM" ? "yes" : undefined],
    ["Business days", BUSINESS_DAYS[convention]],
    ["Accrual dates", convention.startsWith("SC") ? "adjusted" : undefined],
    ["Payment", payment === undefined || interestOnly ? undefined : Math.abs(Number(payment))],
    ["Capitalize interest until", day(term("capitalizationEndDate"))],
    // Amounts of the suite are not rounded: as many decimals as numbers of this size can tell apart.
    ["Payment rounding", "none"],
    ["Interest rounding", "none"],
    ["Decimals carried", Math.min(12, Math.floor(Math.log10(5e15 / principal)))],
  ];
}

interface Flow {
  interest: number;
  principal: number;
}

/** Interest and principal by day: paid when positive, added to the principal when negative. */
class Flows {
  readonly #byDay = new Map<string, Flow>();

  on(date: string): Flow {
    const flow = this.#byDay.get(date) ?? { interest: 0, principal: 0 };
    this.#byDay.set(date, flow);
    return flow;
  }

  get days(): string[] {
    return [...this.#byDay.keys()];
  }
}

function expectedFlows(one: ActusCase): Flows {
  const flows = new Flows();
  const sign = termsOf(one)("contractRole") === "RPL" ? -1 : 1;
  for (const { eventDate, eventType, payoff } of one.results) {
    const flow = flows.on(eventDate.slice(0, 10));
    if (eventType === "IP") flow.interest += sign * Number(payoff);
    if (eventType === "PR" || eventType === "MD") flow.principal += sign * Number(payoff);
  }
  return flows;
}

export const runActus =
  (evaluate: Evaluate) =>
  async (one: ActusCase): Promise<Outcome> => {
    const formula = scheduleFormula(sheetOf(one));
    const answer = await evaluate(formula);
    if (isError(answer)) return refused(formula, answer);
    const capitalizedUntil = day(termsOf(one)("capitalizationEndDate")) ?? -Infinity;
    const found = new Flows();
    for (const line of scheduleLines(answer)) {
      const flow = found.on(isoDateOf(line.date));
      const interest = line.date <= capitalizedUntil ? 0 : line.interest;
      flow.interest += interest;
      flow.principal += line.payment - interest;
    }
    const expected = expectedFlows(one);
    const dates = [...new Set([...expected.days, ...found.days])].sort();
    return outcome(
      formula,
      dates.flatMap((date) =>
        (["interest", "principal"] as const).map((kind) => ({
          what: `${date} ${kind}`,
          found: found.on(date)[kind],
          expected: expected.on(date)[kind],
          tolerance: 1e-8,
        })),
      ),
    );
  };

/** What the suite asks beyond a schedule of fixed terms. */
export function beyondFixedTerms({ terms }: ActusCase): string | null {
  const asks = Object.keys(terms).some((name) => /RateReset|Scaling|purchase|priceAtPurchase/i.test(name));
  return asks ? "rate resets, scaling or purchase: no schedule of fixed terms" : null;
}
