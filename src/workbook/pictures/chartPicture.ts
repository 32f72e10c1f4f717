import { isDateFormat } from "numfmt";
import { civilDate } from "../../core/calendar/civilDate";
import { dayOfSerial } from "../eps/serials";
import type { CellContent, CellsSight, Chart } from "../book/book";
import { shownIn } from "../shown";
import type { Picture, PictureGroup } from "./picture";

/** The cells that a chart shows, as they were looked at closely. */
export interface ChartCells {
  readonly labels: CellsSight;
  /** In the order of the chart's series. */
  readonly series: readonly CellsSight[];
}

/**
 * The picture of a chart: its cells as they are now, without the labels at its end that are blank. Of labels in two rows
 * the first heads groups of the second.
 */
export function chartPicture(chart: Chart, cells: ChartCells): Picture {
  const shown = labelsOf(cells.labels, chart.labels.rows > chart.labels.columns);
  const count = shown.labels.findLastIndex((label) => label !== "") + 1;
  const all = cells.series.map(({ values }) => values.flat().slice(0, count));
  const decimals = all.flat().every((figure) => typeof figure !== "number" || Number.isInteger(figure)) ? 0 : 2;
  const about = { title: chart.title, decimals, labelsAre: "" };
  const labels = shown.labels.slice(0, count);
  if (chart.kind === "line") {
    const days = cells.labels.values.flat();
    const points = labels.flatMap((label, index) => {
      const [day, figure] = [days[index], all[0]?.[index]];
      return typeof day === "number" && typeof figure === "number" ? [{ day, label, figure }] : [];
    });
    return { ...about, kind: "line", name: chart.series[0]?.name ?? "", points };
  }
  return {
    ...about,
    kind: "columns",
    isStacked: chart.kind === "stackedColumns",
    labels,
    ...(shown.groups.length > 0 ? { groups: shown.groups } : {}),
    series: chart.series.map(({ name }, index) => ({ name, figures: (all[index] ?? []).map(numberOrNone) })),
  };
}

function numberOrNone(value: CellContent): number | null {
  return typeof value === "number" ? value : null;
}

function labelsOf(
  { values, numberFormat = "General" }: CellsSight,
  isDown: boolean,
): { readonly labels: readonly string[]; readonly groups: readonly PictureGroup[] } {
  const lines = isDown ? [values.map(([value = ""]) => value)] : values;
  const labels = inWords(lines.at(-1) ?? [], numberFormat);
  return { labels, groups: lines.length > 1 ? groupsOf(lines[0] ?? []) : [] };
}

/** Year ends by their years alone; other labels as they are shown. */
function inWords(values: readonly CellContent[], numberFormat: string): string[] {
  const serials = isDateFormat(numberFormat) ? values.filter((value) => typeof value === "number") : [];
  const areYearEnds = serials.length > 0 && serials.every((serial) => isYearEnd(dayOfSerial(serial)));
  return values.map((value) =>
    areYearEnds && typeof value === "number"
      ? String(civilDate(dayOfSerial(value)).year)
      : shownIn(numberFormat, value),
  );
}

function isYearEnd(day: number): boolean {
  const { month, day: date } = civilDate(day);
  return month === 12 && date === 31;
}

/** A heading stands over its own label and the blank ones at its right. */
function groupsOf(values: readonly CellContent[]): PictureGroup[] {
  return values.reduce<PictureGroup[]>((groups, value) => {
    const last = groups.at(-1);
    if (value === "" && last) return [...groups.slice(0, -1), { ...last, labels: last.labels + 1 }];
    return [...groups, { label: String(value), labels: 1 }];
  }, []);
}
