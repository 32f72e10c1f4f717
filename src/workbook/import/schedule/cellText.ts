import type { DateOrder, Day } from "../../../core/calendar/civilDate";
import { printedFigure } from "../../../core/number/printedFigure";
import type { Fraction } from "../../../core/number/fraction";
import { existing, monthNumber, readPrintedDate } from "../printedDates";

/** A date as banks print it, with two digits of its year too: Sept. 1, 81. */
export function readScheduleDate(text: string, order: DateOrder): Day | undefined {
  const short = /^\s*([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{2})\s*$/.exec(text);
  if (short)
    return existing(Number(short[3]) + (Number(short[3]) < 70 ? 2000 : 1900), monthNumber(short[1]), Number(short[2]));
  const compact = /^\s*(\d{1,2})-([A-Za-z]{3})-(\d{2})\s*$/.exec(text);
  if (compact)
    return existing(
      Number(compact[3]) + (Number(compact[3]) < 70 ? 2000 : 1900),
      monthNumber(compact[2]),
      Number(compact[1]),
    );
  return readPrintedDate(text, order);
}

export function isDateText(text: string): boolean {
  return readScheduleDate(text, "month first") !== undefined || readScheduleDate(text, "day first") !== undefined;
}

/** 1.933,28 and 500,00, as most of Europe writes them. */
const COMMA_DECIMALS = /^\(?-?\s*\p{Sc}?\s*\d{1,3}(?:[.\s]\d{3})*,\d{2}\)?(?:\s*\p{Sc})?$/u;

export function hasCommaDecimals(text: string): boolean {
  return COMMA_DECIMALS.test(text.trim());
}

/** An amount as it is printed; undefined where the text is none. */
export function readAmount(text: string, commaDecimals: boolean): Fraction | undefined {
  const plain = commaDecimals ? text.replace(/[.\s](?=\d{3})/g, "").replace(",", ".") : text;
  const figure = printedFigure(plain);
  return figure && !figure.isPercent ? figure.value : undefined;
}

export function isFigureText(text: string): boolean {
  return printedFigure(text) !== undefined || hasCommaDecimals(text);
}
