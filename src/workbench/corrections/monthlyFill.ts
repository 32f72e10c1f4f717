import { Direction, type ICellData, type Nullable } from "@univerjs/core";
import { AUTO_FILL_APPLY_TYPE, AutoFillRules } from "@univerjs/sheets";
import type { Day } from "../../core/calendar/civilDate";
import { monthlySeries } from "../../core/calendar/dateSeries";
import { readDate, serialOf } from "../../functions/cells/arguments";

/**
 * Has the fill handle carry on dates that are whole months apart by months, as Excel does: payment dates, quarter ends.
 * Univer 0.25.1 carries them on by days, so that after 9/12 and 10/12 came 11/11.
 */
export function fillByMonths(): void {
  const { applyFunctions = {} } = AutoFillRules.dateRule;
  const byDays = applyFunctions[AUTO_FILL_APPLY_TYPE.SERIES];
  applyFunctions[AUTO_FILL_APPLY_TYPE.SERIES] = (source, length, direction, ...others) => {
    const isBackward = direction === Direction.UP || direction === Direction.LEFT;
    const cells = isBackward ? [...source.data].reverse() : source.data;
    const days = cells.flatMap(dayIn);
    const dateAt = days.length === cells.length ? monthlySeries(days) : undefined;
    if (!dateAt) return byDays?.(source, length, direction, ...others) ?? [];
    const filled = Array.from({ length }, (_none, index) => ({
      ...cells[index % cells.length],
      v: serialOf(dateAt(cells.length + index)),
    }));
    return isBackward ? filled.reverse() : filled;
  };
}

/** A whole day; a time of day is no part of such a series. */
function dayIn(cell: Nullable<ICellData>): Day[] {
  const serial = Number(cell?.v);
  try {
    return Number.isInteger(serial) ? [readDate({ name: "date", value: serial })] : [];
  } catch {
    return []; // A number that is no date, in a cell that shows dates.
  }
}
