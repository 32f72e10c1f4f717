/** What stands where an agreement is silent, and on what authority. Law: silence has one meaning, wherever it is read. */
import { ZERO } from "../../number/fraction";
import { CENT } from "../../number/roundingRule";
import type { Claim } from "./ledgerTerms";
import type { LoanTerms } from "./loanTerms";

/**
 * Where the agreement is silent, a payment received pays fees, then interest, then principal. So the Direct Loans of the
 * United States (34 CFR 685.211(a)(1): accrued charges and collection costs, outstanding interest, outstanding
 * principal), and so most notes.
 */
export const USUAL_ORDER: readonly Claim[] = ["fees", "interest", "principal"];

/**
 * What an agreement means where it is silent: monthly level payments, equal periods, payment and interest in cents, as
 * they are paid and posted, the last payment settling what that leaves, and between two dates the balance of the earlier
 * one. In another currency its minor unit stands for the cent.
 */
export const DEFAULT_TERMS: Omit<LoanTerms, "name" | "principal" | "startDate"> = {
  currency: "$",
  accruedAtStart: ZERO,
  method: "levelPayment",
  isRepaymentAssumed: false,
  interest: {
    annualRate: ZERO,
    rateChanges: [],
    index: null,
    compounding: null,
    dayCount: null,
    oddDaysOver: null,
    on: "outstanding",
  },
  dates: {
    frequency: { months: 1 },
    firstDate: null,
    maturityDate: null,
    count: null,
    stubPeriod: "shortFinal",
    endOfMonth: false,
    businessDays: "none",
    holidays: [],
    accrual: "unadjusted",
    interestFrequency: null,
    firstInterestDate: null,
  },
  payment: {
    amount: null,
    amortizationMonths: null,
    computedOn: "dayCount",
    paymentChanges: [],
    yearlyGrowth: ZERO,
    growthYears: null,
    cap: null,
    balloon: ZERO,
    interestOnlyPayments: 0,
    capitalizationEnd: null,
    recurring: [],
    extraPaymentEffect: "shortens",
  },
  events: { extraPayments: [], advances: [], forgiveness: [], fees: [] },
  rounding: { payment: CENT, interest: CENT, balance: null, carriesInterest: false, residue: "last", decimals: null },
  stated: null,
  ledger: null,
  betweenDates: { interest: null, share: null, clause: "" },
  outcomes: [],
  collateral: null,
  prepaymentCharges: [],
  figures: [],
  carrying: {
    issuePrice: null,
    proceeds: null,
    discount: ZERO,
    premium: ZERO,
    costsAndFees: ZERO,
    originationCosts: ZERO,
    marketRate: null,
    index: "moving",
  },
  books: { isEmployee: false, reductions: "paid", accounts: [] },
};
