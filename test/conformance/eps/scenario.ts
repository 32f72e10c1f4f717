import type { Figure, FigureCase } from "../figure";
import type { PublishedCase } from "./publishedCase";
import { withException } from "./reconciliation";

/** A year told by its events: what changed in the shares, what was convertible, what each quarter earned. */
interface ScenarioInputs {
  readonly openingShares: number;
  /** Months after January 1 at which shares join. */
  readonly events: readonly { readonly at: number; readonly shares: number }[];
  /** For each quarter, ordered; continuing operations are the first line. */
  readonly income: readonly Readonly<Record<string, number>>[];
  readonly preferredDividends: readonly number[];
  /** Outstanding up to the month `to`, with what each quarter would have saved. */
  readonly convertibles: readonly {
    readonly name: string;
    readonly line?: string;
    readonly shares: number;
    readonly to?: number;
    readonly addbacks: readonly number[];
  }[];
  /** Average prices of the quarters, or of the part of one in which the options were outstanding. */
  readonly options: readonly {
    readonly name: string;
    readonly number: number;
    readonly exercisePrice: number;
    readonly to?: number;
    readonly prices: readonly number[];
  }[];
  readonly ytdMethod: "us_average_of_quarters" | "ifrs_independent";
}

type Row = (string | number)[];

const PERIODS: Row = [
  "Period end",
  "Months",
  "Net income",
  "Continuing income",
  "Preferred dividends",
  "Weighted shares",
];
const SECURITIES: Row = [
  "Security",
  "Class",
  "Type",
  "Number",
  "Exercise price",
  "Average price",
  "Add-back",
  "To",
  "Period end",
];
const QUARTERS = [0, 1, 2, 3];
/** Serial of the first of a month of 2001, counted from 0. */
const first = (month: number) => Math.round(Date.UTC(2001, month, 1) / 86_400_000) + 25_569;

/**
 * The year as the sheet that an accountant keeps of it: share events, a period table, a securities table with a row for
 * each quarter in which an issue is outstanding. The year to date is then EPSYTD's own.
 */
export function scenarioCase(one: PublishedCase): Pick<FigureCase, "sheet" | "figures"> {
  const year = one.inputs as unknown as ScenarioInputs;
  const changes = [
    ["Date", "Kind", "Quantity"],
    ...year.events.map(({ at, shares }): Row => [first(at), shares < 0 ? "repurchase" : "issue", Math.abs(shares)]),
  ];
  const periods = [PERIODS, ...QUARTERS.map((quarter) => periodRow(year, quarter, `T1:V${changes.length}`))];
  const securities = [SECURITIES, ...QUARTERS.flatMap((quarter) => securityRows(year, quarter))];
  const height = Math.max(changes.length, periods.length, securities.length);
  const sheet = Array.from({ length: height }, (_row, index) => [
    ...padded(periods[index], 8),
    ...padded(securities[index], 11),
    ...padded(changes[index], 3),
  ]);
  const figures = figuresOf(year, `I1:Q${securities.length}`, one.expected as unknown as Expected);
  return { sheet, figures: figures.map((figure) => withException(one, figure)) };
}

function padded(row: Row | undefined, width: number): Row {
  return [...(row ?? []), ...Array<string>(width - (row?.length ?? 0)).fill("")];
}

function periodRow(
  { income, preferredDividends, openingShares }: ScenarioInputs,
  quarter: number,
  changes: string,
): Row {
  const [start, end] = [first(quarter * 3), first(quarter * 3 + 3) - 1];
  const lines = Object.values(income[quarter] ?? {});
  const shares = `=WEIGHTEDSHARES(${start},${end},${openingShares},${changes},"months",${first(0)})`;
  return [end, 3, lines.reduce((sum, line) => sum + line, 0), lines[0] ?? 0, preferredDividends[quarter] ?? 0, shares];
}

