import Papa from "papaparse";
import type { DateOrder } from "../../core/calendar/civilDate";
import { fraction, times, toNumber, type Fraction } from "../../core/number/fraction";
import { serialOf } from "../../functions/cells/arguments";
import { printedFigure } from "../../core/number/printedFigure";
import type { ImportedPeriod, ImportPreview } from "../actionTypes";
import { quoted, shortened } from "../../core/errors";
import { ActionError, count } from "../book/report";
import type { Units } from "../eps/filed";
import { checkedReading } from "./check/checkedReading";
import { className } from "./className";
import { pairedAddBacks } from "./exhibit/addBacks";
import { otherDeductions } from "./exhibit/numerator";
import { possibleScales, scaleWords, statedScale } from "./exhibit/scales";
import { dateOrderOf, readPrintedDate } from "./printedDates";

/** What a column of the file is: a column of the period table, a class of securities, a printed figure, or nothing. */
export const COLUMN_ROLES = [
  "Period end",
  "Months",
  "Net income",
  "Continuing income",
  "Discontinued income",
  "Preferred dividends",
  "Other deduction",
  "Weighted shares",
  "Split factor",
  "Security",
  "Add-back",
  "Printed basic EPS",
  "Printed diluted EPS",
  "Printed basic EPS, continuing",
  "Printed diluted EPS, continuing",
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
  ["Printed basic EPS, continuing", /basic.*(eps|per\s*share).*continuing|continuing.*basic.*(eps|per\s*share)/i],
  ["Printed diluted EPS, continuing", /diluted.*(eps|per\s*share).*continuing|continuing.*diluted.*(eps|per\s*share)/i],
  ["Leave out", /discontinued.*(eps|per\s*share)|(eps|per\s*share).*discontinued/i],
  ["Printed basic EPS", /basic.*(eps|per\s*share)/i],
  ["Printed diluted EPS", /diluted.*(eps|per\s*share)/i],
  ["Printed diluted shares", /^(?!.*dilutive).*diluted.*shares/i],
  ["Add-back", /add[\s-]*back|interest.*(convertible|notes|debentures)|(convertible|notes|debentures).*interest/i],
  ["Split factor", /split/i],
  ["Months", /^(number of |no\. of )?months$|^length.*months/i],
  ["Period end", /period|quarter|date|ended|^end$/i],
  ["Months", /months/i],
  ["Preferred dividends", /preferred.*dividend|dividend.*preferred|preference.*dividend|dividend.*preference/i],
  ["Other deduction", /participating|noncontrolling|non-controlling|minority|accretion|deemed dividend/i],
  ["Discontinued income", /discontinued/i],
  ["Continuing income", /continuing/i],
  ["Weighted shares", /weighted|average.*shares|basic.*shares/i],
  ["Net income", /net.*(income|loss|earnings|profit)|^(income|earnings|profit)\b/i],
  [
    "Security",
    /option|warrant|rsu|psu|restricted|convertible|preferred|dilutive|incremental|contingent|employee|esop/i,
  ],
];

/** Roles that several columns may have. */
const SHARED: readonly ColumnRole[] = ["Security", "Add-back", "Other deduction", "Leave out"];

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
        ([candidate, words]) => words.test(header) && (SHARED.includes(candidate) || !taken.has(candidate)),
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
  const dates = dateOrderOf(file.rows.map((cells) => cells[mapping.indexOf("Period end")] ?? ""));
  const { units, periods, remarks } = checkedReading({
    scales: possibleScales(file.headers.join("\n")),
    periodsAt: (scale) => file.rows.map((cells, row) => periodOf({ cells, row, file, mapping }, dates, scale)),
  });
  const leftOut = file.headers.filter((_header, column) => mapping[column] === "Leave out");
  return {
    source: "CSV",
    ...(units.amounts > 1 || units.shares > 1 ? { unit: units.amounts } : {}),
    ...(units.amounts === units.shares ? {} : { shareUnit: units.shares }),
    periods,
    remarks: [
      ...scaleWords("file", units),
      ...remarks,
      ...(leftOut.length > 0
        ? [`${count(leftOut.length, "column")} left out: ${leftOut.map((header) => shortened(header)).join(", ")}.`]
        : []),
    ],
  };
}

