/** What the words mean that a form offers: a line each, for an accountant who does not know the convention by name. */

/** Day counts by their names; docs/day-counts.md has each rule whole, with its source. */
export const DAY_COUNT_MEANINGS: Readonly<Record<string, string>> = {
  "ACT/360": "The actual days over a year of 360 days: as banks lend, a little more than the stated rate.",
  "ACT/364": "The actual days over 364, a year of 52 weeks.",
  "ACT/365F": "The actual days over 365, in leap years too.",
  "ACT/365.25": "The actual days over 365.25.",
  "ACT/366": "The actual days over 366.",
  "ACT/365 Actual": "The actual days over 366 when February 29 is among them, else over 365.",
  "ACT/365L": "The actual days over 365, or over 366 by where the period ends.",
  "NL/365": "The actual days without any February 29, over 365.",
  "1/1": "Every period is a whole year, whatever its dates.",
  "ACT/ACT ISDA": "Days in leap years over 366, other days over 365.",
  "ACT/ACT ICMA": "The days over those of the regular period: equal interest in equal periods, as bonds have it.",
  "ACT/ACT AFB": "Whole years back from the end, then days over 365 or 366.",
  "ACT/ACT Year": "Whole years from the start, then the days left over the days of their year.",
  "30/360 ISDA": "Months of 30 days, years of 360: as US corporate bonds and many loans.",
  "30U/360": "The same, with the end of February as the end of a month.",
  "30/360 PSA": "Months of 30 days as mortgage-backed securities count them.",
  "30E/360": "Months of 30 days; a 31st is always the 30th: European.",
  "30E/360 ISDA": "Months of 30 days; the last day of a month is its 30th, but not a maturity in February.",
  "30E+/360": "Months of 30 days; a 31st at the end is the first of the next month.",
  "30/360 Italian": "Months of 30 days; February 28 and 29 are the 30th too.",
  "30/365": "Months of 30 days over a year of 365.",
  "Excel basis 0": "As basis 0 of YEARFRAC: US 30/360.",
  "Excel basis 1": "As basis 1 of YEARFRAC: actual/actual.",
  "Excel basis 2": "As basis 2 of YEARFRAC: actual/360.",
  "Excel basis 3": "As basis 3 of YEARFRAC: actual/365.",
  "Excel basis 4": "As basis 4 of YEARFRAC: European 30/360.",
};

/** The ways of repayment, by their words on a loan sheet. */
export const METHOD_MEANINGS: Readonly<Record<string, string>> = {
  "level payment": "Every payment is the same; the part that is interest falls.",
  "level principal": "Equal parts of the principal, with the interest on what is left.",
  "interest only": "Interest each time, the principal with the last payment.",
  bullet: "One payment at the end, of principal and interest.",
  "rule of 78": "Level payments; interest by the sum of the digits.",
  "on demand": "No schedule: a line of credit, or what is due when it is asked for.",
};

/** The other words of arguments, by the argument's name. */
export const WORD_MEANINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  basis: {
    stated: "Figures that the agreement prints bind.",
    computed: "Everything is worked out again from the terms.",
  },
  convention: DAY_COUNT_MEANINGS,
  side: {
    borrower: "The entries of whoever owes the loan.",
    lender: "The entries of whoever is owed it.",
  },
  standard: {
    "US GAAP": "By ASC 260: year to date averages the increments of the quarters.",
    IFRS: "By IAS 33: year to date is worked out on its own.",
  },
  weighting: {
    days: "Each change counts from its day.",
    months: "Each change counts from the month it falls in.",
  },
};
