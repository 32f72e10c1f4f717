/**
 * Takes the per-share figures that a table prints, makes what an auditor finds in them. Law: a figure that is our own,
 * rounded as it is printed, is not found.
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
  rounded,
  times,
  ZERO,
  type Fraction,
} from "../../number/fraction";
import type { SequenceStep } from "../dilution";
import { amountOf, componentsOf, deducted, deductionsOf, type Section } from "../periods/numerator";
import type { PeriodFigures } from "../periods/period";
import { epsStatement, perShareOf, type EpsLine, type EpsStatement } from "../periods/statement";

/** A per-share figure as a table prints it. */
export interface PrintedPerShare {
  readonly section: Section;
  readonly line: EpsLine;
  /** In currency a share. */
  readonly printed: Fraction;
  /** Digits after the point to which it is printed. */
  readonly decimals: number;
}

/** A printed figure that does not follow from the income and the shares of its period. */
export interface EpsFinding {
  readonly clause: string;
  readonly figure: PrintedPerShare;
  readonly stated: Fraction;
  /** Rounded as the stated figure is. */
  readonly computed: Fraction;
  /** Computed less stated. */
  readonly difference: Fraction;
  /** Empty where the numbers prove none. */
  readonly cause: string;
}

/**
 * Every printed per-share figure that its own income and shares do not give, with the cause where the numbers prove one.
 * Income and shares that are themselves printed to a unit may be half of it more or less: a figure that any such pair
 * gives is not found.
 *
 * @param period its figures, with shares restated for splits
 * @param unit to what its income and shares are printed: 1,000 for thousands
 * @see ASC 260-10-45-10, 45-16 to 45-19
 */
export function epsFindings(
  period: PeriodFigures,
  printed: readonly PrintedPerShare[],
  unit: Fraction = ONE,
): EpsFinding[] {
  const statement = epsStatement(period);
  const within = compare(unit, ONE) === 0 ? [] : roundedInputs(period, unit).map(epsStatement);
  const differs = (figure: PrintedPerShare) =>
    !isZero(minus(computedOf(statement, figure), figure.printed)) && !isWithin(within, figure);
  const right = printed.filter((figure) => !differs(figure));
  return printed.filter(differs).map((figure) => {
    const computed = computedOf(statement, figure);
    const cause = reading(statement, figure, right);
    return { ...cause, figure, stated: figure.printed, computed, difference: minus(computed, figure.printed) };
  });
}

function computedOf(statement: EpsStatement, { section, line, decimals }: PrintedPerShare): Fraction {
  return rounded(perShareOf(statement[section], line), decimals);
}

/** The period with its income and its shares each half a unit less, and each half a unit more. */
function roundedInputs(period: PeriodFigures, unit: Fraction): readonly PeriodFigures[] {
  const half = times(unit, fraction(1, 2));
  const moves = [half, negated(half)];
  return moves.flatMap((income) =>
    moves
      .map((shares) => plus(period.weightedAverageShares, shares))
      .filter(isPositive)
      .map((weightedAverageShares) => ({
        ...period,
        weightedAverageShares,
        netIncome: plus(period.netIncome, income),
        continuingIncome: plus(period.continuingIncome, income),
      })),
  );
}

/** Whether a figure lies between those that the corners give. */
function isWithin(corners: readonly EpsStatement[], { section, line, printed, decimals }: PrintedPerShare): boolean {
  const figures = corners.map((of) => rounded(perShareOf(of[section], line), decimals));
  return (
    figures.some((figure) => compare(figure, printed) <= 0) && figures.some((figure) => compare(figure, printed) >= 0)
  );
}

const CLAUSES: Readonly<Record<Section, string>> = { basic: "ASC 260-10-45-10", diluted: "ASC 260-10-45-16" };

/** A cause is told only where exactly one reproduces the printed figure. */
function reading(statement: EpsStatement, figure: PrintedPerShare, right: readonly PrintedPerShare[]): Cause {
  const readings = [
    ...unitReadings(statement, figure),
    ...footingReadings(statement, figure, right),
    ...incomeReadings(statement, figure),
    ...(figure.section === "diluted" ? choiceReadings(statement, figure) : []),
  ];
  const [only, another] = readings.length > 0 ? readings : cutOffReadings(statement, figure);
  return only && !another ? only : { clause: CLAUSES[figure.section], cause: "" };
}

