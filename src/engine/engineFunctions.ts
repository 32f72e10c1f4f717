/**
 * Our functions in the formula engine of the workbench and the command line.
 *
 * A host passes the two lists to the engine when it is built, and is then ready:
 *
 *     const { executors, descriptions } = engineFunctions();
 *     // headless: registerPlugin(UniverFormulaEnginePlugin, { function: executors })
 *     //           registerPlugin(UniverSheetsFormulaPlugin, { description: descriptions })
 *     // preset:   UniverSheetsCorePreset({ formula: { function: executors, description: descriptions } })
 *
 * `errorAt(injector, { unitId, sheetId, row, column })` (cellErrors.ts) gives the words of the error that a cell shows,
 * `showSpilledFormats(injector)` (spilledFormats.ts) shows the formats of spilled dates and amounts, and
 * `showTiesAsExcel(injector)` (shownTies.ts) rounds what a number format shows; the injector is `univer.__getInjector()`.
 * To import this file mends what is wrong in the engine, each in a file of its own: constants, faults, progress, caches,
 * lookups, recalculation, references to spills.
 */
import "./corrections/calculationFaults";
import "./corrections/calculationProgress";
import "./corrections/constants";
import "./corrections/exactLookups";
import "./corrections/formulaCaches";
import "./corrections/recalculation";
import "./corrections/spillReferences";
import { FunctionType, type IFunctionInfo } from "@univerjs/engine-formula";
import { catalogue, type CustomFunction, type Parameter } from "../functions/catalogue";
import { setOpenWorkbook } from "../functions/cells/openWorkbook";
import { engineFunction, type EngineFunction } from "./functionAdapter";
import { natives } from "./natives/natives";

export interface EngineFunctions {
  /** For the engine's `function` setting. */
  readonly executors: [EngineFunction, string][];
  /** For the engine's `description` setting: autocomplete and argument help. */
  readonly descriptions: IFunctionInfo[];
}

export function engineFunctions(functions: readonly CustomFunction[] = catalogue): EngineFunctions {
  setOpenWorkbook({ formattedNumbers: true });
  return {
    executors: [
      ...natives.map(({ executor, id }): [EngineFunction, string] => [executor, id]),
      ...functions.map((one): [EngineFunction, string] => [engineFunction(one), one.id]),
    ],
    descriptions: functions.map(description),
  };
}

function description({ id, description, parameters }: CustomFunction): IFunctionInfo {
  return {
    functionName: id,
    functionType: FunctionType.User,
    description,
    abstract: description,
    functionParameter: parameters.map(parameterHelp),
  };
}

function parameterHelp({ name, description, type, dimensionality, optional, repeating }: Parameter) {
  return {
    name,
    detail: description,
    example: dimensionality === "matrix" ? "A1:C9" : type === "string" ? '"text"' : type === "number" ? "2" : "A1",
    require: optional ? 0 : 1,
    repeat: repeating ? 1 : 0,
  };
}
