import type { IWorkbookData } from "@univerjs/core";
import { exhibit1010 } from "./exhibit1010";
import { exhibit11 } from "./exhibit11";
import { tryIt } from "./tryIt";

/** The workbook that opens when none was kept: the two exhibits as filed, and a sheet to try the functions on. */
export function exhibitsWorkbook(): Partial<IWorkbookData> {
  const sheets = [exhibit1010(), exhibit11(), tryIt()];
  return {
    id: "exhibits",
    name: "HemaCare exhibits",
    sheetOrder: sheets.map(({ id }) => id),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet])),
  };
}
