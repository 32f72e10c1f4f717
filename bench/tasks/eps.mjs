import { listOf, randomFrom } from "./random.mjs";

/** Diluted EPS of 500 companies with options at one average price, rounded to the cent. */
const COMPANIES = 500;
const random = randomFrom(260);
const whole = (low, high) => low + Math.floor(random() * (high - low));
const cents = (low, high) => whole(low * 100, high * 100) / 100;

const companies = (tranches) =>
  listOf(COMPANIES, () => ({
    income: whole(-1e6, 9e6),
    shares: whole(5e6, 8e6),
    price: cents(20, 40),
    tranches: listOf(tranches, () => ({ number: whole(1e3, 1e5), exercise: cents(10, 45) })),
  }));

/** In the order of their effect; options add nothing to earnings, so each lowers the EPS of a profit, none of a loss. */
function handWritten({ income, shares, price, tranches }) {
  let total = shares;
  let eps = income / shares;
  for (const { number, exercise } of tranches) {
    if (exercise >= price) continue;
    const added = number - (number * exercise) / price;
    const diluted = income / (total + added);
    if (diluted < eps) {
      total += added;
      eps = diluted;
    }
  }
  return (Math.sign(eps) * Math.round(Math.abs(eps) * 100)) / 100 + 0;
}

function naiveDecimal({ peer }) {
  const Decimal = peer("decimal.js");
  return ({ income, shares, price, tranches }) => {
    let total = new Decimal(shares);
    let eps = new Decimal(income).div(shares);
    for (const { number, exercise } of tranches) {
      if (exercise >= price) continue;
      const added = new Decimal(number).minus(new Decimal(number).times(exercise).div(price));
      const diluted = new Decimal(income).div(total.plus(added));
      if (diluted.lt(eps)) {
        total = total.plus(added);
        eps = diluted;
      }
    }
    return eps.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toNumber() + 0;
  };
}

/** Grants are read once, with the prices that they will meet; then each period is one pass over flat arrays. */
const core =
  ({ product }) =>
  (list) => {
    const { compiledGrants, compiledPeriod, dilutedEpsOfGrants, exactly, ZERO } = product();
    const prices = list.map(({ price }) => exactly(price));
    const grantOf = ({ number, exercise }) => ({
      number: exactly(number),
      exercisePrice: exactly(exercise),
      unrecognizedCost: ZERO,
    });
    const compiled = new Map(list.map(({ tranches }) => [tranches, compiledGrants(tranches.map(grantOf), prices)]));
    const ready = list.map(({ income, shares, tranches }, index) => {
      const [control, weightedAverageShares, grants] = [exactly(income), exactly(shares), compiled.get(tranches)];
      const period = {
        availableToCommon: control,
        weightedAverageShares,
        controlNumber: control,
        averageMarketPrice: prices[index],
      };
      return compiledPeriod(period, grants, 2);
    });
    return over(ready, dilutedEpsOfGrants);
  };

/** Securities of any kind, each an issue of its own. */
function sequence({ product }) {
  const { dilution, dilutedEps, potentialShares, exactly, rounded, toNumber, ONE, ZERO } = product();
  return ({ income, shares, price, tranches }) => {
    const [control, outstanding, averagePrice] = [exactly(income), exactly(shares), exactly(price)];
    const issues = tranches.map(({ number, exercise }, index) =>
      potentialShares({
        label: String(index),
        kind: "option",
        number: exactly(number),
        exercisePrice: exactly(exercise),
        averagePrice,
        unrecognizedCost: ZERO,
        earningsAddBack: ZERO,
        timeOutstanding: ONE,
      }),
    );
    return toNumber(rounded(dilutedEps(control, outstanding, dilution(control, outstanding, issues)), 2));
  };
}

function over(list, epsOf) {
  const run = () => {
    let total = 0;
    for (let index = 0; index < list.length; index++) total += epsOf(list[index]);
    return total;
  };
  return { run, answers: () => list.slice(0, 200).map(epsOf) };
}

