import fc from "fast-check";
import {
  CALLS,
  changes,
  classes,
  incomes,
  loanDays,
  loans,
  loansWithReceipts,
  portfolios,
  quarters,
  securities,
  sharesOf,
} from "./calls";
import type { Law } from "./laws";
import { amount, answerOf, day, Marked, numberIn, shares, Table, written, type Argument, type Value } from "./written";

type Row = readonly Value[];

const START = 45_292;
const days = fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 3, maxLength: 3 });
const threeDays = days.map((list) => [...list].sort((a, b) => a - b).map((after) => day(START + after)));

const rowsOf = (id: string, ...args: readonly Argument[]) => answerOf(id, written(args));
const figure = (id: string, ...args: readonly Argument[]) => numberIn(rowsOf(id, ...args)[0]?.[0]) ?? NaN;
const columnOf = (rows: readonly (readonly unknown[])[], header: string) => {
  const column = rows[0]?.indexOf(header) ?? -1;
  return rows.slice(1).map((row) => numberIn(row[column]) ?? 0);
};
const sum = (figures: readonly number[]) => figures.reduce((total, one) => total + one, 0);
const close = (found: number, expected: number, within = 1e-6) => {
  if (!(Math.abs(found - expected) <= within * Math.max(1, Math.abs(expected) / 1e6))) expect(found).toBe(expected);
};

/** A line of a table in two that come to it: of a number of shares, and of the amount that goes with them. */
function inTwo({ rows, fixedRows, fixedColumns }: Table, at: number, columns: readonly number[]): Table {
  const place = fixedRows + (at % (rows.length - fixedRows));
  const line = rows[place] ?? [];
  const part = (share: number, name: string): Row =>
    line.map((value, column) => {
      if (column === 0 && fixedRows === 1 && typeof value === "string") return `${value} ${name}`;
      return value instanceof Marked && columns.includes(column) ? new Marked(value.kind, value.value * share) : value;
    });
  return new Table(
    [...rows.slice(0, place), part(0.25, "one"), part(0.75, "two"), ...rows.slice(place + 1)],
    fixedRows,
    fixedColumns,
  );
}

const securitiesInTwo = fc.tuple(incomes, sharesOf, securities, fc.nat(9));

function splitSecurity(id: "DILUTEDEPS" | "DILUTEDSHARES") {
  return fc.property(securitiesInTwo, ([income, count, table, at]) => {
    close(figure(id, income, count, inTwo(table, at, [2, 5])), figure(id, income, count, table));
  });
}

/** The columns of a table of periods with one class as two of the same kind. */
function classInTwo({ rows, fixedRows, fixedColumns }: Table): Table {
  const wide = rows.map((row) => {
    const [last] = row.slice(-1);
    const [one, two]: Row =
      last instanceof Marked
        ? [shares(Math.floor(last.value / 3)), shares(last.value - Math.floor(last.value / 3))]
        : ["Warrants A", "Warrants B"];
    return [...row.slice(0, -1), one ?? "", two ?? ""];
  });
  return new Table(wide, fixedRows, fixedColumns);
}

const lineNamed = (rows: readonly (readonly unknown[])[], name: RegExp) =>
  (rows.find(([label]) => name.test(String(label))) ?? []).slice(1).map((cell) => numberIn(cell));

