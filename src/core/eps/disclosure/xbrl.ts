/**
 * The elements of the taxonomies under which filers tag the lines of a footnote on earnings per share, US GAAP's or that of
 * IFRS: data alone. Law: where more than one would do, or there is none, the answer is "none", never a name made up.
 */
import type { Standard } from "../periods/period";
import type { EpsStatement } from "../periods/statement";
import { lineOf } from "../securities/security";
import type { SecurityKind } from "../securities/terms";

/** What stands where a taxonomy has no element. */
export const NO_ELEMENT = "none";

const SHARE_BASED = "IncrementalCommonSharesAttributableToShareBasedPaymentArrangements";
const CONVERTIBLES = "DilutiveEffectOfConvertibleInstrumentsOnNumberOfOrdinaryShares";
const ASSUMED_CONVERSION =
  "IncreaseDecreaseToProfitLossToReflectDilutiveEffectResultingFromAssumedConversionOfPotentialOrdinaryShares";

const US_GAAP: Readonly<Record<string, string>> = {
  netIncome: "NetIncomeLoss",
  continuingIncome: "IncomeLossFromContinuingOperations",
  consolidatedNetIncome: "ProfitLoss",
  consolidatedContinuingIncome:
    "IncomeLossFromContinuingOperationsIncludingPortionAttributableToNoncontrollingInterest",
  "discontinued.amount.basic": "IncomeLossFromDiscontinuedOperationsNetOfTax",
  "discontinued.amount.diluted": "IncomeLossFromDiscontinuedOperationsNetOfTax",
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
  "shares.option": SHARE_BASED,
  "shares.award": SHARE_BASED,
  "shares.warrant": "IncrementalCommonSharesAttributableToCallOptionsAndWarrants",
  "shares.preferred": "IncrementalCommonSharesAttributableToConversionOfPreferredStock",
  "shares.debt": "IncrementalCommonSharesAttributableToConversionOfDebtSecurities",
  "shares.writtenPut": "IncrementalCommonSharesAttributableToWrittenPutOptions",
  "shares.contingent": "IncrementalCommonSharesAttributableToContingentlyIssuableShares",
  "addBack.preferred": "ConvertiblePreferredDividendsNetOfTax",
  "addBack.debt": "InterestOnConvertibleDebtNetOfTax",
  // ASC 260-10-50-1(c): a count, with the class on an axis.
  antidilutive: "AntidilutiveSecuritiesExcludedFromComputationOfEarningsPerShareAmount",
};

const IFRS: Readonly<Record<string, string>> = {
  netIncome: "ProfitLossAttributableToOwnersOfParent",
  continuingIncome: "IncomeFromContinuingOperationsAttributableToOwnersOfParent",
  consolidatedNetIncome: "ProfitLoss",
  consolidatedContinuingIncome: "ProfitLossFromContinuingOperations",
  "discontinued.amount.basic": "ProfitLossFromDiscontinuedOperationsAttributableToOrdinaryEquityHoldersOfParentEntity",
  "discontinued.amount.diluted":
    "ProfitLossFromDiscontinuedOperationsAttributableToOrdinaryEquityHoldersOfParentEntityIncludingDilutiveEffects",
  noncontrolling: "ProfitLossAttributableToNoncontrollingInterests",
  preferred: "AdjustmentToProfitLossForPreferenceShareDividends",
  "participating.basic":
    "ProfitLossAttributableToParticipatingEquityInstrumentsOtherThanOrdinarySharesUsedInCalculatingBasicEarningsLossPerInstrument",
  "participating.diluted":
    "ProfitLossAttributableToParticipatingEquityInstrumentsOtherThanOrdinarySharesUsedInCalculatingDilutedEarningsLossPerInstrument",
  "net.basic": "ProfitLossAttributableToOrdinaryEquityHoldersOfParentEntity",
  "net.diluted": "ProfitLossAttributableToOrdinaryEquityHoldersOfParentEntityIncludingDilutiveEffects",
  "continuing.basic": "ProfitLossFromContinuingOperationsAttributableToOrdinaryEquityHoldersOfParentEntity",
  "continuing.diluted":
    "ProfitLossFromContinuingOperationsAttributableToOrdinaryEquityHoldersOfParentEntityIncludingDilutiveEffects",
  "shares.basic": "WeightedAverageShares",
  "shares.diluted": "AdjustedWeightedAverageShares",
  "net.perShare.basic": "BasicEarningsLossPerShare",
  "net.perShare.diluted": "DilutedEarningsLossPerShare",
  "continuing.perShare.basic": "BasicEarningsLossPerShareFromContinuingOperations",
  "continuing.perShare.diluted": "DilutedEarningsLossPerShareFromContinuingOperations",
  "discontinued.basic": "BasicEarningsLossPerShareFromDiscontinuedOperations",
  "discontinued.diluted": "DilutedEarningsLossPerShareFromDiscontinuedOperations",
  "shares.option": "DilutiveEffectOfShareOptionsOnNumberOfOrdinaryShares",
  "shares.preferred": CONVERTIBLES,
  "shares.debt": CONVERTIBLES,
  "addBack.preferred": ASSUMED_CONVERSION,
  "addBack.debt": ASSUMED_CONVERSION,
  // What IAS 33.70(c) asks for is tagged as text, and a count of it under no element.
};

const TAXONOMIES: Readonly<Record<Standard, readonly [prefix: string, elements: Readonly<Record<string, string>>]>> = {
  "US GAAP": ["us-gaap", US_GAAP],
  IFRS: ["ifrs-full", IFRS],
};

/** The element of a line, as "us-gaap:NetIncomeLoss"; "none" where the taxonomy has none. */
export function elementOf(standard: Standard, ...keys: readonly string[]): string {
  const [prefix, elements] = TAXONOMIES[standard];
  const found = new Set(keys.map((key) => elements[key]));
  const [only] = found;
  return only === undefined || found.size > 1 ? NO_ELEMENT : `${prefix}:${only}`;
}

/** Words that tell of what kind a class is whose count alone is given, or which convertible security it is. */
const OF_WORDS: readonly (readonly [kind: string, words: RegExp])[] = [
  ["preferred", /preferred|preference/i],
  ["debt", /\b(debt|notes?|debentures?|bonds?)\b/i],
  ["warrant", /warrant/i],
  ["option", /option|purchase plan|\bESPP\b/i],
  ["award", /restricted|stock unit|share unit|\b[RP]SU|\bRSA|award/i],
  ["contingent", /contingent/i],
];

/** Kinds of securities that are tagged by what they are; which convertible one is, only its words tell. */
const OF_KIND: Partial<Record<SecurityKind, string>> = {
  option: "option",
  award: "award",
  warrant: "warrant",
  writtenPut: "writtenPut",
  contingent: "contingent",
};

/** What the securities of a class are, by their kind, else by the words of the class; several where it holds several. */
export function kindsOfClass(label: string, statements: readonly EpsStatement[]): readonly string[] {
  const kinds = statements.flatMap(({ period }) =>
    period.securities.filter((terms) => lineOf(terms) === label).map(({ kind }) => OF_KIND[kind]),
  );
  if (kinds.length > 0 && kinds.every((kind) => kind !== undefined)) return [...new Set(kinds)];
  return OF_WORDS.flatMap(([kind, words]) => (words.test(label) ? [kind] : []));
}