type Cause = Pick<EpsFinding, "clause" | "cause">;

/**
 * A figure that is made of the others of its column, as these are printed, where each of them is right: the sum of
 * rounded figures is not the rounded sum, and a figure bent so that the column foots is not its own.
 */
function footingReadings(statement: EpsStatement, figure: PrintedPerShare, right: readonly PrintedPerShare[]): Cause[] {
  const column = ["continuing", ...componentsOf(statement.period).map(({ key }) => key), "net"];
  const needed = column.filter((line) => line !== figure.line && !isZero(perShareOf(statement[figure.section], line)));
  const others = needed.map((line) => right.find((one) => one.section === figure.section && one.line === line));
  if (others.length < 2) return [];
  const sum = others.reduce<Fraction | undefined>((so, one) => {
    if (so === undefined || one === undefined) return undefined;
    return one.line === "net" || figure.line === "net" ? plus(so, one.printed) : minus(so, one.printed);
  }, ZERO);
  if (sum === undefined || !isPrinted(sum, figure)) return [];
  return [
    {
      clause: CLAUSES[figure.section],
      cause: "Equals what the other figures of the column leave, as they are rounded",
    },
  ];
}

const THOUSAND = exactly(1000);

function unitReadings(statement: EpsStatement, figure: PrintedPerShare): Cause[] {
  const exact = perShareOf(statement[figure.section], figure.line);
  const readings: [Fraction, string][] = [
    [negated(exact), "Equals the computed figure with the other sign"],
    [times(exact, THOUSAND), "Equals 1,000 times the computed figure"],
    [dividedBy(exact, THOUSAND), "Equals a thousandth of the computed figure"],
  ];
  return readings
    .filter(([reading]) => isPrinted(reading, figure))
    .map(([, cause]) => ({ clause: CLAUSES[figure.section], cause }));
}

/** Another numerator or denominator than that of the line: a deduction left out or taken twice, the other half's shares. */
function incomeReadings(statement: EpsStatement, figure: PrintedPerShare): Cause[] {
  const { period, dilutedShares, earningsAddBack } = statement;
  const { section, line } = figure;
  if (line !== "net" && line !== "continuing") return [];
  const isBasic = section === "basic";
  const income = minus(line === "net" ? period.netIncome : period.continuingIncome, deducted(period, section));
  const numerator = isBasic ? income : plus(income, earningsAddBack);
  const [shares, others] = isBasic
    ? [period.weightedAverageShares, dilutedShares]
    : [dilutedShares, period.weightedAverageShares];
  const ofDeductions = deductionsOf(period, section)
    .filter(({ amount }) => !isZero(amount))
    .flatMap(({ label, amount }): [Fraction, string, string][] => [
      [dividedBy(plus(numerator, amount), shares), DEDUCTIONS_CLAUSE, `with ${label.toLowerCase()} not deducted`],
      [dividedBy(minus(numerator, amount), shares), DEDUCTIONS_CLAUSE, `with ${label.toLowerCase()} deducted twice`],
    ]);
  // Without an add-back this is the choice of no issue.
  const isOfShares = !isZero(minus(shares, others)) && (isBasic || !isZero(earningsAddBack));
  const ofShares: [Fraction, string, string][] = isOfShares
    ? [[dividedBy(numerator, others), CLAUSES[section], `over the ${isBasic ? "diluted" : "basic"} shares`]]
    : [];
  return [...ofDeductions, ...ofShares]
    .filter(([reading]) => isPrinted(reading, figure))
    .map(([, clause, words]) => ({ clause, cause: `Equals the figure ${words}` }));
}

const DEDUCTIONS_CLAUSE = "ASC 260-10-45-11";

/** Half of all figures are cut off to another than they are rounded to, so this tells only where nothing else does. */
function cutOffReadings(statement: EpsStatement, figure: PrintedPerShare): Cause[] {
  const { section, line, printed, decimals } = figure;
  const cut = rounded(perShareOf(statement[section], line), decimals, "down");
  if (isZero(printed) || !isZero(minus(cut, printed))) return [];
  return [{ clause: CLAUSES[section], cause: "Equals the computed figure cut off, not rounded" }];
}

