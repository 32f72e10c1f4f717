import type { IWorkbookData } from "@univerjs/core";
import { BUILT_IN_LOAN } from "../../functions/cells/openWorkbook";
import { ACTIVE_LOAN_SETTING } from "../../workbook/book/names";
import { withSettings } from "../book/univerSettings";
import { exhibit1010 } from "./exhibit1010";
import { exhibit11 } from "./exhibit11";
import { tryIt } from "./tryIt";

/** The workbook that opens when none was kept: the two exhibits as filed, and a sheet to try the functions on. */
export function exhibitsWorkbook(): Partial<IWorkbookData> {
  const sheets = [exhibit1010(), exhibit11(), tryIt()];
  return {
    id: "exhibits",
    name: "HemaCare exhibits",
    // The exhibit's own workbook: a formula without a loan means this one.
    ...withSettings({ [ACTIVE_LOAN_SETTING]: BUILT_IN_LOAN }),
    sheetOrder: sheets.map(({ id }) => id),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet])),
  };
}
