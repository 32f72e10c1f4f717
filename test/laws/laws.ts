import fc from "fast-check";
import { setOpenWorkbook } from "../../src/functions/cells/openWorkbook";
import { CALLS } from "./calls";
import { answerOf, numberIn, Table, written, type Argument, type Call, type Value, type Writing } from "./written";

/** Something that holds of whatever is calculated: one way to write a call against another. */
export interface Law {
  readonly name: string;
  /** What is held, for each function of which it is. */
  readonly of: Readonly<Record<string, fc.IProperty<any>>>;
}

type Rows = readonly (readonly unknown[])[];
type Cell = unknown;

const DATE = "mmm d, yyyy";
const YEAR = "0";
const formatOf = (cell: Cell) =>
  typeof cell === "object" && cell !== null && "numberFormat" in cell ? String(cell.numberFormat) : "";
const isPerShare = (cell: Cell) => formatOf(cell).startsWith("$ 0");
const withNumber = (cell: Cell, number: number): Cell =>
  typeof cell === "object" && cell !== null ? { ...cell, basicValue: number } : number;
const changed = (cell: Cell, change: (number: number) => number): Cell => {
  const number = numberIn(cell);
  return number === undefined ? cell : withNumber(cell, change(number));
};

/** Texts without their figures and dates, for laws that change those. */
const wordsAlone = (cell: Cell): Cell =>
  typeof cell === "string" ? cell.replace(/-?\d[\d,.]*/g, "#").replace(/\(#\)/g, "#") : cell;
const eachCell = (rows: Rows, change: (cell: Cell, row: number, column: number) => Cell): Rows =>
  rows.map((row, y) => row.map((cell, x) => change(cell, y, x)));

/** Figures to twelve digits, as a figure and ten times another one may differ in the last bit of a double. */
const bare = (cell: Cell): Cell => {
  const number = numberIn(cell);
  return number === undefined ? wordsAlone(cell) : Number(number.toPrecision(12)) + 0;
};

/** The same law for every function but some. */
function ofEach(held: (id: string, call: Call) => void, but: readonly string[] = []): Law["of"] {
  const ids = Object.keys(CALLS).filter((id) => !but.includes(id));
  return Object.fromEntries(ids.map((id) => [id, fc.property(CALLS[id] ?? fc.constant([]), (call) => held(id, call))]));
}

/** Lines of an answer whose order is that of the argument, in an order of their own. */
const IN_GIVEN_ORDER = ["LOANPORTFOLIO", "TWOCLASSEPS", "DILUTIONSTEPS"];
/** What is reached step by step: of securities that dilute alike the one that is given first comes first. */
const SO_FAR = [4, 5, 6];

function inOrder(id: string, rows: Rows): unknown {
  if (!IN_GIVEN_ORDER.includes(id)) return rows;
  const ofSteps =
    id === "DILUTIONSTEPS" ? rows.slice(2, -1).map((row) => row.filter((_, x) => !SO_FAR.includes(x))) : [];
  const compared =
    ofSteps.length > 0 ? [...eachCell(ofSteps, wordsAlone), ...rows.slice(0, 2), ...rows.slice(-1)] : rows;
  return compared.map((row) => JSON.stringify(row)).sort();
}

/** A refusal names the row, and of several faults the first. */
const withoutPlace = (cell: Cell) => (typeof cell === "string" ? cell.replace(/row \d+(, column \d+)?/g, "row") : cell);

function shuffled<T>(list: readonly T[], by: number): T[] {
  const placed = list.map((one, index) => ({ one, place: ((index + 1) * (by * 2 + 7919)) % 104_729 }));
  return placed.sort((a, b) => a.place - b.place).map(({ one }) => one);
}

/** The lines below the header in another order, and the columns that a header names. */
function reordered({ rows, fixedRows, fixedColumns }: Table, by: number): Table {
  const columns = (rows[0] ?? []).map((_, index) => index);
  const order = [...columns.slice(0, fixedColumns), ...shuffled(columns.slice(fixedColumns), by)];
  const lines = [...rows.slice(0, fixedRows), ...shuffled(rows.slice(fixedRows), by)];
  return new Table(fixedRows === 1 ? lines.map((row) => order.map((column) => row[column] ?? "")) : lines);
}

const ORDER: Law = {
  name: "order: rows and columns in any order are the same table",
  of: Object.fromEntries(
    Object.entries(CALLS)
      .filter(([id]) => !["DAYCOUNT", "BASICEPS", "INCREMENTALSHARES", "TIEOUT", "LOANFIT"].includes(id))
      .map(([id, calls]) => [
        id,
        fc.property(calls, fc.nat(9_999), (call, by) => {
          const other = written(call, { table: (table) => reordered(table, by) });
          const compared = (args: readonly unknown[]) => inOrder(id, eachCell(answerOf(id, args), withoutPlace));
          expect(compared(other)).toEqual(compared(written(call)));
        }),
      ]),
  ),
};

/** As people leave a sheet: capitals, blanks around words, a blank row below and a blank column beside. */
const UNTIDY: Writing = {
  cell: (value) => (typeof value === "string" && value !== "" ? `  ${value.toUpperCase()} ` : value),
  range: (rows) => [...rows.map((row) => [...row, ""]), Array<string>((rows[0]?.length ?? 0) + 1).fill("")],
};
const read = (cell: Cell) =>
  typeof cell === "string"
    ? cell
        .toLowerCase()
        .replace(/\s+/g, " ")
        .replace(/\( | \)/g, (blank) => blank.trim())
        .trim()
    : cell;

const LAYOUT: Law = {
  name: "layout: capitals, blanks around words, blank rows and columns change nothing",
  of: ofEach((id, call) => {
    const [tidy, untidy] = [answerOf(id, written(call)), answerOf(id, written(call, UNTIDY))];
    const elementwise = call.some((argument) => argument instanceof Table) ? untidy : untidy.slice(0, tidy.length);
    expect(eachCell(elementwise, read)).toEqual(eachCell(tidy, read));
  }),
};

const FOUR_CENTURIES = 146_097;
const LATER: Law = {
  name: "calendar: four hundred years later everything is the same, four hundred years later",
  of: ofEach(
    (id, call) => {
      const later = (cell: Cell) => {
        if (formatOf(cell) === DATE) return changed(cell, (serial) => serial + FOUR_CENTURIES);
        return formatOf(cell) === YEAR ? changed(cell, (year) => year + 400) : cell;
      };
      const then = answerOf(id, written(call, { day: (serial) => serial + FOUR_CENTURIES }));
      const now = eachCell(answerOf(id, written(call)), later);
      expect(eachCell(then, wordsAlone)).toEqual(eachCell(now, wordsAlone));
    },
    ["BASICEPS", "INCREMENTALSHARES", "DILUTEDEPS", "DILUTEDSHARES", "TIEOUT", "DILUTIONSTEPS", "TWOCLASSEPS"],
  ),
};

const DAYS_TO_1904 = 1_462;
const DATE_SYSTEM: Law = {
  name: "date system: a workbook whose days begin in 1904 shows the same dates and figures",
  of: ofEach(
    (id, call) => {
      const in1900 = answerOf(id, written(call));
      setOpenWorkbook({ dateSystem: 1904 });
      const in1904 = answerOf(id, written(call, { day: (serial) => serial - DAYS_TO_1904 }));
      setOpenWorkbook({ dateSystem: 1900 });
      const shifted = (cell: Cell) =>
        formatOf(cell) === DATE ? changed(cell, (serial) => serial + DAYS_TO_1904) : cell;
      expect(eachCell(in1904, shifted)).toEqual(in1900);
    },
    ["BASICEPS", "INCREMENTALSHARES", "DILUTEDEPS", "DILUTEDSHARES", "TIEOUT", "DILUTIONSTEPS", "TWOCLASSEPS"],
  ),
};

const tenTimes = (value: number) => Math.round(value * 1_000) / 100;
/** What does not grow with amounts, and shares, ten times as large; by the header of its column, or in every cell. */
const UNSCALED: Readonly<Record<string, RegExp>> = {
  LOANCOLLATERAL: /^Shares held|Returned|Remaining/,
  LOANEFFECTIVERATE: /./,
  BASICEPS: /./,
  DILUTEDEPS: /./,
  EPSYTD: /^Months|EPS/,
  TWOCLASSEPS: /per share|EPS/,
  DILUTIONSTEPS: /^Earnings per incremental share|^EPS/,
};
const ofLoans = (id: string) => id.startsWith("LOAN");

/** What the books accrue is in whole cents, whatever the loan is rounded to: ten half cents, and half of one. */
const TO_THE_CENT = ["LOANROLLFORWARD", "LOANENTRIES", "LOANPAYOFF", "LOANMATURITIES", "LOANPORTFOLIO"];

function expectWithin(most: number, rows: Rows, expected: Rows): void {
  const placed = eachCell(rows, (cell, row, column) => {
    const wanted = expected[row]?.[column];
    const isNear =
      typeof cell === "number" &&
      typeof wanted === "number" &&
      Math.abs(cell - wanted) <= most + 1e-11 * Math.abs(wanted);
    return isNear ? wanted : cell;
  });
  expect(placed).toEqual(expected);
}

const SCALE: Law = {
  name: "scale: amounts, and shares, ten times as large give figures ten times as large, and the same per share",
  of: ofEach(
    (id, call) => {
      const larger = written(call, { amount: tenTimes, ...(ofLoans(id) ? {} : { shares: (count) => count * 10 }) });
      const once = answerOf(id, written(call));
      const headers = once.length > 1 ? (once[0] ?? []).map(String) : ["figure"];
      const grown = eachCell(once, (cell, _row, column) => {
        const stays = [DATE, YEAR].includes(formatOf(cell)) || isPerShare(cell);
        return stays || UNSCALED[id]?.test(headers[column] ?? "") ? cell : changed(cell, (figure) => figure * 10);
      });
      expectWithin(TO_THE_CENT.includes(id) ? 0.055 : 0, eachCell(answerOf(id, larger), bare), eachCell(grown, bare));
    },
    // A year has no amounts; a printed schedule may be rounded to the cent alone; the books carry cents from line to line.
    ["DAYCOUNT", "LOANFIT", "LOANAMORTIZEDCOST"],
  ),
};

/** The arguments that are answered cell by cell. */
const CELL_BY_CELL: Readonly<Record<string, number>> = {
  LOANBALANCE: 1,
  DAYCOUNT: 2,
  BASICEPS: 2,
  INCREMENTALSHARES: 3,
  DILUTEDEPS: 2,
  DILUTEDSHARES: 2,
  TIEOUT: 2,
};

const COLUMN: Law = {
  name: "column: a column is answered as each of its cells",
  of: Object.fromEntries(
    Object.entries(CELL_BY_CELL).map(([id, count]) => [
      id,
      fc.property(fc.array(CALLS[id] ?? fc.constant([]), { minLength: 1, maxLength: 5 }), (calls) => {
        const others = id === "DILUTEDEPS" || id === "DILUTEDSHARES" ? [] : (calls[0] ?? []).slice(count);
        const own = calls.map((call) => call.slice(0, count));
        const columns = own[0]?.map((_, index) => new Table(own.map((call) => [call[index] as Value]))) ?? [];
        const together: readonly Argument[] = [...columns, ...others];
        expect(answerOf(id, written(together))).toEqual(
          own.flatMap((call) => answerOf(id, written([...call, ...others]))),
        );
      }),
    ]),
  ),
};

export const GENERAL_LAWS: readonly Law[] = [COLUMN, ORDER, LAYOUT, LATER, DATE_SYSTEM, SCALE];
