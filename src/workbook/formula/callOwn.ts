import { catalogue } from "../../functions/catalogue";
import { calledAsHost, type HostArgument } from "../../functions/hostCall";
import { Cells, errorValue, isRows, NotCalculated, plain, type Computed, type Rows, type Value } from "./values";

const FUNCTIONS = new Map(catalogue.map((one) => [one.id, one]));

/** Calls one of our functions as a host does: a value for one cell, rows for more; its error is its answer. */
export function callOwn(name: string, args: readonly Computed[]): Computed {
  const beyond = args.find((arg) => arg instanceof NotCalculated);
  if (beyond) return beyond;
  const called = FUNCTIONS.get(name);
  if (!called) return errorValue("#NAME?");
  return answered(
    calledAsHost(
      called,
      args.map((arg) => argument(arg as Exclude<Computed, NotCalculated>)),
    ),
  );
}

function argument(value: Exclude<Computed, NotCalculated>): HostArgument {
  if (value instanceof Cells) return value.rows.map((row) => row.map(plain));
  return isRows(value) ? value.map((row) => row.map(plain)) : plain(value);
}

function answered(answer: unknown): Rows {
  const rows = Array.isArray(answer) ? (answer as unknown[]) : [answer];
  return rows.map((row) => (Array.isArray(row) ? row : [row]).map(cell));
}

function cell(value: unknown): Value {
  if (value instanceof CustomFunctions.Error) return errorValue(value.code, value.message || undefined);
  if (typeof value === "number" && !Number.isFinite(value)) return errorValue("#NUM!");
  return (value ?? null) as Value;
}
