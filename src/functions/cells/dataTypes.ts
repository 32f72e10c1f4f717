/**
 * Excel's data types. On Microsoft 365 a cell that shows a formatted amount or date may hold an object, and Excel hands
 * it to a function as such: `{ type: "Double", basicValue: 42779, numberFormat: "#,##0" }`. Figures that one of our own
 * functions spilled come back to the next one in this form.
 */
interface DataType {
  readonly type: string;
  /** What the value is to a formula that does not know data types; "Error" where it is nothing to it. */
  readonly basicType?: string;
  readonly basicValue?: unknown;
  /** What the cell shows of a value that is more than a number or a text. */
  readonly text?: string;
}

/**
 * The arguments of a call with every data type as the plain value behind it: an amount is its number, however it is
 * formatted. Called once, where a host's arguments enter; no reader of cells meets a data type that has a plain value.
 */
export function plainArguments(values: readonly unknown[]): unknown[] {
  return values.map((value) => (Array.isArray(value) ? plainRange(value) : plainValue(value)));
}

/** A range without data types, as most are, is handed on as it is: it may have a hundred thousand rows. */
function plainRange(rows: readonly unknown[]): readonly unknown[] {
  return rows.some(holdsDataType)
    ? rows.map((row) => (Array.isArray(row) ? row.map(plainValue) : plainValue(row)))
    : rows;
}

function holdsDataType(row: unknown): boolean {
  return Array.isArray(row) ? row.some(isDataType) : isDataType(row);
}

function isDataType(value: unknown): value is DataType {
  return typeof value === "object" && value !== null && "type" in value;
}

function plainValue(value: unknown): unknown {
  if (!isDataType(value) || value.type === "Error") return value;
  if (value.type === "Empty") return null;
  return value.basicType === "Error" || value.basicValue === undefined ? withoutPlainValue(value) : value.basicValue;
}

/** A stock, a place or a picture is no figure and no word: to a formula it is an error, which says what it met. */
function withoutPlainValue({ type, text }: DataType): ErrorCell {
  return { type: "Error", basicValue: "#VALUE!", shownAs: text ? `the data type ${text}` : `a data type (${type})` };
}

/** An error value of another cell, as Excel hands it to a function that declares that it takes them. */
export interface ErrorCell {
  readonly type: "Error";
  readonly basicValue: string;
  /** What the cell holds, in words, where that says more than the error. */
  readonly shownAs?: string;
}

export function isErrorCell(cell: unknown): cell is ErrorCell {
  return isDataType(cell) && cell.type === "Error";
}

/** What a cell in error is, in words that follow "received". */
export function errorInWords({ basicValue, shownAs }: ErrorCell): string {
  return shownAs ?? `the error ${basicValue}`;
}

/** What a cell holds, as a sentence names it. */
export function cellInWords(cell: unknown): string {
  return isErrorCell(cell) ? errorInWords(cell) : String(cell);
}
