import { plainWord } from "../../core/given";

/** What a column of a printed schedule holds. */
export const PRINTED_COLUMNS = [
  "Number",
  "Date",
  "Opening balance",
  "Payment",
  "Interest",
  "Principal",
  "Balance",
] as const;

export type PrintedColumn = (typeof PRINTED_COLUMNS)[number];

/** Headers that name a column of another kind, whatever else is in them: running totals, charges, extra payments. */
const OTHERS =
  /cumulative|accumulated|to date|running|total (interest|principal)|escrow|fees?\b|charge|insurance|tax|extra|additional|rate\b|\bdays?\b|%/;

/** The columns by the words that banks head them with, in the order in which they are asked: the first that fits. */
const WORDS: readonly (readonly [PrintedColumn, RegExp])[] = [
  ["Number", /(^|\b)(no|nr|num|number|nbr|count)\b|#|^(period|per|month|year|installment|instalment|line)s?$/],
  ["Opening balance", /\b(beginning|begin|beg|opening|starting|start|previous|prior|old)\b/],
  ["Date", /\bdates?\b|\bdue$|^due\b|period end|\bended\b|\bas of\b/],
  ["Balance", /balance|\bbal\b|outstanding|unpaid|remaining|ending|closing|owed|owing/],
  ["Interest", /interest|\bint\b/],
  ["Principal", /principal|\bprinc?\b|capital|amorti[sz]ation|amortized/],
  ["Payment", /payments?\b|\bpmt\b|paid|install?ment|reduction|debt service|^total$|^amount$|amount due|\bp&i\b/],
];

/** The column that a header names; undefined where it names none that is known. */
export function printedColumnOf(header: unknown): PrintedColumn | undefined {
  const words = plainWord(header).replace(/\./g, "");
  if (words === "" || OTHERS.test(words)) return undefined;
  return WORDS.find(([, pattern]) => pattern.test(words))?.[0];
}

/**
 * What the columns under some headers hold, each kind once: where two are of one kind it is the one that is a total, or
 * the first. undefined: a column that is not used.
 */
export function printedColumns(headers: readonly unknown[]): readonly (PrintedColumn | undefined)[] {
  const kinds = headers.map(printedColumnOf);
  return kinds.map((kind, column) => {
    const alike = kinds.flatMap((other, at) => (other === kind ? [at] : []));
    const total = alike.find((at) => /total/.test(plainWord(headers[at])));
    return kind !== undefined && column === (total ?? alike[0]) ? kind : undefined;
  });
}
