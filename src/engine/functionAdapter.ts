import type { Ctor } from "@univerjs/core";
import { BaseFunction, type BaseValueObject } from "@univerjs/engine-formula";
import type { Cell } from "../functions/cells/arguments";
import type { CustomFunction } from "../functions/catalogue";
import { inParameters } from "../functions/hostCall";
import { wrongCount } from "../functions/argumentCount";
import { cellError, cellOf, engineValue, rowsOf } from "./cellValues";
import { lifted, type Argument } from "./lifting";

export type EngineFunction = Ctor<BaseFunction>;

/**
 * The engine's form of one of our functions, called as Excel calls it:
 * - an omitted argument is null, also one skipped between commas, and so is a blank cell given for a single value;
 * - a range parameter takes rows of cells, with "" for a blank and an object for an error;
 * - a single-value parameter that is given a range is answered once for each cell of the range;
 * - an error given for a single value is the answer, with its message;
 * - the arguments of a repeating parameter come as one list.
 */
export function engineFunction(definition: CustomFunction): EngineFunction {
  return class extends BaseFunction {
    /** Else the engine would turn the text "2000-09-12" or "$5" into a number on its way here. */
    override isArgumentsIgnoreNumberPattern(): boolean {
      return true;
    }

    override calculate(...given: BaseValueObject[]): BaseValueObject {
      return engineValue(wrongCount(definition.id, definition.parameters, given.length) ?? answerOf(definition, given));
    }
  };
}

function answerOf(definition: CustomFunction, given: readonly BaseValueObject[]): unknown {
  return lifted(
    given,
    (index) => takesRange(definition, index),
    (values) => called(definition, values),
  );
}

function called(definition: CustomFunction, given: readonly Argument[]): unknown {
  try {
    const values = given.map((value, index) =>
      takesRange(definition, index) ? rangeArgument(value) : valueArgument(value),
    );
    return definition.call(...inParameters(definition.parameters, values));
  } catch (error) {
    if (error instanceof CustomFunctions.Error) return error;
    return new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, `${definition.id} failed: ${error}`);
  }
}

function takesRange({ parameters }: CustomFunction, index: number): boolean {
  return (parameters[index] ?? parameters.at(-1))?.dimensionality === "matrix";
}

function rangeArgument(value: Argument): Cell[][] | null {
  return value ? rowsOf(value) : null;
}

function valueArgument(value: Argument): Cell {
  if (!value || value.isNull()) return null;
  if (value.isError()) throw cellError(value);
  return cellOf(value);
}
