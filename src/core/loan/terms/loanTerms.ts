/**
 * The terms of a loan: types. Law: amounts are in currency units, rates fractions of a year, dates days; nothing is
 * derived.
 */
import type { BusinessDayConvention } from "../../calendar/businessDays";
import type { Day } from "../../calendar/civilDate";
import type { DayCount } from "../../calendar/dayCount";
import type { Frequency } from "../../calendar/frequency";
import type { PaymentDateTerms } from "../../calendar/paymentDates";
import type { Fraction } from "../../number/fraction";
import type { RoundingRule } from "../../number/roundingRule";
import type { BetweenDates, Collateral, Outcome, StatedFigure, StatedSchedule } from "./agreement";
import type { AdjustableRate, DatedRate } from "./adjustableRate";
import type { LedgerTerms } from "./ledgerTerms";
import type { BookTerms, CarryingTerms } from "./bookTerms";
import type { PrepaymentCharge } from "./prepayment";

/** An amount in currency units that moves on a day, or holds from it on. */
export interface DatedAmount {
  readonly date: Day;
  readonly amount: Fraction;
}

/** An extra payment that comes again, with a payment of the loan. */
export interface RecurringPayment {
  readonly amount: Fraction;
  /** With each payment; or once a year, with the payment on or after the day. */
  readonly every: "period" | "year";
  /** The first day; null: the first payment, or the first anniversary of the start. */
  readonly from: Day | null;
  /** The last day; null: until the loan is repaid. */
  readonly to: Day | null;
}

/**
 * How a loan is paid back.
 * - `levelPayment`: one payment throughout, interest included.
 * - `levelPrincipal`: one principal portion, interest on top.
 * - `interestOnly`: interest as it falls due, the principal with the last. `bullet`: both with the last payment.
 * - `statedPayments`: what the schedule that the agreement prints says is paid; what it leaves stays owed.
 * - `ruleOf78`: one payment throughout, of principal and precomputed interest, which the earlier periods earn more of.
 * - `onDemand`: nothing falls due until it is asked for, but interest, where it has a frequency.
 */
export type AmortizationMethod =
  "levelPayment" | "levelPrincipal" | "interestOnly" | "bullet" | "statedPayments" | "ruleOf78" | "onDemand";

/** An agreement on a loan, as its parties wrote it down. Amounts in currency units, rates as fractions of a year. */
export interface LoanTerms {
  /** What the agreement is called. */
  readonly name: string;
  /** Before an amount in words: "$". */
  readonly currency: string;
  /** Lent on the start date. */
  readonly principal: Fraction;
  /** The day from which interest runs. */
  readonly startDate: Day;
  /** Interest owed at the start already, of a loan that begins in the middle of its life; due with the first interest. */
  readonly accruedAtStart: Fraction;
  readonly method: AmortizationMethod;
  /** The agreement states no repayment but its maturity date: one payment on it is what the law makes of that. */
  readonly isRepaymentAssumed: boolean;
  readonly interest: InterestTerms;
  readonly dates: DateTerms;
  readonly payment: PaymentTerms;
  readonly events: EventTerms;
  readonly rounding: RoundingTerms;
  /** The schedule that the agreement prints; null where it prints none. */
  readonly stated: StatedSchedule | null;
  /** What was received and charged; null where nothing is said of it. */
  readonly ledger: LedgerTerms | null;
  /** What the balance is between two dates of the schedule. */
  readonly betweenDates: BetweenDates;
  /** What becomes of it when an event ends the agreement; paying it off needs no entry. */
  readonly outcomes: readonly Outcome[];
  /** Shares held against it; null where there are none. */
  readonly collateral: Collateral | null;
  /** What is charged when the loan is paid off early, ascending by the day to which it is; none: nothing. */
  readonly prepaymentCharges: readonly PrepaymentCharge[];
  /** Other figures that the agreement prints, for its findings. */
  readonly figures: readonly StatedFigure[];
  /** What was paid or received for it when it began, where that is not its principal. */
  readonly carrying: CarryingTerms;
  readonly books: BookTerms;
}

