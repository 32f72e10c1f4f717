import { nameOf, ownCallsOf, readFormula, textOf } from "./readFormula";

/** A call of one of our functions in a formula, and what stands around it. */
export interface CallInFormula {
  readonly before: string;
  /** The function's bare name. */
  readonly name: string;
  /** The text of each argument; "" for one that is left out. */
  readonly args: readonly string[];
  readonly after: string;
}

/** The calls of our functions in a formula, in the order written; none of what is no formula. */
export function callsIn(formula: string): readonly CallInFormula[] {
  const read = readFormula(formula);
  if (!read) return [];
  return ownCallsOf(read.tree).flatMap((call) => {
    const [start, end] = call.loc ?? [];
    if (start === undefined || end === undefined) return [];
    const args = call.arguments.map((argument) => (argument ? textOf(read, argument) : ""));
    return [{ before: read.text.slice(0, start), name: nameOf(call), args, after: read.text.slice(end) }];
  });
}

/** The formula of a call, without the arguments that are left out at its end. */
export function formulaOf({ before, name, args, after }: CallInFormula): string {
  const given = args.slice(0, args.findLastIndex((argument) => argument !== "") + 1);
  return `${before}${name}(${given.join(",")})${after}`;
}
