import { BaseFunction, type BaseValueObject } from "@univerjs/engine-formula";
import { CalculationError } from "../../core/errors";
import { wrongCount } from "../../functions/argumentCount";
import { engineValue } from "../cellValues";
import type { EngineFunction } from "../functionAdapter";
import { lifted, type Argument } from "../lifting";
import { asCellError, type Taken } from "./taken";

/** A function of Excel's own, in the place of the engine's of that name. Its help stays the engine's. */
export interface Native {
  readonly id: string;
  readonly executor: EngineFunction;
}

type Parameters = Readonly<Record<string, Taken<unknown>>>;
type Values<P extends Parameters> = { readonly [Name in keyof P]: P[Name] extends Taken<infer T> ? T : never };

/**
 * @param parameters how each argument is taken, under Excel's name for it and in Excel's order
 * @param answer one call: a value for a cell, or rows of them; it may throw the error of a cell
 */
export function native<P extends Parameters>(
  id: string,
  parameters: P,
  answer: (values: Values<P>) => unknown,
): Native {
  const taken = Object.entries(parameters);
  const takesRange = (index: number) => (taken[index] ?? taken.at(-1))?.[1].isRange ?? false;
  const called = (given: readonly Argument[]) => {
    try {
      return answer(read(taken, given) as Values<P>);
    } catch (error) {
      if (error instanceof CustomFunctions.Error) return error;
      if (error instanceof CalculationError) return asCellError("#NUM!", error);
      throw error;
    }
  };
  const executor = class extends BaseFunction {
    /** Each parameter reads text by its own rule. */
    override isArgumentsIgnoreNumberPattern(): boolean {
      return true;
    }

    override calculate(...given: BaseValueObject[]): BaseValueObject {
      const miscounted = wrongCount(id, Object.values(parameters), given.length);
      return engineValue(miscounted ?? lifted(given, takesRange, called));
    }
  };
  return { id, executor };
}

function read(taken: readonly (readonly [string, Taken<unknown>])[], given: readonly Argument[]): unknown {
  return Object.fromEntries(
    taken.map(([name, { read }], index) => [name, read(name, given[index], given.slice(index + 1))]),
  );
}
