import { implementations, type Implementation } from "./implementations";
import exampleOf from "./examples.json";
import metadata from "./functions.json";

export interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  /** "matrix" for a range; absent for a single value. */
  readonly dimensionality?: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

/** One custom function with its help, as its JSDoc declares it. */
export interface CustomFunction {
  readonly id: string;
  readonly description: string;
  readonly parameters: readonly Parameter[];
  readonly call: Implementation;
}

/** Every custom function, for hosts that show the help themselves (workbench, command line). */
export const catalogue: readonly CustomFunction[] = metadata.functions.map(({ id, description, parameters }) => {
  const call = implementations[id];
  if (!call) throw new Error(`${id} is declared in functions.json but not implemented`);
  return { id, description, parameters: parameters as readonly Parameter[], call };
});

/** A formula for each function that shows it at work and needs nothing else in the workbook, from the @example of its JSDoc. */
export const examples: Readonly<Record<string, string>> = exampleOf;
