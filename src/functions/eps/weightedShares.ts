import { choiceOf, plainWord, readNotNegative, readPositive } from "../../core/given";
import {
  rightsIssue,
  sharesIssued,
  sharesSplit,
  weightedAverageShares,
  type ShareChange,
} from "../../core/eps/weightedAverageShares";
import { CalculationError } from "../../core/errors";
import { compare, dividedBy, negated, ONE, plus, toNumber, type Fraction } from "../../core/number/fraction";
import { answer } from "../cells/answer";
import { givenCell, asRange, isEmpty, readDate, type Cell, type Range } from "../cells/arguments";
import { dateWords, readPeriod } from "./epsArguments";
import { readRows, readTable, type TableRow } from "../cells/table";
import { vocabulary } from "../cells/vocabulary";

/**
 * Weighted-average common shares of a period: each count of shares by the time it was outstanding, the day of issue included; splits, stock dividends and the bonus element of rights restate all that came before (ASC 260-10-45-10, 55-12; IAS 33.19-29). Unrounded.
 * @customfunction WEIGHTEDSHARES
 * @param {any} start First day of the period.
 * @param {any} end Last day of the period.
 * @param {any} opening Shares outstanding at the start of the period, before the first change.
 * @param {any[][]} [changes] Rows of Date, Kind, Quantity, Exercise price, Market price, with or without a header row. Kind: "issue", "repurchase", "split" (2 for two-for-one), "reverse split" (0.1, or "1-for-10"), "stock dividend" (0.1 for ten per cent) or "rights" (new shares, with their exercise price and the market price before). A change counts from its date on; a split after the period still restates it.
 * @param {any} [weighting] "days" (when omitted) or "months": whole months, a date up to the 15th from the first of its month, a later one from the first of the next.
 * @param {any} [openingDate] Day of the opening count, when that is before start; earlier changes are then counted from it.
 * @returns {number} Shares.
 * @example =WEIGHTEDSHARES(DATE(2026,1,1),DATE(2026,3,31),1000000,{46068,"issue",90000})
 */
export function WEIGHTEDSHARES(
  start: any,
  end: any,
  opening: any,
  changes?: any[][],
  weighting?: any,
  openingDate?: any,
): number {
  return answer(() => {
    const period = readPeriod(start, end, weighting);
    const since = isEmpty(openingDate) ? period.start : readDate(givenCell("openingDate", openingDate));
    const rows = readChanges(asRange(changes), since);
    return toNumber(weightedAverageShares(period, readNotNegative(givenCell("opening", opening)), rows));
  });
}

const COLUMNS = vocabulary({
  Date: ["effective date", "transaction date"],
  Kind: ["type", "event", "transaction"],
  Quantity: ["shares", "number", "ratio", "quantity or ratio", "number of shares"],
  "Exercise price": ["subscription price"],
  "Market price": ["fair value", "share price"],
});

type Column = (typeof COLUMNS.meanings)[number];
type ChangeRow = TableRow<Column>;
type Effect = Pick<ShareChange, "after" | "restates">;

const POSITIONS: readonly Column[] = ["Date", "Kind", "Quantity", "Exercise price", "Market price"];

/** What each kind of change does. */
const KINDS: Readonly<Record<string, (row: ChangeRow) => Effect>> = {
  issue: (row) => sharesIssued(quantity(row)),
  repurchase: (row) => sharesIssued(negated(quantity(row))),
  split: (row) => sharesSplit(ratio(row)),
  "reverse split": (row) => sharesSplit(requireBelowOne(row, ratio(row))),
  "stock dividend": (row) => sharesSplit(plus(ONE, ratio(row))),
  rights: (row) => rightsIssue(quantity(row), price(row, "Exercise price"), price(row, "Market price")),
};

/** Every word for a kind; common, stock and shares are understood. */
const KIND_WORDS = vocabulary({
  issue: [
    "issued",
    "issuance",
    "sale",
    "sold",
    "offering",
    "public offering",
    "conversion",
    "converted",
    "exercise",
    "exercised",
    "option exercise",
    "options exercised",
    "exercise options",
    "warrant exercise",
    "warrants exercised",
    "exercise warrants",
    "conversion preferred",
    "conversion debt",
    "conversion notes",
    "vesting",
    "vested",
    "rsu vesting",
    "rsus vested",
  ],
  repurchase: [
    "repurchased",
    "treasury purchase",
    "purchase treasury",
    "buyback",
    "buy back",
    "cancellation",
    "cancelled",
    "retirement",
    "retired",
    "forfeiture",
    "forfeited",
  ],
  split: [],
  "reverse split": [],
  "stock dividend": ["share dividend", "common stock dividend", "bonus", "bonus issue"],
  rights: ["rights issue", "rights offering"],
});

const UNDERSTOOD = /\b(common|ordinary|stock|shares?|of)\b/g;

/** The usual word for a kind; what is not known stays as it is, to be refused. */
function usualKind(cell: Cell): Cell {
  return KIND_WORDS.named(cell) ?? KIND_WORDS.named(plainWord(cell).replace(UNDERSTOOD, " ")) ?? cell;
}

/** The changes of a table; without a header row its columns stand in the order of the description. */
function readChanges(range: Range, since: number): ShareChange[] {
  const headed = (range[0] ?? []).some((cell) => COLUMNS.named(cell) !== undefined);
  const rows = headed
    ? readTable("changes", range, COLUMNS, ["Date", "Kind", "Quantity"]).rows
    : readRows("changes", range, POSITIONS);
  return rows.map((row) => readChange(row, since));
}

function readChange(row: ChangeRow, since: number): ShareChange {
  const date = readDate(row.given("Date"));
  if (date < since) {
    const rule = "must not be before the opening count, which holds the changes before it (see openingDate)";
    throw new CalculationError("invalid-input", row.nameOf("Date"), rule, dateWords(row.given("Date")));
  }
  const effect = choiceOf(KINDS)(givenCell(row.nameOf("Kind"), usualKind(row.cell("Kind"))))(row);
  return { name: row.nameOf("Quantity"), date, ...effect };
}

function quantity(row: ChangeRow): Fraction {
  return readNotNegative(row.given("Quantity"));
}

function price(row: ChangeRow, column: "Exercise price" | "Market price"): Fraction {
  return readPositive(row.given(column));
}

/** A ratio as a number, or in words that no spreadsheet takes for a time: "3-for-2". */
function ratio(row: ChangeRow): Fraction {
  const [, after, before] =
    /^\s*(\d+(?:\.\d+)?)[\s-]*(?:for|:)[\s-]*(\d+(?:\.\d+)?)\s*$/i.exec(String(row.cell("Quantity"))) ?? [];
  if (after === undefined) return readPositive(row.given("Quantity"));
  const part = (value: unknown) => readPositive({ name: row.nameOf("Quantity"), value: Number(value) });
  return dividedBy(part(after), part(before));
}

/** "1-for-10" and 0.1 say one thing; 10 would multiply the shares by ten. */
function requireBelowOne(row: ChangeRow, factor: Fraction): Fraction {
  if (compare(factor, ONE) < 0) return factor;
  const rule = 'must be less than one for a reverse split (0.1 or "1-for-10")';
  throw new CalculationError("out-of-range", row.nameOf("Quantity"), rule, row.cell("Quantity"));
}
