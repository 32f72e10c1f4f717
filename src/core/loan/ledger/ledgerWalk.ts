/**
 * Takes a schedule and what happened, keeps the ledger: it walks from day to day, once. Law: on every line what is owed
 * after it is what was owed before it, with the interest to the day and what is charged or lent, less what is paid.
 */
import { dateAt } from "../../calendar/dateSeries";
import { longDate, type Day } from "../../calendar/civilDate";
import { CalculationError, inWords } from "../../errors";
import { fraction, minus, plus, times, ZERO, type Fraction } from "../../number/fraction";
import { timesRatio, type RoundingStep, type Units } from "../amountScale";
import { amountAt } from "../columns";
import type { LoanSchedule } from "../schedule/loanSchedule";
import type { LedgerTerms } from "../terms/ledgerTerms";
import type { LedgerAccrual } from "./ledgerAccrual";
import { applied, NO_CLAIMS, together, totalOf, type Claims } from "./claims";
import type { LedgerEntry, LedgerEntryKind, LedgerState } from "./ledgerEntry";
import type { LedgerEvent } from "./ledgerEvents";

/** What a line pays, what it adds to what is owed, and interest that it brings with it. */
interface Effect {
  readonly paid?: Claims;
  readonly added?: Claims;
  /** The payment that came back. */
  readonly returned?: Received;
}

/** What a line has besides what it is. */
interface EntryParts {
  readonly paid?: Claims | undefined;
  readonly interest?: Units;
  readonly interestFrom?: Day;
  readonly takesBack?: number | undefined;
}

/** A payment that may still come back. */
interface Received {
  /** The place of its line. */
  readonly line: number;
  readonly paid: Claims;
  readonly day: Day;
}

/** A loan on its way from line to line. */
export class LedgerWalk {
  readonly entries: LedgerEntry[] = [];
  private owed: Claims;
  private undue: Units = 0;
  private unposted: Fraction = ZERO;
  private postedTo: Day;
  private countedTo: Day;
  private interestPosted: Units = 0;
  /** What rounding took from interest, where the agreement carries it over. */
  private carried: Fraction = ZERO;
  /** Interest posted since interest last fell due. */
  private postedInPeriod: Units = 0;
  /** The period whose due date comes next. */
  private period = 0;
  /** A due date whose unpaid interest becomes principal at the end of the day. */
  private capitalizesAfter: Day | null = null;
  /** Payments that may come back, the last of an amount last. */
  private readonly received = new Map<Units, Received[]>();
  private readonly rules: PostingRules;

  constructor(
    private readonly schedule: LoanSchedule,
    private readonly terms: LedgerTerms,
    private readonly accrual: LedgerAccrual,
  ) {
    const { loan } = schedule;
    this.rules = postingRules(schedule, terms);
    const interest = loan.scale.units(loan.terms.accruedAtStart);
    this.owed = { ...NO_CLAIMS, principal: loan.principal, interest };
    this.postedTo = loan.terms.startDate;
    this.countedTo = loan.terms.startDate;
    this.enter({ date: loan.terms.startDate, kind: "opening", amount: 0 }, {});
  }

  /** Enters an event, after the due dates before it. */
  record(event: LedgerEvent): void {
    this.requireSinceStart(event);
    const day = event.kind === "receipt" ? this.accrual.countedDay(event.date) : event.date;
    this.moveTo(Math.max(this.countedTo, day));
    const interestFrom = this.postedTo;
    const interest = event.kind === "receipt" ? this.interestForReceipt(event.amount) : 0;
    const effect = this.effectOf(event);
    const brought = effect.added?.interest ?? 0;
    this.interestPosted += brought;
    this.owed = together(together(this.owed, effect.added ?? NO_CLAIMS), effect.paid ?? NO_CLAIMS, -1);
    this.enter(event, {
      paid: effect.paid,
      interest: interest + brought,
      interestFrom: effect.returned?.day ?? interestFrom,
      takesBack: effect.returned?.line,
    });
  }

  /** Passes the due dates that remain: on some, interest becomes principal whether or not anything is paid. */
  close(): void {
    this.passDueDates(Infinity);
  }

  private enter(
    { date, kind, amount }: { readonly date: Day; readonly kind: LedgerEntryKind; readonly amount: Units },
    { paid = NO_CLAIMS, interest = 0, interestFrom = this.postedTo, takesBack }: EntryParts,
  ): void {
    const { owed, undue, unposted, postedTo, countedTo, interestPosted } = this;
    const after: LedgerState = { owed, undue, unposted, postedTo, countedTo, interestPosted };
    this.entries.push({ date, kind, amount, interest, interestFrom, paid, takesBack: takesBack ?? null, after });
  }

  // Time

  private moveTo(day: Day): void {
    this.passDueDates(day);
    this.accrueTo(day);
  }

