import { epsStatement, type EpsStatement } from "../../../core/eps/periods/statement";
import { CalculationError } from "../../../core/errors";
import { toNumber, type Fraction } from "../../../core/number/fraction";
import { readPeriods } from "../../../functions/eps/periodTable";
import type { ImportedPeriod, ImportPreview } from "../../actionTypes";
import { unitsOf, wordsFor, type Units } from "../../eps/filed";
import { periodRows, tableHeaders } from "../../eps/periodRows";

/** A printed per-share figure beside the computed one. */
export interface PerShareCheck {
  /** Serial of the period's last day. */
  readonly periodEnd: number;
  readonly months: number;
  /** Where the fiscal calendar is one of weeks. */
  readonly weeks?: number;
  /** "Diluted earnings per share". */
  readonly line: string;
  /** Rounded to the printed figure's decimals; undefined where income or shares were not found. */
  readonly computed?: number;
  readonly printed: number;
  /** Whether the two agree within what the rounding of the printed figures allows. */
  readonly agrees: boolean;
}

/** The numerator and the denominator of a per-share figure, where the source gives both. */
interface PerShare {
  readonly line: (typeof PER_SHARE)[number];
  readonly income: number;
  readonly shares: number;
}

/**
 * Each per-share figure that a period prints, beside income over shares as EPSTABLE computes it. The two agree when the
 * ranges meet that the printed rounding leaves open: half a unit of the income, of the shares, and of the figure itself.
 *
 * @returns in the order basic, diluted, then those of continuing operations; empty where none is printed
 * @see ASC 260-10-45-10, 45-16; IAS 33.10, 31
 */
export function perShareChecks(period: ImportedPeriod, units: Units): PerShareCheck[] {
  if (PER_SHARE.every((line) => period.printed[line] === undefined)) return [];
  const computed = computedFigures(period);
  const { periodEnd, months, weeks } = period;
  const span = { periodEnd, months, ...(weeks === undefined ? {} : { weeks }) };
  return PER_SHARE.flatMap((line): PerShareCheck[] => {
    const printed = period.printed[line];
    if (printed === undefined) return [];
    const ratio = computed.find((other) => other.line === line);
    const check = { ...span, line: wordsFor(line), printed };
    if (!ratio) return [{ ...check, agrees: false }];
    const value = ratio.income / ratio.shares;
    return [{ ...check, computed: roundedAs(printed, value), agrees: meets(ratio, printed, units) }];
  });
}

/** Every per-share figure that a source prints, beside what its own income and shares make. */
export function checksOf(preview: Pick<ImportPreview, "periods" | "unit" | "shareUnit">): PerShareCheck[] {
  const units = unitsOf(preview);
  return preview.periods.flatMap((period) => perShareChecks(period, units));
}

const PER_SHARE = ["basicEps", "dilutedEps", "basicContinuingEps", "dilutedContinuingEps"] as const;

function meets({ income, shares }: PerShare, printed: number, units: Units): boolean {
  const value = income / shares;
  const fromRounding = units.amounts / 2 / shares + (Math.abs(value) * units.shares) / 2 / shares;
  const [step, noise] = [10 ** -decimalsOf(printed), 1e-9];
  return Math.abs(value - printed) <= step / 2 + fromRounding + noise;
}

/** Filings print per-share figures to the cent, a few of them finer. */
function decimalsOf(printed: number): number {
  const [, decimals = ""] = String(printed).split(".");
  return Math.max(2, Math.min(decimals.length, 6));
}

function roundedAs(printed: number, value: number): number {
  const scale = 10 ** decimalsOf(printed);
  return (Math.sign(value) * Math.round(Math.abs(value) * scale + 1e-9)) / scale + 0;
}

/** What the product itself will print for the period; worked out once, as it is asked for at each scale and in each check. */
function computedFigures(period: ImportedPeriod): readonly PerShare[] {
  const known = computed.get(period) ?? figuresOf(period);
  computed.set(period, known);
  return known;
}

const computed = new WeakMap<ImportedPeriod, readonly PerShare[]>();

/** As numerators and denominators. */
function figuresOf(period: ImportedPeriod): readonly PerShare[] {
  const statement = statementOf(period);
  if (!statement) return [];
  const { basic, diluted } = statement;
  const shares = toNumber(statement.period.weightedAverageShares);
  const dilutedShares = toNumber(statement.dilutedShares);
  const of = (line: PerShare["line"], perShare: Fraction, denominator: number): PerShare => ({
    line,
    income: toNumber(perShare) * denominator,
    shares: denominator,
  });
  return [
    ...primaryFigures(period, statement),
    of("basicEps", basic.net, shares),
    of("dilutedEps", diluted.net, dilutedShares),
    of("basicContinuingEps", basic.continuing, shares),
    of("dilutedContinuingEps", diluted.continuing, dilutedShares),
  ];
}

/** Primary earnings per share count the common stock equivalents (APB Opinion 15, superseded in 1997). */
function primaryFigures({ primaryShares }: ImportedPeriod, { basic, period }: EpsStatement): PerShare[] {
  if (primaryShares === undefined) return [];
  const shares = toNumber(period.weightedAverageShares);
  const of = (line: PerShare["line"], perShare: Fraction): PerShare => ({
    line,
    income: toNumber(perShare) * shares,
    shares: primaryShares,
  });
  return [of("basicEps", basic.net), of("basicContinuingEps", basic.continuing)];
}

/** The diluted shares that EPSTABLE computes for a period; undefined where income or shares were not found. */
export function computedDilutedShares(period: ImportedPeriod): number | undefined {
  const statement = statementOf(period);
  return statement && toNumber(statement.dilutedShares);
}

/** The period as the period table will hold it, read and computed as EPSTABLE does. */
function statementOf(period: ImportedPeriod): EpsStatement | undefined {
  const headers = tableHeaders([period]);
  try {
    const { periods } = readPeriods("import", [headers, ...periodRows([period], headers)], null, "months");
    const [figures] = periods;
    return figures && !figures.pending ? epsStatement(figures) : undefined;
  } catch (error) {
    if (error instanceof CalculationError) return undefined; // The same words come when the period is written.
    throw error;
  }
}
