import { dayOfIsoDate } from "../../src/core/calendar/civilDate";
import { LOAN_FIELDS } from "../../src/core/loan/form/fields";
import { loanFromObject } from "../../src/core/loan/form/objectForm";
import { readGivenLoan } from "../../src/core/loan/form/readGivenLoan";
import type { Loan } from "../../src/core/loan/loan";
import type { LoanSchedule } from "../../src/core/loan/schedule/loanSchedule";
import { serialOf, type Cell } from "../../src/functions/cells/arguments";
import { givenBySheet } from "../../src/functions/loan/loanSheet";

/** An agreement in its object form: the fields of a loan sheet by their keys. */
export type Agreement = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A date in text is a serial on a sheet. */
function cellOf(value: unknown): Cell {
  const day = typeof value === "string" ? dayOfIsoDate(value) : undefined;
  return day === undefined ? ((value ?? "") as Cell) : serialOf(day);
}

/** The rows of a loan sheet that say what an object says. */
export function sheetOf(agreement: Agreement): Cell[][] {
  const rows = Object.entries(agreement).flatMap(([key, value]): Cell[][] => {
    if (key === "schedule") return linesOf(value as readonly Agreement[]);
    const field = LOAN_FIELDS.find((one) => one.key === key);
    if (!field) throw new Error(`${key} is no field of a loan`);
    const items: readonly unknown[] = field.list ? (value as readonly unknown[]) : [value];
    return items.map((item) => [
      field.label,
      ...(isRecord(item) ? field.values.map((one) => cellOf(item[one.key])) : [cellOf(item)]),
    ]);
  });
  const width = Math.max(...rows.map(({ length }) => length));
  return rows.map((row) => [...row, ...Array<Cell>(width - row.length).fill("")]);
}

const COLUMNS = {
  date: "Date",
  reduction: "Payment",
  balance: "Balance",
  interest: "Interest",
  principal: "Principal",
};

function linesOf(lines: readonly Agreement[]): Cell[][] {
  const keys = Object.keys(COLUMNS).filter((key) => lines.some((line) => key in line)) as (keyof typeof COLUMNS)[];
  return [keys.map((key) => COLUMNS[key]), ...lines.map((line) => keys.map((key) => cellOf(line[key])))];
}

/** The loan of an agreement, once its sheet and its object are seen to make the same schedule. */
export function loanOfBothForms(agreement: Agreement): Loan {
  const byObject = loanFromObject(agreement);
  const bySheet = readGivenLoan(givenBySheet("loan", sheetOf(agreement)));
  expect(columnsOf(bySheet.schedule)).toEqual(columnsOf(byObject.schedule));
  return byObject;
}

const columnsOf = ({ dates, interests, payments, closings }: LoanSchedule) => [dates, interests, payments, closings];
