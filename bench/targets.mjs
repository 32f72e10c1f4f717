/**
 * What the benchmark is to reach, all of it. `ratio`: the time of `of` over the time of `to`, at most or at least.
 * The others are absolute. `noise` is what two runs of one variant differ by. A miss is printed as a miss.
 */
export const TARGETS = [
  { task: "balance", of: "tieout, a new day", to: "hand-written double", atMost: 2, says: "a balance of a new day" },
  { task: "balance", of: "decimal.js", to: "tieout, a new day", atLeast: 600, says: "a balance of a new day" },
  {
    task: "balance",
    of: "tieout, the day again",
    to: "hand-written double",
    atMost: 2,
    says: "a balance asked for again",
  },
  { task: "balance", of: "decimal.js", to: "tieout, the day again", atLeast: 600, says: "a balance asked for again" },
  { task: "balanceCell", of: "tieout", to: "hand-written double", atMost: 2.5, says: "LOANBALANCE in one cell" },
  { task: "schedule", of: "loanjs", to: "tieout", atLeast: 7, says: "a schedule of 360 rows" },
  { task: "schedule", of: "@formulajs/formulajs", to: "tieout", atLeast: 45, says: "a schedule of 360 rows" },
  { task: "schedule", of: "hyperformula", to: "tieout", atLeast: 300, says: "a schedule of 360 rows" },
  { task: "schedule", of: "financial", to: "tieout", atLeast: 1, says: "a schedule of 360 rows" },
  { task: "schedule", of: "amortizejs", to: "tieout", atLeast: 1, says: "a schedule of 360 rows" },
  { task: "schedule", of: "fundamental-js", to: "tieout", atLeast: 1, says: "a schedule of 360 rows" },
  { task: "dilution1", of: "tieout", to: "hand-written double", atMost: 1.1, says: "diluted EPS, one tranche" },
  { task: "dilution20", of: "tieout", to: "hand-written double", atMost: 0.6, says: "diluted EPS, twenty tranches" },
  { task: "dilutionCell", of: "tieout", to: "hand-written double", atMost: 2, says: "DILUTEDEPS of a table, one cell" },
  { task: "epsTable", of: "tieout", atMostNanoseconds: 5_000, says: "EPS of 40 quarters × 20 tranches" },
  { task: "spill", of: "tieout", atLeastPerSecond: 40e6, says: "a spill of 100,000 × 5 in the core, rows" },
  { task: "ties", of: "ties", to: "random", atMost: 1, noise: 0.1, says: "rounding a tie-heavy input" },
  { task: "epsTies", of: "ties", to: "random", atMost: 1, noise: 0.1, says: "EPS of a tie-heavy input" },
  { task: "balanceGrowth", of: "3,600 periods", to: "60 periods", atMost: 2, says: "a balance, 60 to 3,600 periods" },
];
