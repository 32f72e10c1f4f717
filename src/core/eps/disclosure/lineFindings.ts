/**
 * Takes the lines of income and shares that a table prints for a period, makes what an auditor finds in them: totals that
 * do not foot, classes that the sequence leaves out and the table includes or the other way, another sign, thousands.
 * Law: the lines that our own exhibit prints of a period, each to the unit, are not found.
 */
import {
  compare,
  dividedBy,
  exactly,
  fraction,
  isNegative,
  isPositive,
  isZero,
  minus,
  negated,
  ONE,
  plus,
  times,
  ZERO,
  type Fraction,
} from "../../number/fraction";
import { reasonFor, type SequenceStep } from "../dilution";
import { availableToCommon } from "../periods/numerator";
import type { PeriodFigures } from "../periods/period";
import { epsStatement, includedShares, type EpsStatement } from "../periods/statement";
import { lineOf } from "../securities/security";
import { choicesThat } from "./epsFindings";

/** An amount or a count of shares as a table prints it. */
export interface PrintedLine {
  /** As {@link PRINTED_LINES} names it, or "security:", "deduction:", "addBack:" and the words of the table. */
  readonly name: string;
  readonly words: string;
  /** In currency or shares; a deduction with the sign that it is printed with. */
  readonly printed: Fraction;
  /** To what it is printed: 1,000 for thousands. */
  readonly unit: Fraction;
}

/** A line that does not follow from the others, or from the figures of its period. */
export interface LineFinding {
  readonly clause: string;
  /** What is found, in words. */
  readonly finding: string;
  readonly stated: Fraction;
  readonly computed: Fraction;
  /** Computed less stated. */
  readonly difference: Fraction;
  /** Empty where the numbers prove none. */
  readonly cause: string;
}

/**
 * What is found in the lines of one period.
 *
 * @param unit to what the income and shares of the period are rounded: 1,000 for thousands
 * @see ASC 260-10-45-16 to 45-19, 50-1(a)
 */
export function lineFindings(
  period: PeriodFigures,
  lines: readonly PrintedLine[],
  unit: Fraction = ONE,
): readonly LineFinding[] {
  const statement = epsStatement(period);
  return [
    ...lines.flatMap((line) => againstPeriod(statement, line, unit)),
    ...lines.flatMap((line) => inclusion(statement, line)),
    ...leftOut(statement, lines),
    ...footings(lines),
  ];
}

function withDifference(found: Omit<LineFinding, "difference">): LineFinding {
  return { ...found, difference: minus(found.computed, found.stated) };
}

/** The figures that a period itself gives, with the clause that asks for them. */
const OWN_FIGURES: Readonly<Record<string, readonly [clause: string, of: (statement: EpsStatement) => Fraction]>> = {
  weightedShares: ["ASC 260-10-45-10", ({ period }) => period.weightedAverageShares],
  continuingIncome: ["ASC 260-10-50-1(a)", ({ period }) => period.continuingIncome],
  netIncome: ["ASC 260-10-50-1(a)", ({ period }) => period.netIncome],
  dilutedShares: ["ASC 260-10-45-16", ({ dilutedShares }) => dilutedShares],
  dilutedNumerator: [
    "ASC 260-10-45-16",
    ({ period, earningsAddBack }) => plus(availableToCommon(period, "diluted"), earningsAddBack),
  ],
};

function againstPeriod(statement: EpsStatement, line: PrintedLine, unit: Fraction): LineFinding[] {
  const own = OWN_FIGURES[line.name];
  if (!own) return [];
  const [clause, of] = own;
  const computed = of(statement);
  const inputs = compare(unit, ONE) === 0 ? 0 : 1 + statement.sequence.length;
  const allowed = times(plus(line.unit, times(unit, exactly(inputs))), HALF);
  if (isWithin(minus(computed, line.printed), allowed)) return [];
  const readings = [...unitReadings(line, computed), ...choiceReadings(statement, line)];
  const [only] = readings;
  const proved = only && readings.length === 1 ? only : { clause, cause: "" };
  return [
    withDifference({
      clause: proved.clause || clause,
      finding: line.words,
      stated: line.printed,
      computed,
      cause: proved.cause,
    }),
  ];
}

const HALF = fraction(1, 2);
const THOUSAND = exactly(1000);

