/**
 * Earnings per share under US GAAP and under IFRS, line beside line: from the columns of an exhibit to both figures, by how
 * much they differ, and the clauses that make the difference. It keeps two laws: the figures of either standard are those of
 * its own exhibit, and no line differs without a clause.
 */
import { CalculationError } from "../../errors";
import { isPositive, isZero, minus, type Fraction } from "../../number/fraction";
import { exhibitLines, type ExhibitLine } from "../periods/exhibit";
import type { PeriodColumn, YearToDateRules } from "../periods/fiscalYear";
import { amountOf, presentedUnder } from "../periods/numerator";
import type { PeriodFigures, Standard } from "../periods/period";
import { controlNumber, yearToDate } from "../periods/yearToDate";
import { lineOf, potentialShares } from "../securities/security";
import { averagesItself, tellsPartOnly } from "../securities/parts";
import { notesOf } from "./standardsNotes";

/** One figure under both standards; null where it is not known, or the line holds none. */
export interface FigureUnderBoth {
  readonly usGaap: Fraction | null;
  readonly ifrs: Fraction | null;
  /** IFRS less US GAAP. */
  readonly difference: Fraction | null;
}

/** A line of the exhibit under both standards. */
export interface LineUnderBoth extends Omit<ExhibitLine, "figures"> {
  /** One a column. */
  readonly figures: readonly FigureUnderBoth[];
  /** What makes the differences of the line, each said once; none where nothing differs. */
  readonly clauses: readonly string[];
}

/** A column whose diluted figures are not known under one of the standards. */
export interface NotKnown {
  /** Which column, from 0. */
  readonly column: number;
  readonly standard: Standard;
  /** What is missing, and the clause that asks for it. */
  readonly why: string;
}

/** The exhibit under both standards. */
export interface EpsUnderBoth {
  readonly lines: readonly LineUnderBoth[];
  readonly notKnown: readonly NotKnown[];
  /** What the standards treat apart, and the figures stand for as they were given. */
  readonly notes: readonly string[];
}

/**
 * Every line of the exhibit under both standards.
 *
 * @param columns those of an exhibit, in order, by the standard of the rules: years to date that were given follow it
 * @param classes the classes of securities, each a line, in order
 * @param decimals of per-share figures
 * @throws CalculationError as epsStatement
 * @see ASC 260-10-45-49, 55-3; IAS 33.37, 42, 52; IAS 1.87
 */
export function epsUnderBoth(
  columns: readonly PeriodColumn[],
  classes: readonly string[],
  rules: YearToDateRules & { readonly decimals: number },
): EpsUnderBoth {
  const pairs = columns.map((column) => pairOf(column, rules));
  const side = (figures: PeriodFigures): PeriodColumn => ({ figures });
  const both = pairs.flatMap(({ usGaap, ifrs }) => [side(usGaap), side(ifrs)]);
  const options = { decimals: rules.decimals, footing: false };
  return {
    lines: exhibitLines(both, classes, options).map((line) => lineUnderBoth(line, pairs)),
    notKnown: pairs.flatMap(({ notKnown }, column) => (notKnown ? [{ column, ...notKnown }] : [])),
    notes: notesOf(columns.map(({ figures }) => figures)),
  };
}

/** One period under each standard. */
interface Pair {
  readonly usGaap: PeriodFigures;
  readonly ifrs: PeriodFigures;
  readonly causes: readonly Cause[];
  readonly notKnown: Omit<NotKnown, "column"> | undefined;
}

function pairOf({ figures, parts = [] }: PeriodColumn, rules: YearToDateRules): Pair {
  const standard: Standard = rules.standard === "IFRS" ? "US GAAP" : "IFRS";
  const present = (period: PeriodFigures) => presentedUnder(standard, period);
  const other = otherFigures(present(figures), parts.map(present), { ...rules, standard });
  const ours = presentedUnder(rules.standard, figures);
  const theirs = typeof other === "string" ? present(figures) : other;
  const sides = standard === "IFRS" ? { usGaap: ours, ifrs: theirs } : { usGaap: theirs, ifrs: ours };
  const notKnown = typeof other === "string" ? { standard, why: other } : undefined;
  return { ...sides, notKnown, causes: [...ofIncome(sides), ...(notKnown ? [] : ofClasses(sides, parts))] };
}

/** The period with the potential shares that another standard gives it, or why they are not known. */
function otherFigures(
  figures: PeriodFigures,
  parts: readonly PeriodFigures[],
  rules: YearToDateRules,
): PeriodFigures | string {
  if (figures.pending || !isPositive(controlNumber(figures))) return figures;
  if (parts.length > 1 && parts.every(({ pending }) => !pending)) return fromParts(figures, parts, rules);
  const unknown = figures.months > MOST_MONTHS_OF_A_QUARTER && figures.securities.some(isUnknownUnder(rules.standard));
  return unknown ? WHY[rules.standard] : figures;
}

