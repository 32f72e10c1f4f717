import { toNumber } from "../../../core/number/fraction";
import type { LineRole, RoleLine } from "./roles";

const TOTALS: ReadonlySet<LineRole> = new Set([
  "Net income",
  "Continuing income",
  "Income available to common",
  "Continuing income available to common",
  "Diluted income",
  "Subtotal",
]);
const BETWEEN: ReadonlySet<LineRole> = new Set([
  "Preferred dividends",
  "Other deduction",
  "Discontinued or other income",
]);

/**
 * Says of every line between two totals whether its figures are added to the first or taken from it, where only one of
 * the two makes the second in every column; a subtotal may also be the sum of the lines alone. From income available to
 * the common stock up to net income it is the other way round.
 */
export function withFooting(lines: readonly RoleLine[]): RoleLine[] {
  const done = [...lines];
  let [total, between]: [RoleLine | undefined, number[]] = [undefined, []];
  lines.forEach((line, index) => {
    if (BETWEEN.has(line.role)) between.push(index);
    if (!TOTALS.has(line.role)) return;
    const stands = standsOf(
      total,
      between.map((place) => lines[place] as RoleLine),
      line,
    );
    if (stands) for (const place of between) done[place] = { ...(lines[place] as RoleLine), stands };
    [total, between] = [line, []];
  });
  return done;
}

function standsOf(first: RoleLine | undefined, between: readonly RoleLine[], last: RoleLine): RoleLine["stands"] {
  if (between.length === 0 || !between.some(isTelling)) return undefined;
  const [added, deducted] = [1, -1].map((sign) =>
    [...last.cells.keys()].every((key) => {
      const lines = sign * between.reduce((sum, line) => sum + figure(line, key), 0);
      const isMade = (from: number) => Math.abs(from + lines - figure(last, key)) <= ROUNDING * (between.length + 2);
      return (first !== undefined && isMade(figure(first, key))) || (sign === 1 && isMade(0));
    }),
  );
  if (added === deducted) return undefined;
  const isUpwards = first?.role === "Income available to common" && last.role === "Net income";
  return added !== isUpwards ? "added" : "deducted";
}

/** Half a printed unit a figure. */
const ROUNDING = 0.5;

function figure({ cells }: RoleLine, key: string): number {
  const cell = cells.get(key);
  return cell ? toNumber(cell.value) : 0;
}

function isTelling({ cells }: RoleLine): boolean {
  return [...cells.values()].some(({ value }) => Math.abs(toNumber(value)) > 2 * ROUNDING);
}
