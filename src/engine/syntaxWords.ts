import { MOST_LEVELS } from "./corrections/calculationFaults";

const PAIRS: Readonly<Record<string, string>> = { "(": ")", "{": "}" };
const CLOSERS = Object.values(PAIRS);

/** Why a formula cannot be read, as far as its parentheses and quotation marks tell. */
export function syntaxWords(formula: string): string {
  return `the formula cannot be read: ${openFault(withoutText(formula)) ?? "check its commas, operators and names"}`;
}

/** Text constants and quoted sheet names may hold anything; a quotation mark that is left was not closed. */
function withoutText(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, "");
}

function openFault(formula: string): string | undefined {
  if (formula.replace(/^=/, "").trim() === "") return "it is empty";
  const open: string[] = [];
  for (const mark of formula) {
    if (mark === '"' || mark === "'") return `a quotation mark (${mark}) is not closed`;
    if (mark in PAIRS) open.push(mark);
    if (open.length > MOST_LEVELS) return "it nests too deep";
    if (CLOSERS.includes(mark) && PAIRS[open.pop() ?? ""] !== mark) return `there is a "${mark}" too many`;
  }
  const last = open.at(-1);
  return last && `a "${last}" is not closed`;
}
