/** `tieout check --write`: a copy of the workbook with what the check found on a sheet of its own. */
import { rmSync, writeFileSync } from "node:fs";
import { FileError } from "../../files/fileError";
import { patchXlsx } from "../../files/patchXlsx";
import type { XlsxEdit } from "../../files/xlsxEdit";
import type { XlsxValue } from "../../files/xlsxFile";
import { a1, cellAt } from "../../workbook/book/address";
import { freeName } from "../../workbook/book/log";
import { HEADER_FORMAT } from "../../workbook/book/names";
import { mayExplain } from "../../workbook/check/changedResults";
import { placeOf, sizeWords, summary } from "../../workbook/check/inWords";
import { isError, plain, type Value } from "../../workbook/formula/values";
import { NAMES, type BookFile } from "../book/readBook";
import type { CheckedBook } from "./checkedBook";

const HEADERS = ["Sheet", "Cell", "Formula", "Stored", "Now", "Why"];
const CHARACTERS = [18, 10, 44, 16, 16, 70];

/**
 * Writes the copy, whole or not at all.
 *
 * @throws FileError where something stands at the path already, or the file does not take the sheet
 */
export function writeCopy(path: string, { bytes, file }: BookFile, checked: CheckedBook): void {
  const sheet = freeName(
    "Differences",
    file.sheets.map(({ name }) => name),
  );
  const lines = [[summary(checked)], [], HEADERS, ...linesOf(checked)];
  const edits: XlsxEdit[] = [
    { do: "addSheet", sheet },
    ...lines.flatMap((line, row) =>
      line.flatMap((value, column): XlsxEdit[] =>
        value === null
          ? []
          : [{ do: "cell", sheet, row, column, value, ...(row === 2 ? { format: HEADER_FORMAT } : {}) }],
      ),
    ),
    ...CHARACTERS.map((characters, column): XlsxEdit => ({ do: "columnWidth", sheet, column, characters })),
    { do: "freeze", sheet, rows: 3, columns: 0 },
  ];
  const copy = patchXlsx(bytes, edits, { names: NAMES, namespace: "" });
  try {
    writeFileSync(path, copy, { flag: "wx" });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") throw new FileError(`${path} stands already: name a file that does not`);
    rmSync(path, { force: true });
    throw new FileError(`${path} cannot be written: ${message}`);
  }
}

function linesOf({ differences, unchecked }: CheckedBook): XlsxValue[][] {
  return [
    ...differences.flatMap((difference) => {
      const { at, words, functions } = difference;
      const explained = mayExplain(functions).map(({ version, text }) => `may be explained by ${version}: ${text}`);
      const why = [sizeWords(difference), words, ...explained].filter((part) => part !== undefined).join("; ");
      return difference.cells.map((cell): XlsxValue[] => [
        at.sheet,
        a1(placeOf(difference, cell)),
        at.formula,
        asXlsx(cell.stored),
        asXlsx(cell.now),
        why.slice(0, MOST_CHARACTERS),
      ]);
    }),
    ...unchecked.map(({ at, reason }): XlsxValue[] => [
      at.sheet,
      a1(cellAt(at.sheet, at.row, at.column)),
      at.formula,
      null,
      null,
      `not checked: ${reason}`,
    ]),
  ];
}

/** A cell takes no more. */
const MOST_CHARACTERS = 32_767;

function asXlsx(value: Value): XlsxValue {
  const bare = plain(value);
  return isError(bare) ? { error: bare.basicValue } : (bare as XlsxValue);
}