  /** Passes every due date up to a day, and the end of those before it. */
  private passDueDates(day: Day): void {
    const { periods } = this.schedule.loan;
    for (;;) {
      const due = this.period < periods.count ? periods.end(this.period) : Infinity;
      const next = Math.min(due, day);
      if (this.capitalizesAfter !== null && next > this.capitalizesAfter) this.capitalizeUnpaid();
      if (due > day || due === Infinity) return;
      this.accrueTo(due);
      // A payment that moves to a business day before its due date is in the books by then.
      this.passDueDate(this.period, Math.min(due, dateAt(periods.dates, this.period)));
      if (periods.isInterestDue(this.period)) this.postedInPeriod = 0;
      this.period += 1;
    }
  }

  private passDueDate(period: number, date: Day): void {
    const { periods } = this.schedule.loan;
    if (periods.capitalizes(period)) return this.capitalize(date, Infinity);
    const isDue = periods.isInterestDue(period);
    if (!this.rules.postsOnDueDates || (this.rules.isFlat && !isDue)) return;
    const from = this.postedTo;
    const interest = this.post(this.rules.isFlat ? this.flatInterest(period) : undefined);
    if (!isDue) {
      this.undue += interest;
      this.owed = { ...this.owed, interest: this.owed.interest - interest };
    } else {
      this.fallDue();
    }
    this.enter({ date, kind: "interestDue", amount: 0 }, { interest, interestFrom: from });
    const unpaidByAgreement = this.postedInPeriod - amountAt(this.schedule.payments, period);
    if (this.rules.growsByAgreement && isDue) this.capitalize(date, unpaidByAgreement);
    if (this.terms.unpaidInterest === "capitalized" && isDue) this.capitalizesAfter = date;
  }

  /** Flat interest is that of the schedule, whatever was paid. */
  private flatInterest(period: number): Units {
    return amountAt(this.schedule.interests, period) - this.postedInPeriod;
  }

  private capitalizeUnpaid(): void {
    const day = Math.max(this.capitalizesAfter ?? 0, this.entries.at(-1)?.date ?? 0);
    this.capitalizesAfter = null;
    this.capitalize(day, Infinity);
  }

  /** Adds interest that is owed to the principal, no more than an amount. */
  private capitalize(date: Day, most: Units): void {
    const from = this.postedTo;
    const interest = this.post();
    this.fallDue();
    const amount = Math.max(0, Math.min(most, this.owed.interest));
    if (amount === 0 && interest === 0) return;
    const { interest: unpaid, principal } = this.owed;
    this.owed = { ...this.owed, interest: unpaid - amount, principal: principal + amount };
    this.enter({ date, kind: "capitalized", amount }, { interest, interestFrom: from });
  }

  private accrueTo(day: Day): void {
    const { isFlat } = this.rules;
    const earning = isFlat && this.owed.principal > 0 ? this.schedule.loan.principal : this.owed.principal;
    if (day > this.countedTo && earning !== 0) {
      const ratio = this.accrual.ratio(this.countedTo, day);
      this.unposted = plus(this.unposted, times(fraction(earning), ratio));
    }
    this.countedTo = Math.max(this.countedTo, day);
  }

  /** Posts the interest since the last posting, rounded once, and says how much it is. */
  private post(amount?: Units): Units {
    const interest = amount ?? this.roundedInterest();
    this.unposted = ZERO;
    this.postedTo = this.countedTo;
    this.interestPosted += interest;
    this.postedInPeriod += interest;
    this.owed = { ...this.owed, interest: this.owed.interest + interest };
    return interest;
  }

  private roundedInterest(): Units {
    const { interestStep, carriesInterest } = this.rules;
    const interest = timesRatio(1, this.unposted, interestStep);
    if (!carriesInterest) return interest;
    this.carried = plus(this.carried, minus(this.unposted, fraction(interest)));
    const added = timesRatio(1, this.carried, { units: interestStep.units, mode: "down" });
    this.carried = minus(this.carried, fraction(added));
    return interest + added;
  }

  private fallDue(): void {
    this.owed = { ...this.owed, interest: this.owed.interest + this.undue };
    this.undue = 0;
  }

  /** A receipt pays interest to its day; where interest has due dates of its own, only if it pays off the loan. */
  private interestForReceipt(amount: Units): Units {
    const isOver = this.period >= this.schedule.loan.periods.count;
    if (this.rules.isInterestApart && !isOver && amount <= totalOf(this.owed)) return 0;
    this.fallDue();
    return this.post();
  }

  // Events

  private effectOf(event: LedgerEvent): Effect {
    const { kind, amount } = event;
    switch (kind) {
      case "receipt":
        return this.receipt(event);
      case "principalReceipt":
      case "extraPayment":
      case "forgiveness":
        return this.ofPrincipal(event);
      case "returnedReceipt":
        return this.returned(event);
      case "waiver":
        return this.waived(event);
      case "advance":
        return { added: { ...NO_CLAIMS, principal: amount } };
      case "fee":
        return { added: { ...NO_CLAIMS, fees: amount } };
      case "lateCharge":
        return { added: { ...NO_CLAIMS, lateCharges: amount } };
      case "escrow":
        return {};
    }
  }

