/** Takes a ledger and a day, makes the working of the balance in words. Law: its lines add up to the balance. */
import { longDate, shortDate, type Day } from "../../calendar/civilDate";
import { fraction, times, toNumber } from "../../number/fraction";
import type { BalanceStep } from "../account/balanceSteps";
import type { Units } from "../amountScale";
import { totalOf, type Claims } from "./claims";
import type { Ledger } from "./ledger";
import type { LedgerEntry, LedgerEntryKind } from "./ledgerEntry";

/** What each line is called. What a due date does to interest has its own words. */
export const EVENT_WORDS: Readonly<
  Record<Exclude<LedgerEntryKind, "opening" | "capitalized" | "interestDue">, string>
> = {
  receipt: "Payment received",
  principalReceipt: "Principal-only payment",
  extraPayment: "Extra payment",
  returnedReceipt: "Returned payment",
  lateCharge: "Late charge",
  fee: "Fee",
  waiver: "Fee waived",
  escrow: "Escrow, passed on",
  advance: "Advance",
  forgiveness: "Forgiven",
};

/**
 * The working of a balance, line by line: the principal lent, the interest to the day of each line, what was received and
 * what it paid, what was charged and lent; then all that is owed, and of it what is not principal.
 *
 * @throws CalculationError `not-available` before the loan begins
 */
export function ledgerSteps(ledger: Ledger, day: Day): BalanceStep[] {
  const { terms, scale } = ledger.loan;
  const clause = ledger.terms.clause;
  const step = (label: string, amount: Units) => ({ label, amount: scale.currency(amount), clause });
  const [opening, ...lines] = ledger.entriesBy(day);
  const standing = ledger.standingOn(day);
  const { accrued, accruedFrom, countedTo } = standing;
  const isWithInterest = terms.betweenDates.interest !== null;
  const interestStep = (amount: Units, from: Day, to: Day) =>
    amount === 0 ? [] : [step(interestWords(ledger, from, to), amount)];
  const owedAtStart = opening?.after.owed.interest ?? 0;
  return [
    step(`Principal at ${longDate(terms.startDate)}`, opening?.after.owed.principal ?? 0),
    ...(owedAtStart === 0 ? [] : [step(`Accrued interest at ${longDate(terms.startDate)}`, owedAtStart)]),
    ...lines.flatMap((entry) => [
      ...interestStep(entry.interest, entry.interestFrom, entry.after.countedTo),
      ...lineSteps(ledger, entry).map(({ label, amount }) => step(label, amount)),
    ]),
    ...interestStep(accrued, accruedFrom, countedTo),
    step(`Owed at ${longDate(day)}`, standing.owed),
    ...(isWithInterest || standing.interest === 0 ? [] : [step("Less interest owed", -standing.interest)]),
    ...(standing.fees === 0 ? [] : [step("Less fees owed", -standing.fees)]),
    step("Loan Balance", standing.principal + (isWithInterest ? standing.interest : 0)),
  ];
}

/** What a line does to what is owed, the interest that it brings aside. */
function lineSteps({ loan: { scale } }: Ledger, entry: LedgerEntry): { label: string; amount: Units }[] {
  const { kind, date, amount, paid } = entry;
  const on = longDate(date);
  switch (kind) {
    case "opening":
    case "interestDue":
      return [];
    case "capitalized":
      return amount === 0
        ? []
        : [{ label: `Interest of ${scale.text(amount)} added to the principal on ${on}`, amount: 0 }];
    case "advance":
    case "fee":
    case "lateCharge":
      return [{ label: `${EVENT_WORDS[kind]} on ${on}`, amount }];
    case "escrow":
      return [{ label: `${EVENT_WORDS[kind]} on ${on}: ${scale.text(amount)}`, amount: 0 }];
    default:
      return [{ label: `${EVENT_WORDS[kind]} on ${on}${paidWords(entry, scale)}`, amount: 0 - totalOf(paid) }];
  }
}

/** ": 1,472.60 to interest, 527.40 to principal", of a payment that is applied to more than principal. */
function paidWords({ kind, paid }: LedgerEntry, scale: { text: (units: Units) => string }): string {
  if (kind !== "receipt" && kind !== "returnedReceipt") return "";
  const parts: readonly (readonly [keyof Claims, string])[] = [
    ["lateCharges", "late charges"],
    ["fees", "fees"],
    ["interest", "interest"],
    ["principal", "principal"],
  ];
  const words = parts.flatMap(([claim, word]) =>
    paid[claim] === 0 ? [] : [`${scale.text(Math.abs(paid[claim]))} ${kind === "receipt" ? "to" : "of"} ${word}`],
  );
  return words.length === 0 ? "" : `: ${words.join(", ")}`;
}

/** Interest at 12% from February 1 to March 1, 2024 (29 days) */
function interestWords(ledger: Ledger, from: Day, to: Day): string {
  const rate = ledger.rateBetween(from, to);
  const percent = rate === null ? "" : ` at ${toNumber(times(rate, fraction(100)))}%`;
  const days = to - from === 1 ? "1 day" : `${to - from} days`;
  return `Interest${percent} from ${shortDate(from, to)} to ${longDate(to)} (${days})`;
}
