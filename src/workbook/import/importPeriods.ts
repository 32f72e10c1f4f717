import { outsideTables } from "../book/tableGrowth";
import type { ImportPeriods, ImportPreview } from "../actionTypes";
import { apply } from "../book/apply";
import { cellAt } from "../book/address";
import { CAPTION_COLUMN, COMPANY_PROMPT, companyLine } from "../eps/layout";
import { rowsOf } from "../eps/merge";
import { recordOf } from "../eps/record";
import { epsSheets, exhibitOfLatest } from "../eps/newSheets";
import { unitsOf } from "../eps/filed";
import { periodsOf } from "../eps/periods";
import { EPS_SETTING, FILED_TABLE, LOG_TABLE, PERIODS_TABLE } from "../book/names";
import { logEdits } from "../book/log";
import { ActionError, count, report, type Report, inOneParagraph } from "../book/report";
import type { Edit, OpenBook, Running, Sight } from "../book/book";
import { withoutCountedTwice } from "./countedTwice";
import { planFiled } from "./planFiled";
import { planPeriods } from "./planPeriods";

/**
 * Writes periods that were read and previewed: into the period table, where a period that is there already takes the
 * figures that the source gives and each figure that it replaces is logged; and its printed figures into the table to
 * tie out against. Where there is no EPS sheet yet, it is inserted with these periods.
 */
export async function importPeriods(
  book: OpenBook,
  { preview }: ImportPeriods,
  running: Running = {},
): Promise<Report> {
  if (preview.periods.length === 0) throw new ActionError("There is no period to import.");
  const sight = await book.look(
    { tables: [PERIODS_TABLE, FILED_TABLE, LOG_TABLE], around: [PERIODS_TABLE, FILED_TABLE], settings: [EPS_SETTING] },
    running,
  );
  if (!sight.tables[PERIODS_TABLE]) return insertWith(book, preview, sight, running);
  const table = periodsOf(sight);
  const { periods, remarks } = withoutCountedTwice(preview.periods, table);
  const plan = planPeriods(periods, table);
  const filed = planFiled(periods, unitsOf(preview), sight);
  const company = await companyEdits(book, preview, sight, running);
  const edits = inOrder([...company, ...plan.edits, ...filed, ...logEdits(plan.replaced, book.now(), sight)]);
  await apply(book, edits, running);
  const { added, updated, replaced } = plan;
  const known = preview.periods.length - added - updated;
  return report(
    inOneParagraph(
      `Imported from ${preview.source}: ${count(added, "period")} added, ${updated} updated${known > 0 ? `, ${known} as they were` : ""}.`,
      replaced.length > 0 ? `${count(replaced.length, "figure")} replaced and logged.` : "",
      ...remarks,
      edits.length > 0 ? "Refresh EPS to bring the exhibit up to date." : "",
      outsideTables(sight),
    ),
    edits.length > 0,
  );
}

/** The name of the company, where its line on the exhibit is still to be filled in. */
async function companyEdits(book: OpenBook, { entity }: ImportPreview, seen: Sight, running: Running): Promise<Edit[]> {
  const sheet = recordOf(seen)?.sheet;
  if (!entity || !sheet) return [];
  const exhibit = (await book.look({ sheets: [sheet] }, running)).sheets[sheet];
  const row = exhibit && rowsOf(exhibit).get("company");
  if (row === undefined || !["", COMPANY_PROMPT].includes(String(exhibit?.contents[row]?.[CAPTION_COLUMN]))) return [];
  return [{ do: "write", area: cellAt(sheet, row, CAPTION_COLUMN), contents: [[companyLine(entity)]] }];
}

async function insertWith(
  book: OpenBook,
  preview: ImportPreview,
  { sheetNames }: Sight,
  running: Running,
): Promise<Report> {
  const { periods, standard = "US GAAP", source, entity: company } = preview;
  await apply(book, epsSheets({ periods, standard, units: unitsOf(preview), company }, sheetNames), running);
  return report(
    inOneParagraph(
      `Inserted the EPS sheet with ${count(periods.length, "period")} from ${source}.`,
      exhibitOfLatest(periods, standard).notShown ?? "",
    ),
    true,
  );
}

/** What changes the shape goes first: the cells to write are where they were before it. */
function inOrder(edits: readonly Edit[]): Edit[] {
  const isTableWrite = (edit: Edit) => edit.do === "write" && edit.area.row > 0;
  return [...edits.filter((edit) => !isTableWrite(edit)), ...edits.filter(isTableWrite)];
}
