import fc from "fast-check";
import {
  CALLS,
  classes,
  incomes,
  loanDays,
  loans,
  loansWithReceipts,
  plainLoans,
  quarters,
  securities,
  sharesOf,
} from "./calls";
import type { Law } from "./laws";
import { answerOf, day, numberIn, Table, written, type Argument, type Value } from "./written";

type Rows = readonly (readonly unknown[])[];

const rowsOf = (id: string, ...args: readonly Argument[]): Rows => answerOf(id, written(args));
const figure = (id: string, ...args: readonly Argument[]) => numberIn(rowsOf(id, ...args)[0]?.[0]);
const bare = (rows: Rows) => rows.map((row) => row.map((cell) => numberIn(cell) ?? cell));
const columnOf = (rows: Rows, header: string) => {
  const column = rows[0]?.indexOf(header) ?? -1;
  return rows.slice(1).map((row) => numberIn(row[column]));
};
const lineNamed = (rows: Rows, name: RegExp) =>
  (rows.find(([label]) => name.test(String(label))) ?? []).slice(1).map((cell) => numberIn(cell));

/** The schedule that a loan computes, written below its terms as the schedule that its agreement states. */
function withItsSchedule(loan: Table): {
  readonly stated: Table;
  readonly schedule: Table;
  readonly dates: readonly number[];
} {
  const computed = bare(rowsOf("LOANSCHEDULE", loan, "computed"));
  const [, , ...lines] = computed;
  const cells = lines.map(([date, , interest, payment, closing]) => [date, payment, interest, closing] as Value[]);
  const schedule = new Table([["Date", "Payment", "Interest", "Balance"], ...cells]);
  return {
    stated: new Table([...loan.rows, [], ...schedule.rows]),
    schedule,
    dates: lines.map(([date]) => Number(date)),
  };
}

const datesOf = (loan: Table) => columnOf(rowsOf("LOANSCHEDULE", loan), "Date").map((serial) => day(serial ?? 0));

