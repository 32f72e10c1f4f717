import type { Startup } from "../taskpane/services";

/**
 * Whether Excel starts the add-in with this workbook, on every machine where it is installed. The user alone turns it
 * on; until then an edit of the loan is followed only while Tieout is open.
 */
export const startup: Startup = {
  isWithWorkbook: async () => (await Office.addin.getStartupBehavior()) === Office.StartupBehavior.load,
  set: (withWorkbook) =>
    Office.addin.setStartupBehavior(withWorkbook ? Office.StartupBehavior.load : Office.StartupBehavior.none),
};
