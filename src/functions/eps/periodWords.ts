import { plainWord } from "../../core/given";
import { spellingDistance } from "../../core/spelling";
import type { KnownColumns } from "../cells/table";
import { vocabulary } from "../cells/vocabulary";

/** Known columns of a period table, by the words that users head them with. Every other header is a security class. */
const COLUMNS = vocabulary({
  "Period end": ["period ended", "period ending", "quarter end", "quarter ended", "quarter ending"],
  Months: ["number of months", "no. of months"],
  "Net income": ["net loss", "net earnings", "net profit", "profit for the period"],
  "Continuing income": [
    "income from continuing operations",
    "loss from continuing operations",
    "earnings from continuing operations",
    "profit from continuing operations",
    "continuing operations",
  ],
  "Discontinued income": [
    "discontinued operations",
    "income from discontinued operations",
    "loss from discontinued operations",
    "profit from discontinued operations",
  ],
  "Preferred dividends": [
    "preferred dividend",
    "preferred stock dividends",
    "preference dividends",
    "dividends on preferred stock",
    "dividends on preferred shares",
    "dividends on preference shares",
  ],
  "Weighted shares": [
    "weighted average shares",
    "weighted average basic shares",
    "basic weighted average shares",
    "weighted average shares basic",
    "weighted average number of shares",
    "basic shares",
  ],
  "Split factor": [],
});

/** The columns as an error lists them. */
export const PERIOD_COLUMNS: readonly string[] = COLUMNS.meanings;
export const PERIOD_HEADERS: KnownColumns<string> = {
  meanings: [...PERIOD_COLUMNS, "or a class of potential shares"],
  named: periodColumn,
};

/** What heads the effect of a class on income, after the words of the class. */
export const ADD_BACK = " add-back";

/**
 * A known column, or a security class by its own words; undefined for what looks like a known header misspelt, and for
 * a figure that is no count of potential shares: it must not be added to them.
 */
export function periodColumn(header: string): string | undefined {
  const key = plainWord(header);
  const plain = key
    .replace(/\((loss|income)\)|,|\b(common|ordinary|outstanding|attributable)\b| -/g, " ")
    .replace(/ +/g, " ")
    .trim();
  const known = COLUMNS.named(plain);
  if (known) return known;
  const name = header.trim().replace(/[\s-]+add-?\s?back$/i, ADD_BACK);
  const isClass = name.endsWith(ADD_BACK) || !(isMisspelt(key) || isFigure(key));
  return isClass ? name : undefined;
}

/** Words of amounts that stand beside share counts in a filing, of dates, and of sums that would count a class twice. */
const AMOUNT =
  /\b(revenues?|sales|expenses?|tax|taxes|dividends|interest|noncontrolling|minority|discontinued|allocated|participating securities)\b|^total\b|^(fiscal |calendar )?(year|quarter|period|month|date|fy)\b/;
/** The same, unless a word of a security says otherwise: "Contingent shares (earnings target)". */
const RESULT =
  /\b(income|loss|losses|earnings|profit|eps|per share|price|(basic|diluted)\b.*\bshares)\b|^((common|ordinary|ending|opening) )*(stock|shares?) (outstanding|issued)$/;
const SECURITY = /\b(options?|warrants?|convertible|contingent|contingently|issuable|dilutive|incremental|potential)\b/;

function isFigure(key: string): boolean {
  return AMOUNT.test(key) || (RESULT.test(key) && !SECURITY.test(key));
}

function isMisspelt(key: string): boolean {
  return key === "" || COLUMNS.words.some((word) => spellingDistance(key, word) <= 2);
}
