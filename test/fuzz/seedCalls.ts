import { docstrings } from "../../scripts/docstrings";
import { catalogue } from "../../src/functions/catalogue";
import { evaluate } from "../../src/workbook/formula/evaluate";
import { nameOf, readFormula } from "../../src/workbook/formula/readFormula";
import { Cells, isRows, NotCalculated, plain, type Computed } from "../../src/workbook/formula/values";

/** The arguments of a call as a host hands them over: a value, rows of values, null for what is left out. */
export type Arguments = readonly unknown[];

/** Sound calls, and calls that are refused. */
const FORMULAS: readonly string[] = [
  ...catalogue.map(({ example }) => example),
  ...docstrings().flatMap(({ errors }) => errors.map(({ formula }) => formula)),
];

/** Calls of every function that are near to what a person writes, for broken ones to start from. */
export function seedCalls(): ReadonlyMap<string, readonly Arguments[]> {
  const calls = new Map<string, Arguments[]>(catalogue.map(({ id }) => [id, []]));
  for (const formula of FORMULAS) {
    const read = readFormula(formula);
    if (!read) continue;
    evaluate(read.tree, {
      cellsOf: () => undefined,
      at: { row: 0, column: 0 },
      called: ({ call, args }) => {
        if (!args.some((argument) => argument instanceof NotCalculated))
          calls.get(nameOf(call))?.push(args.map(asHandedOver));
      },
    });
  }
  return calls;
}

function asHandedOver(argument: Computed): unknown {
  if (isRows(argument)) return argument.map((row) => row.map(plain));
  return argument instanceof Cells || argument instanceof NotCalculated ? null : plain(argument);
}
