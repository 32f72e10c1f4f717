import { civilDate, daysInNumbers, type DateOrder, type Day } from "../../core/calendar/civilDate";
import type { Cell } from "../cells/arguments";

/** "02/15/2024", or "Monthly, beginning 02/15/2024". */
const AT_THE_END = /(?<![\d/.-])\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?=\s*$)/;

/** What a sheet is told of it. */
export function datesReadIn(order: DateOrder): string {
  return `Dates in numbers are read ${order}, as one of the sheet can only be read so.`;
}

/**
 * The order of the dates in numbers among the cells of a sheet: that of those which can only be read in one, where none can
 * only be read in the other. null where the sheet settles none, or has no such date.
 */
export function dateOrderOf(cells: readonly Cell[]): DateOrder | null {
  const orders = new Set<DateOrder>();
  for (const cell of cells) {
    const [text] = typeof cell === "string" ? (AT_THE_END.exec(cell) ?? []) : [];
    const [day, other] = text === undefined ? [] : daysInNumbers(text);
    if (text === undefined || day === undefined || other !== undefined || isSameEitherWay(day)) continue;
    orders.add(orderOf(text, day));
  }
  const [order] = orders;
  return orders.size === 1 && order !== undefined ? order : null;
}

/** The words of a date in numbers, in the order of its sheet, as they read one way; any other value as it is. */
export function dateInOrder(value: unknown, order: DateOrder): unknown {
  if (typeof value !== "string") return value;
  const day = daysInNumbers(value).find((one) => isSameEitherWay(one) || orderOf(value, one) === order);
  if (day === undefined) return value;
  const { year, month, day: dayOfMonth } = civilDate(day);
  return `${year}-${month}-${dayOfMonth}`;
}

function orderOf(text: string, day: Day): DateOrder {
  return Number.parseInt(text.trim(), 10) === civilDate(day).month ? "month first" : "day first";
}

/** 5/5/2024. */
function isSameEitherWay(day: Day): boolean {
  const { month, day: dayOfMonth } = civilDate(day);
  return month === dayOfMonth;
}
