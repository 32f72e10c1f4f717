import { NUMERATOR_LABELS } from "../../core/eps/periods/numerator";
import type { NumeratorLine, PeriodFigures } from "../../core/eps/periods/period";
import { CalculationError } from "../../core/errors";
import { isNegative, isZero, minus, plus, toNumber, ZERO, type Fraction } from "../../core/number/fraction";
import { isBlank, readNumber } from "../../core/given";
import { isEmpty } from "../cells/arguments";
import type { TableRow } from "../cells/table";
import { isNil } from "./dilutive";
import { LESS, type PeriodFigure } from "./periodWords";
import { isWithinRounding } from "./printedRounding";

type Row = TableRow<string>;

/** What a period table says of the numerator. */
export type Numerator = Pick<
  PeriodFigures,
  | "netIncome"
  | "continuingIncome"
  | "discontinuedIncome"
  | "components"
  | "preferredDividends"
  | "deductions"
  | "participating"
  | "isAfterDeductions"
>;

/**
 * Reads the lines of the numerator from a row of a period table. A line that a total leaves open follows from the total;
 * where all are given they must add up, but for what rounding explains: that stays a line of its own.
 *
 * @param deducted the columns of deductions under words of the user's own
 */
export function readNumerator(row: Row, deducted: readonly string[]): Numerator {
  const deductions = readDeductions(row, deducted);
  const net = netOf(row, deductions);
  const { continuingIncome, discontinuedIncome, components } = componentsUnder(row, net.netIncome);
  return {
    ...net,
    continuingIncome,
    ...(discontinuedIncome ? { discontinuedIncome } : {}),
    components,
    preferredDividends: deductions.preferred,
    deductions: [
      ...some("noncontrolling", NUMERATOR_LABELS.noncontrolling, net.noncontrolling ?? deductions.noncontrolling),
      ...deductions.others,
      ...net.deductions,
    ],
    participating: deductions.participating,
  };
}

/** What is deducted before the common stock, as the row gives it. */
interface Deductions {
  readonly noncontrolling: Fraction | undefined;
  readonly preferred: Fraction;
  readonly others: readonly NumeratorLine[];
  readonly participating: PeriodFigures["participating"];
  /** All but noncontrolling interest, as basic earnings per share take them. */
  readonly total: Fraction;
  /** How many of them were given. */
  readonly given: number;
}

function readDeductions(row: Row, columns: readonly string[]): Deductions {
  const preferred = withoutSign(row, "Preferred dividends");
  const basic = withoutSign(row, "Earnings allocated to participating securities");
  const diluted = withoutSign(row, "Earnings allocated to participating securities, diluted") ?? basic;
  const others = columns.flatMap((column) => {
    const label = column.slice(LESS.length);
    return some(`deduction:${label}`, label, amountIn(row, column));
  });
  const given = [preferred, basic, ...others.map(({ amount }) => amount)].flatMap((amount) => amount ?? []);
  return {
    noncontrolling: amountIn(row, "Noncontrolling interest"),
    preferred: preferred ?? ZERO,
    others,
    participating: diluted && { basic: basic ?? ZERO, diluted },
    total: given.reduce(plus, ZERO),
    given: given.length,
  };
}

function some(key: string, label: string, amount: Fraction | undefined): readonly NumeratorLine[] {
  return amount === undefined || isZero(amount) ? [] : [{ key, label, amount }];
}

/** A deduction has no sign in a table: a minus, as a filing prints one, would add it to income. */
function withoutSign(row: Row, column: PeriodFigure): Fraction | undefined {
  const amount = amountIn(row, column);
  if (amount === undefined || !isNegative(amount)) return amount;
  const rule = "must be zero or more: a deduction is given without its sign";
  throw new CalculationError("out-of-range", row.nameOf(column), rule, row.cell(column));
}

/** Undefined where nothing is said: blank, a dash, or the 0 that some Excels say for a blank. */
function amountIn(row: Row, column: string): Fraction | undefined {
  const cell = row.cell(column);
  return isEmpty(cell) || isNil(cell) ? undefined : readNumber(row.given(column));
}

interface Net {
  readonly netIncome: Fraction;
  readonly isAfterDeductions?: boolean | undefined;
  /** As it follows from net income and what is attributable to the company. */
  readonly noncontrolling?: Fraction | undefined;
  /** What is deducted besides, as far as a total tells. */
  readonly deductions: readonly NumeratorLine[];
}

const [NET, PARENT, COMMON] = [
  "Net income",
  "Net income attributable to the company",
  "Net income available to common stockholders",
] as const;

/** Net income before all deductions, from whichever of the three totals the row has. */
function netOf(row: Row, deductions: Deductions): Net {
  const [net, parent, common] = [totalIn(row, NET), totalIn(row, PARENT), totalIn(row, COMMON)];
  const { total, given } = deductions;
  const noncontrolling = deductions.noncontrolling ?? (net && parent ? minus(net, parent) : ZERO);
  if (!net && !parent && common && given === 0 && isZero(noncontrolling))
    return { netIncome: common, isAfterDeductions: true, deductions: [] };
  const netIncome = net ?? plus(parent ?? plus(common ?? requiredNet(row), total), noncontrolling);
  const attributable = minus(netIncome, noncontrolling);
  const rounded = [
    ...(parent ? [left(row, PARENT, minus(attributable, parent), [netIncome, noncontrolling, parent])] : []),
  ];
  const company = parent ?? attributable;
  const rest = common ? minus(minus(company, total), common) : ZERO;
  if (common && given === 0)
    return { netIncome, noncontrolling, deductions: [...rounded, ...some(OTHER_KEY, OTHER, rest)] };
  const figures = [company, ...Array.from({ length: given }, () => total), common ?? company];
  return {
    netIncome,
    noncontrolling,
    deductions: roundingLine([...rounded, ...(common ? [left(row, COMMON, rest, figures)] : [])]),
  };
}

