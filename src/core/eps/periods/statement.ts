/**
 * Basic and diluted EPS of one period, line by line: from its figures to the per-share amounts and the working.
 */
import { minus, plus, ZERO, type Fraction } from "../../number/fraction";
import { basicEps } from "../basicEps";
import { dilutedEps, dilution, type SequenceStep } from "../dilution";
import { componentsOf, deducted, type Section } from "./numerator";
import type { PeriodFigures } from "./period";
import { lineOf, potentialShares, type Issue } from "../securities/security";
import { controlNumber } from "./yearToDate";

/** A figure for each income line: continuing operations, discontinued operations, net. */
export interface PerLine {
  /** Income from continuing operations, after every deduction: the control number over shares. */
  readonly continuing: Fraction;
  /** Bears neither deductions nor add-backs. */
  readonly discontinued: Fraction;
  /** Whatever else enters net income, by the key of its line: "extraordinary", "cumulativeEffect". */
  readonly others: ReadonlyMap<string, Fraction>;
  /** Net income, after every deduction. */
  readonly net: Fraction;
}

/** Earnings per share of one period, with the figures that lead to them; nothing is rounded. */
export interface EpsStatement {
  /** The figures that it was made of. */
  readonly period: PeriodFigures;
  /** Over the weighted-average shares, in currency a share. */
  readonly basic: PerLine;
  /** Over the diluted shares, in currency a share. */
  readonly diluted: PerLine;
  /** Weighted-average shares and the incremental shares of the issues included. */
  readonly dilutedShares: Fraction;
  /** Added to continuing and net income for the issues included. */
  readonly earningsAddBack: Fraction;
  /** Every issue that does anything, in the order considered, with whether it joined. */
  readonly sequence: readonly SequenceStep<Issue>[];
  /** What was included, by the line that it stands on. */
  readonly included: ReadonlyMap<string, Included>;
}

/** What the issues of a line add together. */
interface Included {
  readonly shares: Fraction;
  readonly addBack: Fraction;
}

/**
 * Basic and diluted earnings per share of a period, line by line. Income from continuing operations after preferred
 * dividends is the control number: the issues that dilute it are in the denominator of every line.
 *
 * @param period its figures, with shares restated for splits, and the terms of every security with the prices they need
 * @returns currency, shares and currency a share, unrounded
 * @throws CalculationError `out-of-range` when a count of shares breaks its bound; `invalid-input` when a price is missing
 * @see ASC 260-10-45-2 to 45-4, 45-18; IAS 33.41-43, A3
 */
export function epsStatement(period: PeriodFigures): EpsStatement {
  const { weightedAverageShares: shares } = period;
  const included = dilution(controlNumber(period, "diluted"), shares, period.securities.map(potentialShares));
  return {
    period,
    basic: perLine(period, "basic", (income, deductions) => basicEps(income, shares, deductions)),
    diluted: perLine(period, "diluted", (income, deductions, bearsAddBacks) =>
      dilutedEps(minus(income, deductions), shares, included, bearsAddBacks),
    ),
    dilutedShares: plus(shares, included.incrementalShares),
    earningsAddBack: included.earningsAddBack,
    sequence: included.sequence,
    included: byLine(included.sequence),
  };
}

/** Deductions and add-backs belong to continuing operations, and so to net income, and to no other line. */
function perLine(
  period: PeriodFigures,
  section: Section,
  perShare: (income: Fraction, deductions: Fraction, bearsAddBacks: boolean) => Fraction,
): PerLine {
  const deductions = deducted(period, section);
  const [discontinued = ZERO, ...others] = componentsOf(period).map(({ amount }) => perShare(amount, ZERO, false));
  return {
    continuing: perShare(period.continuingIncome, deductions, true),
    discontinued,
    others: new Map((period.components ?? []).map(({ key }, index) => [key, others[index] ?? ZERO])),
    net: perShare(period.netIncome, deductions, true),
  };
}

function byLine(sequence: readonly SequenceStep<Issue>[]): ReadonlyMap<string, Included> {
  const lines = new Map<string, Included>();
  for (const { dilutive, issue } of sequence) {
    const { shares, addBack } = lines.get(lineOf(issue.terms)) ?? NOTHING;
    const joined = { shares: plus(shares, issue.incrementalShares), addBack: plus(addBack, issue.earningsAddBack) };
    if (dilutive) lines.set(lineOf(issue.terms), joined);
  }
  return lines;
}

const NOTHING: Included = { shares: ZERO, addBack: ZERO };

/**
 * Incremental shares of a line that were included; zero where all were left out.
 *
 * @param line by the words under which its issues stand together (see lineOf)
 */
export function includedShares({ included }: EpsStatement, line: string): Fraction {
  return (included.get(line) ?? NOTHING).shares;
}

/** Effect on earnings of a line's issues that were included, in currency; zero where all were left out. */
export function includedAddBack({ included }: EpsStatement, line: string): Fraction {
  return (included.get(line) ?? NOTHING).addBack;
}

/** "continuing", "net", or the key of a component of net income. */
export type EpsLine = string;

/** The figure of one line; zero where the period has no such line. */
export function perShareOf({ continuing, discontinued, others, net }: PerLine, line: EpsLine): Fraction {
  const named: Readonly<Record<string, Fraction>> = { continuing, discontinued, net };
  return named[line] ?? others.get(line) ?? ZERO;
}
