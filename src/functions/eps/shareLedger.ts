import {
  rightsIssue,
  rightsIssueInRatio,
  sharesIssued,
  sharesSplit,
  type Effect,
  type ShareChange,
} from "../../core/eps/weightedAverageShares";
import { CalculationError, inWords } from "../../core/errors";
import { choiceOf, isBlank, readNotNegative, readNumber, readPositive, type Given } from "../../core/given";
import { absolute, compare, minus, negated, ONE, rounded, type Fraction } from "../../core/number/fraction";
import { figureText } from "../../core/number/figureText";
import { allOf } from "../../core/problems";
import { givenCell, readDate, type Cell, type Range } from "../cells/arguments";
import { cellInWords } from "../cells/dataTypes";
import { readRows, readTable, type TableRow } from "../cells/table";
import { CHANGE_COLUMNS, usualKind, whyNoChange, type ChangeColumn, type ChangeKind } from "./changeWords";
import { dateWords } from "./epsArguments";
import {
  holdsRatio,
  percentWords,
  readDividendFactor,
  readReverseFactor,
  readSplitFactor,
  rightsRatio,
} from "./shareRatios";

type ChangeRow = TableRow<ChangeColumn>;

const POSITIONS: readonly ChangeColumn[] = ["Date", "Kind", "Quantity", "Exercise price", "Market price"];

/** What each kind of change does. */
const KINDS: Readonly<Record<ChangeKind, (row: ChangeRow) => Effect>> = {
  issue: (row) => sharesIssued(readNotNegative(row.given("Quantity"))),
  repurchase: (row) => sharesIssued(negated(absolute(readNumber(row.given("Quantity"))))),
  split: (row) => restating(row, readSplitFactor),
  "reverse split": (row) => restating(row, readReverseFactor),
  "stock dividend": (row) => restating(row, readDividendFactor),
  rights: readRights,
  balance: (row) => ({
    ...sharesIssued(NOTHING),
    after: (outstanding) => checkedBalance(row, "Quantity", outstanding),
  }),
};
const NOTHING = minus(ONE, ONE);

/** Kinds as an error lists them. */
const LISTED: Readonly<Record<string, ChangeKind>> = {
  issue: "issue",
  repurchase: "repurchase",
  split: "split",
  "reverse split": "reverse split",
  "stock dividend": "stock dividend",
  rights: "rights",
  balance: "balance",
};

/**
 * The changes of a share ledger, as its keepers or a transfer agent export it: with a kind, or with signed changes alone;
 * oldest first or latest first. A running balance is checked after every change.
 *
 * @param opening shares outstanding before the first of them
 * @param since the day of the opening count, which no change may be before
 */
export function readChanges(range: Range, opening: Fraction, since: number): readonly ShareChange[] {
  const rows = oldestFirst(ledgerRows(range));
  const changes = allOf(
    "changes",
    rows.map((row) => () => readChange(row, since)),
  );
  requireBalances(rows, changes, opening);
  return changes;
}

function ledgerRows(range: Range): readonly ChangeRow[] {
  const headed = (range[0] ?? []).some((cell) => CHANGE_COLUMNS.named(cell) !== undefined);
  if (headed) return readTable("changes", range, CHANGE_COLUMNS, ["Date", "Quantity"]).rows;
  const isSigned = range.every((row) => row.length === 2 && typeof row[1] !== "string");
  return readRows("changes", range, isSigned ? ["Date", "Quantity"] : POSITIONS);
}

/** Without a header row or with one, the latest may stand first, as in an export. */
function oldestFirst(rows: readonly ChangeRow[]): readonly ChangeRow[] {
  const dates = rows.map((row) => row.cell("Date"));
  const isLatestFirst = dates.every((date, index) => index === 0 || isNotAfter(date, dates[index - 1]));
  return isLatestFirst && dates[0] !== dates.at(-1) ? [...rows].reverse() : rows;
}