const OTHER = "Preferred dividends and other deductions";
const OTHER_KEY = `deduction:${OTHER}`;
const ROUNDING = "Rounding of the lines above";

function roundingLine(lines: readonly NumeratorLine[]): readonly NumeratorLine[] {
  return some("deductionRounding", ROUNDING, lines.map(({ amount }) => amount).reduce(plus, ZERO));
}

/** What a total leaves of the lines above it, where rounding explains it. */
function left(row: Row, column: string, difference: Fraction, figures: readonly Fraction[]): NumeratorLine {
  if (isWithinRounding(difference, figures)) return { key: "deductionRounding", label: ROUNDING, amount: difference };
  const total = toNumber(plus(readNumber(row.given(column)), difference));
  const rule = `must be net income less what is deducted, ${total}`;
  throw new CalculationError("invalid-input", row.nameOf(column), rule, row.cell(column));
}

function totalIn(row: Row, column: string): Fraction | undefined {
  return isBlank(row.cell(column)) ? undefined : readNumber(row.given(column));
}

function requiredNet(row: Row): Fraction {
  const column = [NET, PARENT, COMMON].find((one) => row.has(one)) ?? NET;
  return readNumber(row.given(column));
}

/** The totals on the way to net income, from the first, and the line that leads from each to the next. */
const TOTALS = [
  "Continuing income",
  "Income before extraordinary item",
  "Income before cumulative effect",
  NET,
] as const;
const STEPS = [
  ["discontinued", "Discontinued income"],
  ["extraordinary", "Extraordinary item"],
  ["cumulativeEffect", "Cumulative effect"],
] as const;

type Amounts = (Fraction | undefined)[];
type Components = Pick<Numerator, "continuingIncome" | "discontinuedIncome" | "components">;

function componentsUnder(row: Row, netIncome: Fraction): Components {
  const totals: Amounts = TOTALS.map((column) => (column === NET ? netIncome : amountIn(row, column)));
  const given: Amounts = STEPS.map(([, column]) => amountIn(row, column));
  const steps = [...given];
  const known = totals.flatMap((total, place) => (total ? [place] : []));
  known.slice(1).forEach((until, index) => fillBetween(row, { totals, steps, from: known[index] ?? 0, until }));
  const first = known[0] ?? 0;
  const before = steps.slice(0, first).reduce<Fraction>((sum, step) => plus(sum, step ?? ZERO), ZERO);
  const [discontinued, ...others] = steps;
  return {
    continuingIncome: minus(totals[first] ?? netIncome, before),
    discontinuedIncome: given[0] && discontinued,
    components: others.flatMap((amount, index) => {
      const [key] = STEPS[index + 1] ?? STEPS[1];
      return some(key, NUMERATOR_LABELS[key], amount);
    }),
  };
}

/** Two totals that are known, with the lines between them. */
interface Between {
  readonly totals: Amounts;
  readonly steps: Amounts;
  readonly from: number;
  readonly until: number;
}

/** The one line that is not given takes what is left between two totals; where all are given they must add up to it. */
function fillBetween(row: Row, { totals, steps, from, until }: Between): void {
  const places = steps.map((_step, place) => place).slice(from, until);
  const given = places.flatMap((place) => steps[place] ?? []);
  const [lower, upper] = [totals[from] ?? ZERO, totals[until] ?? ZERO];
  const difference = minus(minus(upper, lower), given.reduce(plus, ZERO));
  if (isZero(difference)) return;
  if (given.length > 0 && isWithinRounding(difference, [lower, ...given, upper])) return;
  const open = places.find((place) => steps[place] === undefined && (given.length === 0 || isAsked(row, place)));
  if (open !== undefined) {
    const named = given.length > 0 ? open : (places.find((place) => isAsked(row, place)) ?? open);
    steps[named] = difference;
    return;
  }
  const place = places.findLast((one) => steps[one] !== undefined) ?? from;
  const column = STEPS[place]?.[1] ?? NET;
  const sum = plus(steps[place] ?? ZERO, difference);
  const others = given.length > 1 ? " and the lines between them" : "";
  const rule = `must be ${words(until)} less ${words(from)}${others}, ${toNumber(sum)}`;
  throw new CalculationError("invalid-input", row.nameOf(column), rule, row.cell(column));
}

/** Whether the table has the column of a line, or a total on either side of it that there would be no other reason for. */
function isAsked(row: Row, place: number): boolean {
  const [, column] = STEPS[place] ?? STEPS[0];
  const around = [TOTALS[place], TOTALS[place + 1]].filter((total) => total !== NET && total !== TOTALS[0]);
  return row.has(column) || around.some((total) => total !== undefined && row.has(total));
}

function words(place: number): string {
  const total = TOTALS[place] ?? NET;
  return total.toLowerCase();
}