export const PARTS: Law = {
  name: "parts: what is divided comes to what it was",
  of: {
    LOANINTEREST: fc.property(threeDays, loans, ([a = day(0), b = day(0), c = day(0)], loan) => {
      // Each figure is rounded to the cent of its own.
      close(
        figure("LOANINTEREST", a, b, loan) + figure("LOANINTEREST", b, c, loan),
        figure("LOANINTEREST", a, c, loan),
        0.011,
      );
    }),
    LOANROLLFORWARD: fc.property(threeDays, loans, (ends, loan) => {
      const distinct = ends.filter(({ value }, index) => value !== ends[index - 1]?.value);
      const each = rowsOf("LOANROLLFORWARD", new Table(distinct.map((end) => [end])), loan);
      const whole = rowsOf("LOANROLLFORWARD", new Table(distinct.slice(-1).map((end) => [end])), loan);
      for (const header of ["Advances", "Paid", "Forgiven", "Fees"])
        close(sum(columnOf(each, header)), sum(columnOf(whole, header)));
      close(sum(columnOf(each, "Interest accrued")), sum(columnOf(whole, "Interest accrued")), 0.011 * distinct.length);
      close(columnOf(each, "Closing").at(-1) ?? NaN, columnOf(whole, "Closing").at(-1) ?? NaN, 0.011);
    }),
    LOANENTRIES: fc.property(threeDays, loans, ([a = day(0), b = day(0), c = day(0)], loan) => {
      const next = day(b.value + 1);
      const parts = [
        rowsOf("LOANENTRIES", a, b, loan),
        ...(next.value <= c.value ? [rowsOf("LOANENTRIES", next, c, loan)] : []),
      ];
      const whole = rowsOf("LOANENTRIES", a, next.value <= c.value ? c : b, loan);
      for (const header of ["Debit", "Credit"])
        for (const account of ["Cash", "Loan receivable", "Interest income"]) {
          const of = (rows: readonly (readonly unknown[])[]) =>
            sum(columnOf([rows[0] ?? [], ...rows.filter((row) => row[1] === account)], header));
          close(sum(parts.map(of)), of(whole), account === "Interest income" ? 0.011 : 1e-6);
        }
      for (const rows of [...parts, whole]) close(sum(columnOf(rows, "Debit")), sum(columnOf(rows, "Credit")));
    }),
    LOANLEDGER: fc.property(loansWithReceipts, fc.nat(9), (loan, at) => {
      const receipts = loan.rows.flatMap((row, index) => (row[0] === "Payment received" ? [index] : []));
      const place = receipts[at % receipts.length] ?? 0;
      const [label = "", on = "", received] = loan.rows[place] ?? [];
      if (!(received instanceof Marked) || received.value < 0.02) return;
      const first = Math.floor((received.value * 100) / 2) / 100;
      const second = Math.round((received.value - first) * 100) / 100;
      const parts: Row[] = [first, second].map((part) => [label, on, amount(part)]);
      const divided = new Table([...loan.rows.slice(0, place), ...parts, ...loan.rows.slice(place + 1)]);
      const [whole, other] = [loan, divided].map((sheet) => rowsOf("LOANLEDGER", null, sheet));
      if (whole?.length === 1 || other?.length === 1) return expect(other?.length).toBe(whole?.length);
      for (const header of ["Principal", "Interest owed", "Fees owed"])
        close(columnOf(other ?? [], header).at(-1) ?? NaN, columnOf(whole ?? [], header).at(-1) ?? NaN);
    }),
    LOANMATURITIES: fc.property(loanDays, loans, (date, loan) => {
      const rows = rowsOf("LOANMATURITIES", date, loan);
      if (rows.length === 1) return;
      const years = rows.slice(1).filter((row) => typeof row[0] !== "string" || row[0] === "Thereafter");
      close(sum(years.map((row) => numberIn(row[1]) ?? 0)), lineNamed(rows, /^Total principal/)[0] ?? NaN);
    }),
    LOANPORTFOLIO: fc.property(loanDays, portfolios, (date, table) => {
      const rows = rowsOf("LOANPORTFOLIO", date, table);
      const lines = rows.filter(([name]) => /^Loan [A-E]$/.test(String(name)));
      for (const header of ["Balance", "Accrued interest", "Current portion", "Noncurrent"])
        if (lines.length > 1)
          close(sum(columnOf([rows[0] ?? [], ...lines], header)), columnOf(rows, header).at(-1) ?? NaN);
      expect(lines.length).toBe(table.rows.length - 1);
    }),
    DAYCOUNT: fc.property(
      threeDays,
      fc.constantFrom("ACT/360", "ACT/365F", "NL/365"),
      ([a = day(0), b = day(0), c = day(0)], convention) => {
        const part = (from: Marked, to: Marked) => figure("DAYCOUNT", from, to, convention);
        close(part(a, b) + part(b, c), part(a, c), 1e-12);
      },
    ),
    WEIGHTEDSHARES: fc.property(sharesOf, changes, fc.nat(9), (opening, table, at) => {
      const place = 1 + (at % (table.rows.length - 1));
      if (!["issue", "repurchase"].includes(String(table.rows[place]?.[1]))) return;
      const weighted = (one: Table) => figure("WEIGHTEDSHARES", day(START), day(START + 90), opening, one);
      const [whole, divided] = [weighted(table), weighted(inTwo(table, at, [2]))];
      if (Number.isFinite(whole)) close(divided, whole);
    }),
    INCREMENTALSHARES: fc.property(CALLS.INCREMENTALSHARES ?? fc.constant([]), ([count, ...prices]) => {
      const number = (count as Marked).value;
      const of = (part: number) => figure("INCREMENTALSHARES", shares(part), ...prices);
      close(of(Math.floor(number / 2)) + of(number - Math.floor(number / 2)), of(number));
    }),
    DILUTEDEPS: splitSecurity("DILUTEDEPS"),
    DILUTEDSHARES: splitSecurity("DILUTEDSHARES"),
    DILUTIONSTEPS: fc.property(securitiesInTwo, ([income, count, table, at]) => {
      const diluted = (one: Table) =>
        rowsOf("DILUTIONSTEPS", income, count, one).at(-1)?.slice(4, 7).map(numberIn) ?? [];
      diluted(inTwo(table, at, [2, 5])).forEach((found, index) => close(found ?? NaN, diluted(table)[index] ?? NaN));
    }),
    TWOCLASSEPS: fc.property(incomes, classes, fc.nat(9), (income, table, at) => {
      const of = (one: Table, header: string) => columnOf(rowsOf("TWOCLASSEPS", income, one, null, 6), header);
      close(
        sum(of(inTwo(table, at, [1, 2]), "Undistributed").slice(0, -1)),
        sum(of(table, "Undistributed").slice(0, -1)),
        1e-5,
      );
      const [whole = [], divided = []] = [table, inTwo(table, at, [1, 2])].map((one) =>
        of(one, "Undistributed per share"),
      );
      close(divided[at % (table.rows.length - 1)] ?? NaN, whole[at % (table.rows.length - 1)] ?? NaN);
    }),
    EPSTABLE: fc.property(quarters, (table) => {
      const perShare = (one: Table) => lineNamed(rowsOf("EPSTABLE", one), /^Diluted .*per share/);
      expect(perShare(classInTwo(table))).toEqual(perShare(table));
    }),
    EPSYTD: fc.property(quarters, (table) => {
      const [whole = [], divided = []] = [table, classInTwo(table)].map((one) =>
        columnOf(rowsOf("EPSYTD", one), "Diluted shares"),
      );
      divided.forEach((found, index) => close(found, whole[index] ?? NaN));
    }),
    EPSRECONCILIATION: fc.property(quarters, (table) => {
      const diluted = (one: Table) => lineNamed(rowsOf("EPSRECONCILIATION", one), /^Diluted /);
      expect(diluted(classInTwo(table))).toEqual(diluted(table));
    }),
    ANTIDILUTIVE: fc.property(quarters, (table) => {
      const total = (one: Table) =>
        lineNamed(rowsOf("ANTIDILUTIVE", one), /^Total/).filter((cell) => cell !== undefined);
      expect(total(classInTwo(table))).toEqual(total(table));
    }),
  },
};
