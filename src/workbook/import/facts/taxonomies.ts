/** The concepts of a taxonomy that the figures of a period are made of; the first that has a fact for it is taken. */
export interface Taxonomy {
  readonly name: string;
  readonly standard: "US GAAP" | "IFRS";
  readonly netIncome: readonly string[];
  /** Net income with the share of noncontrolling interests. */
  readonly consolidated: readonly string[];
  readonly noncontrolling: readonly string[];
  readonly available: readonly string[];
  readonly continuing: readonly string[];
  readonly discontinued: readonly string[];
  readonly preferred: readonly string[];
  readonly participating: readonly string[];
  readonly weightedShares: readonly string[];
  readonly dilutedShares: readonly string[];
  readonly basicEps: readonly string[];
  readonly dilutedEps: readonly string[];
  readonly basicContinuingEps: readonly string[];
  readonly dilutedContinuingEps: readonly string[];
  /** Incremental shares by class, under the words that the exhibit will show. */
  readonly classes: Readonly<Record<string, string>>;
  /** The total of the classes, for filers that tag nothing finer. */
  readonly allClasses: readonly string[];
  /** After-tax effects on income, each with the concept of the class that brings it. */
  readonly addBacks: Readonly<Record<string, string>>;
  readonly splitRatio: readonly string[];
}

const DEBT = "IncrementalCommonSharesAttributableToConversionOfDebtSecurities";
const PREFERRED = "IncrementalCommonSharesAttributableToConversionOfPreferredStock";

const US_GAAP: Taxonomy = {
  name: "us-gaap",
  standard: "US GAAP",
  netIncome: ["NetIncomeLoss"],
  consolidated: ["ProfitLoss"],
  noncontrolling: [
    "NetIncomeLossAttributableToNoncontrollingInterest",
    "MinorityInterestInNetIncomeLossOfConsolidatedEntities",
  ],
  available: ["NetIncomeLossAvailableToCommonStockholdersBasic"],
  continuing: [
    "IncomeLossFromContinuingOperations",
    "IncomeLossFromContinuingOperationsIncludingPortionAttributableToNoncontrollingInterest",
  ],
  discontinued: [
    "IncomeLossFromDiscontinuedOperationsNetOfTaxAttributableToReportingEntity",
    "IncomeLossFromDiscontinuedOperationsNetOfTax",
    "DiscontinuedOperationIncomeLossFromDiscontinuedOperationNetOfTax",
  ],
  preferred: [
    "PreferredStockDividendsAndOtherAdjustments",
    "PreferredStockDividendsIncomeStatementImpact",
    "DividendsPreferredStock",
  ],
  participating: [
    "ParticipatingSecuritiesDistributedAndUndistributedEarningsLossBasic",
    "UndistributedEarningsLossAllocatedToParticipatingSecuritiesBasic",
  ],
  weightedShares: [
    "WeightedAverageNumberOfSharesOutstandingBasic",
    "WeightedAverageNumberOfShareOutstandingBasicAndDiluted",
  ],
  dilutedShares: [
    "WeightedAverageNumberOfDilutedSharesOutstanding",
    "WeightedAverageNumberOfShareOutstandingBasicAndDiluted",
  ],
  basicEps: ["EarningsPerShareBasic", "EarningsPerShareBasicAndDiluted"],
  dilutedEps: ["EarningsPerShareDiluted", "EarningsPerShareBasicAndDiluted"],
  basicContinuingEps: [
    "IncomeLossFromContinuingOperationsPerBasicShare",
    "IncomeLossFromContinuingOperationsPerBasicAndDilutedShare",
  ],
  dilutedContinuingEps: [
    "IncomeLossFromContinuingOperationsPerDilutedShare",
    "IncomeLossFromContinuingOperationsPerBasicAndDilutedShare",
  ],
  classes: {
    IncrementalCommonSharesAttributableToShareBasedPaymentArrangements:
      "Dilutive shares attributable to share-based payment",
    IncrementalCommonSharesAttributableToCallOptionsAndWarrants:
      "Dilutive shares attributable to call options and warrants",
    IncrementalCommonSharesAttributableToWrittenPutOptions: "Dilutive shares attributable to written put options",
    [DEBT]: "Dilutive shares attributable to conversion of debt",
    [PREFERRED]: "Dilutive shares attributable to conversion of preferred stock",
    IncrementalCommonSharesAttributableToContingentlyIssuableShares:
      "Dilutive shares attributable to contingently issuable shares",
    IncrementalCommonSharesAttributableToEquityUnitPurchaseAgreements:
      "Dilutive shares attributable to equity unit purchase agreements",
    IncrementalCommonSharesAttributableToParticipatingNonvestedSharesWithNonForfeitableDividendRights:
      "Dilutive shares attributable to participating nonvested shares",
  },
  allClasses: ["WeightedAverageNumberDilutedSharesOutstandingAdjustment"],
  addBacks: {
    InterestOnConvertibleDebtNetOfTax: DEBT,
    DividendsOnConvertibleDebtNetOfTax: DEBT,
    ConvertiblePreferredDividendsNetOfTax: PREFERRED,
  },
  splitRatio: ["StockholdersEquityNoteStockSplitConversionRatio1"],
};

const OPTIONS = "DilutiveEffectOfShareOptionsOnNumberOfOrdinaryShares";
const CONVERTIBLES = "DilutiveEffectOfConvertibleInstrumentsOnNumberOfOrdinaryShares";

const IFRS: Taxonomy = {
  name: "ifrs-full",
  standard: "IFRS",
  netIncome: ["ProfitLossAttributableToOwnersOfParent"],
  consolidated: ["ProfitLoss"],
  noncontrolling: ["ProfitLossAttributableToNoncontrollingInterests"],
  available: ["ProfitLossAttributableToOrdinaryEquityHoldersOfParentEntity"],
  continuing: [
    "ProfitLossFromContinuingOperationsAttributableToOrdinaryEquityHoldersOfParentEntity",
    "ProfitLossFromContinuingOperations",
  ],
  discontinued: ["ProfitLossFromDiscontinuedOperations"],
  preferred: [],
  participating: ["ProfitLossAttributableToParticipatingEquityInstruments"],
  weightedShares: ["WeightedAverageShares"],
  dilutedShares: ["AdjustedWeightedAverageShares"],
  basicEps: ["BasicEarningsLossPerShare", "BasicAndDilutedEarningsLossPerShare"],
  dilutedEps: ["DilutedEarningsLossPerShare", "BasicAndDilutedEarningsLossPerShare"],
  basicContinuingEps: ["BasicEarningsLossPerShareFromContinuingOperations"],
  dilutedContinuingEps: ["DilutedEarningsLossPerShareFromContinuingOperations"],
  classes: {
    [OPTIONS]: "Dilutive effect of share options",
    [CONVERTIBLES]: "Dilutive effect of convertible instruments",
  },
  allClasses: [],
  addBacks: {},
  splitRatio: [],
};

export const TAXONOMIES: readonly Taxonomy[] = [US_GAAP, IFRS];

/** Every concept that a period may be made of. */
export function conceptsOf(taxonomy: Taxonomy): ReadonlySet<string> {
  const { name: _name, standard: _standard, classes, addBacks, ...figures } = taxonomy;
  return new Set([...Object.values(figures).flat(), ...Object.keys(classes), ...Object.keys(addBacks)]);
}
