import { listOf, randomFrom } from "./random.mjs";

/**
 * The balance of Exhibit 10.10 at 1,000 days of its five years: the day's line and month looked up, interest along the
 * schedule rounded to the dollar, the share of the next reduction cut to the dollar.
 */
const DAYS = 1000;
const START = 10_074; // August 1, 1997
const END = 11_900; // July 31, 2002
const SERIAL_OF_DAY_0 = 25_569;
const random = randomFrom(1997);
const days = listOf(DAYS, () => START + Math.floor(random() * (END - START)));

const TABLE = [
  [1997, 92909, 23689],
  [1998, 77833, 23689],
  [1999, 61178, 23689],
  [2000, 42779, 23689],
  [2001, 24226, 23689],
];
const firstOf = (year, month) => Math.round(Date.UTC(year, month, 1) / 86_400_000);

/** One entry a month: what a programmer would lay out once, to look a date up in. */
function months() {
  const payment = (92909 * (0.1 / 12)) / (1 - (1 + 0.1 / 12) ** -60);
  return TABLE.flatMap(([year, printed, reduction]) => {
    let [accrued, balance] = [0, printed];
    return listOf(12, (month) => {
      const entry = {
        start: firstOf(year, 7 + month),
        lineStart: firstOf(year, 7),
        opening: printed,
        reduction,
        accrued,
        balance,
      };
      const interest = balance * (0.1 / 12);
      accrued += interest;
      balance += interest - payment;
      return entry;
    });
  });
}

function handWritten() {
  const entries = months();
  const column = (name) => Float64Array.from(entries, (entry) => entry[name]);
  const [starts, lineStarts, openings, reductions] = ["start", "lineStart", "opening", "reduction"].map(column);
  const [accrueds, balances] = ["accrued", "balance"].map(column);
  return (day) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (starts[middle] <= day) low = middle + 1;
      else high = middle;
    }
    const month = low - 1;
    const elapsed = day - lineStarts[month] + 1;
    if (elapsed === 1) return openings[month];
    const inMonth = day - starts[month] + 1;
    const days30 = day + 1 === starts[low] ? 30 : Math.min(inMonth, 30);
    const interest = Math.round(accrueds[month] + ((balances[month] * 0.1) / 360) * days30);
    const share = Math.floor((Math.min(elapsed, 365) / 365) * reductions[month]);
    return openings[month] + interest - share;
  };
}

/** The same, each number a Decimal, as one writes it first. */
function naiveDecimal({ peer }) {
  const Decimal = peer("decimal.js");
  const entries = months().map((entry) => ({
    ...entry,
    opening: new Decimal(entry.opening),
    reduction: new Decimal(entry.reduction),
    accrued: new Decimal(entry.accrued),
    balance: new Decimal(entry.balance),
  }));
  const rate = new Decimal("0.1");
  return (day) => {
    const index = entries.findLastIndex(({ start }) => start <= day);
    const { start, lineStart, opening, reduction, accrued, balance } = entries[index];
    const elapsed = day - lineStart + 1;
    if (elapsed === 1) return opening.toNumber();
    const days30 = day + 1 === entries[index + 1]?.start ? 30 : Math.min(day - start + 1, 30);
    const interest = accrued.plus(balance.times(rate).times(days30).div(360)).toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
    const share = new Decimal(Math.min(elapsed, 365)).div(365).times(reduction).toDecimalPlaces(0, Decimal.ROUND_DOWN);
    return opening.plus(interest).minus(share).toNumber();
  };
}

function core({ product }) {
  const { loanOf, EXHIBIT_10_10 } = product();
  const account = loanOf(EXHIBIT_10_10).account("stated");
  return (day) => account.balanceNumberOn(day);
}

/** What a day costs that was not asked for before, its working with it. */
function workedOut({ product }) {
  const { loanOf, EXHIBIT_10_10 } = product();
  const account = loanOf(EXHIBIT_10_10).account("stated");
  return (day) => account.unitsOn(day).balance / account.loan.scale.one;
}

/** A function of a day as a variant: all days once. */
function overDays(balanceOf) {
  const run = () => {
    let total = 0;
    for (let index = 0; index < DAYS; index++) total += balanceOf(days[index]);
    return total;
  };
  return { run, answers: () => days.map(balanceOf) };
}

