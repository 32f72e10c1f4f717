import { fraction, times, toNumber } from "../../../core/number/fraction";
import { serialOf } from "../../../functions/cells/arguments";
import type { ImportedPeriod } from "../../actionTypes";
import type { Units } from "../../eps/filed";
import { pairedAddBacks } from "./addBacks";
import type { ExhibitColumn } from "./columnHeadings";
import { plainCaption, type LineRole, type RoleLine } from "./lineRoles";
import { statedScale } from "./scales";
import { periodKey } from "./tables";

/** A figure in full, with the caption of its line. */
interface Figure {
  readonly caption: string;
  readonly line: RoleLine;
  readonly value: number;
}

/** The period that a column of the exhibit shows, its figures written out at a scale. */
export function exhibitPeriod(column: ExhibitColumn, lines: readonly RoleLine[], units: Units): ImportedPeriod {
  const of = figuresFor(periodKey(column), lines, units);
  const first = (role: LineRole) => of(role)[0]?.value;
  const preferred = totalOf(of("Preferred dividends"));
  const others = distinct(of("Other deduction")).map((figure) => [figure.caption, deduction(figure)] as const);
  const deducted = (preferred ?? 0) + sumOf(others.map(([, value]) => value));
  const securities = classesOf(of, lines);
  const weightedShares = first("Weighted shares");
  const primaryShares = lines.some(({ section }) => section === "primary") ? primaryTotal(of) : undefined;
  const income = incomeOf(of, deducted);
  const printed = printedFigures(of);
  return defined({
    periodEnd: serialOf(column.periodEnd),
    months: column.months,
    ...income,
    preferredDividends: preferred,
    ...otherDeductions(others),
    weightedShares,
    securities,
    ...addBacksOf(of, securities),
    primaryShares,
    printed: defined({
      ...(weightedShares === undefined ? {} : { weightedShares }),
      ...income,
      preferredDividends: preferred,
      ...printed,
      ...printedClasses(securities, weightedShares, printed.dilutedShares),
    }) as Record<string, number>,
  });
}

/** Each under the column that the period table has for it, or under its own words. */
export function otherDeductions(
  figures: readonly (readonly [caption: string, value: number])[],
): Pick<ImportedPeriod, "noncontrollingInterest" | "participating" | "deductions"> {
  const isOf = (words: RegExp) => (figure: readonly [string, number]) => words.test(figure[0]);
  const [interest, participating] = [
    isOf(/\b(noncontrolling|non-controlling|minority)\b/i),
    isOf(/\bparticipating\b|\bunvested\b/i),
  ];
  const own = figures.filter((figure) => !interest(figure) && !participating(figure));
  const total = (some: typeof figures) => (some.length > 0 ? sumOf(some.map(([, value]) => value)) : undefined);
  return defined({
    noncontrollingInterest: total(figures.filter(interest)),
    participating: total(figures.filter(participating)),
    ...(own.length > 0 ? { deductions: Object.fromEntries(own) } : {}),
  });
}

function totalOf(figures: readonly Figure[]): number | undefined {
  return figures.length > 0 ? sumOf(distinct(figures).map(deduction)) : undefined;
}

type FiguresOf = (role: LineRole) => Figure[];

function figuresFor(key: string, lines: readonly RoleLine[], units: Units): FiguresOf {
  return (role) =>
    lines
      .filter((line) => line.role === role)
      .flatMap((line) => {
        const cell = line.cells.get(key);
        if (!cell) return [];
        const value = toNumber(times(cell.value, fraction(scaleOf(line, units))));
        return [{ caption: line.caption, line, value: isLossInWords(line) ? -value : value }];
      });
}

const SHARE_ROLES: readonly LineRole[] = ["Weighted shares", "Security", "Diluted shares"];

function scaleOf({ role, caption, under }: RoleLine, units: Units): number {
  if (/EPS|per-share/.test(role)) return 1;
  return statedScale(caption) ?? statedScale(under) ?? (SHARE_ROLES.includes(role) ? units.shares : units.amounts);
}

/** "Net loss", "Loss from discontinued operations", with no figure in parentheses: the words give the sign. */
function isLossInWords({ caption, role, cells }: RoleLine): boolean {
  const words = plainCaption(caption);
  const isIncome =
    /^(Net income|Continuing income|Discontinued or other income|Income available|Diluted income|.*EPS)/.test(role);
  const saysLoss = /\bloss\b/.test(words) && !/\b(income|earnings|profit)\b(?! per)|\(loss\)/.test(words);
  return isIncome && saysLoss && [...cells.values()].every(({ value }) => toNumber(value) >= 0);
}

