import { ZERO } from "../../number/fraction";
import type { Claim } from "./ledgerTerms";
import type { LoanTerms } from "./loanTerms";

/**
 * Where the agreement is silent, a payment received pays fees, then interest, then principal. So the Direct Loans of the
 * United States (34 CFR 685.211(a)(1): accrued charges and collection costs, outstanding interest, outstanding
 * principal), and so most notes.
 */
export const USUAL_ORDER: readonly Claim[] = ["fees", "interest", "principal"];

/**
 * What an agreement means where it is silent: monthly level payments, equal periods, nothing rounded but what is paid,
 * the last payment settling the rest, and between two dates the balance of the earlier one.
 */
export const DEFAULT_TERMS: Omit<LoanTerms, "name" | "principal" | "startDate"> = {
  currency: "$",
  accruedAtStart: ZERO,
  method: "levelPayment",
  interest: { annualRate: ZERO, rateChanges: [], compounding: null, dayCount: null, on: "outstanding" },
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
    extraPaymentEffect: "shortens",
  },
  events: { extraPayments: [], advances: [], forgiveness: [], fees: [] },
  rounding: { payment: null, interest: null, balance: null, carriesInterest: false, residue: "last", decimals: null },
  stated: null,
  ledger: null,
  betweenDates: { interest: null, share: null, clause: "" },
  outcomes: [],
  collateral: null,
  figures: [],
};
