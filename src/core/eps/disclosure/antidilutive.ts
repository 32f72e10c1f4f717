/**
 * The securities that a footnote must name because they are not in diluted earnings per share, though they could dilute
 * it later (ASC 260-10-50-1(c); IAS 33.70(c)). Law: an issue of a period is in diluted earnings per share or in this list.
 */
import { isPositive, plus, ZERO, type Fraction } from "../../number/fraction";
import { reasonFor } from "../dilution";
import type { PeriodColumn } from "../periods/fiscalYear";
import type { PeriodFigures } from "../periods/period";
import { epsStatement, type EpsStatement } from "../periods/statement";
import { lineOf, workingOf } from "../securities/security";
import type { SecurityTerms } from "../securities/terms";

/** What was left out of one class in one period. */
export interface LeftOut {
  /** Shares under option, on conversion, to vest: gross, before anything is bought back. */
  readonly shares: Fraction;
  /** Why, in words; the reasons of several issues one after the other. */
  readonly reason: string;
}

/** A class with an entry for each column; null where nothing of it was left out, or the period is still to come. */
export interface AntidilutiveLine {
  readonly label: string;
  readonly leftOut: readonly (LeftOut | null)[];
}

/**
 * The classes of which some issue was left out in any column, in the order of the classes.
 *
 * A count that was given as incremental stands for what is not known of it: it is listed where the period leaves it out,
 * as the count that it is. What the company holds on its own stock, and a subsidiary's own dilution, are never listed.
 *
 * @param columns periods as an exhibit shows them
 * @throws CalculationError as epsStatement
 */
export function antidilutiveSecurities(columns: readonly PeriodColumn[]): readonly AntidilutiveLine[] {
  const found = columns.map((column) => (column.figures.pending ? new Map<string, LeftOut>() : leftOutOf(column)));
  const labels = [...new Set(columns.flatMap(({ figures }) => figures.securities.map(lineOf)))];
  return labels
    .map((label) => ({ label, leftOut: found.map((of) => of.get(label) ?? null) }))
    .filter(({ leftOut }) => leftOut.some((one) => one !== null));
}

function leftOutOf({ figures, parts = [] }: PeriodColumn): ReadonlyMap<string, LeftOut> {
  const statement = epsStatement(figures);
  const lines = new Map<string, LeftOut>();
  for (const terms of figures.securities) {
    const gross = grossTerms(terms, parts);
    const reason = couldDilute(gross) ? reasonLeftOut(terms, gross, statement) : null;
    if (reason === null) continue;
    const before = lines.get(lineOf(terms));
    const shares = plus(before?.shares ?? ZERO, gross.number);
    const reasons = before && before.reason !== reason ? `${before.reason}; ${reason}` : reason;
    lines.set(lineOf(terms), { shares, reason: reasons });
  }
  return lines;
}

/** Of a year to date that averages what its quarters add, the number under option is that of the last of them. */
function grossTerms(terms: SecurityTerms, parts: readonly PeriodFigures[]): SecurityTerms {
  if (terms.kind !== "incremental") return terms;
  const last = parts.at(-1)?.securities.find(({ label }) => label === terms.label);
  return last ?? terms;
}

function couldDilute({ kind, number, timeOutstanding }: SecurityTerms): boolean {
  if (kind === "purchasedOption" || kind === "subsidiary") return false;
  return isPositive(number) && isPositive(timeOutstanding);
}

/** null for an issue that is in diluted earnings per share. */
function reasonLeftOut(terms: SecurityTerms, gross: SecurityTerms, { sequence }: EpsStatement): string | null {
  const step = sequence.find(({ issue }) => issue.terms === terms);
  if (!step) return workingOf(gross); // It would add nothing, as an option out of the money.
  return step.dilutive ? null : reasonFor(step);
}
