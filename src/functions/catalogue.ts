import { implementations, type Implementation } from "./implementations";
import docstrings from "./docstrings.json";
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

/** A custom function of ours, with what the rest of its docstring says. */
export interface CatalogueEntry extends CustomFunction {
  /** What it answers: unit and shape, or the columns of a table. */
  readonly returns: string;
  /** A formula that shows it at work and needs nothing else in the workbook. */
  readonly example: string;
}

/** Every custom function, for hosts that show the help themselves (workbench, command line). */
export const catalogue: readonly CatalogueEntry[] = metadata.functions.map(({ id, description, parameters }) => {
  const call = implementations[id];
  if (!call) throw new Error(`${id} is declared in functions.json but not implemented`);
  const docstring = docstrings[id as keyof typeof docstrings];
  return { id, description, parameters: parameters as readonly Parameter[], ...docstring, call };
});