/** Sixteen weeks are called four months. */
const MOST_MONTHS_OF_A_QUARTER = 4;

/** What a longer period does not tell of itself: its quarters to US GAAP, the terms behind a bare count to IFRS. */
function isUnknownUnder(standard: Standard) {
  return (terms: PeriodFigures["securities"][number]) =>
    standard === "IFRS" ? tellsPartOnly({ terms }) : !averagesItself(terms);
}

const WHY: Readonly<Record<Standard, string>> = {
  "US GAAP": "ASC 260-10-55-3 averages the incremental shares of the quarters: give the quarters of the period",
  IFRS: "IAS 33.37 computes the period on its own: give the terms behind the counts of each quarter, and of the period itself where shares are contingent (a securities table)",
};

function fromParts(figures: PeriodFigures, parts: readonly PeriodFigures[], rules: YearToDateRules) {
  try {
    const { securities } = yearToDate(parts, rules.standard, rules.weighting, withTermsAlone(figures));
    const told = new Set(securities.map(({ label }) => label));
    const untold = figures.securities.filter(({ label, number }) => !told.has(label) && isPositive(number));
    return untold.some(isUnknownUnder(rules.standard))
      ? WHY[rules.standard]
      : { ...figures, securities: [...securities, ...untold] };
  } catch (error) {
    if (error instanceof CalculationError && error.code === "not-available") return WHY[rules.standard];
    throw error;
  }
}

/** A bare count of a longer period is that of one standard; terms are what they are under both. */
function withTermsAlone(figures: PeriodFigures): PeriodFigures {
  return { ...figures, securities: figures.securities.filter(({ kind }) => kind !== "incremental") };
}

/** What makes the two differ in one column, and where. */
interface Cause {
  readonly clause: string;
  /** The class that it is about; none where it is about income. */
  readonly label?: string;
}

const EXTRAORDINARY = "IAS 1.87 has nothing extraordinary, so that IAS 33.42 takes the item into continuing operations";
const TO_DATE =
  "ASC 260-10-55-3 averages the incremental shares of the quarters; IAS 33.37 computes the period on its own";
const CONTINGENT =
  "ASC 260-10-45-49 weights the contingent shares of the quarters; IAS 33.52 takes those of the end of the period";

type Sides = Pick<Pair, "usGaap" | "ifrs">;

function ofIncome({ usGaap }: Sides): readonly Cause[] {
  return isZero(amountOf(usGaap.components ?? [], "extraordinary")) ? [] : [{ clause: EXTRAORDINARY }];
}

function ofClasses({ usGaap, ifrs }: Sides, parts: readonly PeriodFigures[]): readonly Cause[] {
  const labels = [...new Set([...usGaap.securities, ...ifrs.securities].map(lineOf))];
  const isContingent = (label: string) =>
    parts.some(({ securities }) => securities.some((terms) => lineOf(terms) === label && terms.kind === "contingent"));
  return labels
    .filter((label) => addedBy(usGaap, label) !== addedBy(ifrs, label))
    .map((label) => ({ label, clause: isContingent(label) ? CONTINGENT : TO_DATE }));
}

/** What the issues of a class would add, whether or not they join, as words that are alike where it is. */
function addedBy({ securities }: PeriodFigures, label: string): string {
  const issues = securities.filter((terms) => lineOf(terms) === label).map(potentialShares);
  return issues
    .map(({ incrementalShares, earningsAddBack }) => [incrementalShares, earningsAddBack].map(inWords).join(" "))
    .join("; ");
}

function inWords({ numerator, denominator }: Fraction): string {
  return `${numerator}/${denominator}`;
}

function lineUnderBoth({ figures, ...line }: ExhibitLine, pairs: readonly Pair[]): LineUnderBoth {
  const isDiluted = line.key.startsWith("diluted.");
  const both = pairs.map(({ notKnown }, column): FigureUnderBoth => {
    const known = (standard: Standard, figure: Fraction | null = null) =>
      isDiluted && notKnown?.standard === standard ? null : figure;
    const [usGaap, ifrs] = [known("US GAAP", figures[2 * column]), known("IFRS", figures[2 * column + 1])];
    return { usGaap, ifrs, difference: usGaap && ifrs ? minus(ifrs, usGaap) : null };
  });
  const clauses = both.flatMap(({ difference }, column) =>
    difference && !isZero(difference) ? clausesOf(line.key, pairs[column]?.causes ?? []) : [],
  );
  return { ...line, figures: both, clauses: [...new Set(clauses)] };
}

/** A class has a clause of its own, or follows from those of others; so do the lines of income and the totals. */
function clausesOf(key: string, causes: readonly Cause[]): readonly string[] {
  const label = /^diluted\.(?:security|addBack):(.*)$/s.exec(key)?.[1];
  const isOfIncome = key.startsWith("basic.");
  const own = causes.filter((cause) => (label === undefined ? isOfIncome && !cause.label : cause.label === label));
  return (own.length > 0 ? own : causes).map(({ clause }) => clause);
}
