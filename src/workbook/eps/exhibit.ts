import { exhibitHeadings, exhibitLines, type ExhibitLine as Line } from "../../core/eps/periods/exhibit";
import { columnUnder, exhibitColumns } from "../../core/eps/periods/fiscalYear";
import type { Day } from "../../core/calendar/civilDate";
import { CalculationError } from "../../core/errors";
import { toNumber } from "../../core/number/fraction";
import { serialOf, type Range } from "../../functions/cells/arguments";
import { HEADER_ROWS } from "../../functions/eps/exhibitCells";
import { readPeriods, type PeriodTable } from "../../functions/eps/periodTable";
import type { Standard } from "../actionTypes";
import { ActionError } from "../book/report";
import { notShown } from "./notShown";
import { PERIODS_TABLE } from "../book/names";
import type { Rule } from "../book/book";

/** A line of the exhibit where EPSTABLE puts it, as it is remembered and laid out on a sheet. */
export interface ExhibitLine {
  /** That of the line in the core's exhibit: "basic.shares", "diluted.security:Warrants". */
  readonly key: string;
  readonly caption: string;
  /** Row of EPSTABLE's answer, counted from 1. */
  readonly tableRow: number;
  readonly kind: "heading" | "shares" | "income" | "perShare";
  readonly rule: Rule;
  readonly figures: readonly number[];
}

export interface ExhibitColumn {
  /** Serial of the period's last day. */
  readonly periodEnd: number;
  readonly months: number;
  /** The words over the column: "Three months ended September 30," over the first of a block, "" over the others. */
  readonly over: string;
  /** The year, or the whole date. */
  readonly under: string | number;
}

export interface Exhibit {
  readonly asOf: number;
  readonly standard: Standard;
  readonly columns: readonly ExhibitColumn[];
  readonly lines: readonly ExhibitLine[];
  /** The periods of the table that it leaves out, in words. */
  readonly notShown?: string;
}

/** @throws ActionError in the words of the calculation, when the table cannot be read */
export function readPeriodTable(range: Range): PeriodTable {
  return inActionWords(() => readPeriods(PERIODS_TABLE, range, null, "months"));
}

/** The exhibit that EPSTABLE gives for the last period that ends by a day. */
export function exhibitOf(table: PeriodTable, asOf: Day, standard: Standard): Exhibit {
  return inActionWords(() => {
    const blocks = exhibitColumns(table.periods, asOf, { standard, weighting: "months" });
    const headings = exhibitHeadings(blocks);
    const columns = blocks.flatMap(({ columns: ofBlock, months }) =>
      ofBlock.map(columnUnder(standard)).map((column) => ({ ...column, months })),
    );
    const lines = exhibitLines(columns, table.classes, { decimals: 2, footing: false });
    return {
      asOf: serialOf(asOf),
      standard,
      notShown: notShown(table.periods, blocks),
      columns: columns.map(({ figures, months }, index) => ({
        periodEnd: serialOf(figures.end),
        months,
        over: headings[index]?.over ?? "",
        under: headings[index]?.under ?? "",
      })),
      lines: lines.map((line, index) => ({
        key: line.key,
        caption: line.label,
        tableRow: index + 1 + HEADER_ROWS,
        kind: kindOf(line),
        figures: line.figures.map((figure) => (figure ? toNumber(figure) : 0)),
        rule: ruleUnder(line, lines[index + 1]),
      })),
    };
  });
}

/** As a sheet formats the line: a blank one as a heading without words, a difference as shares. */
function kindOf({ kind }: Line): ExhibitLine["kind"] {
  if (kind === "blank") return "heading";
  return kind === "difference" ? "shares" : kind;
}

/** One rule over what is a sum of the lines above it, two under the last line of its kind, as exhibits are ruled. */
function ruleUnder(line: Line, next: Line | undefined): Rule {
  if (kindOf(line) === "heading") return "none";
  if (!next || kindOf(next) !== kindOf(line)) return "double";
  return next.isTotal ? "single" : "none";
}

/** The words of a calculation's error are for the user already. */
export function inActionWords<T>(calculate: () => T): T {
  try {
    return calculate();
  } catch (error) {
    if (error instanceof CalculationError) throw new ActionError(`${error.message}. Nothing was changed.`);
    throw error;
  }
}
