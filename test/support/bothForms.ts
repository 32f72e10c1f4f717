import { loanFromObject } from "../../src/core/loan/form/objectForm";
import { readGivenLoan } from "../../src/core/loan/form/readGivenLoan";
import type { Loan } from "../../src/core/loan/loan";
import type { LoanSchedule } from "../../src/core/loan/schedule/loanSchedule";
import { sheetRows } from "../../src/core/loan/sheetRows";
import { serialOf, type Cell } from "../../src/functions/cells/arguments";
import { givenBySheet } from "../../src/functions/loan/loanSheet";

/** An agreement in its object form: the fields of a loan sheet by their keys. */
export type Agreement = Readonly<Record<string, unknown>>;

/** The rows of a loan sheet that say what an object says. */
export function sheetOf(agreement: Agreement): Cell[][] {
  const { terms, schedule } = sheetRows(agreement);
  const rows = [...terms, ...schedule].map((row) =>
    row.map((value) => (typeof value === "object" ? serialOf(value.day) : value)),
  );
  const width = Math.max(...rows.map(({ length }) => length));
  return rows.map((row) => [...row, ...Array<Cell>(width - row.length).fill("")]);
}

/** The loan of an agreement, once its sheet and its object are seen to make the same schedule. */
export function loanOfBothForms(agreement: Agreement): Loan {
  const byObject = loanFromObject(agreement);
  const bySheet = readGivenLoan(givenBySheet("loan", sheetOf(agreement)));
  expect(columnsOf(bySheet.schedule)).toEqual(columnsOf(byObject.schedule));
  return byObject;
}

const columnsOf = ({ dates, interests, payments, closings }: LoanSchedule) => [dates, interests, payments, closings];
