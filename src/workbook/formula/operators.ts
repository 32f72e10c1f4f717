import { isDateFormat } from "numfmt";
import type { Area } from "../book/book";
import {
  Cells,
  errorValue,
  isError,
  isFormatted,
  NotCalculated,
  plain,
  rowsOf,
  type Computed,
  type ErrorValue,
  type Rows,
  type Value,
} from "./values";

type Result = Value | NotCalculated;

const ARITHMETIC: Readonly<Record<string, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "^": (a, b) => (a === 0 && b === 0 ? NaN : a ** b),
};

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  "=": (order) => order === 0,
  "<>": (order) => order !== 0,
  "<": (order) => order < 0,
  ">": (order) => order > 0,
  "<=": (order) => order <= 0,
  ">=": (order) => order >= 0,
};

/** An operator between two operands, cell by cell where they are ranges, as Excel spills them. */
export function binary(operator: string, left: Computed, right: Computed): Computed {
  if (left instanceof NotCalculated) return left;
  if (right instanceof NotCalculated) return right;
  const [a, b] = [rowsOf(left), rowsOf(right)];
  const height = Math.max(a.length, b.length);
  const width = Math.max(a[0]?.length ?? 0, b[0]?.length ?? 0);
  const answers = Array.from({ length: height }, (_r, row) =>
    Array.from({ length: width }, (_c, column) => {
      const [x, y] = [cellAt(a, row, column), cellAt(b, row, column)];
      return x === undefined || y === undefined ? errorValue("#N/A") : ofTwo(operator, x, y);
    }),
  );
  return gathered(answers);
}

/** A sign before one operand, or the percent sign after it. */
export function unary(operator: "+" | "-" | "%", operand: Computed): Computed {
  if (operand instanceof NotCalculated || operator === "+") return operand;
  return operator === "-" ? binary("-", 0, operand) : binary("/", operand, 100);
}

/** One row or column is repeated along the other operand. */
function cellAt(rows: Rows, row: number, column: number): Value | undefined {
  const line = rows[rows.length === 1 ? 0 : row];
  return line?.[line.length === 1 ? 0 : column];
}

function gathered(answers: readonly (readonly Result[])[]): Computed {
  const beyond = answers.flat().find((answer) => answer instanceof NotCalculated);
  if (beyond) return beyond;
  const values = answers as Rows;
  return values.length === 1 && values[0]?.length === 1 ? (values[0][0] as Value) : values;
}

function ofTwo(operator: string, left: Value, right: Value): Result {
  const error = [left, right].find(isError);
  if (error) return error;
  const [a, b] = [plain(left), plain(right)] as const;
  if (operator === "&") return joined(a, b);
  const compare = COMPARISONS[operator];
  if (compare) return compared(a, b, compare);
  const calculate = ARITHMETIC[operator];
  return calculate ? calculated(calculate, operator, left, right) : new NotCalculated(operator);
}

function calculated(calculate: (a: number, b: number) => number, operator: string, left: Value, right: Value): Result {
  const [a, b] = [numberOf(left), numberOf(right)];
  if (typeof a !== "number") return a;
  if (typeof b !== "number") return b;
  if (operator === "/" && b === 0) return errorValue("#DIV/0!");
  const number = calculate(a, b);
  if (!Number.isFinite(number)) return errorValue("#NUM!");
  // So many days after a date is a date.
  return isDate(left) && !isDate(right) && (operator === "+" || operator === "-")
    ? { type: "Double", basicValue: number, numberFormat: left.numberFormat }
    : number;
}

function isDate(value: Value): value is Extract<Value, { numberFormat: string }> {
  return isFormatted(value) && isDateFormat(value.numberFormat);
}

const FIGURE = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*$/;

/** A value as an operator takes it. Text with digits may be a date or an amount, which Excel reads as the region has it. */
export function numberOf(value: Value): number | ErrorValue | NotCalculated {
  const bare = plain(value);
  if (typeof bare === "number" || isError(bare)) return bare;
  if (typeof bare !== "string") return Number(bare);
  if (FIGURE.test(bare)) return Number(bare);
  return /\d/.test(bare) ? new NotCalculated(`a calculation with the text "${bare}"`) : errorValue("#VALUE!");
}

type Bare = ReturnType<typeof plain>;

function joined(a: Bare, b: Bare): Result {
  const texts = [a, b].map(textOf);
  return texts.find((text) => text instanceof NotCalculated) ?? texts.join("");
}

/** As General shows a number, to 15 digits. */
function textOf(value: Bare): string | NotCalculated {
  if (typeof value === "boolean") return String(value).toUpperCase();
  if (typeof value !== "number") return String(value ?? "");
  const text = String(toFifteenDigits(value));
  return text.includes("e") ? new NotCalculated(`the number ${text} as text`) : text;
}

function toFifteenDigits(number: number): number {
  return Number(number.toPrecision(15));
}

/** Numbers come before text, text before truth values; a blank is as the other side is. */
const RANKS = ["number", "string", "boolean"];

function compared(left: Bare, right: Bare, compare: (order: number) => boolean): Result {
  const [a, b] = [left ?? blankFor(right), right ?? blankFor(left)];
  if (typeof a !== typeof b) return compare(RANKS.indexOf(typeof a) - RANKS.indexOf(typeof b));
  if (typeof a === "string" && typeof b === "string") {
    const isSame = a.toLowerCase() === b.toLowerCase();
    // Which of two texts comes first is for the region to say.
    return isSame || compare(-1) === compare(1) ? compare(isSame ? 0 : 1) : new NotCalculated("the order of two texts");
  }
  return compare(toFifteenDigits(Number(a)) - toFifteenDigits(Number(b)));
}

function blankFor(other: Bare): Bare {
  return typeof other === "string" ? "" : typeof other === "boolean" ? false : 0;
}

/** What a range and another have in common, where a space stands between them. */
export function intersection(left: Computed, right: Computed): Computed {
  const [a, b] = [left, right];
  if (!(a instanceof Cells) || !(b instanceof Cells) || !a.area || !b.area) return new NotCalculated("an intersection");
  if (a.area.sheet !== b.area.sheet) return errorValue("#NULL!");
  const row = Math.max(a.area.row, b.area.row);
  const column = Math.max(a.area.column, b.area.column);
  const rows = Math.min(a.area.row + a.area.rows, b.area.row + b.area.rows) - row;
  const columns = Math.min(a.area.column + a.area.columns, b.area.column + b.area.columns) - column;
  return rows > 0 && columns > 0
    ? within(a.rows, a.area, { sheet: a.area.sheet, row, column, rows, columns })
    : errorValue("#NULL!");
}

/** @ before a range: its cell in the row or column of the formula. */
export function implicitIntersection(value: Computed, at: { row: number; column: number }): Computed {
  if (!(value instanceof Cells)) return value instanceof NotCalculated ? value : (rowsOf(value)[0]?.[0] ?? null);
  if (value.rows.length === 1 && value.rows[0]?.length === 1) return value;
  if (!value.area) return new NotCalculated("@");
  const { area } = value;
  const row = area.rows === 1 ? 0 : at.row - area.row;
  const column = area.columns === 1 ? 0 : at.column - area.column;
  const cell = area.rows === 1 || area.columns === 1 ? value.rows[row]?.[column] : undefined;
  return cell === undefined ? errorValue("#VALUE!") : cell;
}

function within(rows: Rows, area: Area, part: Area): Cells {
  const [top, left] = [part.row - area.row, part.column - area.column];
  return new Cells(
    rows.slice(top, top + part.rows).map((row) => row.slice(left, left + part.columns)),
    part,
  );
}