  private receipt(event: LedgerEvent): Effect {
    const { paid, rest } = applied(event.amount, this.owed, this.terms.appliedTo);
    this.requireOwed(event, rest, totalOf(this.owed));
    // Less than half a cent is what rounding left: it is settled as interest.
    const whole = rest === 0 ? paid : { ...paid, interest: paid.interest + rest };
    this.keep(event, whole);
    return { paid: whole, added: { ...NO_CLAIMS, interest: rest } };
  }

  private ofPrincipal(event: LedgerEvent): Effect {
    this.requireOwed(event, event.amount - this.owed.principal, this.owed.principal);
    const paid = { ...NO_CLAIMS, principal: event.amount };
    if (event.kind === "principalReceipt") this.keep(event, paid);
    return { paid };
  }

  private keep({ amount }: LedgerEvent, paid: Claims): void {
    const same = this.received.get(amount) ?? [];
    same.push({ line: this.entries.length, paid, day: this.countedTo });
    this.received.set(amount, same);
  }

  /** What it had paid is owed again, with the interest that its part of the principal would have borne. */
  private returned(event: LedgerEvent): Effect {
    const returned = this.received.get(event.amount)?.pop();
    if (!returned) {
      const rule = "must be the amount of an earlier payment that has not been returned yet";
      throw this.errorOf(event, "amount", { rule, received: inWords(this.schedule.loan.scale.text(event.amount)) });
    }
    const { paid, day } = returned;
    const ratio = this.accrual.ratio(day, this.countedTo);
    const interest = this.rules.isFlat ? 0 : timesRatio(paid.principal, ratio, this.rules.interestStep);
    return {
      paid: together(NO_CLAIMS, paid, -1),
      added: { ...NO_CLAIMS, interest },
      returned,
    };
  }

  private waived(event: LedgerEvent): Effect {
    const { lateCharges, fees } = this.owed;
    const { paid, rest } = applied(event.amount, { ...NO_CLAIMS, lateCharges, fees }, ["lateCharges", "fees"]);
    this.requireOwed(event, rest, lateCharges + fees);
    return { paid };
  }

  // What is refused

  private requireSinceStart(event: LedgerEvent): void {
    const { startDate } = this.schedule.loan.terms;
    if (event.date >= startDate) return;
    const rule = `must not be before the start date, ${longDate(startDate)}`;
    throw this.errorOf(event, "date", { rule, received: inWords(longDate(event.date)) });
  }

  /** Refuses what is beyond what is owed; less than half a cent is what rounding left. */
  private requireOwed(event: LedgerEvent, excess: Units, owed: Units): void {
    const { scale } = this.schedule.loan;
    if (excess * 200 < scale.one) return;
    const of = event.kind === "receipt" ? "owed" : event.kind === "waiver" ? "owed in fees" : "owed of the principal";
    const rule =
      owed * 200 < scale.one
        ? `must not be after the loan is repaid: on ${longDate(event.date)} nothing is ${of}`
        : `must be no more than is ${of} on ${longDate(event.date)}, ${scale.text(owed)}`;
    throw this.errorOf(event, "amount", { rule, received: inWords(scale.text(event.amount)) });
  }

  /** Names the line by its field and row, and the part of it that is wrong. */
  private errorOf(
    { kind, row }: LedgerEvent,
    part: "date" | "amount",
    { rule, received }: { readonly rule: string; readonly received: unknown },
  ): CalculationError {
    return new CalculationError("out-of-range", `${FIELD_OF[kind]}[${row}].${part}`, rule, received);
  }
}

/** The field of the terms that each kind of line stands in, as an error names it. */
const FIELD_OF: Readonly<Record<LedgerEvent["kind"], string>> = {
  receipt: "receipts",
  principalReceipt: "principalReceipts",
  returnedReceipt: "returnedReceipts",
  lateCharge: "lateCharges",
  fee: "fees",
  waiver: "waivers",
  escrow: "escrow",
  advance: "advances",
  extraPayment: "extraPayments",
  forgiveness: "forgiveness",
};

/** When interest is posted, and how. */
interface PostingRules {
  readonly interestStep: RoundingStep;
  readonly carriesInterest: boolean;
  readonly isFlat: boolean;
  /** Interest falls due on dates of its own: a receipt pays what has fallen due, and not what runs. */
  readonly isInterestApart: boolean;
  /** A payment of the schedule leaves interest that the agreement adds to the principal. */
  readonly growsByAgreement: boolean;
  /** Interest is posted, and so rounded, on every due date, and not only with a receipt. */
  readonly postsOnDueDates: boolean;
}

function postingRules({ loan, interests, payments }: LoanSchedule, { unpaidInterest }: LedgerTerms): PostingRules {
  const { dates, rounding, interest } = loan.terms;
  const isFlat = interest.on === "original";
  const isInterestApart = dates.interestFrequency !== null || dates.firstInterestDate !== null;
  const growsByAgreement = interests.some((amount, period) => amount > amountAt(payments, period));
  return {
    interestStep: loan.scale.step(rounding.interest),
    carriesInterest: rounding.carriesInterest,
    isFlat,
    isInterestApart,
    growsByAgreement,
    postsOnDueDates: isFlat || isInterestApart || growsByAgreement || unpaidInterest === "capitalized",
  };
}
