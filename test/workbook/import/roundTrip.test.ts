import fc from "fast-check";
import { format } from "numfmt";
import { addMonths, dayOf } from "../../../src/core/calendar/civilDate";
import { EPSTABLE } from "../../../src/functions/eps/epsPeriods";
import { serialOf } from "../../../src/functions/cells/arguments";
import { readExhibitText } from "../../../src/workbook/import/exhibitText";
import type { ImportedPeriod } from "../../../src/workbook/actionTypes";
import { periodRows, tableHeaders } from "../../../src/workbook/eps/periodRows";
import { setOpenWorkbook } from "../../../src/functions/cells/openWorkbook";
import "../../../src/engine/customFunctionsRuntime";

beforeAll(() => setOpenWorkbook({ formattedNumbers: true }));

type Cell = number | string | { basicValue: number; numberFormat: string };

/** A cell as it is shown, and so as it is copied. */
const shown = (cell: Cell): string =>
  typeof cell === "object" ? format(cell.numberFormat, cell.basicValue).trim() : String(cell);

const asRows = (table: Cell[][]) => table.map((row) => row.map(shown));
const LAYOUTS = {
  "of fixed width": (rows: string[][]) => {
    const widths = rows[0]?.map((_cell, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
    const padded = (cell: string, column: number) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart((widths[column] ?? 0) + 3);
    return rows.map((row) => row.map(padded).join("").trimEnd()).join("\n");
  },
  "with tabs": (rows: string[][]) => rows.map((row) => row.join("\t")).join("\n"),
};

const CLASSES = [
  "Options",
  "Warrants",
  "Convertible notes",
  "6% convertible debentures due 2010",
  "Restricted stock units",
  "Convertible preferred stock",
  "Employee stock purchase plan",
  "Contingently issuable shares",
  "Shares held by the ESOP",
];

const amount = fc.integer({ min: -5_000_000, max: 5_000_000 });
const period = (classes: readonly string[], hasAddBacks: boolean) =>
  fc.record({
    netIncome: amount,
    discontinued: fc.oneof(fc.constant(0), amount),
    preferredDividends: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 400_000 })),
    weightedShares: fc.integer({ min: 400_000, max: 40_000_000 }),
    securities: fc.tuple(...classes.map(() => fc.oneof(fc.constant(0), fc.integer({ min: 1_000, max: 900_000 })))),
    addBacks: fc.tuple(...classes.map(() => (hasAddBacks ? fc.integer({ min: 0, max: 90_000 }) : fc.constant(0)))),
  });

const SHAPES: readonly (readonly (readonly [monthsBack: number, months: number])[])[] = [
  [
    [0, 3],
    [12, 3],
    [0, 9],
    [12, 9],
  ],
  [
    [0, 3],
    [12, 3],
  ],
  [
    [0, 12],
    [12, 12],
  ],
  [[0, 6]],
];

const tables = fc
  .record({
    shape: fc.constantFrom(...SHAPES),
    classes: fc.subarray(CLASSES, { minLength: 0, maxLength: 4 }),
    year: fc.integer({ min: 1996, max: 2026 }),
    hasAddBacks: fc.boolean(),
  })
  .chain(({ shape, classes, year, hasAddBacks }) =>
    fc.tuple(...shape.map(() => period(classes, hasAddBacks))).map((figures) =>
      shape.map(([monthsBack, months], index): ImportedPeriod => {
        const { discontinued, securities, addBacks, ...given } = figures[index] as (typeof figures)[0];
        const month = months === 9 ? 9 : months === 12 ? 12 : months === 6 ? 6 : 9;
        const counted = Object.fromEntries(classes.map((label, place) => [label, securities[place] ?? 0]));
        const withShares = classes.flatMap((label, place) => (counted[label] ? [[label, addBacks[place] ?? 0]] : []));
        return {
          ...given,
          periodEnd: serialOf(addMonths(dayOf(year, month, 30), -monthsBack)),
          months,
          continuingIncome: given.netIncome - discontinued || given.netIncome, // nothing is nothing said
          securities: counted,
          addBacks: Object.fromEntries(withShares),
          printed: {},
        };
      }),
    ),
  );

const tableOf = (periods: readonly ImportedPeriod[]) => {
  const headers = tableHeaders(periods);
  return [headers, ...periodRows(periods, headers)];
};
const printedFrom = (periods: readonly ImportedPeriod[], decimals: number, footing: boolean) =>
  asRows(EPSTABLE(tableOf(periods), undefined, undefined, undefined, undefined, decimals, footing) as Cell[][]);

describe.each(Object.entries(LAYOUTS))("what EPSTABLE prints, pasted as text %s,", (_name, layout) => {
  test("imports to periods of which EPSTABLE prints the same", () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 2, max: 4 }), fc.boolean(), (periods, decimals, footing) => {
        const rows = printedFrom(periods, decimals, footing);
        const read = readExhibitText(layout(rows));
        expect(printedFrom(read.periods, decimals, footing)).toEqual(rows);
        for (const { periodEnd, months, netIncome, continuingIncome, preferredDividends, weightedShares } of periods) {
          const same = read.periods.find((other) => other.periodEnd === periodEnd && other.months === months);
          expect(same).toMatchObject({ netIncome, weightedShares });
          expect(same?.continuingIncome ?? netIncome).toBe(continuingIncome);
          expect(same?.preferredDividends ?? 0).toBe(preferredDividends);
        }
      }),
      { numRuns: 60 },
    );
  });
});
