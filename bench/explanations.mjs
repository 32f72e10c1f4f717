/** Why a target is or may be missed, by task: each from a measurement or a profile. */
export const EXPLANATIONS = {
  balance:
    "a day that was not asked for before goes by what the terms name: a day count, for which two dates become years, months and days, an exact ratio, a rounding of the interest and one of the share. By hand these are five numbers known in advance. Of a mortgage, whose every day of a month earns as much, the ratio is worked out once a month. The naive decimal.js takes 4 µs, so that it stands some thirty times above a new day",
  balanceCell:
    "the loan and the balance are some 30 ns of it, with an error that reaches the cell in words. The rest is that an argument may be a range, a blank, an error or a text, in either date system, and that the answer has the shape of what was asked. Over a column that is shared: see 10,000 rows in one call",
  schedule:
    "the rows themselves are some 3 µs, at 8 ns each, as fast as the hand-written ones. 2 µs count the dates, which no peer does, about 1 finds the payment that the exact number rounds to, of which the peers keep a double, and 2 take memory for the columns; the rest reads terms that may say anything of any loan, and does not grow with the rows (see the schedule by its length). Processor time counts the collector, an eighth of the whole. In a loan of 3,600 rows a row takes some 20 ns, all told",
  spill:
    "five look-ups and five stores a row are bound by memory, on a machine whose cache other work shares: 97 M rows/s when quiet, 25 when busy",
  balanceGrowth: "no step more is taken, but the balances of 300 years are 0.9 MB, which the first cache does not hold",
  ties: "the two are within 2 % in a quiet moment; other work on the machine moves either by more",
  epsTies: "the two are within 2 % in a quiet moment; other work on the machine moves either by more",
  dilution1:
    "one tranche is 8 ns by hand; the price is found among the exercise prices by search, and the quotient is checked for whole numbers, which twenty tranches share and one does not",
};
