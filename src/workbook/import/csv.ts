import Papa from "papaparse";
import { toNumber } from "../../core/number/fraction";
import { serialOf } from "../../functions/cells/arguments";
import { printedFigure } from "../../core/number/printedFigure";
import type { ImportedPeriod, ImportPreview } from "../actionTypes";
import { ActionError, count } from "../book/report";
import { readPrintedDate } from "./printedDates";

/** What a column of the file is: a column of the period table, a class of securities, a printed figure, or nothing. */
export const COLUMN_ROLES = [
  "Period end",
  "Months",
  "Net income",
  "Continuing income",
  "Preferred dividends",
  "Weighted shares",
  "Security",
  "Printed basic EPS",
  "Printed diluted EPS",
  "Printed diluted shares",
  "Leave out",
] as const;

export type ColumnRole = (typeof COLUMN_ROLES)[number];

export interface CsvFile {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A role for each column, in the file's order. */
export type ColumnMapping = readonly ColumnRole[];

const GUESSES: readonly (readonly [ColumnRole, RegExp])[] = [
  ["Printed basic EPS", /basic.*(eps|per\s*share)/i],
  ["Printed diluted EPS", /diluted.*(eps|per\s*share)/i],
  ["Printed diluted shares", /^(?!.*dilutive).*diluted.*shares/i],
  ["Period end", /period|quarter|date|ended|^end$/i],
  ["Months", /months/i],
  ["Preferred dividends", /preferred.*dividend|dividend.*preferred/i],
  ["Continuing income", /continuing/i],
  ["Weighted shares", /weighted|average.*shares|basic.*shares/i],
  ["Net income", /net.*(income|loss|earnings)|^income$|^earnings$/i],
  ["Security", /option|warrant|rsu|restricted|convertible|preferred|dilutive|incremental|contingent|employee/i],
];

/** @throws ActionError when the text has no header row with rows below it */
export function readCsv(text: string): CsvFile {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), { skipEmptyLines: "greedy" });
  const [headers = [], ...rows] = data;
  if (headers.length < 2 || rows.length === 0) {
    throw new ActionError(
      "The file needs a header row and at least one row of figures below it, in columns separated by commas, semicolons or tabs.",
    );
  }
  return { headers: headers.map((header) => header.trim()), rows };
}

/** A first proposal of what each column is, by its header; the user may choose otherwise. */
export function guessMapping({ headers }: CsvFile): ColumnRole[] {
  const taken = new Set<ColumnRole>();
  return headers.map((header) => {
    const role =
      GUESSES.find(
        ([candidate, words]) => words.test(header) && (candidate === "Security" || !taken.has(candidate)),
      )?.[0] ?? "Leave out";
    taken.add(role);
    return role;
  });
}

/**
 * The periods of a CSV file. Months are 3 where the file has no such column.
 *
 * @throws ActionError when a needed column is not chosen, or a cell cannot be read; it names the row and the column
 */
export function readCsvPeriods(file: CsvFile, mapping: ColumnMapping = guessMapping(file)): ImportPreview {
  for (const needed of ["Period end", "Net income", "Weighted shares"] as const) {
    if (!mapping.includes(needed)) throw new ActionError(`Choose the column that holds ${needed.toLowerCase()}.`);
  }
  const leftOut = file.headers.filter((_header, column) => mapping[column] === "Leave out");
  return {
    source: "CSV",
    periods: file.rows.map((cells, row) => periodOf(cells, row, file.headers, mapping)),
    remarks: leftOut.length > 0 ? [`${count(leftOut.length, "column")} left out: ${leftOut.join(", ")}.`] : [],
  };
}

function periodOf(
  cells: readonly string[],
  row: number,
  headers: readonly string[],
  mapping: ColumnMapping,
): ImportedPeriod {
  const columnsOf = (role: ColumnRole) =>
    headers.flatMap((_header, column) => (mapping[column] === role ? [column] : []));
  const figureAt = (column: number) => readFigure(cells[column] ?? "", row, headers[column] ?? "");
  const figure = (role: ColumnRole) => columnsOf(role).map(figureAt)[0];
  const securities = columnsOf("Security").map((column) => [headers[column] ?? "", figureAt(column) ?? 0] as const);
  const printed = {
    basicEps: figure("Printed basic EPS"),
    dilutedEps: figure("Printed diluted EPS"),
    dilutedShares: figure("Printed diluted shares"),
  };
  return withoutBlanks({
    periodEnd: readDay(cells[columnsOf("Period end")[0] ?? -1] ?? "", row),
    months: figure("Months") ?? 3,
    netIncome: figure("Net income"),
    continuingIncome: figure("Continuing income"),
    preferredDividends: figure("Preferred dividends"),
    weightedShares: figure("Weighted shares"),
    securities: Object.fromEntries(securities),
    printed: withoutBlanks(printed) as Record<string, number>,
  });
}

/** No column holds percentages. Rows count from 1 and the header row is the first, as a spreadsheet shows the file. */
function readFigure(text: string, row: number, header: string): number | undefined {
  if (text.trim() === "") return undefined;
  const figure = printedFigure(text);
  if (figure && !figure.isPercent) return toNumber(figure.value);
  throw new ActionError(`Row ${row + 2}, ${header} must be a figure such as 1,234 or (1,234); received "${text}".`);
}

function readDay(text: string, row: number): number {
  const serial = /^\d{5}$/.test(text.trim()) ? Number(text) : undefined;
  const day = readPrintedDate(text);
  if (serial !== undefined) return serial;
  if (day !== undefined) return serialOf(day);
  throw new ActionError(
    `Row ${row + 2}, the period end must be a date such as 2002-09-30 or 9/30/2002; received "${text}".`,
  );
}

function withoutBlanks<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}