export const balance = {
  title: "Balance of Exhibit 10.10 at a date, in the core",
  operation: "balance",
  operations: () => DAYS,
  tolerance: 0,
  variants: {
    "tieout, a new day": (libraries) => overDays(workedOut(libraries)),
    "hand-written double": () => overDays(handWritten()),
    "decimal.js": (libraries) => overDays(naiveDecimal(libraries)),
    "tieout, the day again": (libraries) => overDays(core(libraries)),
  },
};

/** A custom function by hand, without care for errors, ranges or words: one serial in a cell, one balance out. */
function handWrittenCell() {
  const balanceOf = handWritten();
  return (range) => {
    const serial = range[0][0];
    if (typeof serial !== "number" || !Number.isFinite(serial)) throw new Error("not a date");
    return [[balanceOf(Math.floor(serial) - SERIAL_OF_DAY_0)]];
  };
}

const cellOf = (balanceOf) => (day) => balanceOf([[day + SERIAL_OF_DAY_0]], null, null)[0][0];
const loanBalance = ({ product }) => product().implementations.LOANBALANCE;

export const balanceCell = {
  title: "=LOANBALANCE(date), one cell a call, as Excel calls it",
  operation: "call",
  operations: () => DAYS,
  tolerance: 0,
  variants: {
    tieout: (libraries) => overDays(cellOf(loanBalance(libraries))),
    "hand-written double": () => overDays(cellOf(handWrittenCell())),
  },
};

const column = listOf(10_000, (index) => [days[index % DAYS] + SERIAL_OF_DAY_0]);
const overColumn = (balances) => ({
  run: () => balances(column, null, null).length,
  answers: () => balances(column, null, null).flat().slice(0, DAYS),
});

export const balanceColumn = {
  title: "=LOANBALANCE(dates), 10,000 rows in one call",
  operation: "row",
  operations: () => column.length,
  tolerance: 0,
  variants: {
    tieout: (libraries) => overColumn(loanBalance(libraries)),
    "hand-written double": () => {
      const cell = handWrittenCell();
      return overColumn((range) => range.map((row) => [cell([row])[0][0]]));
    },
  },
};

const growing =
  (payments) =>
  ({ product }) => {
    const { loanOf, EXHIBIT_10_10 } = product();
    const years = payments / 12;
    const account = loanOf({
      ...EXHIBIT_10_10,
      dates: { ...EXHIBIT_10_10.dates, count: payments },
      stated: null,
    }).account("computed");
    const spread = days.map((day) => START + Math.floor(((day - START) * years) / 5));
    const run = () => {
      let total = 0;
      for (let index = 0; index < DAYS; index++) total += account.balanceNumberOn(spread[index]);
      return total;
    };
    return { run, answers: () => [] };
  };

export const balanceGrowth = {
  title: "Balance at a date, by length of the loan",
  operation: "balance",
  operations: () => DAYS,
  variants: { "60 periods": growing(60), "360 periods": growing(360), "3,600 periods": growing(3600) },
};

const WIDTH = 5;
const dayAt = (row, column) => days[(row * WIDTH + column) % DAYS];

/** 100,000 rows of five dates into as many balances, in flat arrays. */
function flatSpill(balanceOf) {
  const asked = Int32Array.from({ length: 100_000 * WIDTH }, (_day, index) => days[index % DAYS]);
  const answered = new Float64Array(asked.length);
  const run = () => {
    for (let index = 0; index < asked.length; index++) answered[index] = balanceOf(asked[index]);
    return answered[0];
  };
  return { run, answers: () => (run(), Array.from(answered.subarray(0, DAYS))) };
}

export const spill = {
  title: "100,000 × 5 balances, in the core",
  operation: "row",
  operations: () => 100_000,
  tolerance: 0,
  variants: {
    tieout: (libraries) => flatSpill(core(libraries)),
    "hand-written double": () => flatSpill(handWritten()),
  },
};

const spilled = (rows) => (libraries) => {
  const loanBalance = libraries.product().implementations.LOANBALANCE;
  const range = listOf(rows, (row) => listOf(WIDTH, (column) => dayAt(row, column) + SERIAL_OF_DAY_0));
  return { run: () => loanBalance(range, null, null).length, answers: () => [] };
};

export const spillGrowth = {
  title: "=LOANBALANCE(dates), a spill five columns wide, as Excel calls it",
  operation: "row",
  operations: (label) => Number(label.replace(/\D/g, "")),
  variants: { "1,000 rows": spilled(1000), "10,000 rows": spilled(10_000), "100,000 rows": spilled(100_000) },
};
