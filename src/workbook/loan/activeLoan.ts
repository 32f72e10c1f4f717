import { CalculationError } from "../../core/errors";
import { readingOf } from "../../functions/loan/loanReading";
import { readLoan } from "../../functions/loan/loanArgument";
import { BUILT_IN_LOAN, openWorkbook, setOpenWorkbook, type OpenWorkbook } from "../../functions/cells/openWorkbook";
import type { ActiveLoan, ChooseActiveLoan, NoOptions } from "../actionTypes";
import { absolute, encloses } from "../book/address";
import { apply } from "../book/apply";
import { ACTIVE_LOAN_NAME, ACTIVE_LOAN_SETTING, loanTermsName } from "../book/names";
import { ActionError, report, type Report } from "../book/report";
import type { Area, Edit, Grid, OpenBook, Running, Sight } from "../book/book";

const BUILT_IN_LABEL = `${BUILT_IN_LOAN} (built in)`;

/** What the settings hold: that the loan is in the cells of our name, which follows them when they are moved. */
const BY_NAME = ACTIVE_LOAN_NAME;

/**
 * Makes a range the workbook's loan, after reading it as one, or the built-in agreement. The choice is kept in the
 * workbook's settings, and every formula that may use it is calculated again, since Excel itself does not see that
 * their loan changed.
 */
export async function chooseActiveLoan(
  book: OpenBook,
  options: ChooseActiveLoan,
  running: Running = {},
): Promise<Report> {
  if (options.loan === null) return chooseBuiltIn(book, running);
  const loan = await chosen(book, options.loan);
  if (loan.rows * loan.columns < 4)
    throw new ActionError(
      "Select the whole loan sheet first: its labels and values, and the schedule if there is one.",
    );
  requireLoan(loan.values);
  await become(book, loan.values, running, [
    { do: "name", name: ACTIVE_LOAN_NAME, area: areaOf(loan) },
    { do: "setting", key: ACTIVE_LOAN_SETTING, value: BY_NAME },
  ]);
  const said = `The active loan is now ${labelOf(loan)}. Every formula that uses it was calculated again.`;
  return report([said, ...readingOf(loan.values)].join(" "), true);
}

async function chooseBuiltIn(book: OpenBook, running: Running): Promise<Report> {
  await become(book, BUILT_IN_LOAN, running, [{ do: "setting", key: ACTIVE_LOAN_SETTING, value: BUILT_IN_LOAN }]);
  return report(
    "The active loan is the built-in agreement of Exhibit 10.10. Every formula that uses it was calculated again.",
    true,
  );
}

/** Hands the workbook's loan to the functions, as it stands in its cells now; answers where it is. */
export async function loadActiveLoan(book: OpenBook, _options: NoOptions, _running: Running = {}): Promise<ActiveLoan> {
  const { settings, names } = await book.look({ settings: [ACTIVE_LOAN_SETTING], names: [ACTIVE_LOAN_NAME] });
  const setting = settings[ACTIVE_LOAN_SETTING];
  const loan = setting === BY_NAME ? names[ACTIVE_LOAN_NAME] : undefined;
  setOpenWorkbook({ activeLoan: loan?.values ?? (setting === BUILT_IN_LOAN ? BUILT_IN_LOAN : null) });
  if (loan) {
    const reading = readingOf(loan.values);
    return { area: areaOf(loan), label: labelOf(loan), isChosen: true, ...(reading.length > 0 ? { reading } : {}) };
  }
  return { area: null, label: BUILT_IN_LABEL, isChosen: setting === BUILT_IN_LOAN };
}

/**
 * Hands the workbook's loan to the functions again after a change of the workbook. Only where the loan is different are
 * formulas calculated again: their calculation is itself a change of the workbook.
 */
export async function reloadActiveLoan(book: OpenBook): Promise<ActiveLoan> {
  const before = JSON.stringify(openWorkbook().activeLoan);
  const loan = await loadActiveLoan(book, {});
  if (JSON.stringify(openWorkbook().activeLoan) !== before)
    await book.perform([{ do: "recalculate", cells: await loanFormulas(book) }]);
  return loan;
}

/** The chosen cells; for a part of an inserted loan sheet its terms as they are named, with the rows kept for more. */
async function chosen(book: OpenBook, loan: Area | undefined): Promise<Area & Grid> {
  const cells = await chosenCells(book, loan);
  const name = loanTermsName(cells.sheet);
  const terms = (await book.look({ names: [name] })).names[name];
  return terms && encloses(terms, cells) ? terms : cells;
}

async function chosenCells(book: OpenBook, loan: Area | undefined): Promise<Area & Grid> {
  const sight = await book.look(loan ? { areas: [loan] } : { selection: true });
  const [grid] = sight.areas;
  if (loan && grid) return { ...loan, ...grid };
  if (sight.selection) return sight.selection;
  throw new ActionError("Select the cells of the loan sheet first.");
}

function requireLoan(values: Grid["values"]): void {
  try {
    readLoan(values);
  } catch (error) {
    if (!(error instanceof CalculationError)) throw error;
    throw new ActionError(`These cells are no loan sheet: ${error.message}. The active loan is as it was.`);
  }
}

/** The functions have the new loan before the recalculation asks for it, and the old one again when it fails. */
async function become(
  book: OpenBook,
  loan: OpenWorkbook["activeLoan"],
  running: Running,
  edits: readonly Edit[],
): Promise<void> {
  const before = openWorkbook().activeLoan;
  const cells = await loanFormulas(book);
  setOpenWorkbook({ activeLoan: loan });
  try {
    await apply(book, [...edits, { do: "recalculate", cells }], running);
  } catch (error) {
    setOpenWorkbook({ activeLoan: before });
    throw error;
  }
}

/** Every loan function may take the workbook's loan. A formula too many, such as one that names its loan, does no harm. */
const USES_A_LOAN = /^=.*\bLOAN[A-Z]+\s*\(/is;

/** The cells whose formulas may use the workbook's loan, those below each other as one area. */
async function loanFormulas(book: OpenBook): Promise<Area[]> {
  const { sheets } = await book.look({ everySheet: true });
  return Object.entries(sheets).flatMap(([sheet, grid]) => formulasIn(sheet, grid));
}

function formulasIn(sheet: string, { contents }: Sight["sheets"][string]): Area[] {
  const areas: Area[] = [];
  /** Which area is the lowest in a column. */
  const lowest = new Map<number, number>();
  for (const [row, cells] of contents.entries()) {
    for (const [column, content] of cells.entries()) {
      if (typeof content !== "string" || !USES_A_LOAN.test(content)) continue;
      const index = lowest.get(column) ?? -1;
      const above = areas[index];
      if (above && above.row + above.rows === row) areas[index] = { ...above, rows: above.rows + 1 };
      else lowest.set(column, areas.push({ sheet, row, column, rows: 1, columns: 1 }) - 1);
    }
  }
  return areas;
}

function areaOf({ sheet, row, column, rows, columns }: Area): Area {
  return { sheet, row, column, rows, columns };
}

function labelOf(loan: Area): string {
  return absolute(loan).replaceAll("$", "");
}
