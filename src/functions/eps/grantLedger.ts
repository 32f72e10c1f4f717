import { isoDate, type Day } from "../../core/calendar/civilDate";
import { potentialShares, type Issue } from "../../core/eps/securities/security";
import type { SecurityTerms } from "../../core/eps/securities/terms";
import { timeOutstanding, type WeightedPeriod } from "../../core/eps/timeOutstanding";
import { CalculationError } from "../../core/errors";
import { choiceOf, readNotNegative, readPositive, readText } from "../../core/given";
import { figureText } from "../../core/number/figureText";
import { compare, isNegative, isZero, minus, plus, toNumber, ZERO, type Fraction } from "../../core/number/fraction";
import { allOf } from "../../core/problems";
import { givenCell, isEmpty, readDate, type Range } from "../cells/arguments";
import { readTable, type TableRow } from "../cells/table";
import { vocabulary } from "../cells/vocabulary";
import { dateWords } from "./epsArguments";

const COLUMNS = vocabulary({
  Grant: ["award", "option grant", "security", "tranche", "name"],
  Date: ["event date", "effective date", "transaction date"],
  Event: ["kind", "transaction", "activity"],
  Number: ["options", "shares", "number of options", "number of shares", "quantity"],
  "Exercise price": ["strike price", "strike"],
  "Average price": ["average market price", "average share price", "average stock price"],
});

type GrantRow = TableRow<(typeof COLUMNS.meanings)[number]>;

/** Options of a grant that came together, at one price, and left together. */
interface Tranche {
  readonly from: Day;
  /** The last day; none while they stand. */
  readonly to?: Day;
  readonly number: Fraction;
  readonly exercisePrice: Fraction;
}

/** Those that stand, in the order in which they came, and those that have left. */
interface Standing {
  readonly open: readonly Tranche[];
  readonly left: readonly Tranche[];
}

/** What each event makes of a grant, on its day. */
const EVENTS: Readonly<Record<string, (row: GrantRow, before: Standing, date: Day) => Standing>> = {
  outstanding: granted,
  granted,
  exercised: reduced,
  forfeited: reduced,
  expired: reduced,
  repriced,
};

const EVENT_WORDS = vocabulary({
  outstanding: ["opening", "opening balance", "beginning balance", "balance forward", "options outstanding"],
  granted: ["grant", "grants", "options granted", "issued"],
  exercised: ["exercise", "exercises", "options exercised"],
  forfeited: ["forfeiture", "forfeitures", "options forfeited", "cancelled", "canceled", "options cancelled"],
  expired: ["expiry", "expiration", "lapsed", "options expired"],
  repriced: ["reprice", "repricing", "modified", "modification", "options repriced"],
});

/** Whether a range is headed as a ledger of grants: by events, their dates and numbers. */
export function isGrantLedger(range: Range): boolean {
  const named = new Set((range[0] ?? []).map((cell) => COLUMNS.named(cell)));
  return named.has("Event") && named.has("Date") && named.has("Number");
}

/** A grant of a ledger. */
interface Grant {
  readonly label: string;
  readonly tranches: readonly Tranche[];
  /** What the ledger says one share cost on average, for every period. */
  readonly averagePrice: Fraction | undefined;
}

/** The options of a ledger, by the time that each stood at each price. */
export interface GrantLedger {
  /**
   * Those of a period, each on its own: granted, exercised, forfeited, expired and repriced from the day of the event on
   * (ASC 260-10-45-23; IAS 33.38, 45).
   *
   * @param averagePrice of the period, where the ledger says none
   */
  readonly termsIn: (period: WeightedPeriod, averagePrice?: Fraction, periodName?: string) => readonly SecurityTerms[];
}

export function readGrantLedger(argument: string, range: Range): GrantLedger {
  const { rows } = readTable(argument, range, COLUMNS, ["Grant", "Date", "Event", "Number", "Exercise price"]);
  const events = new Map<string, GrantRow[]>();
  for (const row of rows) {
    const name = readText(row.given("Grant"));
    events.set(name, [...(events.get(name) ?? []), row]);
  }
  const everyGrant = priceIn(rows);
  const readings = [...events].map(([label, ofGrant]) => (): Grant => ({
    label,
    tranches: tranchesOf(argument, ofGrant),
    averagePrice: priceIn(ofGrant) ?? everyGrant,
  }));
  const grants = allOf(argument, readings);
  return { termsIn: (...period) => grants.flatMap((grant) => termsOf(argument, grant, ...period)) };
}

/** The options of the one period that is asked for. */
export function readGrants(argument: string, range: Range, period: WeightedPeriod | undefined): readonly Issue[] {
  const ledger = readGrantLedger(argument, range);
  if (period) return ledger.termsIn(period).map(potentialShares);
  const rule = "is a ledger of grants: give the start and end of the period asked for";
  throw new CalculationError("invalid-input", argument, rule, "none");
}

/** One that stands once serves all. */
function priceIn(rows: readonly GrantRow[]): Fraction | undefined {
  const row = rows.find((event) => !isEmpty(event.cell("Average price")));
  return row && readPositive(row.given("Average price"));
}

