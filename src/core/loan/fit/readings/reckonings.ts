/**
 * Takes a printed schedule and dates, tells by which ways to reckon interest, and from which day, its lines come out.
 * Law: the rate that makes the lines, if there is one, lies within the bounds that are given with the way.
 */
import { toNumber } from "../../../number/fraction";
import type { LoanTerms } from "../../terms/loanTerms";
import { accrualKey, accrualsAtRate, fittingAccruals, interestLines, type Accrual } from "./accrual";
import type { Question } from "../question";
import { withInterest, withRounding } from "./readings";
import { repaid, repaymentReadings } from "./repayments";
import { ANY_RATE, type RateInterval } from "../simplestRate";
import { solved, type Allowance } from "../solve";
import { timingsByInterest, timingsByPayment } from "./startDates";
import { timed, type Timing } from "./timing";

/** A way to reckon interest, from a day on, with the bounds of its rate; null where the rate is known. */
export interface Reckoning {
  readonly accrual: Accrual;
  readonly timing: Timing;
  readonly interval: RateInterval | null;
}

/** The ways to reckon interest that come out, the likeliest first; those that make the same schedules once. */
export function reckonings(
  question: Question,
  timing: Timing,
  accruals: readonly Accrual[],
  allowed: Allowance,
): readonly Reckoning[] {
  const { known } = question;
  const keyOf = ({ accrual, timing: from }: Pick<Reckoning, "accrual" | "timing">) =>
    accrualKey(counted(timed(known.terms, from), from.printedPayments), accrual);
  if (timing.isLineByLine && interestLines(question.lines).length > 0) {
    return firstOfEach(byInterest(question, timing, accruals), keyOf);
  }
  const open = accruals.map((accrual) => ({ accrual, timing }));
  const distinct = firstOfEach(open, keyOf).map(({ accrual }) => accrual);
  return known.has("annualRate")
    ? fromEveryDay(question, timing, distinct)
    : byUnrounded(question, timing, distinct, allowed);
}

function firstOfEach<T>(all: readonly T[], keyOf: (one: T) => string): readonly T[] {
  const byKey = new Map<string, T>();
  for (const one of all) {
    const key = keyOf(one);
    if (!byKey.has(key)) byKey.set(key, one);
  }
  return [...byKey.values()];
}

function byInterest(
  { known, lines, printed }: Question,
  timing: Timing,
  accruals: readonly Accrual[],
): readonly Reckoning[] {
  const all = interestLines(lines);
  const isRateKnown = known.has("annualRate");
  // The first period may be an odd one: it is looked at when the others have told the rate.
  const later = all.filter(({ period }) => period > 0);
  const telling = timing.isStartKnown || later.length === 0 ? all : later;
  const terms = counted(timed(known.terms, timing), timing.printedPayments);
  const fitting = (isRateKnown ? accrualsAtRate : fittingAccruals)(terms, accruals, telling, printed.print.unit);
  const [first] = all;
  return fitting.flatMap(({ accrual, interval }) => {
    const open = isRateKnown ? null : interval;
    if (timing.isStartKnown || first?.period !== 0) return [{ accrual, timing, interval: open }];
    const from = timingsByInterest(known.terms, timing, { accrual, interval, first, print: printed.print });
    return (from.length > 0 ? from : [timing]).map((tried) => ({ accrual, timing: tried, interval: open }));
  });
}

/**
 * Where no line tells its interest: the accruals whose schedules, unrounded, make the most figures, and near which rate.
 * Roundings move that rate by little: all of them together by a unit a payment, over a year of the principal.
 */
function byUnrounded(
  question: Question,
  timing: Timing,
  accruals: readonly Accrual[],
  allowed: Allowance,
): readonly Reckoning[] {
  const { known, printed } = question;
  const [repayment] = repaymentReadings(question, timing, false);
  if (!repayment) return [];
  const wanted = { printed, mostDecimals: Infinity };
  const found = accruals.flatMap((accrual) => {
    const terms = repaid(withInterest(timed(known.terms, timing), accrual), repayment, question);
    const unrounded = withRounding(terms, { payment: null, interest: null });
    const tried = solved({ terms: unrounded, interval: ANY_RATE }, wanted, allowed);
    return tried === null ? [] : [{ accrual, tried }];
  });
  const unit = toNumber(printed.print.unit) / toNumber(known.terms.principal);
  return found
    .sort((a, b) => b.tried.reproduction.reproduced - a.tried.reproduction.reproduced)
    .slice(0, MOST_UNROUNDED)
    .map(({ accrual, tried }) => {
      const rate = toNumber(tried.terms.interest.annualRate);
      return { accrual, timing, interval: { above: rate - PER_YEAR * unit, below: rate + PER_YEAR * unit } };
    });
}

const MOST_UNROUNDED = 6;
const PER_YEAR = 52;

/** Where the rate is known and no line tells its interest: from the regular day, and from those that make the payment. */
function fromEveryDay({ known, lines }: Question, timing: Timing, accruals: readonly Accrual[]): readonly Reckoning[] {
  const payment = lines[0]?.payment ?? null;
  const isCounted = known.terms.dates.count !== null || known.terms.dates.maturityDate !== null;
  return accruals.flatMap((accrual) => {
    const odd =
      timing.isStartKnown || payment === null || !isCounted
        ? []
        : timingsByPayment(known, timing, { accrual, payment: toNumber(payment) });
    return [timing, ...odd].map((from) => ({ accrual, timing: from, interval: null }));
  });
}

/** Terms with the printed payments, and after them as many as tell ways to reckon interest apart. */
function counted(terms: LoanTerms, payments: number): LoanTerms {
  const { dates } = terms;
  const isCounted = dates.count !== null || dates.maturityDate !== null;
  return isCounted ? terms : { ...terms, dates: { ...dates, count: payments + TELLING_PAYMENTS } };
}

const TELLING_PAYMENTS = 24;