/** Rows of the issues that are outstanding on some day of the quarter. */
function securityRows({ convertibles, options }: ScenarioInputs, quarter: number): Row[] {
  const end = first(quarter * 3 + 3) - 1;
  const lasts = ({ to = 12 }: { readonly to?: number }) => to > quarter * 3;
  const until = (to?: number) => (to === undefined ? "" : first(to) - 1);
  return [
    ...convertibles
      .filter(lasts)
      .map(({ name, line = "", shares, to, addbacks }): Row => [
        name,
        line,
        "convertible",
        shares,
        "",
        "",
        addbacks[quarter] ?? 0,
        until(to),
        end,
      ]),
    ...options
      .filter(lasts)
      .map(({ name, number, exercisePrice, to, prices }): Row => [
        name,
        "",
        "option",
        number,
        exercisePrice,
        prices[quarter] ?? 0,
        "",
        until(to),
        end,
      ]),
  ];
}

/** Four quarters and the year. */
interface Expected {
  readonly basicShares: readonly number[];
  readonly dilutedShares: readonly number[];
  readonly basicEps: Readonly<Record<string, readonly string[]>>;
  readonly dilutedEps: Readonly<Record<string, readonly string[]>>;
}

function figuresOf(year: ScenarioInputs, securities: string, expected: Expected): Figure[] {
  const periods = [...QUARTERS.map((quarter) => quarterFormulas(quarter, securities)), yearFormulas(year, securities)];
  return periods.flatMap(({ name, basicShares, dilutedShares, basic, diluted }, index): Figure[] => [
    {
      what: `${name} basic shares`,
      formula: `=ROUND(${basicShares},0)`,
      printed: String(expected.basicShares[index]),
    },
    {
      what: `${name} diluted shares`,
      formula: `=ROUND(${dilutedShares},0)`,
      printed: String(expected.dilutedShares[index]),
    },
    ...lineFigures(`${name} basic`, basic, expected.basicEps, index),
    ...lineFigures(`${name} diluted`, diluted, expected.dilutedEps, index),
  ]);
}

type Formulas = Readonly<Record<string, string>>;

function lineFigures(name: string, formulas: Formulas, printed: Expected["basicEps"], index: number): Figure[] {
  return Object.entries(printed).map(([line, figures]) => ({
    what: `${name} ${line}`,
    formula: `=${formulas[line] ?? `MISSING("${line}")`}`,
    printed: figures[index] ?? "",
  }));
}

function quarterFormulas(quarter: number, securities: string) {
  const row = quarter + 2;
  const control = `D${row}-E${row}`;
  const period = `${first(quarter * 3)},A${row},"months"`;
  const diluted = (income: string, dividends: string, bearsAddBacks: string) =>
    `DILUTEDEPS(${income},F${row},${securities},${dividends},2,${control},${bearsAddBacks},${period})`;
  return {
    name: `Q${quarter + 1}`,
    basicShares: `F${row}`,
    dilutedShares: `DILUTEDSHARES(D${row},F${row},${securities},E${row},,${period})`,
    basic: {
      continuing: `BASICEPS(D${row},F${row},E${row})`,
      other: `BASICEPS(C${row}-D${row},F${row})`,
      net: `BASICEPS(C${row},F${row},E${row})`,
    },
    diluted: {
      continuing: diluted(`D${row}`, `E${row}`, "TRUE"),
      other: diluted(`C${row}-D${row}`, "0", "FALSE"),
      net: diluted(`C${row}`, `E${row}`, "TRUE"),
    },
  };
}

function yearFormulas({ ytdMethod }: ScenarioInputs, securities: string) {
  const toDate = `EPSYTD(A1:F5,"${ytdMethod === "ifrs_independent" ? "IFRS" : "US GAAP"}",${securities})`;
  const exhibit = `EPSTABLE(A1:F5,,"${ytdMethod === "ifrs_independent" ? "IFRS" : "US GAAP"}",${securities})`;
  const figure = (header: string) => `HLOOKUP("${header}",${toDate},5,FALSE)`;
  const line = (words: string) => `VLOOKUP("${words} * per share from discontinued operations",${exhibit},3,FALSE)`;
  return {
    name: "year",
    basicShares: figure("Weighted shares"),
    dilutedShares: figure("Diluted shares"),
    basic: { continuing: figure("Basic EPS continuing"), other: line("Basic"), net: figure("Basic EPS") },
    diluted: { continuing: figure("Diluted EPS continuing"), other: line("Diluted"), net: figure("Diluted EPS") },
  };
}