/** Nought is what any small figure rounds to, and proves nothing. */
function isPrinted(reading: Fraction, { printed, decimals }: PrintedPerShare): boolean {
  return !isZero(printed) && compare(rounded(reading, decimals), printed) === 0;
}

/** So many issues have a thousand choices, and one of them that fits by chance. */
const MOST_ISSUES = 6;

function choiceReadings(statement: EpsStatement, figure: PrintedPerShare): Cause[] {
  return choicesThat(statement, (choice) => isPrinted(perShareWith(statement, figure, choice), figure));
}

/** Which choices of issues, other than the sequence's own, make what is printed. */
export function choicesThat(
  statement: EpsStatement,
  makesIt: (choice: readonly SequenceStep[]) => boolean,
): Pick<EpsFinding, "clause" | "cause">[] {
  const { sequence } = statement;
  if (sequence.length > MOST_ISSUES) return [];
  return choicesOf(sequence)
    .filter(makesIt)
    .map((choice) => causeOfChoice(statement, choice));
}

function choicesOf(sequence: readonly SequenceStep[]): readonly (readonly SequenceStep[])[] {
  return sequence.reduce<readonly (readonly SequenceStep[])[]>(
    (choices, step) => [...choices, ...choices.map((choice) => [...choice, step])],
    [[]],
  );
}

function perShareWith({ period }: EpsStatement, { line }: PrintedPerShare, choice: readonly SequenceStep[]): Fraction {
  const shares = choice.map(({ issue }) => issue.incrementalShares).reduce(plus, period.weightedAverageShares);
  if (line !== "net" && line !== "continuing") return dividedBy(amountOf(componentsOf(period), line), shares);
  const income = line === "net" ? period.netIncome : period.continuingIncome;
  const earnings = choice
    .map(({ issue }) => issue.earningsAddBack)
    .reduce(plus, minus(income, deducted(period, "diluted")));
  return dividedBy(earnings, shares);
}

function causeOfChoice({ sequence, basic }: EpsStatement, choice: readonly SequenceStep[]) {
  const named = (steps: readonly SequenceStep[]) => steps.map(({ issue }) => issue.label).join(", ");
  const included = named(choice.filter(({ dilutive }) => !dilutive));
  const leftOut = named(sequence.filter((step) => step.dilutive && !choice.includes(step)));
  const causes = [
    ...(included === "" ? [] : [`with ${included}, antidilutive, included`]),
    ...(leftOut === "" ? [] : [`with ${leftOut}, dilutive, left out`]),
  ];
  const inLoss = isNegative(basic.continuing) && included !== "";
  const clause = inLoss ? "ASC 260-10-45-19" : included === "" ? "ASC 260-10-45-16" : "ASC 260-10-45-17";
  return { clause, cause: `Equals the figure ${causes.join(" and ")}${inLoss ? " in a loss" : ""}` };
}

/**
 * The cause of a year-to-date figure that is the sum of what the quarters print: a year to date has its own income over its
 * own shares, and the figures of its quarters need not add up to it. Beside another cause neither is proved.
 *
 * @param parts what is printed of each quarter; one without the figure proves nothing
 * @see ASC 260-10-45-10, 55-3
 */
export function quartersSummed(finding: EpsFinding, parts: readonly (readonly PrintedPerShare[])[]): EpsFinding {
  const { section, line, printed } = finding.figure;
  const ofParts = parts.map((figures) => figures.find((one) => one.section === section && one.line === line)?.printed);
  if (ofParts.length < 2 || isZero(printed)) return finding;
  const sum = ofParts.reduce<Fraction | undefined>((so, one) => so && one && plus(so, one), ZERO);
  if (!sum || !isZero(minus(sum, printed))) return finding;
  if (finding.cause !== "") return { ...finding, clause: CLAUSES[section], cause: "" };
  return { ...finding, clause: "ASC 260-10-55-3", cause: "Equals the sum of the quarters' figures" };
}
