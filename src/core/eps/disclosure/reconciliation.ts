/**
 * The reconciliation of a footnote: from income to basic and to diluted earnings per share, with the shares beside it
 * (ASC 260-10-50-1(a); IAS 33.70). It keeps one law: in every column each total is the sum of the lines above it, and each
 * per-share amount is the income of its line over the shares of its line.
 */
import { dividedBy, isNegative, isZero, negated, plus, rounded, ZERO, type Fraction } from "../../number/fraction";
import { capitalized } from "../periods/exhibit";
import type { PeriodColumn } from "../periods/fiscalYear";
import {
  amountOf,
  availableToCommon,
  componentsOf,
  continuingWords,
  deducted,
  deductionsOf,
  usedLines,
  type Section,
} from "../periods/numerator";
import type { NumeratorLine, Standard } from "../periods/period";
import { epsStatement, includedAddBack, includedShares, type EpsStatement } from "../periods/statement";
import { controlNumber } from "../periods/yearToDate";
import { elementOf, kindsOfClass } from "./xbrl";

/** The three amounts that a line has for a period; null where it has none, and where the period is still to come. */
export interface ReconciledAmounts {
  /** Numerator, in currency. */
  readonly income: Fraction | null;
  /** Denominator. */
  readonly shares: Fraction | null;
  /** Currency a share, rounded as it is printed. */
  readonly perShare: Fraction | null;
}

/** One line of the reconciliation. */
export interface ReconciliationLine {
  /** "basic.available": a promise, unlike the words. */
  readonly key: string;
  readonly label: string;
  /** The sum of lines above it, and ruled above. */
  readonly isTotal: boolean;
  /** One a column. */
  readonly amounts: readonly ReconciledAmounts[];
  /** The element under which each of its amounts is tagged, in the order income, shares, per share; "none" where none is. */
  readonly elements: readonly string[];
}

/** How the reconciliation is printed. */
export interface ReconciliationOptions {
  /** Decimals of per-share amounts. */
  readonly decimals: number;
  /** Whose taxonomy its amounts are tagged by. */
  readonly standard: Standard;
}

/** A line before its amounts are taken. */
interface Line {
  readonly key: string;
  readonly label: string;
  readonly isTotal?: boolean;
  readonly income?: (of: EpsStatement) => Fraction;
  readonly shares?: (of: EpsStatement) => Fraction;
  /** Whether the line shows its income over its shares. */
  readonly isPerShare?: boolean;
  /** By what its amounts are tagged (see elementOf). */
  readonly tags?: Readonly<Partial<Record<keyof ReconciledAmounts, readonly string[]>>>;
}

/**
 * The lines of the reconciliation: what is reconciled is income from continuing operations, where a column has other
 * components, and else net income; then what those components and net income come to a share.
 *
 * @param columns periods as an exhibit shows them, in order
 * @param classes the classes of securities, each a line where it is dilutive in any column
 * @throws CalculationError as epsStatement
 * @see ASC 260-10-50-1(a), 45-2, 55-64; IAS 33.70(a), (b)
 */
export function epsReconciliation(
  columns: readonly PeriodColumn[],
  classes: readonly string[],
  { decimals, standard }: ReconciliationOptions,
): readonly ReconciliationLine[] {
  const statements = columns.map(({ figures }) => epsStatement(figures));
  const filledIn = statements.filter(({ period }) => !period.pending);
  return linesOf(filledIn, classes).map(({ key, label, isTotal = false, ...line }) => ({
    key,
    label,
    isTotal,
    elements: elementsOf(line, standard),
    amounts: statements.map((statement) => amountsOf(line, statement, decimals)),
  }));
}

/** One for each amount that the line has. */
function elementsOf({ income, shares, isPerShare, tags }: Omit<Line, "key" | "label">, standard: Standard) {
  const has = { income: income !== undefined, shares: shares !== undefined, perShare: isPerShare === true };
  return (["income", "shares", "perShare"] as const).flatMap((amount) =>
    has[amount] ? [elementOf(standard, ...(tags?.[amount] ?? []))] : [],
  );
}

function amountsOf(line: Pick<Line, "income" | "shares" | "isPerShare">, of: EpsStatement, decimals: number) {
  if (of.period.pending) return { income: null, shares: null, perShare: null };
  const income = line.income?.(of) ?? null;
  const shares = line.shares?.(of) ?? null;
  const perShare = line.isPerShare && income && shares ? rounded(dividedBy(income, shares), decimals) : null;
  return { income, shares, perShare };
}

function linesOf(statements: readonly EpsStatement[], classes: readonly string[]): readonly Line[] {
  const components = usedLines(statements.map(({ period }) => componentsOf(period)));
  return [
    ...basicLines(statements, components),
    ...dilutedLines(statements, classes, components),
    ...(components.length > 0 ? otherLines(components) : []),
  ];
}

const basicShares = ({ period }: EpsStatement) => period.weightedAverageShares;
const dilutedShares = ({ dilutedShares: shares }: EpsStatement) => shares;

/** What is reconciled, and whether any column of it is a loss. */
interface Control {
  /** "from continuing operations"; "" for net income. */
  readonly words: string;
  readonly income: "income" | "income (loss)";
}

function controlOf(statements: readonly EpsStatement[], components: readonly NumeratorLine[]): Control {
  const isLoss = statements.some(({ period }) => isNegative(controlNumber(period)));
  return {
    words: components.length > 0 ? ` ${continuingWords(components)}` : "",
    income: isLoss ? "income (loss)" : "income",
  };
}

