import type { Injector } from "@univerjs/core";
import {
  AstTreeBuilder,
  ErrorType,
  FormulaExecuteStageType,
  IFormulaCurrentConfigService,
  IFormulaRuntimeService,
  Interpreter,
  Lexer,
  LexerNode,
  type BaseReferenceObject,
  type BaseValueObject,
  type FunctionVariantType,
} from "@univerjs/engine-formula";
import { errorValue } from "./cellValues";
import type { CellAddress } from "./cells";
import { syntaxWords } from "./syntaxWords";

/**
 * Evaluates one formula as if it stood at a place, without writing it there. Cells that it refers to give the values
 * they show; calculate the workbook first. Only between calculations: it shares the engine's state with them.
 */
export function evaluateFormula(injector: Injector, formula: string, at: CellAddress): BaseValueObject {
  loadForEvaluation(injector);
  return evaluateLoaded(injector, formula, at);
}

/** Takes up what the cells show: once before many formulas, since it takes as long as the workbook is large. */
export function loadForEvaluation(injector: Injector): void {
  injector.get(IFormulaCurrentConfigService).loadDataLite();
}

/** Evaluates one formula over what was taken up. */
export function evaluateLoaded(injector: Injector, formula: string, at: CellAddress): BaseValueObject {
  const configuration = injector.get(IFormulaCurrentConfigService);
  const { rowCount, columnCount } = configuration.getSheetRowColumnCount(at.unitId, at.sheetId);
  const runtime = injector.get(IFormulaRuntimeService);
  runtime.reset();
  runtime.setCurrent(at.row, at.column, rowCount, columnCount, at.sheetId, at.unitId);
  const lexed = injector.get(Lexer).treeBuilder(formula);
  const node = lexed instanceof LexerNode ? injector.get(AstTreeBuilder).parse(lexed) : undefined;
  if (!node) return errorValue(ErrorType.VALUE, syntaxWords(formula));
  return asValue(injector.get(Interpreter).execute({ node, refOffsetX: 0, refOffsetY: 0 }));
}

/** Whether a calculation of the open workbooks is under way. */
export function isCalculating(injector: Injector): boolean {
  const stage = injector.get(IFormulaRuntimeService).getFormulaExecuteStage();
  return stage !== FormulaExecuteStageType.IDLE && stage !== FormulaExecuteStageType.CALCULATION_COMPLETED;
}

function asValue(result: FunctionVariantType): BaseValueObject {
  return result.isReferenceObject()
    ? (result as BaseReferenceObject).toArrayValueObject()
    : (result as BaseValueObject);
}
