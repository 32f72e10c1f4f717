import { exhibitColumns } from "../../core/eps/periods/fiscalYear";
import type { Day } from "../../core/calendar/civilDate";
import { CalculationError } from "../../core/errors";
import { serialOf, type Range } from "../../functions/cells/arguments";
import { exhibitRows } from "../../functions/eps/exhibitCells";
import { readPeriods, type PeriodTable } from "../../functions/eps/periodTable";
import type { Standard } from "../actionTypes";
import { ActionError } from "../book/report";
import { PERIODS_TABLE } from "../book/names";
import type { Rule } from "../book/book";

/** A line of the exhibit as EPSTABLE lays it out, with a key that stays the same when its words change. */
export interface ExhibitLine {
  /** "basic.shares", "diluted.security:Warrants", "basic" for the heading, "gap" for the blank row. */
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
}

const HEADER_ROWS = 2;

/** @throws ActionError in the words of the calculation, when the table cannot be read */
export function readPeriodTable(range: Range): PeriodTable {
  return inActionWords(() => readPeriods(PERIODS_TABLE, range, null, "months"));
}

/** The exhibit that EPSTABLE gives for the last period that ends by a day. */
export function exhibitOf(table: PeriodTable, asOf: Day, standard: Standard): Exhibit {
  return inActionWords(() => {
    const blocks = exhibitColumns(table.periods, asOf, { standard, weighting: "months" });
    const [over = [], under = [], ...rows] = exhibitRows(blocks, table.classes, { decimals: 2, footing: false });
    const columns = blocks.flatMap((block) =>
      block.columns.map(({ figures }) => ({ end: figures.end, months: block.months })),
    );
    return {
      asOf: serialOf(asOf),
      standard,
      columns: columns.map(({ end, months }, index) => ({
        periodEnd: serialOf(end),
        months,
        over: String(over[index + 1] ?? ""),
        under: plain(under[index + 1]),
      })),
      lines: withRules(keyed(rows)),
    };
  });
}

function keyed(rows: readonly (readonly unknown[])[]): Omit<ExhibitLine, "rule">[] {
  let section = "basic";
  return rows.map(([label, ...cells], index) => {
    const caption = String(label);
    if (caption === "DILUTED") section = "diluted";
    const part = partOf(caption, section);
    return {
      key: part === "" ? section : part === "gap" ? "gap" : `${section}.${part}`,
      caption,
      tableRow: index + 1 + HEADER_ROWS,
      kind: kindOf(part),
      figures: cells.map((cell) => Number(plain(cell))),
    };
  });
}

/** The lines that EPSTABLE prints, by their words; any other line of shares is a class of securities. */
const PARTS: readonly (readonly [string, RegExp])[] = [
  ["", /^(BASIC|DILUTED)$/],
  ["gap", /^$/],
  ["shares", /^Weighted average common shares used to compute basic/],
  ["total", /^Weighted average common shares and equivalents/],
  ["epsContinuing", /^(Basic|Diluted) .*per share from continuing operations$/],
  ["epsDiscontinued", /^(Basic|Diluted) .*per share from discontinued operations$/],
  ["eps", /^(Basic|Diluted) net .*per share$/],
  ["continuing", /^[^ ]+( \([^)]*\))?( [^ ]+)? from continuing operations$/],
  ["discontinued", /^Discontinued operations$/],
  ["preferred", /^Preferred dividends$/],
  ["available", /^Net .* available to common stockholders$/],
  ["numerator", /^Net .* used to compute diluted earnings per share$/],
  ["netIncome", /^Net (\(loss\) income|income \(loss\)|income|loss)$/],
];

function partOf(caption: string, section: string): string {
  const part = PARTS.find(([, words]) => words.test(caption))?.[0];
  if (part !== undefined) return part;
  if (caption.startsWith("Add back: ")) return `addBack:${caption.slice("Add back: ".length)}`;
  return section === "diluted" ? `security:${caption}` : caption;
}

function kindOf(part: string): ExhibitLine["kind"] {
  if (part === "" || part === "gap") return "heading";
  if (part.startsWith("eps")) return "perShare";
  return part === "shares" || part === "total" || part.startsWith("security:") ? "shares" : "income";
}

/** One rule over what is a sum of the lines above it, two under the last line of its kind, as exhibits are ruled. */
function withRules(lines: readonly Omit<ExhibitLine, "rule">[]): ExhibitLine[] {
  return lines.map((line, index) => {
    const next = lines[index + 1];
    return { ...line, rule: ruleUnder(line, next) };
  });
}

function ruleUnder(line: Omit<ExhibitLine, "rule">, next: Omit<ExhibitLine, "rule"> | undefined): Rule {
  if (line.kind === "heading") return "none";
  if (next?.kind !== line.kind) return "double";
  const isSum =
    /\.(total|available|numerator)$/.test(next.key) ||
    (next.key.endsWith(".netIncome") && line.key.endsWith(".discontinued"));
  return isSum ? "single" : "none";
}

/** A number that brings its format is the number. */
function plain(cell: unknown): string | number {
  if (typeof cell === "object" && cell !== null && "basicValue" in cell)
    return (cell as { basicValue: number }).basicValue;
  return typeof cell === "number" ? cell : String(cell ?? "");
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
