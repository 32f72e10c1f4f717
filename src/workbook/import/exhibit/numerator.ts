import { toNumber } from "../../../core/number/fraction";
import type { ImportedPeriod } from "../../actionTypes";
import { pairedAddBacks } from "./addBacks";
import { defined, distinct, sumOf, type Figure, type FiguresOf } from "./figures";
import type { RoleLine } from "./roles";

type Deductions = Pick<
  ImportedPeriod,
  "noncontrollingInterest" | "participating" | "participatingDiluted" | "deductions"
>;

/** What is deducted in basic earnings per share; of participating securities also what is allocated anew in diluted ones. */
export function deductionsOf(of: FiguresOf, lines: readonly RoleLine[]): Deductions {
  const [basic, diluted] = [
    lines.findIndex(({ role }) => role === "Income available to common"),
    lines.findLastIndex(({ role }) => role === "Diluted income"),
  ];
  const isAgain = ({ caption, line }: Figure) => {
    const place = lines.indexOf(line);
    return basic >= 0 && place > basic && place < diluted && isParticipating(caption);
  };
  const figures = distinct(of("Other deduction"));
  const own = otherDeductions(figures.filter((figure) => !isAgain(figure)).map(named));
  const again = [
    ...figures.filter(isAgain).map(deduction),
    ...distinct(of("Add-back"))
      .filter(isAgain)
      .map(({ value }) => -Math.abs(value)),
  ];
  const { participating = 0 } = own;
  return again.length === 0 || sumOf(again) === 0
    ? own
    : { ...own, participatingDiluted: participating + sumOf(again) };
}

function named(figure: Figure): readonly [caption: string, value: number] {
  return [
    figure.caption.replace(/^(less|deduct)\b[\s:,-]*/i, "").replace(/^./, (letter) => letter.toUpperCase()),
    deduction(figure),
  ];
}

function isParticipating(words: string): boolean {
  return /\b(participating|unvested|nonvested|non-vested|(un)?distributed)\b/i.test(words);
}

/** Each under the column that the period table has for it, or under its own words. */
export function otherDeductions(
  figures: readonly (readonly [caption: string, value: number])[],
): Pick<Deductions, "noncontrollingInterest" | "participating" | "deductions"> {
  const interest = ([words]: readonly [string, number]) => /\b(noncontrolling|non-controlling|minority)\b/i.test(words);
  const participating = ([words]: readonly [string, number]) => isParticipating(words);
  const own = figures.filter((figure) => !interest(figure) && !participating(figure));
  const total = (some: typeof figures) => (some.length > 0 ? sumOf(some.map(([, value]) => value)) : undefined);
  return defined({
    noncontrollingInterest: total(figures.filter(interest)),
    participating: total(figures.filter(participating)),
    ...(own.length > 0 ? { deductions: Object.fromEntries(own) } : {}),
  });
}

/** Preferred dividends of all classes. */
export function preferredOf(of: FiguresOf): number | undefined {
  const figures = distinct(of("Preferred dividends"));
  return figures.length > 0 ? sumOf(figures.map(deduction)) : undefined;
}

/**
 * As the totals around it prove. Else a deduction is printed as it is, or in parentheses; a line that has any figure in them has them for its deductions, and
 * so has one that is headed "(Income) loss".
 */
function deduction({ line, value }: Figure): number {
  if (line.stands) return line.stands === "added" ? -value + 0 : value;
  if (/^\((income|earnings)\)/i.test(line.caption)) return -value + 0;
  return [...line.cells.values()].some((cell) => toNumber(cell.value) < 0) ? -value + 0 : value;
}

type Income = Pick<
  ImportedPeriod,
  "netIncome" | "continuingIncome" | "discontinuedIncome" | "extraordinaryItem" | "cumulativeEffect"
>;

export function incomeOf(of: FiguresOf, deducted: number): Pick<Income, "netIncome" | "continuingIncome"> {
  const [net, available] = [of("Net income")[0]?.value, of("Income available to common")[0]?.value];
  const availableFirst = of("Continuing income available to common")[0]?.value;
  const continuing =
    of("Continuing income")[0]?.value ?? (availableFirst === undefined ? undefined : availableFirst + deducted);
  const others = distinct(of("Discontinued or other income"));
  const summed =
    continuing === undefined || others.length === 0 ? undefined : continuing + sumOf(others.map(({ value }) => value));
  const netIncome = net ?? (available === undefined ? undefined : available + deducted) ?? summed ?? continuing;
  if (continuing !== undefined || others.length === 0 || netIncome === undefined)
    return defined({ netIncome, continuingIncome: continuing });
  return { netIncome, continuingIncome: netIncome - sumOf(others.map(({ value }) => value)) };
}

/** The lines between income from continuing operations and net income, each by its kind; none where they do not add up. */
export function linesBetween(of: FiguresOf, { netIncome, continuingIncome }: Income, unit: number): Income {
  const others = distinct(of("Discontinued or other income"));
  if (netIncome === undefined || continuingIncome === undefined) return {};
  const left = netIncome - continuingIncome - sumOf(others.map(({ value }) => value));
  if (Math.abs(left) > (unit * (others.length + 2)) / 2) return {};
  const total = (isOf: (words: string) => boolean) => {
    const own = others.filter(({ caption }) => isOf(caption)).map(({ value }) => value);
    return own.some((value) => value !== 0) ? sumOf(own) : undefined;
  };
  const isExtraordinary = (words: string) => /\bextraordinary\b/i.test(words);
  const isCumulative = (words: string) => !isExtraordinary(words) && /\b(cumulative|accounting)\b/i.test(words);
  return defined({
    discontinuedIncome: total((words) => !isExtraordinary(words) && !isCumulative(words)),
    extraordinaryItem: total(isExtraordinary),
    cumulativeEffect: total(isCumulative),
  });
}

/** Effects on income by the class that brings them; those of participating securities are deductions again. */
export function addBacksOf(
  of: FiguresOf,
  securities: Readonly<Record<string, number>>,
): Pick<ImportedPeriod, "addBacks"> {
  const figures = distinct(of("Add-back")).filter(({ caption, value }) => value !== 0 && !isParticipating(caption));
  if (figures.length === 0) return {};
  return { addBacks: pairedAddBacks(figures, Object.keys(securities)) };
}
