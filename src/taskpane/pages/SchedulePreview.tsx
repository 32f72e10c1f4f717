import { isoDate } from "../../core/calendar/civilDate";
import { toNumber, type Fraction } from "../../core/number/fraction";
import type { CellContent } from "../../workbook/book/book";
import { count } from "../../workbook/book/report";
import type { ReadSchedule } from "../../workbook/import/schedule/readSchedule";
import { Grid } from "../Grid";
import { Note } from "../layout";

const HEADER = ["Date", "Opening balance", "Interest", "Principal", "Payment", "Balance"];

/** What was read of a schedule, line by line, and what was not. */
export function SchedulePreview({ read }: { readonly read: ReadSchedule }) {
  const { lines, missing, remarks, leftOut } = read;
  const cell = (amount: Fraction | null | undefined): CellContent => (amount ? toNumber(amount) : "");
  const rows = (lines?.lines ?? []).map((line, index): CellContent[] => {
    const date = lines?.dates?.[index];
    const { opening, interest, principal, reduction, balance } = line;
    return [date === undefined ? "" : isoDate(date), ...[opening, interest, principal, reduction, balance].map(cell)];
  });
  return (
    <>
      {missing && <Note>{missing}</Note>}
      {lines && <Note>{count(rows.length, "line")} read.</Note>}
      {rows.length > 0 && <Grid label="Lines of the schedule" rows={[HEADER, ...rows]} />}
      {remarks.map((remark) => (
        <Note key={remark}>{remark}</Note>
      ))}
      {leftOut.length > 0 && (
        <>
          <Note>{count(leftOut.length, "line")} not read:</Note>
          <ul aria-label="Lines that were not read">
            {leftOut.map(({ line, text, reason }) => (
              <li key={line}>
                Line {line}, {reason}: {text}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
