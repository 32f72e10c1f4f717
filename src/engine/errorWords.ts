import type { Injector, IUnitRangeName } from "@univerjs/core";
import {
  deserializeRangeWithSheetWithCache,
  IFunctionService,
  LexerTreeBuilder,
  sequenceNodeType,
  type ISequenceNode,
} from "@univerjs/engine-formula";
import { nearestWord } from "../functions/cells/spelling";
import { workbookOf } from "./shownValue";

/** What an error value says where no function of ours gave words to it. */
const MEANING: Readonly<Record<string, string>> = {
  "#DIV/0!": "a number is divided by zero",
  "#N/A": "no value is available, or a function has too few or too many arguments",
  "#NAME?": "the formula holds a name that is not known here",
  "#NULL!": "the ranges have no cell in common",
  "#NUM!": "a number is out of the bounds of the function",
  "#REF!": "a reference points outside the sheet",
  "#SPILL!": "there are cells in the way of the rows that the formula answers",
  "#VALUE!": "a value is of the wrong kind for its place in the formula",
  "#CALC!": "the calculation has no value to give",
  "#CYCLE!": "the formula depends on its own cell",
};

/** The words for an error of the engine's own; an unknown name or sheet is named, with the one that may be meant. */
export function errorWords(injector: Injector, code: string, formula: string, unitId: string): string {
  const unknown = code === "#NAME?" ? unknownFunction(injector, formula) : unknownSheet(injector, formula, unitId);
  return unknown ?? MEANING[code] ?? "the formula gives an error";
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
