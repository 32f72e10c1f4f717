import { serialOf } from "../../../functions/cells/arguments";
import type { ImportedPeriod } from "../../actionTypes";
import type { Reading } from "../check/otherReadings";
import type { ChosenFacts, PeriodKey } from "./facts";
import type { Taxonomy } from "./taxonomies";

/** The total of the classes, where a filer tags nothing finer. */
const ALL_CLASSES = "Dilutive potential common shares";
const OTHER_CLASSES = "Other dilutive potential common shares";

type Figures = "netIncome" | "consolidated" | "noncontrolling" | "available" | "preferred" | "participating";

/** The value of the first concept that has a fact for the period. */
export type ValueOf = (concepts: readonly string[]) => number | undefined;

export function valuesFor(facts: ChosenFacts, key: string): ValueOf {
  return (concepts) =>
    concepts.map((concept) => facts.latest(concept, key)?.value).find((value) => value !== undefined);
}

/** One period as its facts have it; undefined where income or shares are not tagged for it. */
export function factPeriod(period: PeriodKey, facts: ChosenFacts, taxonomy: Taxonomy): ImportedPeriod | undefined {
  const of = valuesFor(facts, period.key);
  const weightedShares = of(taxonomy.weightedShares) ?? of(taxonomy.dilutedShares);
  if (weightedShares === undefined) return undefined;
  const income = incomeOf(of, taxonomy);
  const securities = classesOf(of, taxonomy, weightedShares);
  const continuing = continuingOf(of, taxonomy, income);
  const printedClasses = Object.entries(securities).map(([label, shares]) => [`security:${label}`, shares]);
  return defined({
    periodEnd: serialOf(period.end),
    months: period.months,
    ...income,
    continuingIncome: continuing,
    weightedShares,
    securities,
    ...addBacksOf(of, taxonomy, securities),
    printed: defined({
      netIncome: income.netIncome,
      continuingIncome: continuing,
      preferredDividends: income.preferredDividends,
      weightedShares,
      dilutedShares: of(taxonomy.dilutedShares),
      basicEps: of(taxonomy.basicEps),
      dilutedEps: of(taxonomy.dilutedEps),
      basicContinuingEps: of(taxonomy.basicContinuingEps),
      dilutedContinuingEps: of(taxonomy.dilutedContinuingEps),
      ...Object.fromEntries(printedClasses),
    }),
  });
}

/**
 * Net income of the parent; where it is not tagged, the consolidated figure with what the noncontrolling interests take;
 * where that is not either, what is left for the common stock, with what was deducted from it.
 */
function incomeOf(of: ValueOf, taxonomy: Taxonomy) {
  const tagged = (figure: Figures) => of(taxonomy[figure]);
  const [own, consolidated, available] = [tagged("netIncome"), tagged("consolidated"), tagged("available")];
  const deductions = defined({ preferredDividends: tagged("preferred"), participating: tagged("participating") });
  const deducted = (deductions.preferredDividends ?? 0) + (deductions.participating ?? 0);
  if (own !== undefined) return { netIncome: own, ...withRest(own, available, deductions) };
  const interest = tagged("noncontrolling");
  if (consolidated !== undefined)
    return { netIncome: consolidated, ...deductions, ...defined({ noncontrollingInterest: interest }) };
  return { ...(available === undefined ? {} : { netIncome: available + deducted }), ...deductions };
}

/** What goes before the common stock though no concept says what it is: net income less income available to it. */
function withRest(
  own: number,
  available: number | undefined,
  deductions: Pick<ImportedPeriod, "preferredDividends" | "participating">,
): Pick<ImportedPeriod, "preferredDividends" | "participating" | "deductions"> {
  const isGiven = Object.keys(deductions).length > 0;
  if (isGiven || available === undefined || available === own) return deductions;
  return { deductions: { "Other deductions from income available to common stockholders": own - available } };
}

function continuingOf(of: ValueOf, taxonomy: Taxonomy, { netIncome }: Pick<ImportedPeriod, "netIncome">) {
  const discontinued = of(taxonomy.discontinued);
  if (netIncome !== undefined && discontinued) return netIncome - discontinued;
  return of(taxonomy.continuing.slice(0, 1));
}

function classesOf(of: ValueOf, taxonomy: Taxonomy, weightedShares: number): Record<string, number> {
  const classes = Object.entries(taxonomy.classes).flatMap(([concept, caption]): [string, number][] => {
    const shares = of([concept]);
    return shares === undefined ? [] : [[caption, shares]];
  });
  const [all, diluted] = [of(taxonomy.allClasses), of(taxonomy.dilutedShares)];
  const added = diluted === undefined ? 0 : diluted - weightedShares;
  if (classes.length === 0) {
    const total = all ?? (added > 0 ? added : undefined);
    return total === undefined ? {} : { [ALL_CLASSES]: total };
  }
  const rest = added - classes.reduce((sum, [, shares]) => sum + shares, 0);
  const isMissing = added > 0 && rest > weightedShares / 10_000;
  return Object.fromEntries(isMissing ? [...classes, [OTHER_CLASSES, rest]] : classes);
}

/** Interest and dividends of convertibles, with the shares that conversion brings. */
function addBacksOf(
  of: ValueOf,
  taxonomy: Taxonomy,
  securities: Readonly<Record<string, number>>,
): Pick<ImportedPeriod, "addBacks"> {
  const addBacks: Record<string, number> = {};
  for (const [concept, classConcept] of Object.entries(taxonomy.addBacks)) {
    const [amount, caption] = [of([concept]), taxonomy.classes[classConcept] ?? ""];
    const label = [caption, OTHER_CLASSES, ALL_CLASSES].find((one) => (securities[one] ?? 0) > 0);
    if (amount && label !== undefined) addBacks[label] = (addBacks[label] ?? 0) + amount;
  }
  return Object.keys(addBacks).length > 0 ? { addBacks } : {};
}

/** The other figures that a period tags for net income. */
export function otherIncomes(period: PeriodKey, facts: ChosenFacts, taxonomy: Taxonomy): Reading[] {
  const of = valuesFor(facts, period.key);
  const [own, consolidated, available] = [of(taxonomy.netIncome), of(taxonomy.consolidated), of(taxonomy.available)];
  const asAvailable = (before: number) =>
    reading("what is available", WHAT_IS_LEFT, {
      netIncome: before,
      deductions:
        before === available
          ? undefined
          : { "Other deductions from income available to common stockholders": before - (available ?? 0) },
    });
  const before = own ?? consolidated;
  return [
    ...(available !== undefined ? [asAvailable(before ?? available)] : []),
    ...(consolidated !== undefined && own !== undefined && consolidated !== own
      ? [reading("consolidated", CONSOLIDATED, { netIncome: consolidated })]
      : []),
  ];
}

const WHAT_IS_LEFT =
  "What is deducted before the common stock is net income less the tagged income available to common stockholders";
const CONSOLIDATED = "Net income is the consolidated figure, with the share of noncontrolling interests";

function reading(
  kind: string,
  words: string,
  income: { readonly netIncome: number; readonly deductions?: Readonly<Record<string, number>> | undefined },
): Reading {
  return {
    kind,
    words,
    apply: ({
      preferredDividends: _p,
      participating: _q,
      noncontrollingInterest: _n,
      deductions: _d,
      printed,
      ...period
    }) => {
      const { preferredDividends: _printed, ...others } = printed;
      return defined({ ...period, ...income, printed: { ...others, netIncome: income.netIncome } }) as ImportedPeriod;
    },
  };
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

export function defined<T extends object>(record: T): Defined<T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Defined<T>;
}
