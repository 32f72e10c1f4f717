import { lookBefore } from "../book/apply";
import { EPS_SETTING, EPS_SHEET, EXHIBIT_NAME, FILED_TABLE, LOG_TABLE, PERIODS_TABLE } from "../book/names";
import { ActionError } from "../book/report";
import type { OpenBook, Running, SheetSight, Sight } from "../book/book";
import { rowsOf } from "./merge";
import { recordOf, type EpsRecord } from "./record";

/** The EPS sheets of a workbook as one look shows them. */
export interface OpenEps {
  readonly sight: Sight;
  readonly record: EpsRecord;
  readonly sheet: SheetSight;
}

/**
 * Looks at the exhibit, the period table, the printed figures and the log: one round trip, two when the exhibit's
 * sheet was renamed.
 *
 * @throws ActionError when there is no exhibit, or it has lost what tells its lines apart
 */
export async function openEps(book: OpenBook, running: Running = {}): Promise<OpenEps> {
  const look = (sheet: string) =>
    lookBefore(
      book,
      {
        sheets: [sheet],
        formats: true,
        names: [EXHIBIT_NAME],
        tables: [PERIODS_TABLE, FILED_TABLE, LOG_TABLE],
        around: [PERIODS_TABLE, FILED_TABLE],
        settings: [EPS_SETTING],
      },
      running,
    );
  const first = await look(EPS_SHEET);
  const sheetName = first.names[EXHIBIT_NAME]?.sheet ?? recordOf(first)?.sheet ?? EPS_SHEET;
  const sight = sheetName === EPS_SHEET ? first : await look(sheetName);
  const [record, sheet] = [recordOf(sight), sight.sheets[sheetName]];
  if (!record || !sheet)
    throw new ActionError("This workbook has no EPS sheet yet. Insert one first (EPS, Insert EPS sheet).");
  refuseWithoutKeys(sheet, sheetName);
  return { sight, record: { ...record, sheet: sheetName }, sheet };
}

function refuseWithoutKeys(sheet: SheetSight, name: string): void {
  const rows = rowsOf(sheet);
  if (["asOf", "standard", "over", "under"].every((key) => rows.has(key))) return;
  throw new ActionError(
    `The sheet ${name} has lost its hidden column A or its heading rows, which tell its lines apart. Undo that, or delete the sheet and insert a new one; nothing was changed.`,
  );
}
