import { storedWidth } from "../reading/columnWidths";
import type { XlsxSheet } from "../xlsxFile";

/** A sheet with nothing on it, the rows and columns of which are as large as it is told. */
export function newSheet(namespace: string, { points, characters }: XlsxSheet["usual"] = {}): string {
  const width = characters === undefined ? "" : ` defaultColWidth="${storedWidth(characters)}"`;
  const height = points === undefined ? ' defaultRowHeight="15"' : ` defaultRowHeight="${points}" customHeight="1"`;
  const sizes = width === "" && points === undefined ? "" : `<sheetFormatPr${width}${height}/>`;
  return `<worksheet xmlns="${namespace}">${sizes}<sheetData/></worksheet>`;
}
