import type { Injector, IUnitRangeName } from "@univerjs/core";
import {
  deserializeRangeWithSheetWithCache,
  IFunctionService,
  LexerTreeBuilder,
  sequenceNodeType,
  type ISequenceNode,
} from "@univerjs/engine-formula";
import { nearestWord } from "../core/spelling";
import { ERROR_MEANING } from "../functions/cells/errorMeaning";
import { workbookOf } from "./shownValue";

/** The words for an error of the engine's own; an unknown name or sheet is named, with the one that may be meant. */
export function errorWords(injector: Injector, code: string, formula: string, unitId: string): string {
  const unknown = code === "#NAME?" ? unknownFunction(injector, formula) : unknownSheet(injector, formula, unitId);
  return unknown ?? ERROR_MEANING[code] ?? "the formula gives an error";
}

function unknownFunction(injector: Injector, formula: string): string | undefined {
  const known = [...injector.get(IFunctionService).getExecutors().keys()].map(String);
  const name = namesOfFunctions(injector, formula).find((called) => !known.includes(called));
  return name && `there is no function ${name}${suggestion(name, known)}`;
}

function unknownSheet(injector: Injector, formula: string, unitId: string): string | undefined {
  const known = (workbookOf(injector, unitId)?.getSheets() ?? []).map((sheet) => sheet.getName());
  const name = referencesIn(injector, formula)
    .map(({ sheetName }) => sheetName)
    .find((sheet) => sheet !== "" && !known.includes(sheet));
  return name && `there is no sheet "${name}"${suggestion(name, known)}`;
}

function suggestion(name: string, known: readonly string[]): string {
  const meant = nearestWord(name, known);
  return meant === undefined ? "" : `; did you mean ${meant}?`;
}

function namesOfFunctions(injector: Injector, formula: string): string[] {
  return nodesOf(injector, formula)
    .filter(({ nodeType }) => nodeType === sequenceNodeType.FUNCTION)
    .map(({ token }) => token.trim().toUpperCase());
}

/** The ranges that a formula refers to, as they are written in it. */
export function referencesIn(injector: Injector, formula: string): IUnitRangeName[] {
  return nodesOf(injector, formula)
    .filter(({ nodeType }) => nodeType === sequenceNodeType.REFERENCE)
    .map(({ token }) => deserializeRangeWithSheetWithCache(token));
}

function nodesOf(injector: Injector, formula: string): ISequenceNode[] {
  const nodes = injector.get(LexerTreeBuilder).sequenceNodesBuilder(formula) ?? [];
  return nodes.filter((node): node is ISequenceNode => typeof node !== "string");
}