/** Serials, or dates as text that is in the order of its letters; of anything else nothing is said. */
function isNotAfter(date: Cell, other: Cell): boolean {
  return typeof date === "string" && typeof other === "string" ? date <= other : Number(date) <= Number(other);
}

function readChange(row: ChangeRow, since: number): ShareChange {
  const date = readDate(row.given("Date"));
  if (date < since) {
    const rule = "must not be before the opening count, which holds the changes before it (see openingDate)";
    throw new CalculationError("invalid-input", row.nameOf("Date"), rule, dateWords(row.given("Date")));
  }
  return { name: row.nameOf("Quantity"), date, ...readEffect(row) };
}

/** Without a kind the sign says it all. */
function readEffect(row: ChangeRow): Effect {
  if (!row.has("Kind")) return sharesIssued(readNumber(row.given("Quantity")));
  return KINDS[readKind(row)](row);
}

function readKind(row: ChangeRow): ChangeKind {
  const kind = usualKind(row.cell("Kind"));
  const why = typeof kind === "string" && !Object.hasOwn(LISTED, kind) ? whyNoChange(kind) : undefined;
  if (why !== undefined) throw new CalculationError("invalid-input", row.nameOf("Kind"), why, row.cell("Kind"));
  return choiceOf(LISTED)(givenCell(row.nameOf("Kind"), kind));
}

/** The ratio stands in the quantity, or in the words of the kind, beside which the quantity is what it added. */
function restating(row: ChangeRow, read: (given: Given) => Fraction): Effect {
  const [kind, quantity] = [row.cell("Kind"), row.cell("Quantity")];
  if (!holdsRatio(kind)) return sharesSplit(read(row.given("Quantity")));
  const factor = read(givenCell(row.nameOf("Kind"), percentWords(cellInWords(kind))));
  const split = sharesSplit(factor);
  if (isBlank(quantity) || isSameRatio(row, read, factor)) return split;
  const added = readNumber(row.given("Quantity"));
  return {
    ...split,
    after: (outstanding) => {
      const after = split.after(outstanding);
      requireSame(row, "Quantity", { given: absolute(added), computed: absolute(minus(after, outstanding)) });
      return after;
    },
  };
}

function isSameRatio(row: ChangeRow, read: (given: Given) => Fraction, factor: Fraction): boolean {
  try {
    return compare(read(row.given("Quantity")), factor) === 0;
  } catch {
    return false; // No ratio: a number of shares, which is checked.
  }
}

function readRights(row: ChangeRow): Effect {
  const ratio = rightsRatio(row.given("Quantity"));
  const [exercise, market] = [readPositive(row.given("Exercise price")), readPositive(row.given("Market price"))];
  if (ratio) return rightsIssueInRatio(ratio, exercise, market);
  return rightsIssue(readNotNegative(row.given("Quantity")), exercise, market);
}

function requireBalances(rows: readonly ChangeRow[], changes: readonly ShareChange[], opening: Fraction): void {
  let outstanding = opening;
  allOf(
    "changes",
    rows.map((row, index) => () => {
      outstanding = changes[index]?.after(outstanding) ?? outstanding;
      if (!isBlank(row.cell("Balance"))) checkedBalance(row, "Balance", outstanding);
    }),
  );
}

function checkedBalance(row: ChangeRow, column: ChangeColumn, outstanding: Fraction): Fraction {
  requireSame(row, column, { given: readNumber(row.given(column)), computed: outstanding });
  return outstanding;
}

/** To the share: a ledger has no parts of one. */
function requireSame(
  row: ChangeRow,
  column: ChangeColumn,
  { given, computed }: { readonly given: Fraction; readonly computed: Fraction },
): void {
  if (compare(rounded(given, 0), rounded(computed, 0)) === 0) return;
  const rule = `must be ${figureText(computed, 0)}, as the changes make it`;
  throw new CalculationError("invalid-input", row.nameOf(column), rule, inWords(figureText(given, 0)));
}
