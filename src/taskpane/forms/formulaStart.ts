import { a1, cellAt } from "../../workbook/book/address";
import type { Area, OpenBook } from "../../workbook/book/book";
import { ActionError } from "../../workbook/book/report";
import { callsIn } from "../../workbook/formula/callsIn";

/** What the function form begins with. */
export interface FormulaStart {
  /** The formula that is edited, or a new one: =LOANBALANCE(). */
  readonly formula: string;
  /** Which of the calls in it. */
  readonly call: number;
  /** The cell that it goes into. */
  readonly cell?: Area | undefined;
  /** Whether the cell holds the formula already. */
  readonly isEdited: boolean;
}

/** A new formula of one function, for the selected cell. */
export async function newFormula(book: OpenBook, name: string): Promise<FormulaStart> {
  const { selection } = await book.look({ selection: true });
  const cell = selection && cellAt(selection.sheet, selection.row, selection.column);
  return { formula: `=${name}()`, call: 0, cell, isEdited: false };
}

/**
 * The formula of the selected cell, or of the cell whose formula fills it.
 *
 * @throws ActionError where it uses none of our functions
 */
export async function selectedFormula(book: OpenBook): Promise<FormulaStart> {
  const { selection } = await book.look({ selection: true, closely: true });
  if (!selection) throw new ActionError("Select a cell with a formula first.");
  const { sheet, row, column } = selection.spill ?? selection;
  const cell = cellAt(sheet, row, column);
  const { areas } = await book.look({ areas: [cell] });
  const formula = String(areas[0]?.contents[0]?.[0] ?? "");
  if (callsIn(formula).length === 0) {
    throw new ActionError(`${a1(cell)} holds no formula of Tieout's functions. Choose a function below to write one.`);
  }
  return { formula, call: 0, cell, isEdited: true };
}
