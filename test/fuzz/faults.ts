import type { CustomFunction } from "../../src/functions/catalogue";
import type { Arguments } from "./seedCalls";

const LONGEST = 4_000;
const NONSENSE = /Infinity|NaN|undefined|\[object|null\b/;

/** What is wrong with the answer of a call, whatever its arguments were; nothing where it is sound. */
export function faultsOf({ call, parameters }: CustomFunction, args: Arguments): string[] {
  const names = new RegExp(`^(${parameters.map(({ name }) => name).join("|")})\\b`);
  try {
    return [call(...args)].flat(2).flatMap((cell) => faultsOfCell(cell, names));
  } catch (error) {
    return error instanceof CustomFunctions.Error ? faultsOfError(error, names) : [`throws ${String(error)}`];
  }
}

function faultsOfCell(cell: unknown, names: RegExp): string[] {
  if (cell instanceof CustomFunctions.Error) return faultsOfError(cell, names);
  if (typeof cell === "string") return faultsOfWords(cell, 40_000);
  if (typeof cell === "boolean") return [];
  const number = typeof cell === "object" && cell !== null && "basicValue" in cell ? cell.basicValue : cell;
  if (typeof number !== "number" || !Number.isFinite(number))
    return [`answers ${JSON.stringify(cell) ?? String(cell)} (${String(number)})`];
  return Object.is(number, -0) ? ["answers -0"] : [];
}

function faultsOfError({ message }: CustomFunctions.Error, names: RegExp): string[] {
  const words = message ?? "";
  return [...(names.test(words) ? [] : [`names no argument: ${words}`]), ...faultsOfWords(words, LONGEST)];
}

function faultsOfWords(words: string, longest: number): string[] {
  return [
    ...(NONSENSE.test(words.replace(/"(?:[^"\\]|\\.)*"/g, "")) ? [`says nonsense: ${words.slice(0, 300)}`] : []),
    ...(words.length > longest ? [`${words.length} characters: ${words.slice(0, 200)}`] : []),
  ];
}
