import { named } from "../cells/table";

/** Known columns of a period table, by the words that users head them with. Every other header is a security class. */
const COLUMNS: Readonly<Record<string, string>> = {
  ...named(
    "Period end",
    "period end",
    "period ended",
    "period ending",
    "quarter end",
    "quarter ended",
    "quarter ending",
  ),
  ...named("Months", "months", "number of months", "no. of months"),
  ...named("Net income", "net income", "net loss", "net earnings", "net profit", "profit for the period"),
  ...named(
    "Continuing income",
    "continuing income",
    "income from continuing operations",
    "loss from continuing operations",
  ),
  ...named(
    "Continuing income",
    "earnings from continuing operations",
    "profit from continuing operations",
    "continuing operations",
  ),
  ...named(
    "Discontinued income",
    "discontinued income",
    "discontinued operations",
    "income from discontinued operations",
  ),
  ...named("Discontinued income", "loss from discontinued operations", "profit from discontinued operations"),
  ...named(
    "Preferred dividends",
    "preferred dividends",
    "preferred dividend",
    "preferred stock dividends",
    "preference dividends",
  ),
  ...named(
    "Preferred dividends",
    "dividends on preferred stock",
    "dividends on preferred shares",
    "dividends on preference shares",
  ),
  ...named(
    "Weighted shares",
    "weighted shares",
    "weighted average shares",
    "weighted average basic shares",
    "basic weighted average shares",
  ),
  ...named("Weighted shares", "weighted average shares basic", "weighted average number of shares", "basic shares"),
  "split factor": "Split factor",
};

/** The columns as an error lists them. */
export const PERIOD_COLUMNS: readonly string[] = [...new Set(Object.values(COLUMNS))];
export const PERIOD_HEADERS: readonly string[] = [...PERIOD_COLUMNS, "or a class of potential shares"];

/** What heads the effect of a class on income, after the words of the class. */
export const ADD_BACK = " add-back";

/**
 * A known column, or a security class by its own words; undefined for what looks like a known header misspelt, and for
 * a figure that is no count of potential shares: it must not be added to them.
 */
export function periodColumn(key: string, header: string): string | undefined {
  const plain = key
    .replace(/\((loss|income)\)|,|\b(common|ordinary|outstanding|attributable)\b| -/g, " ")
    .replace(/ +/g, " ")
    .trim();
  const known = Object.hasOwn(COLUMNS, plain) ? COLUMNS[plain] : undefined;
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
  return (
    key === "" ||
    Object.keys(COLUMNS).some((word) => Math.abs(word.length - key.length) <= 2 && editDistance(key, word) <= 2)
  );
}

/** Letters to insert, drop or replace to make one word of the other. */
function editDistance(a: string, b: string): number {
  const first = Array.from({ length: b.length + 1 }, (_distance, index) => index);
  return [...a].reduce(
    (above, letter, row) =>
      [...b].reduce(
        (line, other, column) => {
          const replaced = (above[column] ?? 0) + (letter === other ? 0 : 1);
          return [...line, Math.min(replaced, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1)];
        },
        [row + 1],
      ),
    first,
  )[b.length] as number;
}
