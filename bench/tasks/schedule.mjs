import { listOf } from "./random.mjs";

/** A level loan of 250,000 at 6 % a year over 360 months: payment, interest, principal and balance of each. */
const PRINCIPAL = 250_000;
const RATE = 0.06;
const PERIODS = 360;
const SHOWN = [0, 119, 239, 359];

function terms({ EXHIBIT_10_10, exactly }, payments = PERIODS) {
  const { interest, dates } = EXHIBIT_10_10;
  return {
    ...EXHIBIT_10_10,
    stated: null,
    principal: exactly(PRINCIPAL),
    interest: { ...interest, annualRate: exactly(RATE) },
    dates: { ...dates, count: payments },
  };
}

function core({ product }) {
  const parts = product();
  const agreement = terms(parts);
  const shown = (column, decimals) => SHOWN.map((row) => column[row] / 10 ** decimals);
  return {
    run: () => parts.loanSchedule(agreement).closings[PERIODS - 1],
    answers: () => {
      const { interests, payments, closings, loan } = parts.loanSchedule(agreement);
      return [interests, payments, closings].flatMap((column) => shown(column, loan.scale.decimals));
    },
  };
}

/** A library that answers a list of rows; `read` takes interest, payment and balance from one. */
function rowsOf(make, read) {
  return {
    run: () => make().length,
    answers: () => {
      const rows = make();
      const shown = SHOWN.map((row) => read(rows[row]));
      return [0, 1, 2].flatMap((column) => shown.map((row) => row[column]));
    },
  };
}

const plain = ({ interest, payment, balance }) => [interest, payment, balance];

function handWritten() {
  return rowsOf(() => {
    const i = RATE / 12;
    const payment = (PRINCIPAL * i) / (1 - (1 + i) ** -PERIODS);
    const rows = [];
    let balance = PRINCIPAL;
    for (let period = 0; period < PERIODS; period++) {
      const interest = balance * i;
      balance += interest - payment;
      rows.push({ interest, payment, principal: payment - interest, balance });
    }
    return rows;
  }, plain);
}

function naiveDecimal({ peer }) {
  const Decimal = peer("decimal.js");
  return rowsOf(
    () => {
      const i = new Decimal(RATE).div(12);
      const payment = new Decimal(PRINCIPAL).times(i).div(new Decimal(1).minus(i.plus(1).pow(-PERIODS)));
      const rows = [];
      let balance = new Decimal(PRINCIPAL);
      for (let period = 0; period < PERIODS; period++) {
        const interest = balance.times(i);
        balance = balance.plus(interest).minus(payment);
        rows.push({ interest, payment, principal: payment.minus(interest), balance });
      }
      return rows;
    },
    (row) => plain(row).map(Number),
  );
}

/** Functions in the manner of Excel, one call a figure. */
const excelLike = (payment, interestPart, principalPart) =>
  rowsOf(() => {
    let balance = PRINCIPAL;
    return listOf(PERIODS, (period) => {
      const interest = -interestPart(period + 1);
      const principal = -principalPart(period + 1);
      balance -= principal;
      return { interest, principal, payment: -payment(), balance };
    });
  }, plain);

