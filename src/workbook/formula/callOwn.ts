import { implementations } from "../../functions/implementations";
import {
  Cells,
  errorValue,
  isRows,
  NotCalculated,
  plain,
  rowsOf,
  type Computed,
  type ErrorValue,
  type Rows,
  type Value,
} from "./values";

/** Calls one of our functions as a host does: a value for one cell, rows for more; its error is its answer. */
export function callOwn(name: string, args: readonly Computed[]): Computed {
  const beyond = args.find((arg) => arg instanceof NotCalculated);
  if (beyond) return beyond;
  try {
    return answered(implementations[name]?.(...args.map((arg) => argument(arg as Exclude<Computed, NotCalculated>))));
  } catch (error) {
    return errorOf(error);
  }
}

function argument(value: Exclude<Computed, NotCalculated>): unknown {
  if (!(value instanceof Cells) && !isRows(value)) return plain(value);
  const rows = rowsOf(value).map((row) => row.map(plain));
  return rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : rows;
}

function answered(answer: unknown): Rows {
  const rows = Array.isArray(answer) ? (answer as unknown[]) : [answer];
  return rows.map((row) => (Array.isArray(row) ? row : [row]).map(cell));
}

function cell(value: unknown): Value {
  return value instanceof CustomFunctions.Error ? errorOf(value) : ((value ?? null) as Value);
}

/** A fault without a code shows as a bare #VALUE! in Excel. */
function errorOf(error: unknown): ErrorValue {
  const { code = "#VALUE!", message } = error as { code?: string; message?: string };
  return errorValue(code, message);
}
