import fc from "fast-check";
import type { Arguments } from "./seedCalls";

type Row = readonly unknown[];
type Rows = readonly Row[];

const ERRORS = ["#VALUE!", "#N/A", "#REF!", "#DIV/0!", "#NUM!", "#NAME?", "#NULL!", "#SPILL!", "#CALC!"];

const numbers = fc.oneof(
  fc.constantFrom(0, -0, 1, -1, 0.5, 1 / 3, 1e-10, 1e-300, 5e-324, 1e15, 2 ** 53, 1e21, 1e300, Number.MAX_VALUE),
  fc.constantFrom(45292, 45323, 36526, 60, 61, 2_958_465, 2_958_466, 0.06, 12, 360, 365),
  fc.integer({ min: -100_000, max: 100_000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

const texts = fc.oneof(
  fc.constantFrom("", " ", "-", "—", "n/a", "1,000", "(400,000)", "5 %", "1-for-7", "Principal", "monthly", "ACT/360"),
  fc.constantFrom("2024-01-15", "1/2/2024", "January 15, 2024", "9".repeat(400), `0.${"3".repeat(5_000)}`, "1e999"),
  fc.constantFrom("Net income", "Weighted shares", "Period end", "__proto__", "constructor", "=1+1", "<b>x</b>", "é💶"),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.string({ minLength: 30_000, maxLength: 32_767 }),
);

/** Whatever a cell may hold when Excel hands it over. */
const cells: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: numbers },
  { weight: 4, arbitrary: texts },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constantFrom(...ERRORS).map((basicValue) => ({ type: "Error", basicValue })) },
);

const ranges: fc.Arbitrary<Rows> = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }))
  .chain(([height, width]) =>
    fc.array(fc.array(cells, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
  );

/** One thing that goes wrong with a table between the head and the sheet. */
const damages: fc.Arbitrary<(rows: Rows) => Rows> = fc.oneof(
  spot(cells, (rows, place, value) => put(rows, place, () => value)),
  spot(cells, (rows, place, value) => put(rows, place, () => value)),
  spot(fc.integer({ min: -9, max: 9 }), (rows, place, power) =>
    put(rows, place, (value) => (typeof value === "number" ? inACell(value * 10 ** power) : value)),
  ),
  spot(fc.constantFrom("upper", "twice", "cut", "text"), (rows, place, how) => put(rows, place, misspelt(how))),
  spot(fc.nat(), (rows, { row }, other) => swapped(rows, row, other % rows.length)),
  spot(fc.boolean(), (rows, { row }, isDoubled) =>
    rows.toSpliced(row, isDoubled ? 0 : 1, ...(isDoubled ? [rows[row] ?? []] : [])),
  ),
  spot(cells, (rows, { column }, value) => rows.map((row) => row.toSpliced(column, 0, value))),
  spot(fc.constant(0), (rows, { column }) => rows.map((row) => row.toSpliced(column, 1))),
  fc.constant((rows: Rows) => (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]))),
);

/** What a formula of a cell makes of a number that is too large. */
function inACell(number: number): unknown {
  return Number.isFinite(number) ? number : { type: "Error", basicValue: "#NUM!" };
}

interface Place {
  readonly row: number;
  readonly column: number;
}

function spot<T>(with_: fc.Arbitrary<T>, damage: (rows: Rows, place: Place, value: T) => Rows) {
  return fc.tuple(fc.nat(), fc.nat(), with_).map(([row, column, value]) => (rows: Rows) => {
    const place = { row: row % rows.length, column: column % (rows[0]?.length || 1) };
    return damage(rows, place, value);
  });
}

function put(rows: Rows, { row, column }: Place, change: (value: unknown) => unknown): Rows {
  return rows.with(row, (rows[row] ?? []).with(column, change(rows[row]?.[column])));
}

function swapped(rows: Rows, one: number, other: number): Rows {
  return rows.with(one, rows[other] ?? []).with(other, rows[one] ?? []);
}

const misspelt = (how: string) => (value: unknown) => {
  if (how === "text") return String(value);
  if (typeof value !== "string" || value === "") return value;
  if (how === "upper") return value.toUpperCase();
  return how === "twice" ? `${value} ${value}` : value.slice(1);
};

/** What may go wrong with an argument. */
type Damage = (argument: unknown) => unknown;

const damagesOfArgument: fc.Arbitrary<Damage> = fc.oneof(
  { weight: 5, arbitrary: damages.map((damage) => (argument: unknown) => asRange(damage, argument)) },
  { weight: 1, arbitrary: fc.oneof(cells, ranges).map((other) => () => other) },
);

/** Arguments of which one or more went wrong; a table that is left without a cell is left out. */
export function brokenCalls(seeds: readonly Arguments[], most: number): fc.Arbitrary<Arguments> {
  const steps = fc.array(fc.tuple(fc.nat(), damagesOfArgument), { minLength: 1, maxLength: 3 });
  return fc
    .tuple(fc.constantFrom(...seeds), fc.nat({ max: most }), steps)
    .map(([seed, count, damaged]) =>
      damaged.reduce<Arguments>(
        (args, [index, damage]) => args.with(index % args.length, damage(args[index % args.length])),
        [...seed, ...Array<null>(Math.max(0, count - seed.length)).fill(null)],
      ),
    );
}

function asRange(damage: (rows: Rows) => Rows, argument: unknown): unknown {
  const rows = damage(Array.isArray(argument) ? (argument as Rows) : [[argument]]);
  if (!rows[0]?.length) return null;
  return rows.length === 1 && rows[0].length === 1 ? rows[0][0] : rows;
}
