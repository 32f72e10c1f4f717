/**
 * A period of earnings per share as a form shows it: a field for each column of the period table, with the cell that it
 * stands in. Law: what was not touched in the form is not written.
 */
import { dayOfIsoDate, isoDate } from "../../../core/calendar/civilDate";
import { CalculationError } from "../../../core/errors";
import { readDate, serialOf } from "../../../functions/cells/arguments";
import { EPSTABLE } from "../../../functions/eps/epsPeriods";
import { ADD_BACK } from "../../../functions/eps/periodWords";
import type { ImportedPeriod, Standard } from "../../actionTypes";
import { a1, cellAt } from "../../book/address";
import { apply } from "../../book/apply";
import type { Area, CellContent, OpenBook, Running } from "../../book/book";
import { PERIODS_TABLE } from "../../book/names";
import { ActionError, count, report, type Report } from "../../book/report";
import { recordOf } from "../record";
import { columnOf, latestEnd, periodsOf } from "../periods";
import { EPS_SETTING } from "../../book/names";

/** One column of the period. */
export interface EpsField {
  readonly header: string;
  readonly entry: string;
  /** Where it stands and what was read there; absent for a new table. */
  readonly place?: { readonly cell: Area; readonly content: CellContent; readonly was: string };
}

export interface EpsForm {
  readonly fields: readonly EpsField[];
  readonly standard: Standard;
  /** The table as it stands, its header row first, and which of its rows the form shows; absent for a new table. */
  readonly table?: { readonly values: readonly (readonly CellContent[])[]; readonly row: number };
}

/** Headers that the form knows by name; every other is a class of potential shares, or what the table has. */
export const [PERIOD_END, MONTHS, NET_INCOME, PREFERRED, SHARES] = [
  "Period end",
  "Months",
  "Net income",
  "Preferred dividends",
  "Weighted shares",
] as const;
const ALWAYS_NEEDED: readonly string[] = [PERIOD_END, MONTHS, NET_INCOME, SHARES];

/** A first quarter, with options as most companies have them. */
export function newEpsForm(): EpsForm {
  const headers = [PERIOD_END, MONTHS, NET_INCOME, PREFERRED, SHARES, "Stock options"];
  return {
    standard: "US GAAP",
    fields: headers.map((header) => ({ header, entry: header === MONTHS ? "3" : "" })),
  };
}

/** The form with columns more: a class of potential shares, and what a convertible brings back into income. */
export function withClass(form: EpsForm, header: string): EpsForm {
  const headers = /convertible/i.test(header) ? [header, header + ADD_BACK] : [header];
  const added = headers.filter((one) => form.fields.every((field) => field.header !== one));
  return { ...form, fields: [...form.fields, ...added.map((one) => ({ header: one, entry: "" }))] };
}

export function withFigure(form: EpsForm, header: string, entry: string): EpsForm {
  return { ...form, fields: form.fields.map((field) => (field.header === header ? { ...field, entry } : field)) };
}

/** What the cell of a column holds for what was typed: a loss in parentheses or with a minus. */
export function figureOf(header: string, entry: string): CellContent {
  const text = entry.trim();
  if (text === "") return "";
  if (header === PERIOD_END) {
    const day = dayOfIsoDate(text);
    if (day === undefined) throw new CalculationError("invalid-input", header, "must be a date", text);
    return serialOf(day);
  }
  const [, open, minus, digits, close] =
    /^(\()?\$?\s*(-)?\$?\s*(\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d+(?:\.\d*)?|\.\d+)\s*(\))?$/.exec(text) ?? [];
  if (digits === undefined || Boolean(open) !== Boolean(close)) {
    throw new CalculationError("invalid-input", header, "must be a figure, such as 377,000 or (462,000)", text);
  }
  const figure = Number(digits.replaceAll(",", ""));
  return open || minus ? -figure : figure;
}

function entryOf(header: string, value: CellContent): string {
  if (typeof value !== "number") return String(value);
  if (header === PERIOD_END) return isoDate(readDate({ name: header, value }));
  const figure = Math.abs(value).toLocaleString("en-US", { maximumFractionDigits: 10 });
  return value < 0 ? `(${figure})` : figure;
}

/** What is wrong, by the header of the column; or in words. */
export interface EpsCheck {
  readonly problems: Readonly<Record<string, string>>;
  /** Columns in which a figure is still to come. */
  readonly missing: readonly string[];
  readonly words?: string;
  /** The exhibit of the period, once there is one. */
  readonly exhibit: readonly (readonly CellContent[])[];
}

