import {
  exhibitHeadings,
  exhibitLines,
  type ExhibitLineKind,
  type ExhibitOptions,
} from "../../core/eps/periods/exhibit";
import { longDate } from "../../core/calendar/civilDate";
import { yearsNotShown, type ColumnBlock } from "../../core/eps/periods/fiscalYear";
import type { PeriodFigures } from "../../core/eps/periods/period";
import { toNumber } from "../../core/number/fraction";
import { formatted, perShareFormat, YEAR_FORMAT, type CellAnswer } from "../cells/answer";

type Row = readonly CellAnswer[];

/** Rows of headings over the lines. */
export const HEADER_ROWS = 2;

const SHARES = "#,##0;(#,##0);-";
const INCOME = "$ #,##0;$ (#,##0);$ 0";

/** The exhibit as cells: two header rows, then its lines. A figure that is still to come is blank. */
export function exhibitRows(
  blocks: readonly ColumnBlock[],
  classes: readonly string[],
  options: ExhibitOptions,
): Row[] {
  const headings = exhibitHeadings(blocks);
  const lines = exhibitLines(
    blocks.flatMap(({ columns }) => columns),
    classes,
    options,
  );
  return [
    ["", ...headings.map(({ over }) => over)],
    ["", ...headings.map(({ under }) => (typeof under === "number" ? formatted(under, YEAR_FORMAT) : under))],
    ...lines.map(({ label, kind, figures }): Row => [
      label,
      ...figures.map((figure) => (figure ? formatted(toNumber(figure), formatOf(kind, options)) : "")),
    ]),
  ];
}

/** A line for the years of a table that its exhibit leaves out, so that none is dropped without a word. */
export function notShownRows(periods: readonly PeriodFigures[], blocks: readonly ColumnBlock[]): readonly Row[] {
  const left = yearsNotShown(periods, blocks);
  if (left.length === 0) return [];
  const columns = blocks.reduce((sum, block) => sum + block.columns.length, 0);
  const ends = left.map(({ end }) => longDate(end)).join("; ");
  return [[`Not shown (see years): the years to ${ends}`, ...Array<string>(columns).fill("")]];
}

/** "Three months ended September 30, 2002": each period in full, where its columns stand apart. */
export function periodNames(blocks: readonly ColumnBlock[]): string[] {
  return blocks.flatMap((block) => {
    const headings = exhibitHeadings([block]);
    const over = headings[0]?.over ?? "";
    return headings.map(({ under }) => `${over} ${under}`);
  });
}

/** The format of a figure of the exhibit. */
export function formatOf(kind: ExhibitLineKind, { decimals }: Pick<ExhibitOptions, "decimals">): string {
  if (kind === "perShare") return perShareFormat(decimals);
  return kind === "income" ? INCOME : SHARES;
}