/** What a loan earns, and for which part of a year. */
export interface InterestTerms {
  /** The rate that the agreement quotes: 0.06 is six per cent. */
  readonly annualRate: Fraction;
  /** Later rates, each from its date on, ascending. */
  readonly rateChanges: readonly DatedRate[];
  /** The index that both follow, with its margin and bounds; null: they are as they were agreed. */
  readonly index: AdjustableRate | null;
  /** How often interest compounds in the quoted rate: null as often as it is paid; annually for an effective rate. */
  readonly compounding: Frequency | null;
  /** null: equal periods, each the same part of a year. */
  readonly dayCount: DayCount | null;
  /**
   * Where a period is not a regular one: its whole periods are compounded, and its odd days earn rate/365 (or another
   * number) each; null: the part of a regular period that its days are.
   */
  readonly oddDaysOver: number | null;
  /** Interest on what is outstanding, or, flat, on the original principal throughout. */
  readonly on: "outstanding" | "original";
}

/** When payments fall due; the count is null where the maturity date, or the payment, settles it. */
export interface DateTerms extends PaymentDateTerms {
  readonly businessDays: BusinessDayConvention;
  readonly holidays: readonly Day[];
  /** Whether interest runs to the adjusted payment dates or to the unadjusted ones. */
  readonly accrual: "adjusted" | "unadjusted";
  /** When interest is due, where that is not with the principal. */
  readonly interestFrequency: Frequency | null;
  readonly firstInterestDate: Day | null;
}

/** What is paid on the payment dates, and how it changes. Amounts in currency units. */
export interface PaymentTerms {
  /** The payment, or of level principal the portion; null: it follows from the other terms. */
  readonly amount: Fraction | null;
  /** Months over which the payment repays the loan, where they are more than its term; null: the term. */
  readonly amortizationMonths: number | null;
  /** The periods that the level payment is worked out over: each by the day count of the interest, or all equal. */
  readonly computedOn: "dayCount" | "equalPeriods";
  /** Other payments, each from its date on, ascending. */
  readonly paymentChanges: readonly DatedAmount[];
  /** Growth of the payment a year: 0.05 of a graduated loan; zero otherwise. */
  readonly yearlyGrowth: Fraction;
  /** Years of growth; null: all. */
  readonly growthYears: number | null;
  /**
   * The most that a change of rate raises the payment by, as a part of it: 0.075; null: no bound. Interest that it then
   * does not cover is added to the principal.
   */
  readonly cap: Fraction | null;
  /** What falls due with the last payment on top of it. */
  readonly balloon: Fraction;
  /** How many payments, from the first on, are of interest alone. */
  readonly interestOnlyPayments: number;
  /** Interest due up to this date is added to the principal. */
  readonly capitalizationEnd: Day | null;
  /** Paid extra with the payments, until the loan is repaid. */
  readonly recurring: readonly RecurringPayment[];
  /** What an extra payment does: it shortens the term, or lowers the payments that follow. */
  readonly extraPaymentEffect: "shortens" | "lowers";
}

/** What moves the balance besides the payments. All amounts positive, ascending by date. */
export interface EventTerms {
  readonly extraPayments: readonly DatedAmount[];
  readonly advances: readonly DatedAmount[];
  readonly forgiveness: readonly DatedAmount[];
  /** Charged beside the payments; no part of balance or interest. */
  readonly fees: readonly DatedAmount[];
}

/** To what the figures of a schedule are rounded, each once, and where the rest goes. */
export interface RoundingTerms {
  /** null at any stage: carried as it is, to 10^-decimals. Payment and interest are in cents where nothing is said. */
  readonly payment: RoundingRule | null;
  readonly interest: RoundingRule | null;
  readonly balance: RoundingRule | null;
  /** Interest is rounded on its running total, so that what one period loses a later one gains. */
  readonly carriesInterest: boolean;
  /** Which payment absorbs what rounding leaves; `none`: it stays outstanding. Printed payments absorb nothing. */
  readonly residue: "last" | "first" | "none";
  /** Decimals to which the loan is carried; null: as many as the principal leaves room for, up to 8, and as rounding asks for. */
  readonly decimals: number | null;
}
