import type { ImportedPeriod } from "../../actionTypes";

/** What a figure may mean besides, and what is said of it when the per-share figures prove it. */
export interface Reading {
  /** The same for all periods that it may be true of. */
  readonly kind: string;
  readonly words: string;
  readonly apply: (period: ImportedPeriod) => ImportedPeriod;
}

/** What may be meant by the figures of any source. */
export function otherReadings(period: ImportedPeriod): Reading[] {
  const { preferredDividends = 0, netIncome = 0, continuingIncome = netIncome } = period;
  const hasOthers = [period.deductions, period.participating, period.noncontrollingInterest].some(Boolean);
  const [hasDividends, hasIncome] = [preferredDividends !== 0, netIncome !== 0];
  return [
    ...(preferredDividends < 0 ? [DEDUCTED_AS_NEGATIVE] : []),
    ...(hasDividends || hasOthers ? [DEDUCTED_ALREADY] : []),
    ...(period.noncontrollingInterest !== undefined ? [AFTER_NONCONTROLLING] : []),
    ...(hasDividends && preferredDividends > 0 ? [ADDED] : []),
    ...(hasIncome ? [LOSS_WITHOUT_SIGN] : []),
    ...primaryReading(period),
    ...(continuingIncome !== netIncome ? [CONTINUING_IS_NET] : []),
  ];
}

const DEDUCTED_AS_NEGATIVE: Reading = {
  kind: "negative deduction",
  words: "Preferred dividends are printed as a negative figure and were taken as a deduction",
  apply: (period) => withDividends(period, -(period.preferredDividends ?? 0)),
};

const DEDUCTED_ALREADY: Reading = {
  kind: "deducted already",
  words: "Income is after preferred dividends and other deductions already, so these were not deducted again",
  apply: (period) =>
    without(period, [
      "preferredDividends",
      "deductions",
      "participating",
      "participatingDiluted",
      "noncontrollingInterest",
    ]),
};

const AFTER_NONCONTROLLING: Reading = {
  kind: "after noncontrolling interest",
  words: "Income is after noncontrolling interest already, so this was not deducted again",
  apply: (period) => without(period, ["noncontrollingInterest"]),
};

const ADDED: Reading = {
  kind: "added",
  words: "What is printed as a deduction adds to the income of the common stock, and was added",
  apply: (period) => withDividends(period, -(period.preferredDividends ?? 0)),
};

const LOSS_WITHOUT_SIGN: Reading = {
  kind: "loss",
  words: "Income is printed without the sign of the loss, and was taken as a loss",
  apply: (period) => {
    const [netIncome, continuing] = [-Math.abs(period.netIncome ?? 0), period.continuingIncome];
    const income = {
      netIncome,
      ...(continuing === undefined ? {} : { continuingIncome: -Math.abs(continuing) }),
    };
    return { ...period, ...income, printed: { ...period.printed, ...income } };
  },
};

/** Before 1998 the one per-share figure of an exhibit counts common stock equivalents, whether it says so or not. */
function primaryReading({ primaryShares, printed }: ImportedPeriod): Reading[] {
  const { dilutedShares, basicEps, dilutedEps } = printed;
  if (primaryShares !== undefined || dilutedShares === undefined || basicEps === undefined) return [];
  if (dilutedEps !== undefined) return [];
  return [
    {
      kind: "primary",
      words: "Earnings per share count common stock equivalents, as primary earnings per share did before 1998",
      apply: (period) => ({ ...period, primaryShares: dilutedShares }),
    },
  ];
}

const CONTINUING_IS_NET: Reading = {
  kind: "continuing",
  words: "The per-share figures are those of net income alone; income from continuing operations was left out",
  apply: ({ continuingIncome: _continuing, ...period }) => period,
};

function withDividends(period: ImportedPeriod, preferredDividends: number): ImportedPeriod {
  const { preferredDividends: printed } = period.printed;
  return {
    ...period,
    preferredDividends,
    ...(printed === undefined ? {} : { printed: { ...period.printed, preferredDividends } }),
  };
}

function without(period: ImportedPeriod, names: readonly (keyof ImportedPeriod)[]): ImportedPeriod {
  const kept = <T extends object>(figures: T) =>
    Object.fromEntries(Object.entries(figures).filter(([name]) => !names.some((one) => one === name))) as T;
  return { ...kept(period), printed: kept(period.printed) };
}
