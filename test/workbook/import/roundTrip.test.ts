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
  "between upright strokes": (rows: string[][]) => rows.map((row) => `| ${row.join(" | ")} |`).join("\n"),
  "of fixed width, captions over two lines": (rows: string[][]) =>
    rows.flatMap((row) => overTwoLines(row).map((cells) => spread(cells, 48))).join("\n"),
};

/** A caption goes on in the next line, as filings break them; headings stay whole. */
function overTwoLines([caption = "", ...cells]: string[]): string[][] {
  const at = caption.lastIndexOf(" ", 44);
  if (caption.length <= 44 || at < 0) return [[caption, ...cells]];
  return [[caption.slice(0, at)], [`  ${caption.slice(at + 1)}`, ...cells]];
}

function spread([caption = "", ...cells]: string[], width: number): string {
  return (caption.padEnd(width) + cells.map((cell) => cell.padStart(34)).join("")).trimEnd();
}

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
const orNothing = (some: fc.Arbitrary<number>) => fc.oneof(fc.constant(0), some);
const deducted = fc.integer({ min: 1, max: 400_000 });

/** Which lines of the numerator a table has beside income and preferred dividends. */
interface Lines {
  readonly hasAddBacks: boolean;
  readonly isEveryLine: boolean;
}

const period = (classes: readonly string[], { hasAddBacks, isEveryLine }: Lines) =>
  fc.record({
    // Zero would say nothing.
    continuingIncome: amount.filter((income) => income !== 0),
    discontinued: orNothing(amount),
    extraordinary: isEveryLine ? orNothing(amount) : fc.constant(0),
    cumulative: isEveryLine ? orNothing(amount) : fc.constant(0),
    noncontrolling: isEveryLine ? orNothing(fc.integer({ min: -90_000, max: 90_000 })) : fc.constant(0),
    participating: isEveryLine ? orNothing(deducted) : fc.constant(0),
    deemed: isEveryLine ? orNothing(deducted) : fc.constant(0),
    preferredDividends: orNothing(deducted),
    weightedShares: fc.integer({ min: 400_000, max: 40_000_000 }),
    securities: fc.tuple(...classes.map(() => fc.oneof(fc.constant(0), fc.integer({ min: 1_000, max: 900_000 })))),
    addBacks: fc.tuple(...classes.map(() => (hasAddBacks ? fc.integer({ min: 0, max: 90_000 }) : fc.constant(0)))),
  });

const SHAPES: readonly (readonly (readonly [monthsBack: number, months: number])[])[] = [
  [
    [0, 12],
    [12, 12],
    [24, 12],
  ],
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
    isEveryLine: fc.boolean(),
  })
  .chain(({ shape, classes, year, ...lines }) =>
    fc.tuple(...shape.map(() => period(classes, lines))).map((figures) =>
      shape.map(([monthsBack, months], index): ImportedPeriod => {
        const figure = figures[index] as (typeof figures)[0];
        const { continuingIncome, discontinued, extraordinary, cumulative, securities, addBacks } = figure;
        const { noncontrolling, participating, deemed, preferredDividends, weightedShares } = figure;
        const month = months === 9 ? 9 : months === 12 ? 12 : months === 6 ? 6 : 9;
        const counted = Object.fromEntries(classes.map((label, place) => [label, securities[place] ?? 0]));
        const withShares = classes.flatMap((label, place) => (counted[label] ? [[label, addBacks[place] ?? 0]] : []));
        return {
          netIncome: continuingIncome + discontinued + extraordinary + cumulative,
          preferredDividends,
          weightedShares,
          extraordinaryItem: extraordinary,
          cumulativeEffect: cumulative,
          noncontrollingInterest: noncontrolling,
          participating,
          deductions: { "Deemed dividends": deemed },
          periodEnd: serialOf(addMonths(dayOf(year, month, 30), -monthsBack)),
          months,
          continuingIncome,
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
