import type { Figure } from "../figure";
import { constant } from "../formula";
import type { PublishedCase } from "./publishedCase";

import { date, first } from "./year2001";

type Row = (string | number)[];

interface WeightedInputs {
  readonly openingShares: number;
  /** Months, or days of a year; events are counted in the same. */
  readonly periodLength: number;
  readonly numerator?: number;
  readonly events: readonly { readonly at: number; readonly shares?: number; readonly factor?: number | string }[];
}

export function weightedFigures({ inputs, expected }: PublishedCase): Figure[] {
  const { openingShares, numerator, events, periodLength } = inputs as unknown as WeightedInputs;
  const inMonths = periodLength <= 12 && events.every(({ at }) => Number.isInteger(at));
  const unit = inMonths || periodLength > 12 ? 1 : 100; // parts of a month as so many days
  const day = (at: number) => (inMonths ? first(at + 1) : first(1) + at * unit);
  const changes = events.map(({ at, shares = 0, factor }): Row =>
    factor === undefined
      ? [day(at), shares < 0 ? "repurchase" : "issue", Math.abs(shares)]
      : [day(at), "split", ratio(factor)],
  );
  const period = `${date(first(1))},${date(day(periodLength) - 1)}`;
  const shares = `WEIGHTEDSHARES(${period},${openingShares},${constant(changes)},"${inMonths ? "months" : "days"}")`;
  const { weightedAverage, eps } = expected as { weightedAverage: number; eps?: string };
  return [
    { what: "weighted average", formula: `=ROUND(${shares},0)`, printed: String(weightedAverage) },
    ...(eps === undefined ? [] : [{ what: "EPS", formula: `=BASICEPS(${numerator},${shares})`, printed: eps }]),
  ];
}

/** "1.1" as a number, "3/2" as one says it. */
function ratio(factor: number | string): number | string {
  return String(factor).includes("/") ? String(factor).replace("/", "-for-") : Number(factor);
}