function unitReadings({ printed, unit }: PrintedLine, computed: Fraction) {
  const readings: [Fraction, string][] = [
    [negated(computed), "Equals the figure of the period with the other sign"],
    [times(computed, THOUSAND), "Equals 1,000 times the figure of the period"],
    [dividedBy(computed, THOUSAND), "Equals a thousandth of the figure of the period"],
  ];
  return readings
    .filter(([reading]) => !isZero(printed) && isWithin(minus(reading, printed), times(unit, HALF)))
    .map(([, cause]) => ({ clause: "", cause }));
}

/** What adds nothing to the numerator cannot be told from it, and is taken as the sequence has it. */
function choiceReadings(statement: EpsStatement, { name, printed, unit }: PrintedLine) {
  if (name !== "dilutedShares" && name !== "dilutedNumerator") return [];
  const { period, sequence } = statement;
  const isCount = name === "dilutedShares";
  const begin = isCount ? period.weightedAverageShares : availableToCommon(period, "diluted");
  const added = ({ issue }: SequenceStep) => (isCount ? issue.incrementalShares : issue.earningsAddBack);
  return choicesThat(statement, (choice) => {
    const isTold = sequence.every((step) => !isZero(added(step)) || choice.includes(step) === step.dilutive);
    return isTold && isWithin(minus(choice.map(added).reduce(plus, begin), printed), times(unit, HALF));
  });
}

const SECURITY = "security:";

/** A class with shares in the diluted column that the sequence leaves out. */
function inclusion(statement: EpsStatement, { name, words, printed, unit }: PrintedLine): LineFinding[] {
  if (!name.startsWith(SECURITY) || isWithin(printed, times(unit, HALF))) return [];
  const steps = stepsOf(statement, name.slice(SECURITY.length));
  if (steps.length === 0 || steps.some(({ dilutive }) => dilutive)) return [];
  const clause = isNegative(statement.basic.continuing) ? "ASC 260-10-45-19" : "ASC 260-10-45-17";
  const reasons = [...new Set(steps.map(reasonFor))].join("; ");
  return [
    withDifference({
      clause,
      finding: `${words}: included, antidilutive`,
      stated: printed,
      computed: ZERO,
      cause: capital(reasons),
    }),
  ];
}

function stepsOf({ sequence }: EpsStatement, words: string): readonly SequenceStep[] {
  return sequence.filter(({ issue }) => lineOf(issue.terms).toLowerCase() === words.toLowerCase());
}

/** Classes that dilute and have no shares in a column that prints the shares of classes. */
function leftOut(statement: EpsStatement, lines: readonly PrintedLine[]): LineFinding[] {
  const securities = lines.filter(({ name }) => name.startsWith(SECURITY));
  if (securities.length === 0) return [];
  return [...statement.included.keys()].flatMap((label) => {
    const line = securities.find(({ name }) => name.slice(SECURITY.length).toLowerCase() === label.toLowerCase());
    const shares = includedShares(statement, label);
    const printed = line?.printed ?? ZERO;
    if (!isZero(printed) || isWithin(shares, times(line?.unit ?? ONE, HALF))) return [];
    const reasons = stepsOf(statement, label)
      .filter(({ dilutive }) => dilutive)
      .map(reasonFor);
    return [
      withDifference({
        clause: "ASC 260-10-45-16",
        finding: `${label}: left out, dilutive`,
        stated: printed,
        computed: shares,
        cause: capital(reasons.join("; ")),
      }),
    ];
  });
}

function capital(words: string): string {
  return words.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}

/** From each total to the next, with the lines that lead from one to the other, in the order of an exhibit. */
const INCOME_COLUMN = [
  "continuingIncome",
  "+discontinuedIncome",
  "incomeBeforeExtraordinary",
  "+extraordinaryItem",
  "incomeBeforeCumulativeEffect",
  "+cumulativeEffect",
  "netIncome",
  "-noncontrollingInterest",
  "attributableIncome",
  "-preferredDividends",
  "-participating",
  "-deduction:",
  "availableIncome",
];
const DILUTED_INCOME_COLUMN = ["availableIncome", "+addBack:", "dilutedNumerator"];
const SHARES_COLUMN = ["weightedShares", "+security:", "dilutedShares"];

/** Each total that is printed, against the last total above it and the lines between, where such lines are printed. */
function footings(lines: readonly PrintedLine[]): LineFinding[] {
  const isAllocatedAnew = lines.some(({ name }) => name === "participatingDiluted");
  const columns = [INCOME_COLUMN, ...(isAllocatedAnew ? [] : [DILUTED_INCOME_COLUMN]), SHARES_COLUMN];
  return columns.flatMap((column) => columnFootings(column, lines));
}