function basicLines(statements: readonly EpsStatement[], components: readonly NumeratorLine[]): readonly Line[] {
  const { words, income } = controlOf(statements, components);
  const isNet = words === "";
  const first: Line = {
    key: "income",
    label: isNet ? `Net ${income}` : `${capitalized(income)}${words}`,
    income: ({ period }) => (isNet ? period.netIncome : period.continuingIncome),
    tags: { income: [firstTag(statements, isNet)] },
  };
  const deductions = usedLines(statements.map(({ period }) => deductionsOf(period, "basic")));
  const total: Line = {
    key: "basic",
    label: `Basic earnings per share: ${income}${words} available to common stockholders`,
    isTotal: true,
    income: (of) => controlNumber(of.period, "basic"),
    shares: basicShares,
    isPerShare: true,
    tags: perShareTags("basic", !isNet),
  };
  return [first, ...deductions.map((line) => deductionLine(line, "basic")), total];
}

/** Net income that is what is left for the common stock, with the part of others in it, or without. */
function firstTag(statements: readonly EpsStatement[], isNet: boolean): string {
  if (isNet && statements.some(({ period }) => period.isAfterDeductions)) return "net.basic";
  const isConsolidated = statements.some(
    ({ period }) => !isZero(amountOf(deductionsOf(period, "basic"), "noncontrolling")),
  );
  const [net, continuing] = isConsolidated
    ? ["consolidatedNetIncome", "consolidatedContinuingIncome"]
    : ["netIncome", "continuingIncome"];
  return isNet ? net : continuing;
}

function deductionLine({ key, label }: NumeratorLine, section: Section): Line {
  return {
    key: `${section}.${key}`,
    label: `Less: ${label.toLowerCase()}`,
    income: ({ period }) => negated(amountOf(deductionsOf(period, section), key)),
    tags: { income: [key === "participating" ? `participating.${section}` : key] },
  };
}

/** What each class adds, and the total; a class that adds nothing in any column has no line. */
function dilutedLines(
  statements: readonly EpsStatement[],
  classes: readonly string[],
  components: readonly NumeratorLine[],
): readonly Line[] {
  const effects = classes.flatMap((label): Line[] => {
    const adds = statements.some((of) => !isZero(includedShares(of, label)) || !isZero(includedAddBack(of, label)));
    return adds ? [effectLine(label, statements)] : [];
  });
  const { words, income } = controlOf(statements, components);
  const participating: Line = {
    key: "diluted.participating",
    label: "Earnings reallocated to participating securities",
    income: reallocation,
  };
  return [
    ...effects,
    ...(statements.some((of) => !isZero(reallocation(of))) ? [participating] : []),
    {
      key: "diluted",
      label: `Diluted earnings per share: ${income}${words} available to common stockholders and assumed conversions`,
      isTotal: true,
      income: (of) => plus(controlNumber(of.period, "diluted"), of.earningsAddBack),
      shares: dilutedShares,
      isPerShare: true,
      tags: perShareTags("diluted", words !== ""),
    },
  ];
}

/** By how much less goes to participating securities in diluted than in basic earnings. */
function reallocation({ period }: EpsStatement): Fraction {
  return plus(deducted(period, "basic"), negated(deducted(period, "diluted")));
}

function effectLine(label: string, statements: readonly EpsStatement[]): Line {
  const hasAddBack = statements.some((of) => !isZero(includedAddBack(of, label)));
  const kinds = kindsOfClass(label, statements);
  return {
    key: `diluted.security:${label}`,
    label: `Effect of dilutive securities: ${label}`,
    ...(hasAddBack ? { income: (of: EpsStatement) => includedAddBack(of, label) } : {}),
    shares: (of) => includedShares(of, label),
    tags: {
      income: kinds.map((kind) => `addBack.${kind}`),
      shares: kinds.map((kind) => `shares.${kind}`),
    },
  };
}

/** The lines beside continuing operations, basic and diluted, by the shares of those. */
function otherLines(components: readonly NumeratorLine[]): readonly Line[] {
  return (["basic", "diluted"] as const).flatMap((section) => {
    const shares = section === "basic" ? basicShares : dilutedShares;
    const words = section === "basic" ? "Basic" : "Diluted";
    return [
      ...components.map(({ key, label }): Line => ({
        key: `${section}.${key}`,
        label: `${words}: ${label.toLowerCase()}`,
        income: ({ period }) => amountOf(componentsOf(period), key),
        shares,
        isPerShare: true,
        tags: {
          income: [`${key}.amount.${section}`],
          shares: [`shares.${section}`],
          perShare: [`${key}.${section}`],
        },
      })),
      {
        key: `${section}.net`,
        label: `${words}: net income available to common stockholders`,
        isTotal: true,
        income: (of) => netOf(of, section),
        shares,
        isPerShare: true,
        tags: perShareTags(section, false),
      },
    ];
  });
}

function netOf(of: EpsStatement, section: Section): Fraction {
  return plus(availableToCommon(of.period, section), section === "diluted" ? of.earningsAddBack : ZERO);
}

function perShareTags(section: Section, isContinuing: boolean): NonNullable<Line["tags"]> {
  const line = isContinuing ? "continuing" : "net";
  return {
    income: [`${line}.${section}`],
    shares: [`shares.${section}`],
    perShare: [`${line}.perShare.${section}`],
  };
}
