/**
 * Takes a pasted schedule as text, makes its table: columns by tabs, bars, commas or semicolons, or by the blanks between
 * them, as text from a PDF has them. Law: every line that is not blank is in the table or among those that were left out.
 */
import Papa from "papaparse";
import { printedColumnOf } from "../../../functions/loan/printedColumns";
import { splitByBlanks } from "./blankColumns";
import { isDateText, isFigureText } from "./cellText";
import { isData, isRule, sorted, type NumberedLine, type TextRow, type TextTable } from "./sortedLines";

export function textTable(text: string): TextTable {
  const lines = text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .map((one, index) => ({ line: index + 1, text: one.replace(/\u00a0/g, " ").trimEnd() }))
    .filter((one) => one.text.trim() !== "");
  const mark = separatorOf(lines);
  return mark === null ? splitByBlanks(lines) : splitByMark(lines, mark);
}

/** What stands between the columns of most lines; null for blanks. */
function separatorOf(lines: readonly NumberedLine[]): string | null {
  const filled = lines.filter(({ text }) => (text.match(/\d/g) ?? []).length > 2);
  const hasMany = (mark: string, least: number) =>
    filled.filter(({ text }) => text.split(mark).length > least).length * 2 > filled.length;
  if (hasMany("\t", 1)) return "\t";
  if (hasMany("|", 2)) return "|";
  if (hasMany(";", 2)) return ";";
  return hasMany(",", 2) && filled.every(({ text }) => !/\S {2,}\S/.test(text.trim())) && isCsv(filled) ? "," : null;
}

/** Commas stand between columns where no blank does, but within quotation marks or a date in words. */
function isCsv(lines: readonly NumberedLine[]): boolean {
  const rows = lines.map(({ text }) => Papa.parse<string[]>(text, { delimiter: "," }).data[0] ?? []);
  const widths = new Set(rows.map((cells) => cells.length));
  const figures = rows.flat().filter((cell) => /^\s*\S+\s+[\d$(]/.test(cell) && !isDateText(cell));
  return widths.size <= 3 && figures.length < rows.length / 2;
}

function splitByMark(lines: readonly NumberedLine[], mark: string): TextTable {
  const rows = lines.map(({ line, text }): TextRow & { readonly text: string } => {
    const bare = mark === "|" ? text.replace(/^\s*\||\|\s*$/g, "") : text;
    const cells = mark === "|" ? bare.split("|") : (Papa.parse<string[]>(bare, { delimiter: mark }).data[0] ?? []);
    return { line, text, cells: cells.map((cell) => cell.trim()) };
  });
  const first = rows.findIndex(({ cells }) => isData(cells));
  const heads = headerRows(rows, first);
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const headers = Array.from({ length: width }, (_header, column) =>
    heads
      .map(({ cells }) => cells[column] ?? "")
      .filter((word) => word !== "")
      .join(" "),
  );
  return sorted(headers, rows, new Set(heads.map(({ line }) => line)));
}

/** The rows just above the first line of figures that name a column. */
function headerRows<Row extends TextRow>(rows: readonly Row[], first: number): readonly Row[] {
  const above = rows.slice(0, Math.max(0, first)).filter(({ cells }) => !isRule(cells.join("")));
  const found: Row[] = [];
  for (const row of above.reverse()) {
    const words = row.cells.filter((cell) => cell !== "");
    const isHeader = words.some((word) => printedColumnOf(word)) || (found.length > 0 && words.length > 1);
    if (!isHeader || words.some(isFigureText) || found.length === 3) break;
    found.unshift(row);
  }
  return found;
}
