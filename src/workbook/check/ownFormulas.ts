import { holds } from "../book/address";
import type { Area } from "../book/book";
import { own } from "../formula/own";
import type { OwnFormula } from "./checkFormulas";

/** A sheet of a workbook's file. */
interface FiledSheet {
  readonly name: string;
  readonly cells: readonly {
    readonly row: number;
    readonly column: number;
    readonly formula: string | undefined;
    readonly spill: Omit<Area, "sheet"> | undefined;
    readonly isFixedArray: boolean;
  }[];
  readonly tables: readonly { readonly name: string; readonly area: Omit<Area, "sheet"> }[];
}

/** Sheet by sheet, row by row: the formulas that call a function of ours, and how many others there are. */
export function formulasIn(sheets: readonly FiledSheet[]): {
  readonly ours: readonly OwnFormula[];
  readonly others: number;
} {
  const ours: OwnFormula[] = [];
  let others = 0;
  for (const { name: sheet, cells, tables } of sheets) {
    for (const { row, column, formula, spill, isFixedArray } of cells) {
      if (formula === undefined) continue;
      if (!own.areIn(formula)) {
        others++;
        continue;
      }
      const table = tables.find(({ area }) => holds(area, { row, column }))?.name;
      ours.push({
        sheet,
        row,
        column,
        formula,
        ...(spill ? { spill: { ...spill, sheet } } : {}),
        ...(isFixedArray ? { isFixedArray } : {}),
        ...(table === undefined ? {} : { table }),
      });
    }
  }
  return { ours, others };
}
