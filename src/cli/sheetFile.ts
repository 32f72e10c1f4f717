import { readFileSync } from "node:fs";
import { parseValue } from "numfmt";
import Papa from "papaparse";
import type { CellContent, Rows } from "../engine/headless";
import { UsageError } from "./commandLine";

const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/**
 * The cells of a CSV file, from A1 on, as a spreadsheet opens it: "92,909", "(2,790)", "10%", TRUE and dates are
 * values, what begins with "=" is a formula, the rest is text. The delimiter is found out from the file.
 *
 * @throws UsageError when there is no such file, or it is larger than a sheet
 */
export function readSheet(path: string): Rows {
  const { data } = Papa.parse<string[]>(contentOf(path));
  const columns = data.reduce((most, row) => Math.max(most, row.length), 0);
  if (data.length > MOST_ROWS || columns > MOST_COLUMNS) {
    throw new UsageError(
      `${path} has ${data.length} rows and ${columns} columns; a sheet has ${MOST_ROWS} and ${MOST_COLUMNS}`,
    );
  }
  return data.map((row) => row.map(cellContent));
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, "utf8")
      .replace(/^\uFEFF/, "")
      .trimEnd();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(`${path} cannot be read: ${code === "ENOENT" ? "there is no such file" : message}`);
  }
}

function cellContent(text: string): CellContent {
  const { v: value, z: format } = parseValue(text) ?? {};
  if (typeof value === "number") return format === undefined ? value : { value, format };
  return typeof value === "boolean" ? value : text;
}
