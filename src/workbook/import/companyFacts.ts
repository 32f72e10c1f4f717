import { Decimal } from "decimal.js";
import { isoDate, longDate, type Day } from "../../core/calendar/civilDate";
import { serialOf } from "../../functions/cells/arguments";
import type { ImportedPeriod, ImportPreview } from "../actionTypes";
import { ActionError, count } from "../book/report";
import { readPrintedDate } from "./printedDates";

/** One fact as the SEC's company facts publish it (data.sec.gov/api/xbrl/companyfacts). */
interface Fact {
  readonly start?: string;
  readonly end: string;
  readonly val: number;
  readonly accn: string;
  readonly form: string;
  readonly filed: string;
}

interface CompanyFacts {
  readonly entityName?: string;
  readonly facts?: Readonly<
    Record<string, Readonly<Record<string, { readonly units: Readonly<Record<string, readonly Fact[]>> }>>>
  >;
}

interface PeriodFact extends Fact {
  readonly periodEnd: Day;
  readonly months: number;
}

type Figure = "netIncome" | "continuingIncome" | "preferredDividends" | "weightedShares";

/** The first concept of a figure that has a fact for the period is taken. */
const FIGURES: Readonly<Record<Figure, readonly string[]>> = {
  netIncome: ["NetIncomeLoss", "ProfitLoss", "NetIncomeLossAvailableToCommonStockholdersBasic"],
  continuingIncome: ["IncomeLossFromContinuingOperations"],
  preferredDividends: [
    "PreferredStockDividendsAndOtherAdjustments",
    "PreferredStockDividendsIncomeStatementImpact",
    "DividendsPreferredStock",
  ],
  weightedShares: [
    "WeightedAverageNumberOfSharesOutstandingBasic",
    "WeightedAverageNumberOfShareOutstandingBasicAndDiluted",
  ],
};

const PRINTED: Readonly<Record<string, readonly string[]>> = {
  ...FIGURES,
  dilutedShares: [
    "WeightedAverageNumberOfDilutedSharesOutstanding",
    "WeightedAverageNumberOfShareOutstandingBasicAndDiluted",
  ],
  basicEps: ["EarningsPerShareBasic", "EarningsPerShareBasicAndDiluted"],
  dilutedEps: ["EarningsPerShareDiluted", "EarningsPerShareBasicAndDiluted"],
};

/** Incremental shares by class, under the words that the exhibit will show. */
const SECURITIES: Readonly<Record<string, string>> = {
  IncrementalCommonSharesAttributableToShareBasedPaymentArrangements:
    "Dilutive shares attributable to share-based payment",
  IncrementalCommonSharesAttributableToCallOptionsAndWarrants:
    "Dilutive shares attributable to call options and warrants",
  IncrementalCommonSharesAttributableToWrittenPutOptions: "Dilutive shares attributable to written put options",
  IncrementalCommonSharesAttributableToConversionOfDebtSecurities: "Dilutive shares attributable to conversion of debt",
  IncrementalCommonSharesAttributableToConversionOfPreferredStock:
    "Dilutive shares attributable to conversion of preferred stock",
  IncrementalCommonSharesAttributableToContingentlyIssuableShares:
    "Dilutive shares attributable to contingently issuable shares",
  IncrementalCommonSharesAttributableToEquityUnitPurchaseAgreements:
    "Dilutive shares attributable to equity unit purchase agreements",
};
/** The total of the classes, for filers that publish nothing finer. */
const ALL_SECURITIES = "WeightedAverageNumberDilutedSharesOutstandingAdjustment";
const ALL_CAPTION = "Dilutive potential common shares";

/**
 * Reads a company-facts file of the SEC. A period that was reported more than once has the figure of its latest
 * filing, and the remarks say where that restated an earlier one.
 *
 * @throws ActionError when the text is no such file, or holds no weighted average shares
 */
export function readCompanyFacts(text: string): ImportPreview {
  const { entityName, facts } = parsed(text);
  const concepts = new Map(
    Object.entries(facts?.["us-gaap"] ?? {}).map(([concept, { units }]) => [concept, periodFacts(units)]),
  );
  const latest = new Map([...concepts].map(([concept, all]) => [concept, latestByPeriod(all)]));
  const keys = [...new Set(FIGURES.weightedShares.flatMap((concept) => [...(latest.get(concept)?.keys() ?? [])]))];
  if (keys.length === 0)
    throw new ActionError(
      "The file reports no weighted average shares by period (us-gaap, WeightedAverageNumberOfSharesOutstandingBasic).",
    );
  return {
    source: "XBRL company facts",
    ...(entityName ? { entity: entityName } : {}),
    periods: keys.map((key) => periodOf(key, latest)).sort((a, b) => a.periodEnd - b.periodEnd || a.months - b.months),
    remarks: [...restatements(concepts), ...oddPeriods(facts)],
  };
}

