import { format, isDateFormat } from "numfmt";
import { exactly, minus, negated, toNumber } from "../../core/number/fraction";
import { catalogue, type CustomFunction } from "../../functions/catalogue";
import { YEAR_FORMAT, type FormattedNumber } from "../../functions/cells/answer";
import { BASICEPS } from "../../functions/eps/eps";
import { firstSentence } from "../../functions/helpText";
import { implementations } from "../../functions/implementations";
import type { Explanation } from "../actionTypes";
import { evaluate, NotCalculated, type CellsOf } from "../formula/evaluate";
import type { Expression } from "../formula/parse";
import type { CellContent } from "../book/book";

export type Call = Extract<Expression, { kind: "call" }>;

/** The function that lays out the working of another; its arguments bear the same names. */
const WORKED_BY: Readonly<Record<string, string>> = {
  LOANBALANCE: "LOANSTEPS",
  DILUTEDEPS: "DILUTIONSTEPS",
  DILUTEDSHARES: "DILUTIONSTEPS",
};

/** @throws NotCalculated when an argument goes beyond what is calculated here */
export function workingOf(call: Call, cellsOf: CellsOf): Pick<Explanation, "said" | "working"> {
  const known = definitionOf(call.name);
  const said = `${known.id}: ${firstSentence(known.description)}`;
  const steps = WORKED_BY[known.id];
  if (steps)
    return {
      said,
      working: table(implementations[steps]?.(...argumentsFor(definitionOf(steps), known, call, cellsOf))),
    };
  if (known.id === "BASICEPS") return { said, working: basicEpsSteps(valuesOf(call, cellsOf)) };
  const answer = table(evaluate(call, cellsOf));
  return {
    said,
    working:
      answer.length > 1
        ? answer
        : [...argumentsTable(call, cellsOf), ["Answer", answer[0]?.[0] ?? "", known.description]],
  };
}

/** What each argument came to, with its meaning. */
export function argumentsTable(call: Call, cellsOf: CellsOf): CellContent[][] {
  const { parameters } = definitionOf(call.name);
  const rows = call.args.map((arg, index): CellContent[] => [
    parameters[index]?.name ?? `argument ${index + 1}`,
    arg ? shownValue(arg, cellsOf) : "",
    parameters[index]?.description ?? "",
  ]);
  return [["Argument", "Value", "Meaning"], ...rows];
}

function shownValue(arg: Expression, cellsOf: CellsOf): CellContent {
  try {
    const value = table(evaluate(arg, cellsOf));
    return value.length === 1 && value[0]?.length === 1
      ? (value[0][0] ?? "")
      : `${value.length} rows × ${value[0]?.length ?? 0} columns`;
  } catch (error) {
    if (error instanceof NotCalculated) return error.message;
    return (error as { code?: string }).code ?? "#VALUE!";
  }
}

function definitionOf(name: string): CustomFunction {
  const found = catalogue.find(({ id }) => id === name);
  if (!found) throw new NotCalculated(name);
  return found;
}

function argumentsFor(steps: CustomFunction, known: CustomFunction, call: Call, cellsOf: CellsOf): unknown[] {
  const values = valuesOf(call, cellsOf);
  return steps.parameters.map(
    ({ name }) => values[known.parameters.findIndex((parameter) => parameter.name === name)] ?? null,
  );
}

function valuesOf(call: Call, cellsOf: CellsOf): unknown[] {
  return call.args.map((arg) => (arg ? evaluate(arg, cellsOf) : null));
}

/** Decimals at which a quotient is shown before it is rounded. */
const EXACT_DECIMALS = 8;

function basicEpsSteps([income, shares, dividends]: readonly unknown[]): CellContent[][] {
  const eps = (decimals: number | undefined) =>
    BASICEPS(income as unknown[][], shares as unknown[][], dividends as unknown[][], decimals)[0]?.[0] as CellContent;
  const exact = (value: unknown) => exactly(Number((Array.isArray(value) ? table(value)[0]?.[0] : value) ?? 0));
  const available = minus(exact(income), exact(dividends));
  return [
    ["Step", "Amount", "Clause"],
    ["Income of the period", toNumber(exact(income)), ""],
    ["Preferred dividends", toNumber(negated(exact(dividends))), "ASC 260-10-45-11"],
    ["Income available to common stockholders", toNumber(available), "ASC 260-10-45-10"],
    ["Weighted-average common shares", toNumber(exact(shares)), "ASC 260-10-45-10"],
    ["Per share, before rounding", eps(EXACT_DECIMALS), ""],
    ["Basic earnings per share", eps(undefined), "ASC 260-10-45-10"],
  ];
}

/** An answer as rows of plain cells: a date as it is written, another number without its format, an error by its code. */
function table(answer: unknown): CellContent[][] {
  const rows = Array.isArray(answer) ? (answer as unknown[]) : [[answer]];
  return rows.map((row) => (Array.isArray(row) ? row : [row]).map(plainCell));
}

function plainCell(cell: unknown): CellContent {
  if (typeof cell === "number" || typeof cell === "string" || typeof cell === "boolean") return cell;
  const { basicValue, numberFormat, code } = (cell ?? {}) as Partial<FormattedNumber> & { code?: string };
  if (basicValue === undefined) return code ?? "";
  // The pane writes amounts in its own way; a date or a year it would take for one.
  return numberFormat !== undefined && isDateOrYear(numberFormat) ? format(numberFormat, basicValue) : basicValue;
}

function isDateOrYear(numberFormat: string): boolean {
  return isDateFormat(numberFormat) || numberFormat === YEAR_FORMAT;
}
