/**
 * The elements of the US GAAP financial reporting taxonomy under which filers tag the lines of a footnote on earnings per
 * share: data alone. Law: where more than one would do, or none is common, the line has none.
 */
import type { EpsStatement } from "../periods/statement";
import { lineOf } from "../securities/security";
import type { SecurityKind } from "../securities/terms";

const ELEMENTS: Readonly<Record<string, string>> = {
  netIncome: "NetIncomeLoss",
  continuingIncome: "IncomeLossFromContinuingOperations",
  discontinued: "IncomeLossFromDiscontinuedOperationsNetOfTax",
  noncontrolling: "NetIncomeLossAttributableToNoncontrollingInterest",
  preferred: "PreferredStockDividendsIncomeStatementImpact",
  "participating.basic": "ParticipatingSecuritiesDistributedAndUndistributedEarningsLossBasic",
  "participating.diluted": "ParticipatingSecuritiesDistributedAndUndistributedEarningsLossDiluted",
  "net.basic": "NetIncomeLossAvailableToCommonStockholdersBasic",
  "net.diluted": "NetIncomeLossAvailableToCommonStockholdersDiluted",
  "shares.basic": "WeightedAverageNumberOfSharesOutstandingBasic",
  "shares.diluted": "WeightedAverageNumberOfDilutedSharesOutstanding",
  "net.perShare.basic": "EarningsPerShareBasic",
  "net.perShare.diluted": "EarningsPerShareDiluted",
  "continuing.perShare.basic": "IncomeLossFromContinuingOperationsPerBasicShare",
  "continuing.perShare.diluted": "IncomeLossFromContinuingOperationsPerDilutedShare",
  "discontinued.basic": "IncomeLossFromDiscontinuedOperationsNetOfTaxPerBasicShare",
  "discontinued.diluted": "IncomeLossFromDiscontinuedOperationsNetOfTaxPerDilutedShare",
};

/** What a count of excluded securities is tagged with (ASC 260-10-50-1(c)). */
export const ANTIDILUTIVE_ELEMENT = "AntidilutiveSecuritiesExcludedFromComputationOfEarningsPerShareAmount";

/** The element of a line, or "". */
export function elementOf(key: string): string {
  return ELEMENTS[key] ?? "";
}

const OF_KIND: Partial<Record<SecurityKind, string>> = {
  option: "IncrementalCommonSharesAttributableToShareBasedPaymentArrangements",
  award: "IncrementalCommonSharesAttributableToShareBasedPaymentArrangements",
  warrant: "IncrementalCommonSharesAttributableToCallOptionsAndWarrants",
};

/** Words that tell of what kind a class is whose count alone is given, or which convertible security it is. */
const OF_WORDS: readonly (readonly [words: RegExp, element: string])[] = [
  [/preferred/i, "IncrementalCommonSharesAttributableToConversionOfPreferredStock"],
  [/debt|note|debenture|bond/i, "IncrementalCommonSharesAttributableToConversionOfDebtSecurities"],
  [/warrant/i, "IncrementalCommonSharesAttributableToCallOptionsAndWarrants"],
  [/option|restricted|stock unit|RSU|award/i, "IncrementalCommonSharesAttributableToShareBasedPaymentArrangements"],
];

/** The element for the shares of a class: by the kind of its securities, else by its words; "" where they tell nothing. */
export function securityElement(label: string, statements: readonly EpsStatement[]): string {
  const kinds = statements.flatMap(({ period }) =>
    period.securities.filter((terms) => lineOf(terms) === label).map(({ kind }) => OF_KIND[kind]),
  );
  const [first] = kinds;
  if (first !== undefined && kinds.every((element) => element === first)) return first;
  return OF_WORDS.find(([words]) => words.test(label))?.[1] ?? "";
}
