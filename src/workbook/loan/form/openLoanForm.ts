import { a1, absolute, encloses } from "../../book/address";
import type { Area, Grid, OpenBook } from "../../book/book";
import { ACTIVE_LOAN_NAME, ACTIVE_LOAN_SETTING, loanTermsName } from "../../book/names";
import { ActionError } from "../../book/report";
import { formOfSheet, type LoanForm } from "./loanForm";

/**
 * The form of the loan whose sheet is open, else of the workbook's loan, as its cells stand.
 *
 * @throws ActionError where the workbook has no loan of its own
 */
export async function openLoanForm(book: OpenBook): Promise<LoanForm> {
  const { selection } = await book.look({ selection: true });
  const onSheet = selection ? loanTermsName(selection.sheet) : ACTIVE_LOAN_NAME;
  const { names, settings } = await book.look({
    names: [onSheet, ACTIVE_LOAN_NAME],
    settings: [ACTIVE_LOAN_SETTING],
  });
  const active = settings[ACTIVE_LOAN_SETTING] === ACTIVE_LOAN_NAME ? names[ACTIVE_LOAN_NAME] : undefined;
  const ofSheet = names[onSheet];
  const loan = ofSheet && selection?.sheet === ofSheet.sheet ? ofSheet : active;
  if (!loan) {
    throw new ActionError(
      "This workbook has no loan of its own yet. Start one with New loan, or choose its cells first.",
    );
  }
  return formOfSheet(areaOf(loan), loan);
}

/** The cells of the form's loan as they are now, with room for a number of rows, and what is to be named for it. */
export async function roomFor(book: OpenBook, area: Area, rows: number): Promise<{ grid: Grid; grown: Area }> {
  const grown = { ...area, rows: Math.max(area.rows, rows) };
  const { areas } = await book.look({ areas: [grown] });
  const grid = areas[0] ?? { contents: [], values: [] };
  const below = grid.contents.slice(area.rows).flat();
  if (below.some((content) => content !== "")) {
    throw new ActionError(
      `There is no room below ${a1(area)} for another row of the loan. Insert a row there, and choose the loan's cells again.`,
    );
  }
  return { grid, grown };
}

/** The names that stand for these cells, which grow with them. */
export async function namesOf(book: OpenBook, area: Area): Promise<string[]> {
  const wanted = [loanTermsName(area.sheet), ACTIVE_LOAN_NAME];
  const { names } = await book.look({ names: wanted });
  return wanted.filter((name) => {
    const named = names[name];
    return named && encloses(named, area) && encloses(area, named);
  });
}

export function labelOf(area: Area): string {
  return absolute(area).replaceAll("$", "");
}

function areaOf({ sheet, row, column, rows, columns }: Area): Area {
  return { sheet, row, column, rows, columns };
}
