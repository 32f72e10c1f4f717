import { epsStatement } from "../../../core/eps/periods/statement";
import type { PeriodFigures } from "../../../core/eps/periods/period";
import { incrementalTerms } from "../../../core/eps/securities/parts";
import { CalculationError } from "../../../core/errors";
import { exactly, ONE, toNumber, type Fraction } from "../../../core/number/fraction";
import { dayOfSerial } from "../../eps/serials";
import type { ImportedPeriod, ImportPreview } from "../../actionTypes";
import { PRINTED_LINES, unitsOf, type Units } from "../../eps/filed";

/** A printed per-share figure beside the computed one. */
export interface PerShareCheck {
  /** Serial of the period's last day. */
  readonly periodEnd: number;
  readonly months: number;
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
  readonly line: keyof typeof PRINTED_LINES;
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
  const computed = computedFigures(period);
  return PER_SHARE.flatMap((line): PerShareCheck[] => {
    const printed = period.printed[line];
    if (printed === undefined) return [];
    const ratio = computed.find((other) => other.line === line);
    const check = { periodEnd: period.periodEnd, months: period.months, line: PRINTED_LINES[line].words, printed };
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

const PER_SHARE = ["basicEps", "dilutedEps", "basicEpsContinuing", "dilutedEpsContinuing"] as const;

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

/** What the product itself will print for the period, as numerators and denominators. */
function computedFigures(period: ImportedPeriod): PerShare[] {
  const statement = statementOf(period);
  if (!statement) return [];
  const shares = toNumber(statement.period.weightedAverageShares);
  const diluted = toNumber(statement.dilutedShares);
  const of = (line: PerShare["line"], perShare: Fraction, denominator: number): PerShare => ({
    line,
    income: toNumber(perShare) * denominator,
    shares: denominator,
  });
  const { basic, diluted: dilutedLines } = statement;
  return [
    ...primaryFigures(period),
    of("basicEps", basic.net, shares),
    of("dilutedEps", dilutedLines.net, diluted),
    of("basicEpsContinuing", basic.continuing, shares),
    of("dilutedEpsContinuing", dilutedLines.continuing, diluted),
  ];
}

/** Primary earnings per share count the common stock equivalents (APB Opinion 15, superseded in 1997). */
function primaryFigures({
  netIncome = 0,
  continuingIncome = netIncome,
  preferredDividends = 0,
  primaryShares,
}: ImportedPeriod): PerShare[] {
  if (primaryShares === undefined) return [];
  return [
    { line: "basicEps", income: netIncome - preferredDividends, shares: primaryShares },
    { line: "basicEpsContinuing", income: continuingIncome - preferredDividends, shares: primaryShares },
  ];
}

function statementOf(period: ImportedPeriod) {
  const figures = figuresOf(period);
  try {
    return figures && epsStatement(figures);
  } catch (error) {
    if (error instanceof CalculationError) return undefined; // The same words come when the period is written.
    throw error;
  }
}

function figuresOf(period: ImportedPeriod): PeriodFigures | undefined {
  const { netIncome, weightedShares, securities, addBacks = {} } = period;
  if (netIncome === undefined || weightedShares === undefined || weightedShares <= 0) return undefined;
  return {
    name: "",
    end: dayOfSerial(period.periodEnd),
    months: period.months,
    netIncome: exactly(netIncome),
    continuingIncome: exactly(period.continuingIncome ?? netIncome),
    preferredDividends: exactly(period.preferredDividends ?? 0),
    weightedAverageShares: exactly(weightedShares),
    splitFactor: ONE,
    securities: Object.entries(securities)
      .filter(([, shares]) => shares > 0)
      .map(([label, shares]) => incrementalTerms(label, exactly(shares), exactly(addBacks[label] ?? 0))),
  };
}
