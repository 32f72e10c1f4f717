import { OwnFunctions } from "../workbook/formula/ownFunctions";
import { Parts } from "./archive/parts";
import { readSharedStrings } from "./reading/sharedStrings";
import { readCells } from "./reading/sheetCells";
import { readWorkbookPart } from "./reading/workbookPart";
import type { FunctionNames, XlsxFile } from "./xlsxFile";

/**
 * Reads an .xlsx or .xlsm.
 *
 * @throws FileError in words for what is no such file, is damaged, or holds more than is read
 */
export function readXlsx(bytes: Uint8Array, { names }: FunctionNames): XlsxFile {
  const parts = new Parts(bytes);
  const workbook = readWorkbookPart(parts);
  const own = new OwnFunctions(names);
  const strings = workbook.partOf("sharedStrings");
  const sharedStrings = strings === undefined ? [] : readSharedStrings(parts.text(strings), strings);
  const sheets = workbook.sheets
    .filter(({ kind }) => kind === "worksheet")
    .map(({ name, visibility, part }) => ({
      name,
      visibility,
      cells: readCells(
        parts.text(part),
        {
          part,
          sharedStrings,
          styles: 1,
          isDynamic: (cm) => cm !== undefined,
          typed: (stored) => own.mended(`=${stored}`, false),
          moved: (stored) => stored,
        },
        () => undefined,
      ),
      columns: [],
      rows: [],
      merged: [],
      tables: [],
      isProtected: false,
    }));
  return { sheets, names: [], styles: [{ numberFormat: "General" }], dateSystem: workbook.dateSystem, kept: [] };
}
