/** What the workbench displays for the two exhibits: the figures that HemaCare Corporation filed, and ours beside them. */

/** Exhibit 10.10, article 2: year, reduction and balance as filed; date, stated, computed, tick or difference, finding. */
export const ARTICLE_2 = [
  ["1996/97", "", "$92,909", "", "August 1, 1997", "$92,909", "$92,909", "✓", ""],
  ["1997/98", "$23,689", "77,833", "", "August 1, 1998", "77,833", "77,833", "✓", ""],
  ["1998/99", "23,689", "61,178", "", "August 1, 1999", "61,178", "61,178", "✓", ""],
  ["1999/2000", "23,689", "42,779", "", "August 1, 2000", "42,779", "42,779", "✓", ""],
  ["2000/01", "23,689", "24,226", "", "August 1, 2001", "24,226", "22,454", "(1,772)", "see row 40"],
  ["2001/02", "23,689", "0", "", "August 1, 2002", "0", "0", "✓", ""],
];

/** Exhibit 10.10, the example of section 3.5: ours, as filed, tick. */
export const SECTION_3_5 = [
  ["$42,779", "$42,779", "", "✓"],
  ["494", "494", "", "✓"],
  ["43,273", "43,273", "", "✓"],
  ["(2,790)", "(2,790)", "", "✓"],
  ["$40,483", "$40,483", "", "✓"],
];

/** The working of the same balance by LOANSTEPS. */
export const STEPS = [
  ["Step", "Amount", "Clause"],
  ["Loan Balance at July 31, 2000", "42,779", "3.5"],
  ["Interest at 10% from August 1 to September 12, 2000", "494", "3.5"],
  ["Updated Loan", "43,273", "3.5"],
  ["Pro Rata Share of Annual Reduction (43/365 x $23,689)", "(2,790)", "3.5"],
  ["Loan Balance", "40,483", "3.5"],
];

/** Exhibit 11 by row of the sheet: both years of the three months, then of the nine. */
export const EXHIBIT_11: Readonly<Record<number, string[]>> = {
  9: ["7,737,946", "7,541,024", "7,647,197", "7,509,358"],
  11: ["(462,000)", "5,000", "(619,000)", "377,000"],
  13: ["(0.06)", "0.00", "(0.08)", "0.05"],
  17: ["-", "834,762", "-", "698,224"],
  18: ["-", "50,788", "-", "39,402"],
  19: ["7,737,946", "8,426,574", "7,647,197", "8,246,984"],
  23: ["(0.06)", "0.00", "(0.08)", "0.05"],
};

/** Formulas and what a cell without a format displays: balances of the agreement; ties that go away from zero. */
export const ANSWERS = [
  ["=LOANBALANCE(DATE(2000,9,12))", "40483"],
  ["=LOANBALANCE(DATE(1997,8,1))", "92909"],
  ["=LOANBALANCE(DATE(1998,8,1))", "77833"],
  ["=LOANBALANCE(DATE(1999,8,1))", "61178"],
  ["=LOANBALANCE(DATE(2000,8,1))", "42779"],
  ["=LOANBALANCE(DATE(2001,8,1))", "24226"],
  ['=LOANBALANCE(DATE(2001,8,1),,"computed")', "22454"],
  ["=LOANBALANCE(DATE(2002,8,1))", "0"],
  ["=BASICEPS(5,1000,,3)", "0.005"],
  ["=BASICEPS(5,1000)", "0.01"],
  ["=BASICEPS(-5,1000)", "-0.01"],
] as const;
