import Papa from "papaparse";
import { LIMITS } from "../../files/archive/limits";
import type { CellStyle } from "../../files/cellStyle";
import { FileError } from "../../files/fileError";
import type { XlsxCell, XlsxColumns, XlsxFile } from "../../files/xlsxFile";
import { count } from "../../workbook/book/report";
import { decimalSignOf, isEitherFigure, readColumn, type ReadColumn } from "./csvColumns";
import type { ReadCell } from "./figureFormat";
import { USUAL } from "./sizes";

/** What stands between the cells of a text file. */
const DELIMITERS = [",", ";", "\t", "|"];
/** Characters of the widest column. */
const WIDEST = 60;

/**
 * A CSV file, or one with semicolons, tabs or bars between its cells, as a workbook of one sheet. Each cell reads as it
 * was written; nothing in it is a formula.
 *
 * @param sheet its name, as near as sheets may be named
 * @returns the workbook, and what of the reading the user should know
 * @throws FileError for what is no such file, or is larger than a sheet
 */
export function readCsvBook(bytes: Uint8Array, sheet: string): { readonly file: XlsxFile; readonly words: string[] } {
  const { text, isGuessed } = textOf(bytes);
  const { rows, delimiter } = parsed(text);
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  if (rows.length > LIMITS.lastRow + 1 || width > LIMITS.lastColumn + 1) {
    throw new FileError(
      `a sheet has ${LIMITS.lastRow + 1} rows and ${LIMITS.lastColumn + 1} columns; received ${rows.length} and ${width}`,
    );
  }
  const texts = rows.flat();
  const decimal = decimalSignOf(texts, delimiter);
  const columns = Array.from({ length: width }, (_c, at) =>
    readColumn(
      rows.map((cells) => cells[at] ?? ""),
      decimal,
    ),
  );
  return {
    file: bookOf(sheetName(sheet), columns, rows.length),
    words: [...(isGuessed ? [GUESSED] : []), ...wordsOf(columns, decimal, texts)],
  };
}

const GUESSED = "It is not in UTF-8; its letters were read as those of Windows in Western Europe.";

function textOf(bytes: Uint8Array): { readonly text: string; readonly isGuessed: boolean } {
  const decoded = (name: string, fatal = false) => new TextDecoder(name, { fatal }).decode(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decoded("utf-16le"), isGuessed: false };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decoded("utf-16be"), isGuessed: false };
  try {
    return { text: decoded("utf-8", true), isGuessed: false };
  } catch {
    return { text: decoded("windows-1252"), isGuessed: true };
  }
}

function parsed(text: string): { readonly rows: readonly (readonly string[])[]; readonly delimiter: string } {
  if (text.includes("\0")) throw new FileError("the file must be text, with a row on each line");
  // By such a first line a file tells Excel what stands between its cells.
  const [told, stated] = /^sep=(.)\r?\n/i.exec(text) ?? [];
  const { data, errors, meta } = Papa.parse<string[]>(told === undefined ? text : text.slice(told.length), {
    delimitersToGuess: DELIMITERS,
    ...(stated !== undefined && { delimiter: stated }),
  });
  const open = errors.find(({ code }) => code === "MissingQuotes");
  if (open) throw new FileError(`row ${(open.row ?? 0) + 1} must close the quotation mark that it opens`);
  const last = data.findLastIndex((cells) => cells.some((cell) => cell !== ""));
  if (last < 0) throw new FileError("the file holds nothing");
  const tooLong = data.findIndex((cells) => cells.some((cell) => cell.length > LIMITS.text));
  if (tooLong >= 0) throw new FileError(`a cell holds ${LIMITS.text} characters; row ${tooLong + 1} has more in one`);
  return { rows: data.slice(0, last + 1), delimiter: meta.delimiter };
}

/** What could have been read otherwise. */
function wordsOf(columns: readonly ReadColumn[], decimal: string | undefined, texts: readonly string[]): string[] {
  const date = columns.find(({ ambiguousDate }) => ambiguousDate !== undefined)?.ambiguousDate;
  const unclear = decimal === undefined ? texts.filter(isEitherFigure) : [];
  return [
    ...(date === undefined ? [] : [`Dates such as ${date} were read with the month first.`]),
    ...(decimal === "," ? ["Its figures have a comma before their decimals; here they are shown with a point."] : []),
    ...(unclear.length === 0
      ? []
      : [`${count(unclear.length, "cell")} such as ${unclear[0]} could be read in two ways, and stayed text.`]),
  ];
}

/** As Excel takes one: without the signs of references, in 31 characters. */
function sheetName(name: string): string {
  const bare = name.replace(/[[\]:*?/\\]/g, " ").replace(/^'+|'+$/g, "");
  return bare.trim().slice(0, 31).trim() || "Sheet1";
}

function bookOf(name: string, columns: readonly ReadColumn[], rows: number): XlsxFile {
  const styles = new Map<string, number>([["General", 0]]);
  const styleOf = ({ numberFormat }: ReadCell) => {
    const known = styles.get(numberFormat) ?? styles.size;
    styles.set(numberFormat, known);
    return known;
  };
  const cells = Array.from({ length: rows }, (_r, row) =>
    columns.flatMap(({ cells: read }, column): XlsxCell[] => {
      const cell = read[row];
      return !cell || cell.value === null
        ? []
        : [
            {
              row,
              column,
              value: cell.value,
              formula: undefined,
              spill: undefined,
              isFixedArray: false,
              style: styleOf(cell),
            },
          ];
    }),
  );
  return {
    sheets: [
      {
        name,
        visibility: "visible",
        cells: cells.flat(),
        columns: columns.map(widthOf),
        rows: [],
        merged: [],
        tables: [],
        isProtected: false,
        usual: {},
        showsGridlines: true,
        zoom: 100,
      },
    ],
    names: [],
    styles: [...styles.keys()].map((numberFormat): CellStyle => ({ numberFormat })),
    dateSystem: 1900,
    kept: [],
  };
}

/** Wide enough for what it holds, within what is readable. */
function widthOf({ characters }: ReadColumn, column: number): XlsxColumns {
  return {
    column,
    columns: 1,
    characters: Math.min(WIDEST, Math.max(USUAL.characters, characters + 1)),
    hidden: false,
  };
}