/** Reads the form as EPSTABLE reads a table, and answers its exhibit or what is wrong with it. */
export function checkedEps(form: EpsForm): EpsCheck {
  const problems: Record<string, string> = {};
  const figures = form.fields.map(({ header, entry }) => {
    try {
      return figureOf(header, entry);
    } catch (error) {
      if (!(error instanceof CalculationError)) throw error;
      problems[header] = error.rule;
      return "";
    }
  });
  const headers = form.fields.map(({ header }) => header);
  const missing = headers.filter(
    (header, index) => ALWAYS_NEEDED.includes(header) && figures[index] === "" && !problems[header],
  );
  if (missing.length > 0 || Object.keys(problems).length > 0) return { problems, missing, exhibit: [] };
  const end = figures[columnOf(headers, PERIOD_END)];
  const rows = form.table
    ? form.table.values.map((row, index) => (index === form.table?.row ? figures : row))
    : [headers, figures];
  try {
    return { problems, missing, exhibit: asContents(EPSTABLE(rows as unknown[][], end, form.standard)) };
  } catch (error) {
    const { message } = error as Error;
    const header = headers.find((one) => message.includes(`(${one})`));
    const rule = /\) (must .*?)(?:; received|$)/.exec(message)?.[1] ?? message;
    return header === undefined
      ? { problems, missing, words: message, exhibit: [] }
      : { problems: { [header]: rule }, missing, exhibit: [] };
  }
}

function asContents(rows: readonly (readonly unknown[])[]): CellContent[][] {
  return rows.map((row) =>
    row.map((cell) =>
      typeof cell === "object" && cell !== null ? (cell as { basicValue: number }).basicValue : (cell as CellContent),
    ),
  );
}

/** The period of a new table, as an import hands it over. */
export function periodOf({ fields }: EpsForm): ImportedPeriod {
  const figure = (header: string) => {
    const value = figureOf(header, fields.find((field) => field.header === header)?.entry ?? "");
    return typeof value === "number" ? value : undefined;
  };
  const preferredDividends = figure(PREFERRED);
  const known: readonly string[] = [...ALWAYS_NEEDED, PREFERRED];
  const classes = fields.map(({ header }) => header).filter((header) => !known.includes(header));
  const named = (isMeant: (header: string) => boolean, nameOf: (header: string) => string) =>
    Object.fromEntries(classes.filter(isMeant).map((header) => [nameOf(header), figure(header) ?? 0]));
  const isAddBack = (header: string) => header.endsWith(ADD_BACK);
  return {
    periodEnd: figure(PERIOD_END) ?? 0,
    months: figure(MONTHS) ?? 3,
    netIncome: figure(NET_INCOME) ?? 0,
    ...(preferredDividends === undefined ? {} : { preferredDividends }),
    weightedShares: figure(SHARES) ?? 0,
    securities: named(
      (header) => !isAddBack(header),
      (header) => header,
    ),
    addBacks: named(isAddBack, (header) => header.slice(0, -ADD_BACK.length)),
    printed: {},
  };
}

/**
 * The form of the period whose row is selected in the period table, else of the latest.
 *
 * @throws ActionError where the workbook has no period table, or no period in it
 */
export async function openEpsForm(book: OpenBook): Promise<EpsForm> {
  const sight = await book.look({
    tables: [PERIODS_TABLE],
    around: [PERIODS_TABLE],
    settings: [EPS_SETTING],
    selection: true,
  });
  if (!sight.tables[PERIODS_TABLE]) {
    throw new ActionError("This workbook has no period table yet. Start one with New EPS table.");
  }
  const periods = periodsOf(sight);
  const { table, headers, rows } = periods;
  const end = latestEnd(periods);
  const selected = sight.selection?.sheet === table.area.sheet ? sight.selection.row - table.area.row : -1;
  const row = rows.find(({ number }) => number === selected) ?? rows.find(({ periodEnd }) => periodEnd === end);
  const at = row?.number ?? 1;
  const fields = headers.map((header, column): EpsField => {
    const entry = entryOf(header, table.values[at]?.[column] ?? "");
    const cell = cellAt(table.area.sheet, table.area.row + at, table.area.column + column);
    return { header, entry, place: { cell, content: table.contents[at]?.[column] ?? "", was: entry } };
  });
  return { fields, standard: recordOf(sight)?.exhibit.standard ?? "US GAAP", table: { values: table.values, row: at } };
}

/**
 * Writes what was changed of a period into its cells, and nothing else.
 *
 * @throws ActionError where a cell was changed on the sheet while the form was open
 */
export async function saveEpsForm(book: OpenBook, form: EpsForm, running: Running = {}): Promise<Report> {
  const changed = form.fields.flatMap(({ header, entry, place }) =>
    place && entry !== place.was ? [{ header, content: figureOf(header, entry), place }] : [],
  );
  if (changed.length === 0) return report("Nothing was changed in the form, so the table is as it was.", false);
  const { areas } = await book.look({ areas: changed.map(({ place }) => place.cell) });
  for (const [index, { place }] of changed.entries()) {
    if ((areas[index]?.contents[0]?.[0] ?? "") === place.content) continue;
    throw new ActionError(
      `${a1(place.cell)} was changed on the sheet while the form was open, so nothing was written. Open the form again to see what it holds now.`,
    );
  }
  await apply(
    book,
    changed.map(({ content, place }) => ({ do: "write", area: place.cell, contents: [[content]] }) as const),
    running,
  );
  const places = changed.map(({ header, place }) => ({ area: place.cell, words: `${a1(place.cell)}: ${header}` }));
  return report(
    `Changed ${count(changed.length, "figure")} of the period. Refresh EPS marks what moved in the exhibit.`,
    true,
    places,
  );
}
