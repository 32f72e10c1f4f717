/**
 * The lines of an exhibit as filings print them: from their words in a table of printed figures to the exhibit's own line.
 */

/** A line of the exhibit that a filing prints. */
export interface PrintedLineKind {
  /** Under which imports hand it over: "netIncome", "basicEps". */
  readonly name: string;
  readonly words: string;
  /** Key of the exhibit's line. */
  readonly key: string;
  /** Its other keys, where the exhibit has no such line: what net income is where nothing is deducted. */
  readonly otherwise?: readonly string[];
  /** The exhibit shows it in parentheses, as a deduction. */
  readonly isDeducted?: true;
  /** The exhibit leaves the line out where there is nothing on it. */
  readonly isNilWithoutLine?: true;
}

/** In the order of an exhibit. */
export const PRINTED_LINES: readonly PrintedLineKind[] = [
  line("weightedShares", "Weighted average shares", "basic.shares"),
  line("continuingIncome", "Income from continuing operations", "basic.continuing", ["basic.netIncome"]),
  line("incomeBeforeExtraordinary", "Income before extraordinary item", "basic.continuing", ["basic.netIncome"]),
  line("incomeBeforeCumulativeEffect", "Income before cumulative effect", "basic.continuing", ["basic.netIncome"]),
  component("discontinuedIncome", "Discontinued operations", "basic.discontinued"),
  component("extraordinaryItem", "Extraordinary item", "basic.extraordinary"),
  component("cumulativeEffect", "Cumulative effect of accounting change", "basic.cumulativeEffect"),
  line("netIncome", "Net income", "basic.netIncome"),
  deduction("noncontrollingInterest", "Noncontrolling interest", "basic.noncontrolling"),
  line("attributableIncome", "Net income attributable to the company", "basic.attributable", [
    "basic.available",
    "basic.netIncome",
  ]),
  deduction("preferredDividends", "Preferred dividends", "basic.preferred"),
  deduction("participating", "Earnings allocated to participating securities", "basic.participating"),
  deduction("participatingDiluted", "Earnings allocated to participating securities, diluted", "diluted.participating"),
  line("availableIncome", "Net income available to common stockholders", "basic.available", ["basic.netIncome"]),
  line("basicContinuingEps", "Basic earnings per share, continuing operations", "basic.epsContinuing", ["basic.eps"]),
  component("basicDiscontinuedEps", "Basic earnings per share, discontinued operations", "basic.epsDiscontinued"),
  component("basicExtraordinaryEps", "Basic earnings per share, extraordinary item", "basic.epsExtraordinary"),
  component("basicCumulativeEffectEps", "Basic earnings per share, cumulative effect", "basic.epsCumulativeEffect"),
  line("basicEps", "Basic earnings per share", "basic.eps"),
  line("dilutedShares", "Diluted shares", "diluted.total"),
  line("dilutedNumerator", "Net income used to compute diluted earnings per share", "diluted.numerator", [
    "diluted.available",
    "diluted.netIncome",
  ]),
  line("dilutedContinuingEps", "Diluted earnings per share, continuing operations", "diluted.epsContinuing", [
    "diluted.eps",
  ]),
  component("dilutedDiscontinuedEps", "Diluted earnings per share, discontinued operations", "diluted.epsDiscontinued"),
  component("dilutedExtraordinaryEps", "Diluted earnings per share, extraordinary item", "diluted.epsExtraordinary"),
  component(
    "dilutedCumulativeEffectEps",
    "Diluted earnings per share, cumulative effect",
    "diluted.epsCumulativeEffect",
  ),
  line("dilutedEps", "Diluted earnings per share", "diluted.eps"),
];

function line(name: string, words: string, key: string, otherwise: readonly string[] = []): PrintedLineKind {
  return { name, words, key, otherwise };
}

function component(name: string, words: string, key: string): PrintedLineKind {
  return { name, words, key, isNilWithoutLine: true };
}

function deduction(name: string, words: string, key: string): PrintedLineKind {
  return { name, words, key, isDeducted: true, isNilWithoutLine: true };
}

/** Lines under words of the source's own: what begins their name, their words in the table, and their key. */
export const OWN_LINES = [
  { begins: "security:", words: "", key: "diluted.security:", isDeducted: false },
  { begins: "deduction:", words: "Less: ", key: "basic.deduction:", isDeducted: true },
  { begins: "addBack:", words: "Add back: ", key: "diluted.addBack:", isDeducted: false },
] as const;

/** The line that words name, in any case. */
export function printedLineNamed(words: string): PrintedLineKind | undefined {
  const plain = words.trim().replace(/\s+/g, " ").toLowerCase();
  return PRINTED_LINES.find((one) => one.words.toLowerCase() === plain);
}
