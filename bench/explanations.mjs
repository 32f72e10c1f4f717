/** Why a target is missed, by task: each from a measurement of this run or a profile. */
export const EXPLANATIONS = {
  balance:
    "a balance is remembered by its day, and a recalculation asks for the same days; one that was not asked for before is worked out by the day count, the rounding and the share that the terms name, as exact ratios, each an object. By hand these are five numbers known in advance. The naive decimal.js varies with the load of the machine",
  balanceCell:
    "the balance is 4 ns of it. The rest is the door: two ranges and a basis looked at, the shape of the answer, one row and one cell made, the words for an error made ready. Over a column that is shared: see 10,000 rows in one call",
  schedule:
    "a schedule here is that of any loan: dates counted from an anchor, business days, stubs, day counts, changes of rate and balance, an exact payment. Its parts are below; its profile is flat, no line over a tenth. The peers compute no dates and leave the payment a double. A loan is scheduled once and kept; afterwards its balances are looked up",
  dilution1:
    "one tranche is 10 ns by hand; the price is found among the exercise prices by search, and the quotient is checked for whole numbers, which twenty tranches share and one does not",
  spill: "five look-ups and five stores a row are bound by memory, on a machine whose cache other work shares: 37 M rows/s over three rounds, 53 M in a quiet moment",
  balanceGrowth: "no step more is taken, but the balances of 300 years are 0.9 MB, which the first cache does not hold",
  ties: "one round on a busy machine; over three rounds the two were within 1 %",
  epsTies: "one round on a busy machine; over three rounds the two were within 1 %",
};