function columnFootings(column: readonly string[], lines: readonly PrintedLine[]): LineFinding[] {
  const found: LineFinding[] = [];
  let above: PrintedLine | undefined;
  let between: Between[] = [];
  for (const place of column) {
    const sign = /^[+-]/.exec(place)?.[0];
    if (sign !== undefined) {
      between = [...between, ...linesAt(lines, place.slice(1)).map((line) => ({ line, isDeducted: sign === "-" }))];
      continue;
    }
    const total = lines.find(({ name }) => name === place);
    if (!total) continue;
    if (above && between.length > 0) found.push(...footing(above, between, total));
    [above, between] = [total, []];
  }
  return found;
}

/** A line between two totals. */
interface Between {
  readonly line: PrintedLine;
  readonly isDeducted: boolean;
}

/** "security:" stands for all lines whose names begin so. */
function linesAt(lines: readonly PrintedLine[], place: string): readonly PrintedLine[] {
  return lines.filter(({ name }) => (place.endsWith(":") ? name.startsWith(place) : name === place));
}

/** A deduction is printed in parentheses, or without a sign under words that say "less": both foot. */
function footing(above: PrintedLine, between: readonly Between[], total: PrintedLine): LineFinding[] {
  const units = [above, ...between.map(({ line }) => line), total].map(({ unit }) => unit);
  const allowed = times(units.reduce(plus), HALF);
  const sumWith = (amountOf: (one: Between) => Fraction) => between.map(amountOf).reduce(plus, above.printed);
  const asPrinted = sumWith(({ line }) => line.printed);
  const deducted = sumWith(({ line, isDeducted }) =>
    isDeducted && !isNegative(line.printed) ? negated(line.printed) : line.printed,
  );
  if ([asPrinted, deducted].some((sum) => isWithin(minus(sum, total.printed), allowed))) return [];
  const others = minus(times(above.printed, exactly(2)), deducted);
  const cause = isWithin(minus(others, total.printed), allowed)
    ? "Foots with the other sign of the lines between"
    : footsWithout(above, between, total, allowed);
  return [
    withDifference({
      clause: "ASC 260-10-50-1(a)",
      finding: `${total.words}: the lines above it`,
      stated: total.printed,
      computed: deducted,
      cause,
    }),
  ];
}

/** The one line without which the column foots. */
function footsWithout(above: PrintedLine, between: readonly Between[], total: PrintedLine, allowed: Fraction): string {
  const without = between.filter((left) => {
    const rest = between.filter((one) => one !== left).map(({ line }) => line.printed);
    return isWithin(minus(rest.reduce(plus, above.printed), total.printed), allowed);
  });
  const [only] = without;
  return only && without.length === 1 ? `Foots without ${only.line.words}` : "";
}

function isWithin(difference: Fraction, allowed: Fraction): boolean {
  return compare(isNegative(difference) ? negated(difference) : difference, allowed) <= 0;
}

/** A period with what is printed of it. */
export interface PrintedPeriod {
  readonly period: PeriodFigures;
  readonly lines: readonly PrintedLine[];
}

/** A class that has shares in one column and none in another. */
export interface VanishedClass {
  readonly in: PeriodFigures;
  readonly words: string;
  /** The nearest column of the same length that has it, and its shares there. */
  readonly beside: PeriodFigures;
  readonly shares: Fraction;
}

/**
 * The classes that vanish between columns of one length, where the period has income to dilute and nothing is known of
 * the class in it: an issue that was left out must be named (ASC 260-10-50-1(c)). A question, where the others are faults.
 */
export function vanishedClasses(columns: readonly PrintedPeriod[]): readonly VanishedClass[] {
  return columns.flatMap(({ period, lines }) => {
    const statement = epsStatement(period);
    if (!isPositive(statement.basic.continuing) || !lines.some(({ name }) => name.startsWith(SECURITY))) return [];
    const others = columns.filter((other) => other.period !== period && other.period.months === period.months);
    const nearest = others.sort((a, b) => Math.abs(a.period.end - period.end) - Math.abs(b.period.end - period.end));
    const has = new Set(lines.filter(({ printed }) => !isZero(printed)).map(({ name }) => name.toLowerCase()));
    return nearest.flatMap((other) =>
      other.lines.flatMap(({ name, words, printed }): VanishedClass[] => {
        if (!name.startsWith(SECURITY) || isZero(printed) || has.has(name.toLowerCase())) return [];
        has.add(name.toLowerCase());
        const isKnown = period.securities.some((terms) => lineOf(terms).toLowerCase() === words.toLowerCase());
        return isKnown ? [] : [{ in: period, words, beside: other.period, shares: printed }];
      }),
    );
  });
}
