import type { Injector } from "@univerjs/core";
import { IDefinedNamesService, IFunctionService } from "@univerjs/engine-formula";

/**
 * Has formulas read a name again after it has come to mean other cells, by undo as well. Univer 0.25.1 keeps formulas
 * as it once read them, with the cells that the name meant then.
 */
export function readNamesAfresh(injector: Injector): void {
  const functions = injector.get(IFunctionService);
  injector
    .get(IDefinedNamesService)
    .update$.subscribe(({ definedNames = [] }) =>
      functions.deleteFormulaAstCacheKey(...definedNames.map(({ name }) => name)),
    );
}
