import { CalculationError } from "../core/errors";
import { readLoan } from "../functions/loanArgument";
import { openWorkbook, setOpenWorkbook, type OpenWorkbook } from "../functions/openWorkbook";
import type { ActiveLoan, ChooseActiveLoan, NoOptions } from "./actionTypes";
import { absolute, encloses } from "./address";
import { apply } from "./apply";
import { ACTIVE_LOAN_NAME, ACTIVE_LOAN_SETTING, loanTermsName } from "./names";
import { ActionError, report, type Report } from "./report";
import type { Area, Edit, Grid, OpenBook, Running } from "./sheet";

const BUILT_IN: ActiveLoan = { area: null, label: "Exhibit 10.10 (built in)" };

/** What the settings hold: that the loan is in the cells of our name, which follows them when they are moved. */
const BY_NAME = ACTIVE_LOAN_NAME;

/**
 * Makes a range the workbook's loan, after reading it as one, or returns to the built-in agreement. It is kept in the
 * workbook's settings, and every formula is calculated again, since Excel itself does not see that their loan changed.
 */
export async function chooseActiveLoan(
  book: OpenBook,
  options: ChooseActiveLoan,
  running: Running = {},
): Promise<Report> {
  if (options.loan === null) return forget(book, running);
  const loan = await chosen(book, options.loan);
  if (loan.rows * loan.columns < 4)
    throw new ActionError(
      "Select the whole loan sheet first: its labels and values, and the schedule if there is one.",
    );
  const before = openWorkbook().activeLoan;
  requireLoan(loan.values);
  const edits: Edit[] = [
    { do: "name", name: ACTIVE_LOAN_NAME, area: areaOf(loan) },
    { do: "setting", key: ACTIVE_LOAN_SETTING, value: BY_NAME },
    { do: "recalculate" },
  ];
  await withLoan(loan.values, before, () => apply(book, edits, running));
  return report(`The active loan is now ${labelOf(loan)}. Every formula that uses it was calculated again.`, true);
}

/** Hands the workbook's loan to the functions, as it stands in its cells now; answers where it is. */
export async function loadActiveLoan(book: OpenBook, _options: NoOptions, _running: Running = {}): Promise<ActiveLoan> {
  const { settings, names } = await book.look({ settings: [ACTIVE_LOAN_SETTING], names: [ACTIVE_LOAN_NAME] });
  const loan = settings[ACTIVE_LOAN_SETTING] === BY_NAME ? names[ACTIVE_LOAN_NAME] : undefined;
  setOpenWorkbook({ activeLoan: loan?.values ?? null });
  return loan ? { area: areaOf(loan), label: labelOf(loan) } : BUILT_IN;
}

async function forget(book: OpenBook, running: Running): Promise<Report> {
  const edits: Edit[] = [{ do: "setting", key: ACTIVE_LOAN_SETTING, value: null }, { do: "recalculate" }];
  await withLoan(null, openWorkbook().activeLoan, () => apply(book, edits, running));
  return report(
    "The active loan is the built-in agreement of Exhibit 10.10 again. Every formula that uses it was calculated again.",
    true,
  );
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
async function withLoan(
  loan: Grid["values"] | null,
  before: OpenWorkbook["activeLoan"],
  change: () => Promise<unknown>,
): Promise<void> {
  setOpenWorkbook({ activeLoan: loan });
  try {
    await change();
  } catch (error) {
    setOpenWorkbook({ activeLoan: before });
    throw error;
  }
}

function areaOf({ sheet, row, column, rows, columns }: Area): Area {
  return { sheet, row, column, rows, columns };
}

function labelOf(loan: Area): string {
  return absolute(loan).replaceAll("$", "");
}
