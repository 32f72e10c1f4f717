import { classHeader, isClassColumn, periodColumn } from "../../../src/functions/eps/periodWords";

/** Captions of filings and labels of the us-gaap and ifrs-full taxonomies, with the column that each is. */
const FILED: readonly (readonly [column: string, headers: readonly string[]])[] = [
  ["Period end", ["Quarter ended", "Fiscal period ended", "Year Ended", "Period End Date", "PERIOD ENDING:"]],
  [
    "Net income",
    [
      "Net loss",
      "NET INCOME (LOSS)",
      "Net (loss) earnings",
      "Net earnings",
      "Profit for the period",
      "Profit (loss)",
      "Loss for the year",
      "Consolidated net income",
      "Net income including noncontrolling interests",
      "Net Income (Loss), Including Portion Attributable to Noncontrolling Interest",
      "NetIncomeLoss",
    ],
  ],
  [
    "Net income attributable to the company",
    [
      "Net Income (Loss) Attributable to Parent",
      "Net income attributable to Acme Corporation",
      "Profit attributable to owners of the parent",
      "Net income attributable to controlling interests",
    ],
  ],
  [
    "Net income available to common stockholders",
    [
      "Net loss attributable to common stockholders",
      "Net income (loss) applicable to common shareholders",
      "Net income available to common stock",
      "Net Income (Loss) Available to Common Stockholders, Basic",
      "Earnings available to common shareowners",
      "Profit attributable to ordinary equity holders of the parent entity",
      "Net income allocable to common shareholders",
      "Net loss attributable to common unitholders",
    ],
  ],
  [
    "Continuing income",
    [
      "Income from continuing operations",
      "(Loss) income from continuing operations",
      "Earnings from continuing operations",
      "Continuing operations",
      "Net loss from continuing operations",
      "Income from continuing operations, net of tax",
      "Income (Loss) from Continuing Operations, Net of Tax, Attributable to Parent",
      "IncomeLossFromContinuingOperations",
    ],
  ],
  [
    "Discontinued income",
    [
      "Discontinued operations",
      "Loss from discontinued operations, net of tax",
      "Loss from discontinued operations, net of income taxes",
      "Income (Loss) from Discontinued Operations, Net of Tax, Attributable to Parent",
      "Profit (loss) from discontinued operations",
    ],
  ],
  [
    "Income before extraordinary item",
    [
      "Income before extraordinary items",
      "(Loss) income before extraordinary item",
      "Earnings before extraordinary charge",
    ],
  ],
  [
    "Extraordinary item",
    ["Extraordinary items, net of tax", "Extraordinary loss on early extinguishment of debt", "Extraordinary gain"],
  ],
  [
    "Income before cumulative effect",
    [
      "Income before cumulative effect of change in accounting principle",
      "Income before cumulative effect of accounting changes",
    ],
  ],
  [
    "Cumulative effect",
    ["Cumulative effect of change in accounting principle", "Cumulative effect of accounting changes, net of tax"],
  ],
  [
    "Noncontrolling interest",
    [
      "Noncontrolling interests",
      "Minority interest",
      "Minority interest in income of consolidated subsidiaries",
      "Net income attributable to noncontrolling interests",
      "Less: net loss attributable to non-controlling interest",
      "Net income attributable to redeemable noncontrolling interests",
      "Less: Noncontrolling interests",
    ],
  ],
  [
    "Preferred dividends",
    [
      "Preferred stock dividends",
      "Dividends on preferred shares",
      "Preference dividends",
      "Less: preferred dividends",
      "Less preferred stock dividends",
      "Preferred stock dividend requirements",
      "Cumulative preferred dividends",
      "Accrued preferred dividends",
      "Dividends attributable to preferred stockholders",
    ],
  ],
  [
    "Earnings allocated to participating securities",
    [
      "Net income allocated to participating securities",
      "Less: earnings allocated to participating securities",
      "Income attributable to participating securities",
      "Distributed and undistributed earnings allocated to participating securities",
      "Undistributed Earnings (Loss) Allocated to Participating Securities, Basic",
      "Net income allocated to unvested restricted stock",
      "Earnings allocated to participating restricted stock units",
    ],
  ],
  [
    "Earnings allocated to participating securities, diluted",
    [
      "Undistributed Earnings (Loss) Allocated to Participating Securities, Diluted",
      "Net income allocated to participating securities - diluted",
    ],
  ],
  [
    "Weighted shares",
    [
      "Weighted average common shares outstanding, basic and diluted",
      "Weighted-average shares outstanding—basic",
      "Average common shares outstanding",
      "Average shares outstanding",
      "Basic shares",
      "Basic weighted average common shares",
      "Weighted average number of ordinary shares",
      "Weighted Average Number of Shares Outstanding, Basic",
      "WeightedAverageNumberOfShareOutstandingBasicAndDiluted",
      "Weighted average shares used in computing basic net loss per share",
      "Weighted-average shares used to compute net loss per share, basic and diluted",
      "Weighted average common shares (1)",
      "Shares used in computing basic weighted average",
      "Denominator for basic earnings per share - weighted average shares",
      "Weighted average units outstanding",
    ],
  ],
];

