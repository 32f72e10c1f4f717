import { isoDate } from "../../core/calendar/civilDate";
import { readDate } from "../../functions/cells/arguments";
import type { ImportedPeriod, ImportPreview } from "../../workbook/actions";
import type { CellContent } from "../../workbook/book/book";
import { Grid } from "../Grid";

/** The columns that every period has; then one a security class and one a printed figure, as far as any period has them. */
const COLUMNS: readonly (readonly [heading: string, of: (period: ImportedPeriod) => CellContent | undefined])[] = [
  ["Period end", ({ periodEnd }) => isoDate(readDate({ name: "period end", value: periodEnd }))],
  ["Months", ({ months }) => months],
  ["Net income", ({ netIncome }) => netIncome],
  ["Continuing income", ({ continuingIncome }) => continuingIncome],
  ["Preferred dividends", ({ preferredDividends }) => preferredDividends],
  ["Weighted shares", ({ weightedShares }) => weightedShares],
];

/** What an import read, period by period, with what it left out or decided. */
export function ImportPreviewTable({ preview: { periods, remarks } }: { readonly preview: ImportPreview }) {
  const securities = namesIn(periods, (period) => period.securities);
  const printed = namesIn(periods, (period) => period.printed);
  const rows = periods.map((period) => [
    ...COLUMNS.map(([, of]) => of(period) ?? ""),
    ...securities.map((name) => period.securities[name] ?? ""),
    ...printed.map((name) => period.printed[name] ?? ""),
  ]);
  const header = [...COLUMNS.map(([heading]) => heading), ...securities, ...printed.map((name) => `Printed: ${name}`)];
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

function namesIn(
  periods: readonly ImportedPeriod[],
  of: (period: ImportedPeriod) => Readonly<Record<string, number>>,
): string[] {
  return [...new Set(periods.flatMap((period) => Object.keys(of(period))))];
}
