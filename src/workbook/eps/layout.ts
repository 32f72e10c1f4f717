import { columnName } from "../book/address";
import { PERIODS_TABLE } from "../book/names";
import type { CellContent } from "../book/book";
import type { Exhibit, ExhibitLine } from "./exhibit";

/** Column A, hidden, holds the keys that tell the rows apart when a user moves, inserts or rewords them. */
export const KEY_COLUMN = 0;
export const CAPTION_COLUMN = 1;
export const FIRST_FIGURE_COLUMN = 2;
/** Columns of figures that a sheet is laid out for; more years make more. */
const USUAL_FIGURE_COLUMNS = 4;

/** Columns of figures that the sheet of these exhibits takes. */
export function figureColumns(...exhibits: readonly Pick<Exhibit, "columns">[]): number {
  return Math.max(USUAL_FIGURE_COLUMNS, ...exhibits.map(({ columns }) => columns.length));
}

/** What stands for the name of a company that is not known, to be typed over. */
export const COMPANY_PROMPT = "Company";

/** A company's name as a cell takes it: never as a formula, whatever a file says. */
export function companyLine(name = COMPANY_PROMPT): string {
  return name.replace(/^[=+@\s-]+/, "") || COMPANY_PROMPT;
}

/** Rows above the lines, by key; a new sheet has them on these rows, counted from 0. */
export const ABOVE = {
  title: 0,
  company: 1,
  subtitle: 2,
  asOf: 3,
  standard: 4,
  notShown: 5,
  over: 6,
  under: 7,
} as const;
export const FIRST_LINE_ROW = 8;

/** The row of each key on the sheet, from 0. */
export type Rows = ReadonlyMap<string, number>;

/** What each keyed row holds from the caption column on, for an exhibit with its keys on these rows. */
export function cellsOf(exhibit: Exhibit, rows: Rows): ReadonlyMap<string, readonly CellContent[]> {
  const { columns } = exhibit;
  return new Map<string, readonly CellContent[]>([
    ["asOf", ["Period end", exhibit.asOf || ""]],
    ["standard", ["Standard", exhibit.standard]],
    ["notShown", [exhibit.notShown ?? ""]],
    ["over", ["", ...columns.map(({ over }) => over)]],
    ["under", ["", ...columns.map(({ under }) => under)]],
    ...exhibit.lines.map((line) => [line.key, lineCells(line, exhibit, rows)] as const),
  ]);
}

function lineCells(line: ExhibitLine, exhibit: Exhibit, rows: Rows): CellContent[] {
  if (line.kind === "heading") return [line.caption];
  return [line.caption, ...exhibit.columns.map((_column, index) => formulaOf(line, index, exhibit, rows))];
}

/**
 * A figure is traced like any other: earnings per share and totals are calculated from the lines above them; what has
 * no line above is taken from the period table by EPSTABLE.
 */
function formulaOf(line: ExhibitLine, index: number, { lines }: Exhibit, rows: Rows): string {
  const column = columnName(FIRST_FIGURE_COLUMN + index);
  const at = (key: string) => `${column}${(rows.get(key) ?? 0) + 1}`;
  const has = (part: string) => lines.some(({ key }) => key.endsWith(`.${part}`));
  const securities = lines
    .filter(({ key }) => key.startsWith("diluted.security:"))
    .map(({ key }) => rows.get(key) ?? 0);
  const range =
    securities.length > 0
      ? `${column}${Math.min(...securities) + 1}:${column}${Math.max(...securities) + 1}`
      : undefined;
  const simple = !has("continuing") && !has("numerator");
  const income = has("available") ? "available" : "netIncome";
  switch (line.key) {
    case "diluted.shares":
    case "diluted.netIncome":
      return `=${at(line.key.replace("diluted", "basic"))}`;
    case "diluted.total":
      return range
        ? onceFilledIn(at("diluted.shares"), `SUM(${at("diluted.shares")},${range})`)
        : `=${at("diluted.shares")}`;
    case "basic.eps":
      return onceFilledIn(at("basic.shares"), `BASICEPS(${at(`basic.${income}`)},${at("basic.shares")})`);
    case "diluted.eps":
      if (!simple) return fromTable(line, index, rows);
      return onceFilledIn(
        at("diluted.shares"),
        `DILUTEDEPS(${at(`diluted.${income}`)},${at("diluted.shares")}${range ? `,${range}` : ""})`,
      );
    default:
      return fromTable(line, index, rows);
  }
}

/** Blank, as EPSTABLE's figures are, while the period has none. */
function onceFilledIn(shares: string, calculation: string): string {
  return `=IF(${shares}="","",${calculation})`;
}

function fromTable({ tableRow }: ExhibitLine, index: number, rows: Rows): string {
  const fixed = (key: string) => `$${columnName(FIRST_FIGURE_COLUMN)}$${(rows.get(key) ?? 0) + 1}`;
  return `=INDEX(EPSTABLE(${PERIODS_TABLE}[#All],${fixed("asOf")},${fixed("standard")}),${tableRow},${index + 2})`;
}