/** What an exhibit prints again in its next part is the same figure. */
function distinct(figures: readonly Figure[]): Figure[] {
  const key = ({ caption, value }: Figure) => `${plainCaption(caption)}|${Math.abs(value)}`;
  return figures.filter((figure, index) => figures.findIndex((other) => key(other) === key(figure)) === index);
}

/** A deduction is printed as it is, or in parentheses; a line that has any figure in them has them for its deductions. */
function deduction({ line, value }: Figure): number {
  return [...line.cells.values()].some((cell) => toNumber(cell.value) < 0) ? -value + 0 : value;
}

function incomeOf(of: FiguresOf, deducted: number): Pick<ImportedPeriod, "netIncome" | "continuingIncome"> {
  const [net, continuing] = [of("Net income")[0]?.value, of("Continuing income")[0]?.value];
  const others = distinct(of("Discontinued or other income"));
  const available = of("Income available to common")[0]?.value;
  const summed =
    continuing === undefined || others.length === 0 ? undefined : continuing + sumOf(others.map(({ value }) => value));
  const netIncome = net ?? (available === undefined ? undefined : available + deducted) ?? summed ?? continuing;
  if (continuing !== undefined || others.length === 0 || netIncome === undefined)
    return defined({ netIncome, continuingIncome: continuing });
  return { netIncome, continuingIncome: netIncome - sumOf(others.map(({ value }) => value)) };
}

/**
 * The classes of the computation that dilutes most; those of primary shares too, where it goes on from their total. A
 * class that leaves the column blank has none.
 */
function classesOf(of: FiguresOf, lines: readonly RoleLine[]): Record<string, number> {
  const isFull = ({ section }: RoleLine) => section === "fully diluted";
  const classes = lines.filter(({ role }) => role === "Security");
  const startsAgain = classes.some(isFull) && lines.some((line) => line.role === "Weighted shares" && isFull(line));
  const counted = startsAgain ? classes.filter(isFull) : classes;
  const figures = distinct(of("Security").filter(({ line }) => counted.includes(line)));
  const named = [
    ...counted.map(({ className, caption }) => [className ?? caption, 0] as const),
    ...figures.map(({ line, value }) => [line.className ?? line.caption, value] as const),
  ];
  const [basic, total] = [of("Weighted shares")[0]?.value, of("Diluted shares").at(-1)?.value];
  if (named.length > 0 || total === undefined || basic === undefined || total <= basic)
    return Object.fromEntries(named);
  return { [ALL_CLASSES]: total - basic };
}

/** What the classes add together, where an exhibit prints their total alone. */
const ALL_CLASSES = "Dilutive potential common shares";

function primaryTotal(of: FiguresOf): number | undefined {
  const primary = of("Diluted shares").filter(
    ({ line }) => line.section !== "fully diluted" && line.section !== "diluted",
  );
  return primary[0]?.value;
}

function addBacksOf(of: FiguresOf, securities: Readonly<Record<string, number>>): Pick<ImportedPeriod, "addBacks"> {
  const figures = distinct(of("Add-back")).filter(({ value }) => value !== 0);
  if (figures.length === 0) return {};
  return { addBacks: pairedAddBacks(figures, Object.keys(securities)) };
}

function printedFigures(of: FiguresOf): Record<string, number | undefined> {
  const first = (...roles: LineRole[]) => roles.map((role) => of(role)[0]?.value).find((value) => value !== undefined);
  const last = (role: LineRole) => of(role).at(-1)?.value;
  return {
    basicEps: first("Basic EPS", "Basic and diluted EPS"),
    basicContinuingEps: first("Basic EPS, continuing"),
    dilutedShares: last("Diluted shares"),
    dilutedEps: first("Diluted EPS", "Basic and diluted EPS"),
    dilutedContinuingEps: first("Diluted EPS, continuing"),
  };
}

/** Printed classes are those included where they make up the printed total; gross numbers beside it are not. */
function printedClasses(
  securities: Readonly<Record<string, number>>,
  weighted: number | undefined,
  total: number | undefined,
): Record<string, number> {
  const sum = sumOf(Object.values(securities));
  if (total !== undefined && weighted !== undefined && Math.abs(weighted + sum - total) > 2 * unitLike(total))
    return {};
  return Object.fromEntries(Object.entries(securities).map(([label, shares]) => [`security:${label}`, shares]));
}

/** 1,000 of 395,582,000. */
function unitLike(value: number): number {
  return value !== 0 && value % 1_000_000 === 0 ? 1_000_000 : value !== 0 && value % 1_000 === 0 ? 1_000 : 1;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function defined<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}
