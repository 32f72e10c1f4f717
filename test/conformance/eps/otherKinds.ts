import { constant, type Figure, type FigureCase } from "./figure";
import type { PublishedCase } from "./publishedCase";

type Row = (string | number)[];

/** Serial of the first of a month of 2001; month 13 is the January after. */
const first = (month: number) => Math.round(Date.UTC(2001, month - 1, 1) / 86_400_000) + 25_569;

/** A serial as a user types it. */
function date(serial: number): string {
  const day = new Date((serial - 25_569) * 86_400_000);
  return `DATE(${day.getUTCFullYear()},${day.getUTCMonth() + 1},${day.getUTCDate()})`;
}

interface WeightedInputs {
  readonly opening_shares: number;
  /** Months, or days of a year; events are counted in the same. */
  readonly period_length: number;
  readonly numerator?: number;
  readonly events: readonly { readonly at: number; readonly shares?: number; readonly factor?: number | string }[];
}

export function weightedFigures({ inputs, expected }: PublishedCase): Figure[] {
  const { opening_shares, numerator, events, period_length } = inputs as unknown as WeightedInputs;
  const inMonths = period_length <= 12 && events.every(({ at }) => Number.isInteger(at));
  const unit = inMonths || period_length > 12 ? 1 : 100; // parts of a month as so many days
  const day = (at: number) => (inMonths ? first(at + 1) : first(1) + at * unit);
  const changes = events.map(({ at, shares = 0, factor }): Row =>
    factor === undefined
      ? [day(at), shares < 0 ? "repurchase" : "issue", Math.abs(shares)]
      : [day(at), "split", ratio(factor)],
  );
  const period = `${date(first(1))},${date(day(period_length) - 1)}`;
  const shares = `WEIGHTEDSHARES(${period},${opening_shares},${constant(changes)},"${inMonths ? "months" : "days"}")`;
  const { weighted_average, eps } = expected as { weighted_average: number; eps?: string };
  return [
    { what: "weighted average", formula: `=ROUND(${shares},0)`, printed: String(weighted_average) },
    ...(eps === undefined ? [] : [{ what: "EPS", formula: `=BASICEPS(${numerator},${shares})`, printed: eps }]),
  ];
}

/** "1.1" as a number, "3/2" as one says it. */
function ratio(factor: number | string): number | string {
  return String(factor).includes("/") ? String(factor).replace("/", "-for-") : Number(factor);
}

interface TwoClassInputs {
  readonly net_income: number;
  readonly preferred_dividends?: number;
  readonly classes: readonly { name: string; shares: number; distributed_total: number; weight: number }[];
}

export function twoClassFigures({ inputs, expected }: PublishedCase): Figure[] {
  const { net_income, preferred_dividends = "", classes } = inputs as unknown as TwoClassInputs;
  const rows = classes.map(({ name, shares, distributed_total, weight }): Row => [
    name,
    shares,
    distributed_total,
    Number(weight),
  ]);
  const dividends = preferred_dividends === "" ? "" : `,${preferred_dividends}`;
  const table = `TWOCLASSEPS(${net_income},${constant([["Class", "Shares", "Dividends", "Participation"], ...rows])}${dividends})`;
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

interface ContingentInputs {
  readonly base_shares: number;
  readonly site_shares: number;
  readonly site_open_months: readonly number[];
  readonly threshold: number;
  readonly shares_per_1000: number;
  readonly ytd_income: readonly number[];
  readonly ytd_method: string;
}

/**
 * Shares for each site opened and for income beyond a threshold, as a sheet: the four quarters, then the year. The loss
 * of the third quarter comes from below the control number, so that the shares stay in.
 */
export function contingentCase({ inputs, expected }: PublishedCase): Pick<FigureCase, "sheet" | "figures"> {
  const terms = inputs as unknown as ContingentInputs;
  const averaged = terms.ytd_method === "us_average_of_quarters";
  const quarters = terms.ytd_income.map((toDate, index) => {
    const income = toDate - (terms.ytd_income[index - 1] ?? 0);
    return periodFormulas(terms, { from: index * 3 + 1, to: index * 3 + 4, income, toDate });
  });
  const year = periodFormulas(terms, {
    from: 1,
    to: 13,
    income: terms.ytd_income[3] ?? 0,
    toDate: terms.ytd_income[3] ?? 0,
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
  const { basic_shares, basic_eps, diluted_shares, diluted_eps } = expected as Record<string, (string | number)[]>;
  return {
    sheet,
    figures: periods.flatMap(({ name, basic, basicEps, diluted, dilutedEps }, index): Figure[] => [
      { what: `${name} basic shares`, formula: `=ROUND(${basic},0)`, printed: String(basic_shares?.[index]) },
      { what: `${name} basic`, formula: `=${basicEps}`, printed: String(basic_eps?.[index]) },
      { what: `${name} diluted shares`, formula: `=ROUND(${diluted},0)`, printed: String(diluted_shares?.[index]) },
      { what: `${name} diluted`, formula: `=${dilutedEps}`, printed: String(diluted_eps?.[index]) },
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
  const opened = terms.site_open_months.map((month): Row => [first(month), "issue", terms.site_shares]);
  const basic = `WEIGHTEDSHARES(${start},${end},${terms.base_shares},${constant(opened)},"months",${first(1)})`;
  const sites = terms.site_open_months
    .filter((month) => month > from && month < to)
    .map((month): Row => [`Site of month ${month}`, "contingent", terms.site_shares, start, first(month) - 1]);
  const earned = (Math.max(toDate - terms.threshold, 0) / 1000) * terms.shares_per_1000;
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
