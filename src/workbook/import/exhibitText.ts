import { toNumber } from "../../core/number/fraction";
import type { ImportedPeriod, ImportPreview } from "../actionTypes";
import { quoted } from "../../core/errors";
import { ActionError, count } from "../book/report";
import { className } from "./className";
import { checkedReading, checkWords } from "./check/checkedReading";
import { exhibitPeriod } from "./exhibit/exhibitPeriods";
import { lineRoles, type LineRole, type RoleLine } from "./exhibit/lineRoles";
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
  const tables = readTables(textRows(text));
  if (tables.columns.length === 0) throw new ActionError(headingsMissing(tables));
  const chosen = roles ?? lineRoles(tables.lines);
  const lines = tables.lines.map((line, index): RoleLine => withRole(line, chosen[index] ?? "Leave out"));
  return { preview: previewOf(text, tables, lines), lines: lines.map((line) => shown(line, tables)) };
}

function withRole(line: ExhibitLine, role: LineRole): RoleLine {
  return { ...line, role, ...(role === "Security" ? { className: className(line.caption) } : {}) };
}

/** What {@link readExhibit} reads, without its lines. */
export function readExhibitText(text: string): ImportPreview {
  return readExhibit(text).preview;
}

const NO_SHARES =
  'No line of weighted average shares was found. Paste the whole exhibit, from its title to "Diluted net income per share".';

function headingsMissing({ undated, lines }: ExhibitTables): string {
  if (lines.length > 0 && undated.length > 0)
    return `The columns are headed ${undated.join(", ")}, but nothing says which period ended when. Add a line such as "Year ended December 31," or "Three months ended March 31," above them.`;
  return 'The headings were not understood. Paste the whole exhibit, with the lines that say "Three months ended", the date and the years.';
}

function previewOf(text: string, { columns }: ExhibitTables, lines: readonly RoleLine[]): ImportPreview {
  if (!lines.some(({ role }) => role === "Weighted shares")) throw new ActionError(NO_SHARES);
  const { units, periods, checks, remarks } = checkedReading({
    scales: possibleScales(text),
    periodsAt: (scale) => columns.map((column) => exhibitPeriod(column, lines, scale)),
  });
  const read = periods.filter(({ weightedShares }) => weightedShares !== undefined);
  return {
    source: "Exhibit 11",
    ...(units.amounts > 1 || units.shares > 1 ? { unit: units.amounts } : {}),
    ...(units.amounts === units.shares ? {} : { shareUnit: units.shares }),
    periods: read,
    remarks: [
      ...scaleWords("exhibit", units),
      ...captionScales(lines),
      ...remarks,
      ...(checks.length === 0 ? [checkWords(checks)] : []),
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
