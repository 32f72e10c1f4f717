import type { Figure, FigureCase } from "../figure";
import { constant } from "../formula";
import type { PublishedCase } from "./publishedCase";

import { first } from "./year2001";

type Row = (string | number)[];

interface ContingentInputs {
  readonly baseShares: number;
  readonly siteShares: number;
  readonly siteOpenMonths: readonly number[];
  readonly threshold: number;
  readonly sharesPer1000: number;
  readonly ytdIncome: readonly number[];
  readonly ytdMethod: string;
}

/**
 * Shares for each site opened and for income beyond a threshold, as a sheet: the four quarters, then the year. The loss
 * of the third quarter comes from below the control number, so that the shares stay in.
 */
export function contingentCase({ inputs, expected }: PublishedCase): Pick<FigureCase, "sheet" | "figures"> {
  const terms = inputs as unknown as ContingentInputs;
  const averaged = terms.ytdMethod === "us_average_of_quarters";
  const quarters = terms.ytdIncome.map((toDate, index) => {
    const income = toDate - (terms.ytdIncome[index - 1] ?? 0);
    return periodFormulas(terms, { from: index * 3 + 1, to: index * 3 + 4, income, toDate });
  });
  const year = periodFormulas(terms, {
    from: 1,
    to: 13,
    income: terms.ytdIncome[3] ?? 0,
    toDate: terms.ytdIncome[3] ?? 0,
  });
  const sheet = [
    ["Period end", "Months", "Net income", "Continuing income", "Weighted shares", "Contingent shares"],
    ...quarters.map(({ end, income, basic, diluted }, index): Row => [
      end,
      3,
      income,
      Math.max(income, 1),
      `=${basic}`,
      `=${diluted}-E${index + 2}`,
    ]),
  ];
  const toDate = "EPSYTD(A1:F5)";
  const last = (column: number) => `INDEX(${toDate},5,${column})`;
  const periods = [
    ...quarters.map((quarter, index) => ({ ...quarter, name: `Q${index + 1}` })),
    averaged
      ? { name: "year", basic: last(6), basicEps: last(9), diluted: last(8), dilutedEps: last(10) }
      : { ...year, name: "year" },
  ];
  const printed = expected as Record<string, (string | number)[]>;
  return {
    sheet,
    figures: periods.flatMap(({ name, basic, basicEps, diluted, dilutedEps }, index): Figure[] => [
      { what: `${name} basic shares`, formula: `=ROUND(${basic},0)`, printed: String(printed.basicShares?.[index]) },
      { what: `${name} basic`, formula: `=${basicEps}`, printed: String(printed.basicEps?.[index]) },
      {
        what: `${name} diluted shares`,
        formula: `=ROUND(${diluted},0)`,
        printed: String(printed.dilutedShares?.[index]),
      },
      { what: `${name} diluted`, formula: `=${dilutedEps}`, printed: String(printed.dilutedEps?.[index]) },
    ]),
  };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly income: number;
  readonly toDate: number;
}

function periodFormulas(terms: ContingentInputs, { from, to, income, toDate }: Stretch) {
  const [start, end] = [first(from), first(to) - 1];
  const opened = terms.siteOpenMonths.map((month): Row => [first(month), "issue", terms.siteShares]);
  const basic = `WEIGHTEDSHARES(${start},${end},${terms.baseShares},${constant(opened)},"months",${first(1)})`;
  const sites = terms.siteOpenMonths
    .filter((month) => month > from && month < to)
    .map((month): Row => [`Site of month ${month}`, "contingent", terms.siteShares, start, first(month) - 1]);
  const earned = (Math.max(toDate - terms.threshold, 0) / 1000) * terms.sharesPer1000;
  const table = constant([
    ["Security", "Type", "Number", "From", "To"],
    ...sites,
    ["Earnings", "contingent", earned, start, end],
  ]);
  const control = Math.max(income, 1);
  return {
    end,
    income,
    basic,
    basicEps: `BASICEPS(${income},${basic})`,
    diluted: `DILUTEDSHARES(${income},${basic},${table},,${control},${start},${end},"months")`,
    dilutedEps: `DILUTEDEPS(${income},${basic},${table},,2,${control},,${start},${end},"months")`,
  };
}
