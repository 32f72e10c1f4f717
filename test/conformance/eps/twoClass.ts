import type { Figure } from "../figure";
import { constant } from "../formula";
import type { PublishedCase } from "./publishedCase";

type Row = (string | number)[];

interface TwoClassInputs {
  readonly netIncome: number;
  readonly preferredDividends?: number;
  readonly classes: readonly { name: string; shares: number; distributedTotal: number; weight: number }[];
}

export function twoClassFigures({ inputs, expected }: PublishedCase): Figure[] {
  const { netIncome, preferredDividends = "", classes } = inputs as unknown as TwoClassInputs;
  const rows = classes.map(({ name, shares, distributedTotal, weight }): Row => [
    name,
    shares,
    distributedTotal,
    Number(weight),
  ]);
  const dividends = preferredDividends === "" ? "" : `,${preferredDividends}`;
  const table = `TWOCLASSEPS(${netIncome},${constant([["Class", "Shares", "Dividends", "Participation"], ...rows])}${dividends})`;
  const columns = { distributed: 5, undistributed: 6, total: 7 };
  return Object.entries(expected ?? {}).flatMap(([name, printed]): Figure[] => {
    if (typeof printed === "number")
      return [{ what: name, formula: `=VLOOKUP("Total",${table},4,FALSE)`, printed: String(printed) }];
    return Object.entries(printed as Record<keyof typeof columns, string>).map(([part, figure]) => ({
      what: `${name} ${part}`,
      formula: `=VLOOKUP("${name}",${table},${columns[part as keyof typeof columns]},FALSE)`,
      printed: figure,
    }));
  });
}
