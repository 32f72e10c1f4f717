import "../../src/engine/customFunctionsRuntime";
import { evaluate, NotCalculated } from "../../src/workbook/formula/evaluate";
import { parseFormula } from "../../src/workbook/formula/parse";
import type { CellContent } from "../../src/workbook/book/book";

/** What a cell with this formula shows: the first cell of the answer, or the code of its error. */
export function shownBy(formula: string, cellsOf: (reference: string) => CellContent[][] | undefined): CellContent {
  const parsed = parseFormula(formula.replaceAll("_xldudf_", "UNKNOWN_"));
  if (!parsed) return "#NAME?";
  try {
    const answer = evaluate(parsed, (reference) => cellsOf(reference)?.map((row) => row.map(asArgument)));
    const cell: unknown = Array.isArray(answer) ? (answer as unknown[][])[0]?.[0] : answer;
    if (typeof cell !== "object" || cell === null) return (cell ?? "") as CellContent;
    return String((cell as { code?: string }).code ?? (cell as { basicValue?: string }).basicValue);
  } catch (error) {
    if (error instanceof NotCalculated) return /\[/.test(error.part) ? "#REF!" : "#NAME?";
    return (error as { code?: string }).code ?? "#VALUE!";
  }
}

/** An error cell inside a range, as Excel hands it over. */
function asArgument(cell: CellContent): unknown {
  return typeof cell === "string" && /^#[A-Z/0!?]+$/.test(cell) ? { type: "Error", basicValue: cell } : cell;
}