/** One row of the file. */
interface CsvRow {
  readonly cells: readonly string[];
  readonly row: number;
  readonly file: CsvFile;
  readonly mapping: ColumnMapping;
}

function periodOf(csv: CsvRow, dates: DateOrder, units: Units): ImportedPeriod {
  const { cells, row, mapping } = csv;
  const first = (role: ColumnRole, scale = 1) => figuresOf(csv, role, scale)[0]?.value;
  const netIncome = first("Net income", units.amounts);
  const securities = figuresOf(csv, "Security", units.shares);
  const named = Object.fromEntries(securities.map(({ header, value = 0 }) => [className(header), value] as const));
  return withoutBlanks({
    periodEnd: readDay(cells[mapping.indexOf("Period end")] ?? "", row, dates),
    months: first("Months") ?? 3,
    netIncome,
    continuingIncome:
      first("Continuing income", units.amounts) ?? continuing(netIncome, first("Discontinued income", units.amounts)),
    preferredDividends: first("Preferred dividends", units.amounts),
    ...deductionsOf(csv, units.amounts),
    weightedShares: first("Weighted shares", units.shares),
    splitFactor: first("Split factor"),
    securities: named,
    ...addBacksOf(csv, Object.keys(named), units.amounts),
    printed: withoutBlanks({
      basicEps: first("Printed basic EPS"),
      dilutedEps: first("Printed diluted EPS"),
      basicContinuingEps: first("Printed basic EPS, continuing"),
      dilutedContinuingEps: first("Printed diluted EPS, continuing"),
      dilutedShares: first("Printed diluted shares", units.shares),
    }) as Record<string, number>,
  });
}

function continuing(netIncome: number | undefined, discontinued: number | undefined): number | undefined {
  return netIncome === undefined || discontinued === undefined ? undefined : netIncome - discontinued;
}

function deductionsOf(csv: CsvRow, scale: number) {
  const given = figuresOf(csv, "Other deduction", scale).flatMap(({ header, value }) =>
    value === undefined ? [] : [[header, value] as const],
  );
  return otherDeductions(given);
}

function addBacksOf(csv: CsvRow, classes: readonly string[], scale: number): Pick<ImportedPeriod, "addBacks"> {
  const given = figuresOf(csv, "Add-back", scale).flatMap(({ header, value }) =>
    value === undefined ? [] : [{ caption: header, value }],
  );
  return given.length === 0 ? {} : { addBacks: pairedAddBacks(given, classes) };
}

/** The figures of a role's columns, written out: by what the header says of its scale, else by that of the file. */
function figuresOf({ cells, row, file, mapping }: CsvRow, role: ColumnRole, scale: number) {
  return file.headers.flatMap((header, column) => {
    if (mapping[column] !== role) return [];
    const figure = readFigure(cells[column] ?? "", row, header);
    const factor = scale === 1 ? 1 : (statedScale(header) ?? scale);
    return [{ header, value: figure && toNumber(times(figure, fraction(factor))) }];
  });
}

/** No column holds percentages. Rows count from 1 and the header row is the first, as a spreadsheet shows the file. */
function readFigure(text: string, row: number, header: string): Fraction | undefined {
  if (text.trim() === "") return undefined;
  const figure = printedFigure(text);
  if (figure && !figure.isPercent) return figure.value;
  throw new ActionError(
    `Row ${row + 2}, ${shortened(header)} must be a figure such as 1,234 or (1,234); received ${quoted(text)}.`,
  );
}

function readDay(text: string, row: number, order: DateOrder): number {
  const serial = /^\d{5}$/.test(text.trim()) ? Number(text) : undefined;
  const day = readPrintedDate(text, order);
  if (serial !== undefined) return serial;
  if (day !== undefined) return serialOf(day);
  throw new ActionError(
    `Row ${row + 2}, the period end must be a date such as 2002-09-30 or 9/30/2002; received ${quoted(text)}.`,
  );
}

function withoutBlanks<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}
