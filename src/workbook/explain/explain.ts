import { implementations } from "../../functions/implementations";
import type { ExplainOptions, Explanation } from "../actionTypes";
import { a1, readAddress } from "../book/address";
import { evaluate, NotCalculated, type CellsOf } from "../formula/evaluate";
import { callsOf, parseFormula, referencesOf, type Expression } from "../formula/parse";
import { ActionError } from "../book/report";
import type { Area, CellContent, Grid, OpenBook, Running } from "../book/book";
import { argumentsTable, workingOf, type Call } from "./working";

/**
 * Explains the selected cell: the working of its formula with clauses, and where it shows an error our words for it,
 * since some Excels hide them. Reads, and changes nothing.
 */
export async function explain(book: OpenBook, options: ExplainOptions, _running: Running = {}): Promise<Explanation> {
  const cell = await selectedCell(book, options.cell);
  const formula = String(cell.contents[0]?.[0] ?? "");
  const about = { cell: areaOf(cell), formula, shows: cell.values[0]?.[0] ?? "" };
  if (!formula.startsWith("=")) return { ...about, said: typedWords(about.shows), working: [] };
  const calls = callsOf(parseFormula(formula)).filter(({ name }) => implementations[bare(name)]);
  const [outermost] = calls;
  if (!outermost) return { ...about, said: notOurs(formula, about.shows), working: [] };
  const cellsOf = await referenced(book, outermost, cell.sheet);
  const failed = firstError(calls, cellsOf);
  return { ...about, ...(failed ?? explained(outermost, cellsOf)) };
}

type Told = Pick<Explanation, "said" | "working" | "error">;

/** Inner calls first: the outermost one only passes their error on. */
function firstError(calls: readonly Call[], cellsOf: CellsOf): Told | undefined {
  for (const call of [...calls].reverse()) {
    try {
      evaluate(call, cellsOf);
    } catch (error) {
      if (error instanceof NotCalculated) continue;
      const { code = "#VALUE!", message } = error as { code?: string; message: string };
      return {
        said: `${bare(call.name)} cannot answer: ${message}.`,
        working: argumentsTable(call, cellsOf),
        error: { code, message },
      };
    }
  }
  return undefined;
}

function explained(call: Call, cellsOf: CellsOf): Told {
  try {
    return workingOf(call, cellsOf);
  } catch (error) {
    if (!(error instanceof NotCalculated)) throw error;
    return {
      said: `${bare(call.name)} takes an argument that is calculated by ${error.part}; put it in a cell of its own to see the working.`,
      working: [],
    };
  }
}

async function selectedCell(book: OpenBook, wanted: Area | undefined): Promise<Area & Grid> {
  const sight = await book.look(wanted ? { areas: [wanted] } : { selection: true });
  const [grid] = sight.areas;
  if (wanted && grid) return { ...wanted, ...grid };
  if (sight.selection) return sight.selection;
  throw new ActionError("Select a cell first.");
}

const TABLE = /^([\w.]+)(?:\[.*\])?$/;

/** The cells of every reference of a call, in one round trip. */
async function referenced(book: OpenBook, call: Expression, sheet: string): Promise<CellsOf> {
  const references = [...new Set(referencesOf(call))];
  const areas = references.map((reference) => ({ reference, area: readAddress(reference, sheet) }));
  const cells = areas.flatMap(({ area }) => (area ? [area] : []));
  const words = areas.filter(({ area }) => !area).map(({ reference }) => TABLE.exec(reference)?.[1] ?? reference);
  const sight = await book.look({ areas: cells, tables: words, names: words });
  return (reference) => {
    const at = areas.filter(({ area }) => area).findIndex((other) => other.reference === reference);
    const word = TABLE.exec(reference)?.[1] ?? "";
    const values = at >= 0 ? sight.areas[at]?.values : (sight.tables[word] ?? sight.names[word])?.values;
    return values?.map((row) => row.map(asArgument));
  };
}

/** An error cell inside a range, as a host hands it to a function. */
function asArgument(cell: CellContent): unknown {
  return typeof cell === "string" && /^#(VALUE|N\/A|NAME|REF|DIV\/0|NUM|NULL|SPILL|CALC)[!?]?$/.test(cell)
    ? { type: "Error", basicValue: cell }
    : cell;
}

function typedWords(shows: CellContent): string {
  return shows === ""
    ? "The cell is blank."
    : "The cell holds what was typed into it, or belongs to a table that spills from another cell.";
}

function notOurs(formula: string, shows: CellContent): string {
  if (shows === "#NAME?")
    return `The program does not know a name in ${formula}. If it is a function of Tieout, choose Repair.`;
  return parseFormula(formula)
    ? "The formula uses none of Tieout's functions."
    : "The formula is not one that can be explained here.";
}

function bare(name: string): string {
  return name.replace(/^_xldudf_/i, "").toUpperCase();
}

function areaOf({ sheet, row, column }: Area): Area {
  return { sheet, row, column, rows: 1, columns: 1 };
}

export function placeWords(cell: Area): string {
  return `${a1(cell)} on ${cell.sheet}`;
}