function parsed(text: string): CompanyFacts {
  try {
    const file = JSON.parse(text) as CompanyFacts;
    if (typeof file === "object" && file !== null && file.facts?.["us-gaap"]) return file;
  } catch {
    // Said below, for both reasons alike.
  }
  throw new ActionError(
    'The file is no company-facts file of the SEC: it holds no "us-gaap" facts. Save it from data.sec.gov/api/xbrl/companyfacts.',
  );
}

type Latest = ReadonlyMap<string, ReadonlyMap<string, PeriodFact>>;

function periodOf(key: string, latest: Latest): ImportedPeriod {
  const first = (concepts: readonly string[]) => concepts.map((concept) => latest.get(concept)?.get(key)).find(Boolean);
  const figures = (wanted: Readonly<Record<string, readonly string[]>>) =>
    Object.fromEntries(
      Object.entries(wanted).flatMap(([figure, concepts]) => {
        const fact = first(concepts);
        return fact ? [[figure, fact.val]] : [];
      }),
    );
  const { periodEnd = 0, months = 0 } = first(FIGURES.weightedShares) ?? {};
  const securities = securitiesOf(key, latest);
  const printedSecurities = Object.entries(securities).map(([caption, shares]) => [`security:${caption}`, shares]);
  return {
    ...figures(FIGURES),
    periodEnd: serialOf(periodEnd),
    months,
    securities,
    printed: { ...figures(PRINTED), ...Object.fromEntries(printedSecurities) },
  };
}

function securitiesOf(key: string, latest: Latest): Record<string, number> {
  const classes = Object.entries(SECURITIES).flatMap(([concept, caption]): [string, number][] => {
    const fact = latest.get(concept)?.get(key);
    return fact ? [[caption, fact.val]] : [];
  });
  const all = latest.get(ALL_SECURITIES)?.get(key);
  return classes.length === 0 && all ? { [ALL_CAPTION]: all.val } : Object.fromEntries(classes);
}

function periodFacts(units: Readonly<Record<string, readonly Fact[]>>): PeriodFact[] {
  return Object.values(units)
    .flat()
    .flatMap((fact) => {
      const [start, periodEnd] = [readPrintedDate(fact.start ?? ""), readPrintedDate(fact.end)];
      const months = start === undefined || periodEnd === undefined ? undefined : monthsBetween(start, periodEnd);
      return months === undefined || periodEnd === undefined ? [] : [{ ...fact, periodEnd, months }];
    });
}

/** 3, 6, 9 or 12 for a period of so many months or of 13, 26, 39, 52 or 53 weeks; undefined for any other. */
function monthsBetween(start: Day, end: Day): number | undefined {
  const days = end - start + 1;
  return [3, 6, 9, 12].find((months) => Math.abs(days - months * 30.4375) <= 8);
}

function latestByPeriod(facts: readonly PeriodFact[]): ReadonlyMap<string, PeriodFact> {
  const byFiling = [...facts].sort((a, b) => a.filed.localeCompare(b.filed) || a.accn.localeCompare(b.accn));
  return new Map(byFiling.map((fact) => [`${fact.periodEnd}|${fact.months}`, fact]));
}

function restatements(concepts: ReadonlyMap<string, readonly PeriodFact[]>): string[] {
  const read = [...Object.values(PRINTED).flat(), ...Object.keys(SECURITIES), ALL_SECURITIES];
  return [...new Set(read)].flatMap((concept) => {
    const facts = concepts.get(concept) ?? [];
    return [...latestByPeriod(facts)].flatMap(([key, last]) => {
      const other = facts.find((fact) => `${fact.periodEnd}|${fact.months}` === key && fact.val !== last.val);
      return other ? [restated(concept, other, last)] : [];
    });
  });
}

function restated(concept: string, from: PeriodFact, to: PeriodFact): string {
  const amount = (value: number) => new Decimal(value).toFixed().replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return `${concept}, ${to.months} months to ${longDate(to.periodEnd)}: ${amount(from.val)} was restated to ${amount(to.val)} in the ${to.form} filed ${to.filed}.`;
}

function oddPeriods(facts: CompanyFacts["facts"]): string[] {
  const shares = Object.values(facts?.["us-gaap"]?.[FIGURES.weightedShares[0] ?? ""]?.units ?? {}).flat();
  const odd = new Set(
    shares
      .map(({ start, end }) => ({ start: readPrintedDate(start ?? ""), end: readPrintedDate(end) }))
      .filter(({ start, end }) => start !== undefined && end !== undefined && monthsBetween(start, end) === undefined)
      .map(({ end }) => isoDate(end ?? 0)),
  );
  return odd.size === 0
    ? []
    : [`${count(odd.size, "period")} left out, being neither 3, 6, 9 nor 12 months long: to ${[...odd].join(", ")}.`];
}
