import "../../src/engine/customFunctionsRuntime";
import { catalogue } from "../../src/functions/catalogue";

/** A value of a call that says what it is, so that a law can change every date, amount or count of shares at once. */
export class Marked {
  constructor(
    readonly kind: "day" | "amount" | "shares",
    readonly value: number,
  ) {}
}

export const day = (serial: number) => new Marked("day", serial);
export const amount = (value: number) => new Marked("amount", value);
export const shares = (value: number) => new Marked("shares", value);

export type Value = Marked | number | string | boolean | null;

/** A range whose lines after the first few may stand in any order; so may its columns, where a header names them. */
export class Table {
  constructor(
    readonly rows: readonly (readonly Value[])[],
    readonly fixedRows = 0,
    readonly fixedColumns = Infinity,
  ) {}
}

export type Argument = Value | Table;
export type Call = readonly Argument[];

/** How a law writes a call: what it makes of a date, an amount, a count of shares, of any cell, and of a range. */
export interface Writing {
  readonly day?: (serial: number) => number;
  readonly amount?: (value: number) => number;
  readonly shares?: (value: number) => number;
  readonly cell?: (value: unknown) => unknown;
  readonly table?: (table: Table) => Table;
  readonly range?: (rows: unknown[][]) => unknown[][];
}

/** The arguments as a host hands them over. */
export function written(call: Call, writing: Writing = {}): unknown[] {
  const cellOf = (value: Value): unknown => {
    const plain = value instanceof Marked ? (writing[value.kind]?.(value.value) ?? value.value) : value;
    return writing.cell?.(plain) ?? plain;
  };
  return call.map((argument) => {
    if (!(argument instanceof Table)) return cellOf(argument);
    const { rows } = writing.table?.(argument) ?? argument;
    const width = Math.max(...rows.map(({ length }) => length));
    const cells = rows.map((row) => [...row.map(cellOf), ...Array<string>(width - row.length).fill("")]);
    return writing.range?.(cells) ?? cells;
  });
}

const calls = new Map(catalogue.map((one) => [one.id, one.call]));

/** What a function answers, as rows; an error by its words, and so a refusal of the whole call. */
export function answerOf(id: string, args: readonly unknown[]): unknown[][] {
  try {
    const answer: unknown = calls.get(id)?.(...args);
    return (Array.isArray(answer) ? (answer as unknown[][]) : [[answer]]).map((row) => row.map(plain));
  } catch (error) {
    if (!(error instanceof CustomFunctions.Error)) throw error;
    return [[plain(error)]];
  }
}

function plain(cell: unknown): unknown {
  return cell instanceof CustomFunctions.Error ? `${cell.code} ${cell.message}` : cell;
}

/** A number of an answer, whether it brings a format or not. */
export function numberIn(cell: unknown): number | undefined {
  if (typeof cell === "number") return cell;
  const { basicValue } = (typeof cell === "object" && cell !== null ? cell : {}) as { basicValue?: unknown };
  return typeof basicValue === "number" ? basicValue : undefined;
}
