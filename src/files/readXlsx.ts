import { OwnFunctions } from "../workbook/formula/ownFunctions";
import { Parts } from "./archive/parts";
import { typedFormula } from "./formulas/typedFormula";
import { readThemeColors } from "./reading/colors";
import { addBorders, addPartsOfSheet, addPartsOfWorkbook, KeptParts } from "./reading/keptParts";
import { dynamicMarks } from "./reading/metadata";
import { readNames } from "./reading/names";
import { readSharedStrings } from "./reading/sharedStrings";
import { readSheet } from "./reading/sheet";
import { readStyles } from "./reading/styles";
import { readWorkbookPart, type WorkbookPart } from "./reading/workbookPart";
import type { FunctionNames, XlsxFile } from "./xlsxFile";

/**
 * Reads an .xlsx or .xlsm: see {@link XlsxFile}.
 *
 * @param names of our functions, which are read in whatever form Excel has stored them
 * @throws FileError in words for what is no such file, is damaged, or holds more than is read
 */
export function readXlsx(bytes: Uint8Array, { names }: Pick<FunctionNames, "names">): XlsxFile {
  const parts = new Parts(bytes);
  const workbook = readWorkbookPart(parts);
  const own = new OwnFunctions(names);
  const typed = (stored: string) => typedFormula(stored, own);
  const theme = readThemeColors(treeOf(parts, workbook, "theme"));
  const stylesTree = treeOf(parts, workbook, "styles");
  const styles = readStyles(stylesTree, theme);
  const dynamic = dynamicMarks(treeOf(parts, workbook, "sheetMetadata"));
  const strings = workbook.partOf("sharedStrings");
  const kept = new KeptParts();
  const metRich = () => kept.add("format of single letters");
  const context = {
    sharedStrings: strings === undefined ? [] : readSharedStrings(parts.text(strings), strings, metRich),
    styles: styles.length,
    theme,
    dateSystem: workbook.dateSystem,
    isDynamic: (mark: string | undefined) => mark !== undefined && dynamic.has(mark),
    typed,
  };
  addBorders(stylesTree, kept);
  addPartsOfWorkbook(parts, workbook, kept);
  const sheets = workbook.sheets
    .filter(({ kind }) => kind === "worksheet")
    .map((sheet) => {
      addPartsOfSheet(parts, sheet, kept);
      return readSheet(parts, sheet, { part: sheet.part, ...context }, kept);
    });
  const { dateSystem } = workbook;
  return { sheets, names: readNames(workbook, typed), styles, dateSystem, kept: kept.list };
}

/** A part of the workbook that is small; undefined for one that it does not have. */
function treeOf(parts: Parts, workbook: WorkbookPart, kind: string) {
  const part = workbook.partOf(kind);
  return part !== undefined && parts.has(part) ? parts.xml(part) : undefined;
}
