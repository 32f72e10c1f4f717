import { isoDate } from "../../core/calendar/civilDate";
import type { ImportedPeriod, ImportPreview } from "../../workbook/actions";
import type { CellContent } from "../../workbook/book/book";
import { wordsFor } from "../../workbook/eps/filed";
import { figureOf, tableHeaders } from "../../workbook/eps/periodRows";
import { dayOfSerial } from "../../workbook/eps/serials";
import { Grid } from "../Grid";

/** What an import read, as the period table will have it, with the printed figures beside; and what it left out or decided. */
export function ImportPreviewTable({ preview: { periods, remarks } }: { readonly preview: ImportPreview }) {
  const headers = tableHeaders(periods);
  const printed = [...new Set(periods.flatMap((period) => Object.keys(period.printed)))];
  const rows = periods.map((period) => [
    ...headers.map((header) => shown(period, header)),
    ...printed.map((name) => period.printed[name] ?? ""),
  ]);
  const header = [...headers, ...printed.map((name) => `Printed: ${wordsFor(name)}`)];
  return (
    <>
      <Grid label="Periods to import" rows={[header, ...rows]} />
      {remarks.length > 0 && (
        <ul>
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function shown(period: ImportedPeriod, header: string): CellContent {
  if (header === "Period end") return isoDate(dayOfSerial(period.periodEnd));
  return figureOf(period, header) ?? "";
}
