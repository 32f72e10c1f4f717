import { fraction, times, toNumber } from "../../../core/number/fraction";
import type { Units } from "../../eps/filed";
import { plainCaption, type LineRole, type RoleLine } from "./roles";
import { statedScale } from "./scales";

/** A figure in full, with the caption of its line. */
export interface Figure {
  readonly caption: string;
  readonly line: RoleLine;
  readonly value: number;
}

/** The figures of a period by the role of their lines, in order. */
export type FiguresOf = (role: LineRole) => Figure[];

export function figuresFor(key: string, lines: readonly RoleLine[], units: Units): FiguresOf {
  return (role) =>
    lines
      .filter((line) => line.role === role)
      .flatMap((line) => {
        const cell = line.cells.get(key);
        if (!cell) return [];
        const value = toNumber(times(cell.value, fraction(scaleOf(line, lines, units))));
        return [{ caption: line.caption, line, value: isLossInWords(line) || isTakenOff(line) ? -value + 0 : value }];
      });
}

const SHARE_ROLES: readonly LineRole[] = ["Weighted shares", "Part of weighted shares", "Security", "Diluted shares"];

/** As its caption says, or a heading over it or over others of its kind: "Denominators (000,000)". */
function scaleOf({ role, caption }: RoleLine, lines: readonly RoleLine[], units: Units): number {
  if (/EPS|per-share/.test(role)) return 1;
  const isShares = SHARE_ROLES.includes(role);
  const alike = lines.filter((line) => SHARE_ROLES.includes(line.role) === isShares && line.role !== "Leave out");
  const headed = alike.map(({ under }) => statedScale(under)).find((scale) => scale !== undefined);
  return statedScale(caption) ?? headed ?? (isShares ? units.shares : units.amounts);
}

/** "Less adjustment for discontinued operations   (24,083)": income, taken off. */
function isTakenOff({ caption, role, cells, stands }: RoleLine): boolean {
  if (role !== "Discontinued or other income" || !/^less\b/i.test(caption)) return false;
  return stands === "added" || [...cells.values()].every(({ value }) => toNumber(value) <= 0);
}

/** To what an exhibit prints its amounts and its shares: to 100,000 where it prints tenths of a million. */
export function printedTo(lines: readonly RoleLine[], units: Units): Units {
  const figures = lines.filter(({ role, cells }) => !/EPS|per-share|Leave out/.test(role) && cells.size > 0);
  const least = (isShares: boolean, otherwise: number) => {
    const own = figures.filter(({ role }) => SHARE_ROLES.includes(role) === isShares);
    const decimals = Math.max(0, ...own.flatMap(({ cells }) => [...cells.values()].map((cell) => cell.decimals)));
    const scales = own.map((line) => scaleOf(line, lines, units));
    return toNumber(fraction(Math.min(...scales, ...(scales.length > 0 ? [] : [otherwise])), 10 ** decimals));
  };
  return { amounts: least(false, units.amounts), shares: least(true, units.shares) };
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
export function distinct(figures: readonly Figure[]): Figure[] {
  const key = ({ caption, value }: Figure) => `${plainCaption(caption)}|${Math.abs(value)}`;
  return figures.filter((figure, index) => figures.findIndex((other) => key(other) === key(figure)) === index);
}

/** 1,000 of 395,582,000. */
export function unitLike(value: number): number {
  return value !== 0 && value % 1_000_000 === 0 ? 1_000_000 : value !== 0 && value % 1_000 === 0 ? 1_000 : 1;
}

export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

export function defined<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}
