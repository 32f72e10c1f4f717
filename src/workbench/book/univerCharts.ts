import type { FWorkbook } from "@univerjs/sheets/facade";
import type { Area, Chart } from "../../workbook/book/book";
import { settingsOf, setSetting } from "./univerSettings";

/** The charts of the workbook, under this setting: the grid's free edition has no place for them. */
const CHARTS = "tieout.charts";

/** A chart by the identity of its sheet, which stays when the sheet is renamed. */
interface KeptChart {
  readonly sheetId: string;
  readonly chart: Chart;
}

function kept(workbook: FWorkbook): readonly KeptChart[] {
  return (settingsOf(workbook)[CHARTS] ?? []) as readonly KeptChart[];
}

export function keepChart(workbook: FWorkbook, sheetId: string, chart: Chart): void {
  setSetting(workbook, CHARTS, [...kept(workbook), { sheetId, chart }]);
}

/** The charts of a sheet, in the order in which they were made, under the sheet's name of now. */
export function chartsOn(workbook: FWorkbook, sheetId: string): readonly Chart[] {
  const sheet = workbook.getSheetBySheetId(sheetId)?.getSheetName();
  if (sheet === undefined) return [];
  return kept(workbook)
    .filter((one) => one.sheetId === sheetId)
    .map(({ chart }) => withAreas(chart, (area) => ({ ...area, sheet })));
}

/** Rows or columns that were put in or taken out. */
export interface Shift {
  readonly sheetId: string;
  readonly along: "row" | "column";
  readonly at: number;
  /** Below zero for those that were taken out. */
  readonly count: number;
}

/** Moves the cells of charts with the cells of their sheet. */
export function shiftCharts(workbook: FWorkbook, shift: Shift): void {
  const before = kept(workbook);
  const after = before.map((one) =>
    one.sheetId === shift.sheetId ? { ...one, chart: withAreas(one.chart, (area) => shifted(area, shift)) } : one,
  );
  if (before.length > 0) setSetting(workbook, CHARTS, after);
}

function withAreas(chart: Chart, change: (area: Area) => Area): Chart {
  return {
    ...chart,
    labels: change(chart.labels),
    over: change(chart.over),
    series: chart.series.map((one) => ({ ...one, figures: change(one.figures) })),
  };
}

/**
 * Where an area is after a shift, as a reference to it would be: what is put in before it moves it, what is put in within
 * it makes it longer. Of one that is taken out whole an empty one is left.
 */
export function shifted(area: Area, { along, at, count }: Omit<Shift, "sheetId">): Area {
  const size = along === "row" ? "rows" : "columns";
  const [start, end] = [area[along], area[along] + area[size]];
  const moved = (edge: number) =>
    count > 0
      ? edge + (edge >= at + (edge === end ? 1 : 0) ? count : 0)
      : edge - Math.min(Math.max(0, edge - at), -count);
  return { ...area, [along]: moved(start), [size]: moved(end) - moved(start) };
}