const i = RATE / 12;
const peers = {
  loanjs: ({ peer }) => {
    const { Loan } = peer("loanjs");
    return rowsOf(
      () => Loan(PRINCIPAL, PERIODS, RATE * 100).installments,
      (row) => [row.interest, row.installment, row.remain],
    );
  },
  amortizejs: ({ peer }) => {
    const { Calculator } = peer("amortizejs");
    return rowsOf(
      () =>
        Calculator.calculate({ method: "mortgage", apr: RATE * 100, balance: PRINCIPAL, loanTerm: PERIODS }).schedule,
      (row) => [row.interest, row.interest + row.principal, row.remainingBalance],
    );
  },
  "fundamental-js": ({ peer }) => {
    const { amortizationSchedule } = peer("fundamental-js");
    return rowsOf(
      () => amortizationSchedule({ principal: PRINCIPAL, annualRate: RATE, months: PERIODS }).schedule,
      (row) => [row.interestPaid, row.payment, row.balance],
    );
  },
  financial: ({ peer }) => {
    const { pmt, ipmt, ppmt } = peer("financial");
    return excelLike(
      () => pmt(i, PERIODS, PRINCIPAL),
      (n) => ipmt(i, n, PERIODS, PRINCIPAL),
      (n) => ppmt(i, n, PERIODS, PRINCIPAL),
    );
  },
  "@formulajs/formulajs": ({ peer }) => {
    const { PMT, IPMT, PPMT } = peer("@formulajs/formulajs");
    return excelLike(
      () => PMT(i, PERIODS, PRINCIPAL),
      (n) => IPMT(i, n, PERIODS, PRINCIPAL),
      (n) => PPMT(i, n, PERIODS, PRINCIPAL),
    );
  },
  hyperformula: ({ peer }) => {
    const { HyperFormula } = peer("hyperformula");
    const cells = listOf(PERIODS, (period) => {
      const row = period + 1;
      const before = period === 0 ? PRINCIPAL : `D${period}`;
      const amounts = `${i},${row},${PERIODS},${PRINCIPAL}`;
      return [`=-PMT(${i},${PERIODS},${PRINCIPAL})`, `=-IPMT(${amounts})`, `=-PPMT(${amounts})`, `=${before}-C${row}`];
    });
    return rowsOf(
      () => {
        const sheet = HyperFormula.buildFromArray(cells, { licenseKey: "gpl-v3" });
        const values = sheet.getSheetValues(0);
        sheet.destroy();
        return values;
      },
      ([payment, interest, , balance]) => [interest, payment, balance],
    );
  },
};

export const schedule = {
  title: "Schedule of a level loan, 360 rows",
  operation: "schedule",
  operations: () => 1,
  // Some round each figure to the cent, some none: after 240 rows the balances of the two are 1.58 apart.
  tolerance: 2,
  variants: { tieout: core, "hand-written double": handWritten, "decimal.js": naiveDecimal, ...peers },
};

const rowsIn = (label) => Number(label.replace(/\D/g, ""));
const growing =
  (periods, dayCount = () => null) =>
  ({ product }) => {
    const parts = product();
    const { interest, ...others } = terms(parts, periods);
    const agreement = { ...others, interest: { ...interest, dayCount: dayCount(parts) } };
    return { run: () => parts.loanSchedule(agreement).closings[periods - 1], answers: () => [] };
  };

export const scheduleGrowth = {
  title: "Schedule, by length of the loan",
  operation: "row",
  operations: rowsIn,
  variants: { "60 periods": growing(60), "360 periods": growing(360), "3,600 periods": growing(3600) },
};

const partOf =
  (make) =>
  ({ product }) => {
    const parts = product();
    return { run: make(parts, terms(parts)), answers: () => [] };
  };

/** What the time of a schedule goes to. */
export const scheduleParts = {
  title: "A schedule of 360 rows by its parts",
  operation: "schedule",
  operations: () => 1,
  variants: {
    whole: partOf(
      ({ loanSchedule }, agreement) =>
        () =>
          loanSchedule(agreement).dates.length,
    ),
    "dates of payment": partOf(
      ({ paymentDates }, { dates, startDate }) =>
        () =>
          paymentDates(startDate, dates).length,
    ),
    "periods, the dates with them": partOf(
      ({ loanPeriods }, agreement) =>
        () =>
          loanPeriods(agreement, PERIODS).count,
    ),
    "level payment": partOf(({ Annuity, exactly, fraction, ONE, ZERO }) => {
      const rate = fraction(RATE * 100, 1200);
      const runs = [
        { count: 1, rate: ZERO, weight: ONE },
        { count: PERIODS - 1, rate, weight: ONE },
      ];
      return () => new Annuity(exactly(PRINCIPAL), runs, ZERO).rounded(ONE, { units: 1, mode: "halfUp" });
    }),
    "amortization, the payment with it": partOf(({ amortize, resolveLoan }, agreement) => {
      const loan = resolveLoan(agreement, PERIODS);
      return () => amortize(loan, { lastTakesResidue: true, firstExtra: 0 }).dates.length;
    }),
  },
};

/** Periods that are all unlike, by their days. */
const byDays = (periods) => growing(periods, ({ dayCountNamed }) => dayCountNamed("dayCount", "ACT/360"));

export const scheduleByDays = {
  title: "Schedule by ACT/360, by length of the loan",
  operation: "row",
  operations: rowsIn,
  variants: { "60 periods": byDays(60), "360 periods": byDays(360), "3,600 periods": byDays(3600) },
};