function dilutionOf(tranches) {
  const list = companies(tranches);
  return {
    title: `Diluted EPS with ${tranches} option tranche${tranches === 1 ? "" : "s"}, in the core`,
    operation: "EPS",
    operations: () => COMPANIES,
    tolerance: 0,
    variants: {
      tieout: (libraries) => core(libraries)(list),
      "hand-written double": () => over(list, handWritten),
      "decimal.js": (libraries) => over(list, naiveDecimal(libraries)),
    },
  };
}

export const dilution1 = dilutionOf(1);
export const dilution20 = dilutionOf(20);

const HEADER = ["Security", "Type", "Number", "Exercise price", "Average price"];
const asTable = ({ price, tranches }) => [
  HEADER,
  ...tranches.map(({ number, exercise }, index) => [`Grant ${index}`, "option", number, exercise, price]),
];

/** The cells by hand: columns found by header, each cell a finite number, no word for what is wrong. */
function handWrittenCell(income, shares, table) {
  const at = Object.fromEntries(HEADER.map((name) => [name, table[0].indexOf(name)]));
  const numberIn = (row, name) => {
    const value = row[at[name]];
    if (typeof value !== "number" || !Number.isFinite(value)) throw new Error(name);
    return value;
  };
  const tranches = table.slice(1).map((row) => {
    if (row[at.Type] !== "option") throw new Error("Type");
    return { number: numberIn(row, "Number"), exercise: numberIn(row, "Exercise price") };
  });
  return handWritten({ income, shares, price: numberIn(table[1], "Average price"), tranches });
}

const fiveGrants = companies(5).map((company) => ({ ...company, table: asTable(company) }));

export const dilutionCell = {
  title: "=DILUTEDEPS(income, shares, securities table of 5), as Excel calls it",
  operation: "call",
  operations: () => COMPANIES,
  tolerance: 0,
  variants: {
    tieout: ({ product }) => {
      const { DILUTEDEPS } = product().implementations;
      return over(
        fiveGrants,
        ({ income, shares, table }) => DILUTEDEPS([[income]], [[shares]], table, null, null, null)[0][0],
      );
    },
    "hand-written double": () =>
      over(fiveGrants, ({ income, shares, table }) => handWrittenCell(income, shares, table)),
  },
};

/** 40 quarters of one company: twenty grants, the price of each quarter. */
const grants = companies(20)[0].tranches;
const quarters = listOf(40, () => ({
  income: whole(1e6, 9e6),
  shares: whole(5e6, 8e6),
  price: cents(20, 40),
  tranches: grants,
}));

export const epsTable = {
  title: "Diluted EPS of 40 quarters × 20 tranches, in the core",
  operation: "table",
  operations: () => 1,
  tolerance: 0,
  variants: {
    tieout: (libraries) => core(libraries)(quarters),
    "hand-written double": () => over(quarters, handWritten),
  },
};

const sizeOf = (label) => Number(label.replace(/\D/g, ""));
const growing = (securities) => (libraries) => over(companies(securities).slice(0, 20), sequence(libraries));

export const dilutionGrowth = {
  title: "Diluted EPS, by number of securities",
  operation: "security",
  operations: (label) => 20 * sizeOf(label),
  variants: {
    "1 security": growing(1),
    "2 securities": growing(2),
    "20 securities": growing(20),
    "1,000 securities": growing(1000),
  },
};

/** EPS that falls on half a cent, and EPS that does not. */
const tied = listOf(COMPANIES, () => ({ income: (2 * whole(1, 2000) + 1) * 5_000, shares: 1e6 }));
const untied = listOf(COMPANIES, () => ({ income: whole(5e3, 2e7), shares: whole(9e5, 1e6) }));
const rounding =
  (list) =>
  ({ product }) => {
    const { basicEps, exactly, rounded, toNumber, ZERO } = product();
    return over(list, ({ income, shares }) => toNumber(rounded(basicEps(exactly(income), exactly(shares), ZERO), 2)));
  };

export const epsTies = {
  title: "Basic EPS rounded to the cent, in the core",
  operation: "EPS",
  operations: () => COMPANIES,
  variants: { random: rounding(untied), ties: rounding(tied) },
};
