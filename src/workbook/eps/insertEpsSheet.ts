import type { InsertEpsSheet } from "../actionTypes";
import { apply } from "../book/apply";
import { EXHIBIT_11_COMPANY, exhibit11Periods } from "./example";
import { IN_FULL } from "./filed";
import { epsSheets } from "./newSheets";
import { recordOf } from "./record";
import { EPS_SETTING, EPS_SHEET, PERIODS_TABLE } from "../book/names";
import { ActionError, count, report, type Report } from "../book/report";
import type { OpenBook, Running, Sight } from "../book/book";

/**
 * Inserts the period table (EPS_Periods), the exhibit built on it, and the table of printed figures (EPS_Filed); with
 * the figures of Exhibit 11, or empty.
 */
export async function insertEpsSheet(book: OpenBook, options: InsertEpsSheet, running: Running = {}): Promise<Report> {
  const sight = await book.look({ settings: [EPS_SETTING], tables: [PERIODS_TABLE] });
  refuseSecond(sight);
  const periods = options.periods ?? (options.example === false ? [] : exhibit11Periods());
  const source = { periods, standard: options.standard ?? "US GAAP", units: IN_FULL } as const;
  const company = periods.length > 0 && !options.periods ? EXHIBIT_11_COMPANY : undefined;
  await apply(book, epsSheets({ ...source, company }, sight.sheetNames), running);
  const chart = book.drawsCharts ? "" : " This program draws no charts.";
  if (options.periods) {
    return report(
      `Inserted the EPS sheet with ${count(periods.length, "period")}, and its period table.${chart}`,
      true,
    );
  }
  return report(
    periods.length > 0
      ? `Inserted the EPS sheet with the four periods of Exhibit 11, its period table and its printed figures.${chart}`
      : `Inserted an empty EPS sheet. Type the first period into ${PERIODS_TABLE}, or import periods, then refresh.${chart}`,
    true,
  );
}

/** One workbook holds one set of EPS sheets: their table's name is what the formulas refer to. */
export function refuseSecond(sight: Sight): void {
  if (!sight.tables[PERIODS_TABLE]) return;
  const sheet = recordOf(sight)?.sheet ?? EPS_SHEET;
  throw new ActionError(
    `This workbook has a period table (${PERIODS_TABLE}) and an exhibit (sheet ${sheet}) already. Refresh EPS or Roll forward works on them.`,
  );
}
