import { fraction, times, toNumber, type Fraction } from "../../core/number/fraction";
import { serialOf } from "../../functions/cells/arguments";
import type { ImportedPeriod, ImportPreview } from "../actionTypes";
import { ActionError, count } from "../book/report";
import { readHeadings, type ExhibitColumn } from "./exhibitHeadings";
import { inColumns, readLines, type FiledLine } from "./exhibitLines";

/** A line of figures with its part in the computation. */
interface KnownLine {
  readonly is: LineKind;
  readonly caption: string;
  readonly figures: readonly (Fraction | undefined)[];
}

type LineKind =
  | "weightedShares"
  | "netIncome"
  | "continuingIncome"
  | "preferredDividends"
  | "basicEps"
  | "security"
  | "dilutedShares"
  | "dilutedEps";

/**
 * Reads the text of a filed Exhibit 11, as pasted from a filing: of fixed width, or with tabs between the cells.
 *
 * @throws ActionError when the headings or the lines are not those of an earnings-per-share exhibit
 */
export function readExhibitText(text: string): ImportPreview {
  const rows = text.replace(/\r\n?/g, "\n").split("\n");
  const lines = readLines(rows);
  const columns = readHeadings(rows.slice(0, lines[0]?.row ?? rows.length));
  if (columns.length === 0) throw new ActionError(NO_HEADINGS);
  const known = knownLines(lines, columns.length);
  if (!known.some(({ is }) => is === "weightedShares")) throw new ActionError(NO_SHARES);
  const scale = /in\s+thousands/i.test(text) ? 1000 : /in\s+millions/i.test(text) ? 1_000_000 : 1;
  return {
    source: "Exhibit 11",
    ...(scale > 1 ? { unit: scale } : {}),
    periods: columns.map((column, index) => periodOf(column, index, known, scale)),
    remarks: [
      ...(scale > 1
        ? [
            `The exhibit is in ${scale === 1000 ? "thousands" : "millions"}; amounts and shares are written out in full.`,
          ]
        : []),
      ...unused(lines, known),
    ],
  };
}

const NO_HEADINGS =
  'The headings were not understood. Paste the whole exhibit, with the lines that say "Three months ended", the date and the years.';
const NO_SHARES =
  'No line of weighted average shares was found. Paste the whole exhibit, from its title to "Diluted net income per share".';

function periodOf(column: ExhibitColumn, index: number, lines: readonly KnownLine[], scale: number): ImportedPeriod {
  const figure = (line: KnownLine | undefined) => {
    const printed = line?.figures[index];
    return printed && toNumber(times(printed, fraction(line?.is.endsWith("Eps") ? 1 : scale)));
  };
  const of = (is: LineKind) => figure(lines.find((line) => line.is === is));
  const securities = lines.filter(({ is }) => is === "security");
  const keyed = (prefix: string) => securities.map((line) => [`${prefix}${line.caption}`, figure(line) ?? 0] as const);
  const printed = PRINTED.map((is) => [is, of(is)] as const);
  return defined({
    periodEnd: serialOf(column.periodEnd),
    months: column.months,
    netIncome: of("netIncome"),
    continuingIncome: of("continuingIncome"),
    preferredDividends: of("preferredDividends"),
    weightedShares: of("weightedShares"),
    securities: Object.fromEntries(keyed("")),
    printed: defined(Object.fromEntries([...printed, ...keyed("security:")])) as Record<string, number>,
  });
}

const PRINTED = ["weightedShares", "netIncome", "continuingIncome", "basicEps", "dilutedShares", "dilutedEps"] as const;

function defined<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

/** The first line of each kind counts; what an exhibit prints again under DILUTED is the same figure. */
function knownLines(lines: readonly FiledLine[], columns: number): KnownLine[] {
  const firstShares = lines.findIndex((line) => kindOf(line, false) === "weightedShares");
  return lines.flatMap((line, index) => {
    const is = kindOf(line, line.section === undefined ? index > firstShares : line.section === "diluted");
    return is ? [{ is, caption: line.caption, figures: inColumns(line, lines, columns) }] : [];
  });
}

/**
 * What a line is, by the words that exhibits use; undefined for a line that takes no part.
 *
 * @param mayDilute whether it stands where the shares that dilute are listed
 */
function kindOf({ caption, section }: FiledLine, mayDilute: boolean): LineKind | undefined {
  const has = (words: RegExp) => words.test(caption);
  const perShare =
    has(/per\s+(common\s+|ordinary\s+)?share\b/i) &&
    has(/income|loss|earnings/i) &&
    !has(/shares?\s+(and|used|outstanding)|equivalent/i);
  if (perShare)
    return has(/diluted|dilution/i) || (section === "diluted" && !has(/^basic/i)) ? "dilutedEps" : "basicEps";
  if (has(/shares|equivalents|options|warrants|convertible|restricted|units/i) && !has(/dividend/i))
    return shareLine(caption, mayDilute);
  if (has(/preferred.*dividend|dividend.*preferred/i)) return "preferredDividends";
  if (has(/continuing operations/i)) return "continuingIncome";
  return has(/^net\s*(\(loss\)|income|loss|earnings|\(income\))/i) ? "netIncome" : undefined;
}

function shareLine(caption: string, mayDilute: boolean): LineKind | undefined {
  const weighted = /weighted|average.*outstanding/i.test(caption);
  const total = /diluted|assuming dilution|and\s+(\w+\s+)*equivalents|^total|adjusted/i.test(caption);
  if (weighted && !total) return "weightedShares";
  if (total && (weighted || mayDilute) && !/^dilutive|attributable/i.test(caption)) return "dilutedShares";
  return mayDilute ? "security" : undefined;
}

function unused(lines: readonly FiledLine[], known: readonly KnownLine[]): string[] {
  const left = lines.filter((line) => !known.some(({ caption }) => caption === line.caption));
  if (left.length === 0) return [];
  return [`${count(left.length, "line")} left out: ${left.map(({ caption }) => `"${caption}"`).join(", ")}.`];
}
