import { toNumber } from "../../core/number/fraction";
import type { ImportedPeriod, ImportPreview } from "../actionTypes";
import { quoted } from "../../core/errors";
import { ActionError, count } from "../book/report";
import type { Units } from "../eps/filed";
import { computedDilutedShares } from "./check/perShareCheck";
import { className } from "./className";
import { checkedReading, checkWords, periodWords } from "./check/checkedReading";
import { printedTo } from "./exhibit/figures";
import { exhibitPeriod } from "./exhibit/exhibitPeriods";
import { withFooting } from "./exhibit/footing";
import { withoutLostGaps } from "./exhibit/lostGaps";
import { lineRoles } from "./exhibit/lineRoles";
import type { LineRole, RoleLine } from "./exhibit/roles";
import { possibleScales, scaleWords, statedScale } from "./exhibit/scales";
import { readTables, type ExhibitLine, type ExhibitTables } from "./exhibit/tables";
import { textRows } from "./exhibit/textRows";

/** A line of the exhibit as it was understood, for the user to correct. */
export interface ExhibitLineRole {
  /** With the computation that it stands in: "Fully diluted: Net income". */
  readonly caption: string;
  /** Its figures, column by column. */
  readonly figures: readonly (number | undefined)[];
  readonly role: LineRole;
}

export interface ReadExhibit {
  readonly preview: ImportPreview;
  readonly lines: readonly ExhibitLineRole[];
}

/**
 * Reads the text of a filed computation of earnings per share, as pasted from a filing: of fixed width, or with tabs
 * between the cells; of any of the layouts in use since 1995.
 *
 * @param roles what each line is, where the user has said so
 * @throws ActionError when the headings or the lines are not those of an earnings-per-share exhibit
 */
export function readExhibit(text: string, roles?: readonly LineRole[]): ReadExhibit {
  const rows = textRows(text);
  const setOut = withoutLostGaps(rows);
  const tables = readTables(setOut);
  if (tables.columns.length === 0) throw new ActionError(headingsMissing(tables));
  const chosen = roles ?? lineRoles(tables.lines);
  const lines = withFooting(tables.lines.map((line, index) => withRole(line, chosen[index] ?? "Leave out")));
  const preview = previewOf(text, tables, lines);
  const remarks = setOut === rows ? preview.remarks : [LOST_GAPS, ...preview.remarks];
  return { preview: { ...preview, remarks }, lines: lines.map((line) => shown(line, tables)) };
}

function withRole(line: ExhibitLine, role: LineRole): RoleLine {
  return { ...line, role, ...(role === "Security" ? { className: className(line.caption) } : {}) };
}

/** What {@link readExhibit} reads, without its lines. */
export function readExhibitText(text: string): ImportPreview {
  return readExhibit(text).preview;
}

const LOST_GAPS =
  "Nothing but single blanks stands between the columns of this text: see that each figure is under its own period.";
const NO_SHARES =
  'No line of weighted average shares was found. Paste the whole exhibit, from its title to "Diluted net income per share".';

function headingsMissing({ undated, lines }: ExhibitTables): string {
  if (lines.length > 0 && undated.length > 0)
    return `The columns are headed ${undated.join(", ")}, but nothing says which period ended when. Add a line such as "Year ended December 31," or "Three months ended March 31," above them.`;
  return 'The headings were not understood. Paste the whole exhibit, with the lines that say "Three months ended", the date and the years.';
}

function previewOf(text: string, { columns, unread }: ExhibitTables, lines: readonly RoleLine[]): ImportPreview {
  if (!lines.some(({ role }) => role === "Weighted shares")) throw new ActionError(NO_SHARES);
  const { units, printed, periods, checks, remarks } = checkedReading({
    scales: possibleScales(text),
    printedTo: (scale) => printedTo(lines, scale),
    periodsAt: (scale) => columns.map((column) => exhibitPeriod(column, lines, scale)),
  });
  const read = periods.filter(({ weightedShares }) => weightedShares !== undefined);
  return {
    source: "Exhibit 11",
    ...(printed.amounts === 1 && printed.shares === 1 ? {} : { unit: printed.amounts }),
    ...(printed.amounts === printed.shares ? {} : { shareUnit: printed.shares }),
    periods: read,
    remarks: [
      ...scaleWords("exhibit", units),
      ...captionScales(lines),
      ...remarks,
      ...(checks.length === 0 ? [checkWords(checks)] : []),
      ...notFooting(read, printed),
      ...unread.map(
        (words) =>
          `A column left out: what stands over it does not tell its period, its length and its last day, apart from the others: "${words}".`,
      ),
      ...withoutShares(periods),
      ...leftOut(lines),
    ],
  };
}

function captionScales(lines: readonly RoleLine[]): string[] {
  const scaled = lines.filter(({ caption, role }) => role !== "Leave out" && statedScale(caption) !== undefined);
  if (scaled.length === 0) return [];
  return ["Figures are written out at the scale that their captions state; other amounts and shares are in full."];
}

/** Where the classes that were found do not make up the printed total, one was missed or stands in another count. */
function notFooting(periods: readonly ImportedPeriod[], { shares }: Units): string[] {
  return periods.flatMap((period) => {
    const { weightedShares = 0, securities, printed } = period;
    const classes = Object.values(securities);
    const sum = classes.reduce((total, one) => total + one, weightedShares);
    const total = printed["dilutedShares"];
    if (total === undefined) return [];
    const isTotal = (other: number) => Math.abs(total - other) <= shares * (classes.length + 1);
    if (isTotal(sum) || isTotal(computedDilutedShares(period) ?? sum)) return [];
    return [
      `Weighted shares and classes make ${inFull(sum)}, the printed diluted shares are ${inFull(total)} (${periodWords(period)}).`,
    ];
  });
}

function inFull(figure: number): string {
  return figure.toLocaleString("en-US");
}

function withoutShares(periods: readonly ImportedPeriod[]): string[] {
  const left = periods.filter(({ weightedShares }) => weightedShares === undefined).length;
  return left === 0 ? [] : [`${count(left, "column")} left out, having no weighted average shares.`];
}

function leftOut(lines: readonly RoleLine[]): string[] {
  const left = lines.filter(({ role }) => role === "Leave out");
  if (left.length === 0) return [];
  return [
    `${count(left.length, "line")} left out: ${left.map(({ caption }) => quoted(caption || "(without words)")).join(", ")}.`,
  ];
}

function shown({ caption, section, role, cells }: RoleLine, { columns }: ExhibitTables): ExhibitLineRole {
  const words = caption === "" ? "(without words)" : caption;
  return {
    caption: section === undefined ? words : `${section.replace(/^./, (letter) => letter.toUpperCase())}: ${words}`,
    figures: columns.map(({ periodEnd, months }) => {
      const cell = cells.get(`${periodEnd}|${months}`);
      return cell && toNumber(cell.value);
    }),
    role,
  };
}
