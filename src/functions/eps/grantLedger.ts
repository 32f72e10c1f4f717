import type { Day } from "../../core/calendar/civilDate";
import { potentialShares, type Issue } from "../../core/eps/securities/security";
import type { SecurityTerms } from "../../core/eps/securities/terms";
import { timeOutstanding, type WeightedPeriod } from "../../core/eps/timeOutstanding";
import { CalculationError } from "../../core/errors";
import { choiceOf, readNotNegative, readPositive, readText } from "../../core/given";
import { isNegative, isZero, minus, plus, toNumber, ZERO, type Fraction } from "../../core/number/fraction";
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

/** What is outstanding of a grant from a day on. */
interface Standing {
  readonly from: Day;
  readonly number: Fraction;
  readonly exercisePrice: Fraction;
}

/** What each event makes of a grant. */
const EVENTS: Readonly<Record<string, (row: GrantRow, before: Standing) => Omit<Standing, "from">>> = {
  outstanding: granted,
  granted,
  exercised: reduced,
  forfeited: reduced,
  expired: reduced,
  repriced: (row, { number }) => {
    if (!isEmpty(row.cell("Number")) && !isZero(minus(readNotNegative(row.given("Number")), number))) {
      const rule = `must be blank, or all ${toNumber(number)} outstanding: give a part that is repriced as a grant of its own`;
      throw new CalculationError("invalid-input", row.nameOf("Number"), rule, row.cell("Number"));
    }
    return { number, exercisePrice: readNotNegative(row.given("Exercise price")) };
  },
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

/**
 * The options of a ledger of grants, each grant by the time that it was outstanding at each price: granted, exercised,
 * forfeited, expired and repriced from the day of the event on (ASC 260-10-45-23; IAS 33.38, 45).
 */
export function readGrantLedger(argument: string, range: Range, period: WeightedPeriod | undefined): readonly Issue[] {
  const { rows } = readTable(argument, range, COLUMNS, ["Grant", "Date", "Event", "Number", "Exercise price"]);
  if (!period) {
    const rule = "is a ledger of grants: give the start and end of the period asked for";
    throw new CalculationError("invalid-input", argument, rule, "none");
  }
  const grants = new Map<string, GrantRow[]>();
  for (const row of rows) {
    const name = readText(row.given("Grant"));
    grants.set(name, [...(grants.get(name) ?? []), row]);
  }
  const priced = rows.find((row) => !isEmpty(row.cell("Average price")));
  const readings = [...grants].map(
    ([label, events]) =>
      () =>
        issuesOf({ label, averagePrice: averagePriceOf(events, priced) }, standingsOf(events), period),
  );
  return allOf(argument, readings).flat();
}

/** That of the grant, or the one that stands once for all. */
function averagePriceOf(events: readonly GrantRow[], priced: GrantRow | undefined): Fraction {
  const row = events.find((event) => !isEmpty(event.cell("Average price"))) ?? priced ?? events[0];
  if (row) return readPositive(row.given("Average price"));
  throw new RangeError("a grant without events");
}

function standingsOf(events: readonly GrantRow[]): readonly Standing[] {
  const dated = allOf(
    "grants",
    events.map((row) => () => ({ row, date: readDate(row.given("Date")) })),
  );
  const standings: Standing[] = [];
  for (const { row, date } of [...dated].sort((a, b) => a.date - b.date)) {
    const before = standings.at(-1) ?? { from: date, number: ZERO, exercisePrice: ZERO };
    const event = choiceOf(EVENTS)(givenCell(row.nameOf("Event"), eventNamed(row)));
    standings.push({ from: date, ...event(row, before) });
  }
  return standings;
}

function eventNamed(row: GrantRow): unknown {
  return EVENT_WORDS.named(row.cell("Event")) ?? row.cell("Event");
}

function granted(row: GrantRow, before: Standing): Omit<Standing, "from"> {
  const number = plus(before.number, readNotNegative(row.given("Number")));
  const exercisePrice = readNotNegative(row.given("Exercise price"));
  const isAnother = !isZero(before.number) && !isZero(minus(before.exercisePrice, exercisePrice));
  if (!isAnother) return { number, exercisePrice };
  const rule = "must be that of the grant so far: options at another price are a grant of their own";
  throw new CalculationError("invalid-input", row.nameOf("Exercise price"), rule, row.cell("Exercise price"));
}

function reduced(row: GrantRow, before: Standing): Omit<Standing, "from"> {
  const number = minus(before.number, readNotNegative(row.given("Number")));
  const price = row.given("Exercise price");
  if (!isEmpty(price.value) && !isZero(minus(readNotNegative(price), before.exercisePrice))) {
    const rule = `must be blank, or that of the grant, ${toNumber(before.exercisePrice)}`;
    throw new CalculationError("invalid-input", price.name, rule, price.value);
  }
  if (!isNegative(number)) return { number, exercisePrice: before.exercisePrice };
  const rule = `must be no more than the ${toNumber(before.number)} outstanding on ${dateWords(row.given("Date")).words}`;
  throw new CalculationError("out-of-range", row.nameOf("Number"), rule, row.cell("Number"));
}

function issuesOf(
  { label, averagePrice }: { readonly label: string; readonly averagePrice: Fraction },
  standings: readonly Standing[],
  period: WeightedPeriod,
): readonly Issue[] {
  return standings.flatMap(({ from, number, exercisePrice }, index) => {
    const to = (standings[index + 1]?.from ?? Infinity) - 1;
    const time = timeOutstanding(from, Math.min(to, period.end), period);
    const terms: SecurityTerms = {
      label,
      kind: "option",
      number,
      exercisePrice,
      averagePrice,
      unrecognizedCost: ZERO,
      earningsAddBack: ZERO,
      timeOutstanding: time,
    };
    return isZero(number) || isZero(time) ? [] : [potentialShares(terms)];
  });
}