test.each(FILED.flatMap(([column, headers]) => headers.map((header) => [header, column] as const)))(
  "%s is %s",
  (header, column) => {
    expect(periodColumn(header)).toBe(column);
  },
);

test.each([
  ["Deemed dividends on preferred stock", "Less: Deemed dividends on preferred stock"],
  ["Series A preferred dividends", "Less: Series A preferred dividends"],
  [
    "Dividends on 5% cumulative preferred stock, Series B",
    "Less: Dividends on 5% cumulative preferred stock, Series B",
  ],
  ["Less: Accretion of redeemable preferred stock", "Less: Accretion of redeemable preferred stock"],
  ["LESS: deemed dividend", "Less: deemed dividend"],
  ["Convertible notes add back", "Convertible notes add-back"],
  ["Convertible notes interest add-back", "Convertible notes add-back"],
  ["Potential: Founders' grant", "Founders' grant"],
  ["Founders' pool (shares)", "Founders' pool"],
  ["Effect of dilutive securities", "Effect of dilutive securities"],
  ["Stock-based awards", "Stock-based awards"],
  ["Stock grants", "Stock grants"],
  ["Employee stock plans", "Employee stock plans"],
  ["Stock-based compensation plans", "Stock-based compensation plans"],
  ["Assumed conversion of convertible notes", "Assumed conversion of convertible notes"],
  ["Dilutive effect of stock options outstanding", "Dilutive effect of stock options outstanding"],
  ["Contingent consideration shares", "Contingent consideration shares"],
  ["Nonvested restricted stock", "Nonvested restricted stock"],
  ["Profits interests", "Profits interests"],
  ["Founder shares", "Founder shares"],
  ["Tangible equity units", "Tangible equity units"],
  ["Redeemable convertible preferred stock", "Redeemable convertible preferred stock"],
  ["Preferred unit distributions", "Less: Preferred unit distributions"],
  ["Distributions to preferred unitholders", "Less: Distributions to preferred unitholders"],
  ["Net income to common", "Net income available to common stockholders"],
  ["Income (loss) before discontinued operations", "Continuing income"],
  ["Undistributed earnings allocated to unvested shares", "Earnings allocated to participating securities"],
  ["Shares used in per share calculation - basic", "Weighted shares"],
  ["Weighted average ordinary shares in issue", "Weighted shares"],
  ["Denominator for basic EPS", "Weighted shares"],
  ["Basic shares used in computation", "Weighted shares"],
  ["Average market price", "Average price"],
])("%s is a column under its own words", (header, column) => {
  expect(periodColumn(header)).toBe(column);
});

test.each([
  "Less: Net income",
  "Potential: Net income",
  "Income before income taxes",
  "Income from continuing operations before income taxes",
  "Income from continuing operations attributable to common stockholders",
  "Net Income (Loss) Available to Common Stockholders, Diluted",
  "Weighted average shares outstanding, diluted",
  "Weighted average shares outstanding, assuming dilution",
  "Weighted average common shares and equivalents",
  "Closing price of shares",
  "Basic net income per share",
  "Net income per share",
  "Discontinued operations per share",
  "Extraordinary item per share",
  "Total preferred dividends per share",
  "Convertible preferred dividends",
  "Comprehensive income",
  "Operating income",
  "Treasury stock",
  "Penny warrants",
  "Prefunded warrants",
  "Change in fair value of warrants",
  "Stock-based compensation",
  "Share-based compensation expense",
  "Notes payable",
  "Bank loans",
  "Option exercise price",
  "Weighted average exercise price of options",
  "Options outstanding",
  "Number of options outstanding",
  "Options vested",
  "Number of options",
  "Beneficial conversion feature",
  "Mandatorily redeemable preferred stock",
  "Shares used in computing diluted net income per share",
  "Denominator for diluted EPS",
  "Net income to common shareholders per share",
  "Common shares outstanding, end of period",
  "Shares withheld for taxes",
  "Conversion ratio",
  "Contingent consideration",
  "Units sold",
  "Government grants",
  "Amortization of debt discount on convertible notes",
  "Loss on extinguishment of convertible notes",
  "Inducement expense, convertible notes",
  "Premium on redemption of preferred stock",
  "Participating securities",
  "Common stock",
  "Class A common stock",
  "",
])("%s is no column", (header) => {
  expect(periodColumn(header)).toBeUndefined();
});

test.each(["Options", "Other", "Acme plan", "Net income"])("the class %s has a header that is read as it", (label) => {
  const header = classHeader(label);
  const column = periodColumn(header) ?? "";
  expect(label === "Net income" ? column : `${column} ${isClassColumn(column)}`).toBe(
    label === "Net income" ? "" : `${label} true`,
  );
});