export const AGREEMENT: Law = {
  name: "agreement: what two functions say of one thing is the same, and what is stated as computed ties out",
  of: {
    LOANBALANCE: fc.property(plainLoans, (loan) => {
      const { stated, dates } = withItsSchedule(loan);
      for (const date of dates)
        expect(figure("LOANBALANCE", day(date), stated, "stated")).toBe(
          figure("LOANBALANCE", day(date), loan, "computed"),
        );
    }),
    LOANSTEPS: fc.property(loans, loanDays, (loan, date) => {
      const balance = figure("LOANBALANCE", date, loan);
      const [last] = rowsOf("LOANSTEPS", date, loan).slice(-1);
      if (balance === undefined) return expect(last?.[0]).toMatch(/^#/);
      expect([last?.[0], numberIn(last?.[1])]).toEqual([expect.stringMatching(/^Loan Balance/), balance]);
    }),
    LOANSCHEDULE: fc.property(loans, (loan) => {
      const rows = bare(rowsOf("LOANSCHEDULE", loan));
      const balances = columnOf(rows, "Closing");
      const found = datesOf(loan).map((date) => figure("LOANBALANCE", date, loan));
      // Of a date with an advance or an extra payment the last line is what the day ends with.
      datesOf(loan).forEach((date, index, all) => {
        if (all[index + 1]?.value !== date.value) expect(found[index]).toBe(balances[index]);
      });
    }),
    LOANPAYOFF: fc.property(loans, loanDays, (loan, date) => {
      const lines = rowsOf("LOANPAYOFF", date, "payoff", loan);
      expect(lineNamed(lines, /^Loan Balance/)[0]).toBe(figure("LOANBALANCE", date, loan));
    }),
    LOANROLLFORWARD: fc.property(plainLoans, loanDays, (loan, date) => {
      const rows = rowsOf("LOANROLLFORWARD", new Table([[date]]), loan);
      const [closing = NaN, accrued = NaN] = ["Closing", "Accrued interest"].map((header) => columnOf(rows, header)[0]);
      expect(closing - accrued).toBeCloseTo(figure("LOANBALANCE", date, loan) ?? NaN, 6);
    }),
    LOANMATURITIES: fc.property(plainLoans, loanDays, (loan, date) => {
      expect(lineNamed(rowsOf("LOANMATURITIES", date, loan), /^Total principal/)[0]).toBe(
        figure("LOANBALANCE", date, loan),
      );
    }),
    LOANLEDGER: fc.property(loansWithReceipts, loanDays, (loan, date) => {
      const rows = rowsOf("LOANLEDGER", date, loan);
      if (rows.length > 1) expect(columnOf(rows, "Principal").at(-1)).toBe(figure("LOANBALANCE", date, loan));
    }),
    LOANFINDINGS: fc.property(plainLoans, (loan) => {
      expect(
        rowsOf("LOANFINDINGS", withItsSchedule(loan).stated)
          .slice(1)
          .map((row) => row[1]),
      ).toEqual(["No disagreement found"]);
    }),
    LOANAMORTIZEDCOST: fc.property(plainLoans, (loan) => {
      // Without a fee only what the schedule rounds away lies between the two: half a cent a line at most, and at the end nothing.
      const [carried, owed] = ["LOANAMORTIZEDCOST", "LOANSCHEDULE"].map((id) => columnOf(rowsOf(id, loan), "Closing"));
      owed?.forEach((balance = NaN, index) =>
        expect(Math.abs((carried?.[index] ?? NaN) - balance)).toBeLessThan(0.01 * owed.length),
      );
      expect(carried?.at(-1)).toBe(owed?.at(-1));
    }),
    LOANPORTFOLIO: fc.property(CALLS.LOANPORTFOLIO ?? fc.constant([]), ([date = "", table]) => {
      const { rows } = table as Table;
      const [headers = [], ...lines] = rows;
      const found = rowsOf("LOANPORTFOLIO", date, table ?? "");
      lines.forEach(([name = "", ...terms]) => {
        const alone = new Table(terms.map((value, index) => [headers[index + 1] ?? "", value]));
        const line = found.find(([label]) => label === name);
        const balance = figure("LOANBALANCE", date, alone);
        if (balance !== undefined && numberIn(line?.[1]) !== undefined) expect(numberIn(line?.[1])).toBe(balance);
      });
    }),
    LOANFIT: fc.property(
      plainLoans.filter(({ rows }) => Number(rows[3]?.[1]) <= 12),
      (loan) => {
        const { schedule } = withItsSchedule(loan);
        const words = rowsOf("LOANFIT", schedule, new Table(loan.rows.slice(0, 2)))
          .flat()
          .map(String)
          .join(" ");
        const [, reproduced, printed] = /Reproduces (\d+) of (\d+) printed figures/.exec(words) ?? [];
        expect([words, reproduced]).toEqual([words, printed ?? "all"]);
      },
    ),
    TIEOUT: fc.property(incomes, (income) => {
      expect(rowsOf("TIEOUT", income, income)).toEqual([["✓"]]);
    }),
    BASICEPS: fc.property(incomes, sharesOf, (income, count) => {
      const [, basic] = rowsOf("DILUTIONSTEPS", income, count);
      expect(figure("BASICEPS", income, count, null, 9)).toBeCloseTo(numberIn(basic?.[6]) ?? NaN, 8);
    }),
    DILUTEDEPS: fc.property(incomes, sharesOf, securities, (income, count, table) => {
      const diluted = rowsOf("DILUTIONSTEPS", income, count, table).at(-1);
      expect(figure("DILUTEDEPS", income, count, table, null, 9)).toBeCloseTo(numberIn(diluted?.[6]) ?? NaN, 8);
    }),
    DILUTEDSHARES: fc.property(incomes, sharesOf, securities, (income, count, table) => {
      const diluted = rowsOf("DILUTIONSTEPS", income, count, table).at(-1);
      expect(figure("DILUTEDSHARES", income, count, table)).toBe(numberIn(diluted?.[5]));
    }),
    EPSTABLE: fc.property(quarters, (table) => {
      const [headers = [], row = []] = table.rows;
      const at = (header: string) => row[headers.indexOf(header)] ?? "";
      const first = rowsOf("EPSTABLE", new Table([headers, row]));
      const [basic] = lineNamed(first, /^Basic .*per share/);
      expect(basic).toBe(figure("BASICEPS", at("Net income"), at("Weighted shares")));
    }),
    EPSYTD: fc.property(quarters, (table) => {
      const [headers = [], row = []] = table.rows;
      const at = (header: string) => row[headers.indexOf(header)] ?? "";
      const [basic] = columnOf(rowsOf("EPSYTD", table), "Basic EPS");
      expect(basic).toBe(figure("BASICEPS", at("Net income"), at("Weighted shares")));
    }),
    EPSRECONCILIATION: fc.property(quarters, (table) => {
      const [headers = [], row = []] = table.rows;
      const one = new Table([headers, row]);
      const [, , perShare] = lineNamed(rowsOf("EPSRECONCILIATION", one), /^Diluted /);
      expect(perShare).toBe(lineNamed(rowsOf("EPSTABLE", one), /^Diluted .*per share/)[0]);
    }),
    EPSSTANDARDS: fc.property(quarters, (table) => {
      const one = new Table(table.rows.slice(0, 2));
      const basic = (id: string) => lineNamed(rowsOf(id, one), /^Basic .*per share/)[0];
      expect(basic("EPSSTANDARDS")).toBe(basic("EPSTABLE"));
    }),
    ANTIDILUTIVE: fc.property(quarters, (table) => {
      const [headers = [], row = []] = table.rows;
      const one = new Table([headers, row]);
      const given = row
        .slice(-2)
        .reduce<number>((sum, value) => sum + (typeof value === "object" ? (value?.value ?? 0) : 0), 0);
      const [leftOut = 0] = lineNamed(rowsOf("ANTIDILUTIVE", one), /^Total/);
      const [included] = lineNamed(rowsOf("EPSTABLE", one), /^Weighted .*diluted/);
      const [basic] = lineNamed(rowsOf("EPSTABLE", one), /^Weighted .*basic/);
      expect((included ?? NaN) + leftOut).toBe((basic ?? NaN) + given);
    }),
    EPSFINDINGS: fc.property(quarters, (table) => {
      const [headers = [], row = []] = table.rows;
      const one = new Table([headers, row]);
      const [basic] = lineNamed(rowsOf("EPSTABLE", one), /^Basic .*per share/);
      const printed = new Table([
        ["Period end", "Months", "Line", "Printed", "Unit"],
        [row[0] ?? "", 3, "Basic earnings per share", basic ?? "", 0.01],
      ]);
      expect(
        rowsOf("EPSFINDINGS", one, printed)
          .slice(1)
          .map((line) => line[2]),
      ).toEqual(["No disagreement found"]);
    }),
    TWOCLASSEPS: fc.property(incomes, classes, (income, table) => {
      const rows = rowsOf("TWOCLASSEPS", income, table);
      const total = rows.at(-1)?.slice(2, 4).map(numberIn) ?? [];
      expect((total[0] ?? NaN) + (total[1] ?? NaN)).toBeCloseTo(income.value, 4);
    }),
  },
};