function tranchesOf(argument: string, events: readonly GrantRow[]): readonly Tranche[] {
  const dated = allOf(
    argument,
    events.map((row) => () => ({ row, date: readDate(row.given("Date")) })),
  );
  let standing: Standing = { open: [], left: [] };
  for (const { row, date } of [...dated].sort((a, b) => a.date - b.date)) {
    standing = choiceOf(EVENTS)(givenCell(row.nameOf("Event"), eventNamed(row)))(row, standing, date);
  }
  return [...standing.open, ...standing.left].filter(({ number }) => !isZero(number));
}

function eventNamed(row: GrantRow): unknown {
  return EVENT_WORDS.named(row.cell("Event")) ?? row.cell("Event");
}

function granted(row: GrantRow, { open, left }: Standing, from: Day): Standing {
  const number = readNotNegative(row.given("Number"));
  const exercisePrice = readNotNegative(row.given("Exercise price"));
  const before = open.at(-1);
  if (!before || isZero(minus(before.exercisePrice, exercisePrice)))
    return { open: [...open, { from, number, exercisePrice }], left };
  const rule = "must be that of the grant so far: options at another price are a grant of their own";
  throw new CalculationError("invalid-input", row.nameOf("Exercise price"), rule, row.cell("Exercise price"));
}

/** Those that came first leave first. */
function reduced(row: GrantRow, { open, left }: Standing, date: Day): Standing {
  requirePriceOfGrant(row, open);
  let leaving = readNotNegative(row.given("Number"));
  if (isNegative(minus(outstanding(open), leaving))) {
    const rule = `must be no more than the ${toNumber(outstanding(open))} outstanding on ${dateWords(row.given("Date")).words}`;
    throw new CalculationError("out-of-range", row.nameOf("Number"), rule, row.cell("Number"));
  }
  const [stay, gone]: [Tranche[], Tranche[]] = [[], []];
  for (const tranche of open) {
    const number = compare(leaving, tranche.number) < 0 ? leaving : tranche.number;
    leaving = minus(leaving, number);
    gone.push({ ...tranche, to: date - 1, number });
    stay.push({ ...tranche, number: minus(tranche.number, number) });
  }
  return { open: stay.filter(({ number }) => !isZero(number)), left: [...left, ...gone] };
}

function requirePriceOfGrant(row: GrantRow, [first]: readonly Tranche[]): void {
  const price = row.given("Exercise price");
  if (isEmpty(price.value) || !first || isZero(minus(readNotNegative(price), first.exercisePrice))) return;
  const rule = `must be blank, or that of the grant, ${toNumber(first.exercisePrice)}`;
  throw new CalculationError("invalid-input", price.name, rule, price.value);
}

function repriced(row: GrantRow, { open, left }: Standing, from: Day): Standing {
  const number = outstanding(open);
  if (!isEmpty(row.cell("Number")) && !isZero(minus(readNotNegative(row.given("Number")), number))) {
    const rule = `must be blank, or all ${toNumber(number)} outstanding: give a part that is repriced as a grant of its own`;
    throw new CalculationError("invalid-input", row.nameOf("Number"), rule, row.cell("Number"));
  }
  const exercisePrice = readNotNegative(row.given("Exercise price"));
  return {
    open: [{ from, number, exercisePrice }],
    left: [...left, ...open.map((tranche) => ({ ...tranche, to: from - 1 }))],
  };
}

function outstanding(tranches: readonly Tranche[]): Fraction {
  return tranches.map(({ number }) => number).reduce(plus, ZERO);
}

function termsOf(
  argument: string,
  grant: Grant,
  period: WeightedPeriod,
  ofPeriod?: Fraction,
  periodName = argument,
): readonly SecurityTerms[] {
  const averagePrice = grant.averagePrice ?? ofPeriod;
  const terms = grant.tranches.flatMap((tranche): SecurityTerms[] => {
    const time = timeOutstanding(tranche.from, Math.min(tranche.to ?? Infinity, period.end), period);
    return isZero(time) ? [] : [trancheTerms(grant, tranche, averagePrice, time)];
  });
  if (averagePrice || terms.length === 0) return terms;
  const rule = `must be given, for the options of ${grant.label}: in the ledger, or beside the period`;
  throw new CalculationError("invalid-input", `${periodName}, Average price`, rule, null);
}

function trancheTerms(
  { label, tranches }: Grant,
  tranche: Tranche,
  averagePrice: Fraction | undefined,
  time: Fraction,
): SecurityTerms {
  return {
    label: labelOf(label, tranche, tranches),
    group: label,
    kind: "option",
    number: tranche.number,
    exercisePrice: tranche.exercisePrice,
    averagePrice,
    unrecognizedCost: ZERO,
    earningsAddBack: ZERO,
    timeOutstanding: time,
  };
}

/** "A", and what sets a tranche apart: "A, to 2025-03-31"; the same in every period, as quarters are joined by it. */
function labelOf(grant: string, { from, to, exercisePrice }: Tranche, tranches: readonly Tranche[]): string {
  if (tranches.length === 1) return grant;
  const first = Math.min(...tranches.map((one) => one.from));
  const isRepriced = tranches.some((one) => !isZero(minus(one.exercisePrice, exercisePrice)));
  return [
    grant,
    ...(isRepriced ? [`at ${figureText(exercisePrice, 4)}`] : []),
    ...(from > first ? [`from ${isoDate(from)}`] : []),
    ...(to === undefined ? [] : [`to ${isoDate(to)}`]),
  ].join(", ");
}
