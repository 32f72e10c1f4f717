/**
 * Every field of a loan: its key in an object, its label on a sheet, its values. Sheet, object, schema and the page on loan
 * sheets are all made of this list. Law: a word of a choice means one thing.
 */
import { WORDS } from "./words/labelWords";

/** What kind of value a field takes. A list field may stand on several rows. */
export type FieldKind =
  | "text"
  | "amount"
  | "rate"
  | "date"
  | "count"
  | "term"
  | "yesNo"
  | "frequency"
  | "dayCount"
  | "rounding"
  | "charge"
  | "choice";

/** One thing that an agreement may say: its key in the object form, its label on a loan sheet, its meaning. */
export interface LoanField {
  readonly key: string;
  readonly label: string;
  /**
   * Other labels that mean it, as accountants, banks and templates write them. Not listed are what plainLabel takes for
   * the same (case, punctuation, articles, "date of note" for "note date", "no." for "number"), a unit in parentheses, a
   * leading "Loan" or "Note", and a frequency before a payment ("Monthly payment"). A word of several fields means the
   * one that takes the value beside it.
   */
  readonly aliases: readonly string[];
  /** The values on its row, in order: one of most fields, date and amount of a dated one. */
  readonly values: readonly FieldValue[];
  /** May stand on several rows. */
  readonly list: boolean;
  /** Of a field whose number counts months or years: the words of one are the words of the other, in another unit. */
  readonly unit?: "months" | "years";
}

/** A value of a field, by its key in an object, and its place on a row of a sheet. */
export interface FieldValue {
  readonly key: string;
  readonly kind: FieldKind;
  /** The words of a choice. */
  readonly words?: readonly string[];
  readonly optional?: boolean;
}

/** The words of each choice, with what they mean; the first of those that mean one thing is the one that is written. */
export const CHOICES = {
  method: {
    "level payment": "levelPayment",
    annuity: "levelPayment",
    mortgage: "levelPayment",
    graduated: "levelPayment",
    "level principal": "levelPrincipal",
    "straight line": "levelPrincipal",
    linear: "levelPrincipal",
    "interest only": "interestOnly",
    bullet: "bullet",
    "rule of 78": "ruleOf78",
    "rule of 78s": "ruleOf78",
    "sum of the digits": "ruleOf78",
    "stated schedule": "statedPayments",
    "irregular payments": "statedPayments",
    "on demand": "onDemand",
    demand: "onDemand",
    revolving: "onDemand",
    "line of credit": "onDemand",
  },
  paymentComputedOn: {
    "the day count": "dayCount",
    "day count": "dayCount",
    "equal periods": "equalPeriods",
    "equal months": "equalPeriods",
  },
  oddDays: { "part of a period": null, "days over 365": 365, "days over 360": 360 },
  rateKind: { nominal: "nominal", effective: "effective" },
  interestOn: {
    "outstanding balance": "outstanding",
    "original principal": "original",
    flat: "original",
    precomputed: "precomputed",
  },
  stubPeriod: {
    "short first": "shortInitial",
    "short initial": "shortInitial",
    "long first": "longInitial",
    "long initial": "longInitial",
    "short last": "shortFinal",
    "short final": "shortFinal",
    "long last": "longFinal",
    "long final": "longFinal",
  },
  businessDays: {
    none: "none",
    following: "following",
    "modified following": "modifiedFollowing",
    preceding: "preceding",
    "modified preceding": "modifiedPreceding",
  },
  accrualDates: { adjusted: "adjusted", unadjusted: "unadjusted" },
  extraPaymentEffect: { "shorten the term": "shortens", "lower the payment": "lowers" },
  residue: { "last payment": "last", "first payment": "first", "left outstanding": "none" },
  balanceBetweenDates: {
    principal: "principal",
    "principal and interest": "interest",
    "interest less pro rata share": "share",
  },
  interestAlong: { schedule: "schedule", "opening balance": "opening" },
  unpaidInterest: {
    "bears no interest": "bearsNone",
    simple: "bearsNone",
    "not capitalized": "bearsNone",
    "is owed": "bearsNone",
    capitalized: "capitalized",
    capitalised: "capitalized",
    compounds: "capitalized",
    "added to principal": "capitalized",
    "is added to the principal": "capitalized",
  },
  reductions: {
    paid: "paid",
    "paid in cash": "paid",
    forgiven: "forgiven",
    "earned by service": "forgiven",
  },
  effectiveIndex: {
    "as it changes": "moving",
    current: "moving",
    "at inception": "inception",
    "in effect at inception": "inception",
  },
  outcome: { forgiven: "forgiven", due: "due" },
  collateral: { returned: "returned", kept: "kept" },
  figure: {
    principal: "principal",
    reduction: "reduction",
    total: "total",
    "start date": "startDate",
    opening: "opening",
    interest: "interest",
    updated: "updated",
    share: "share",
    balance: "balance",
  },
} as const;

const single = (key: string, label: string, kind: FieldKind, ...aliases: string[]): LoanField => ({
  key,
  label,
  aliases,
  values: [{ key, kind }],
  list: false,
});

const choice = (key: keyof typeof CHOICES, label: string, ...aliases: string[]): LoanField => ({
  key,
  label,
  aliases,
  values: [{ key, kind: "choice", words: Object.keys(CHOICES[key]) }],
  list: false,
});

const dated = (key: string, label: string, kind: "amount" | "rate", ...aliases: string[]): LoanField => ({
  key,
  label,
  aliases,
  values: [
    { key: "date", kind: "date" },
    { key: kind === "rate" ? "annualRate" : "amount", kind },
  ],
  list: true,
});

const recurring = (key: string, label: string, ...aliases: string[]): LoanField => ({
  key,
  label,
  aliases,
  values: [
    { key: "amount", kind: "amount" },
    { key: "from", kind: "date", optional: true },
    { key: "to", kind: "date", optional: true },
  ],
  list: true,
});

/** Fields of one meaning, by months and by years; the words are those of both. */
const term = (key: string, label: string, ...aliases: string[]): readonly LoanField[] => [
  { ...single(`${key}Months`, `${label} in months`, "term"), unit: "months" },
  { ...single(`${key}Years`, `${label} in years`, "term", ...aliases), unit: "years" },
];

/** Everything that a loan sheet or an object may say of a loan, in the order in which a reader would ask. */
export const LOAN_FIELDS: readonly LoanField[] = [
  single("name", "Loan", "text", ...WORDS.name),
  single("currency", "Currency", "text", ...WORDS.currency),
  single("principal", "Principal", "amount", ...WORDS.principal),
  single("startDate", "Start date", "date", ...WORDS.startDate),
  single("annualRate", "Annual rate", "rate", ...WORDS.annualRate),
  choice("rateKind", "Rate quoted as", ...WORDS.rateKind),
  single("compounding", "Compounding", "frequency", ...WORDS.compounding),
  {
    key: "balanceAt",
    label: "Balance at",
    aliases: WORDS.balanceAt,
    values: [
      { key: "date", kind: "date" },
      { key: "amount", kind: "amount" },
    ],
    list: false,
  },
  single("accruedInterest", "Accrued interest", "amount", ...WORDS.accruedInterest),
  single("remainingPayments", "Remaining payments", "count", ...WORDS.remainingPayments),
  single("nextPaymentDate", "Next payment date", "date", ...WORDS.nextPaymentDate),
  dated("rateChanges", "Rate change", "rate", ...WORDS.rateChanges),
  {
    key: "index",
    label: "Index",
    aliases: ["Index rate", "Index value", "Benchmark"],
    values: [
      { key: "date", kind: "date", optional: true },
      { key: "annualRate", kind: "rate" },
    ],
    list: true,
  },
  single("margin", "Margin", "rate", "Spread", "Interest margin"),
  single("floor", "Floor", "rate", "Rate floor", "Interest rate floor", "Minimum rate"),
  single("cap", "Cap", "rate", "Rate cap", "Interest rate cap", "Maximum rate", "Ceiling"),
  single("periodicCap", "Periodic cap", "rate", "Periodic rate cap", "Adjustment cap"),
  single("dayCount", "Day count", "dayCount", ...WORDS.dayCount),
  choice("oddDays", "Odd days", "Odd days interest", "Odd-day interest"),
  choice("interestOn", "Interest on", ...WORDS.interestOn),
  choice("method", "Method", ...WORDS.method),
  single("frequency", "Payment frequency", "frequency", ...WORDS.frequency),
  single("semiMonthlyDays", "Semi-monthly days", "text", "Days of the month"),
  single("payments", "Number of payments", "count", ...WORDS.payments),
  ...term("term", "Term", ...WORDS.term),
  single("firstPaymentDate", "First payment date", "date", ...WORDS.firstPaymentDate),
  single("maturityDate", "Maturity date", "date", ...WORDS.maturityDate),
  choice("stubPeriod", "Stub period", "Stub"),
  single("monthEnd", "Month-end payments", "yesNo", "End of month", "Month-end rule", "EOM", "End-of-month payments"),
  choice("businessDays", "Business days", "Business day convention", "Business day adjustment", "Business day rule"),
  { ...single("holidays", "Holidays", "date", "Holiday"), list: true },
  choice("accrualDates", "Accrual dates"),
  single("interestFrequency", "Interest frequency", "frequency", ...WORDS.interestFrequency),
  single("firstInterestDate", "First interest date", "date", "First interest payment date", "First interest payment"),
  single("payment", "Payment", "amount", ...WORDS.payment),
  {
    ...single("amortizationYears", "Amortization period (years)", "term", ...WORDS.amortization),
    unit: "years",
  },
  { ...single("amortizationMonths", "Amortization period (months)", "term"), unit: "months" },
  choice("paymentComputedOn", "Payment computed on", "Payment calculated on", "Payment based on"),
  dated("paymentChanges", "Payment change", "amount", ...WORDS.paymentChanges),
  single("paymentCap", "Payment cap", "rate"),
  single("paymentGrowth", "Payment growth", "rate", "Growth of payment", "Annual payment increase"),
  { ...single("growthYears", "Years of growth", "count"), unit: "years" },
  single("balloon", "Balloon payment", "amount", ...WORDS.balloon),
  single("interestOnlyPayments", "Interest-only payments", "count", ...WORDS.interestOnlyPayments),
  single("capitalizeUntil", "Capitalize interest until", "date", "Interest capitalized until"),
  dated("extraPayments", "Extra payment", "amount", ...WORDS.extraPayments),
  recurring("extraEachPeriod", "Extra payment each period", ...WORDS.extraEachPeriod),
  recurring("extraEachYear", "Extra payment each year", ...WORDS.extraEachYear),
  choice("extraPaymentEffect", "Extra payments"),
  dated("advances", "Advance", "amount", ...WORDS.advances),
  dated("forgiveness", "Forgiveness", "amount", ...WORDS.forgiveness),
  single("forgivenessEachYear", "Forgiveness each year", "rate", ...WORDS.forgivenessEachYear),
  ...term("forgiveness", "Forgiveness period", ...WORDS.forgivenessPeriod),
  dated("receipts", "Payment received", "amount", ...WORDS.receipts),
  dated("principalReceipts", "Principal-only payment", "amount", ...WORDS.principalReceipts),
  dated("returnedReceipts", "Returned payment", "amount", ...WORDS.returnedReceipts),
  dated("lateCharges", "Late charge", "amount", ...WORDS.lateCharges),
  dated("waivers", "Fee waived", "amount", ...WORDS.waivers),
  dated("escrow", "Escrow", "amount", ...WORDS.escrow),
  { ...single("appliedTo", "Applied to", "text", ...WORDS.appliedTo), list: true },
  choice("unpaidInterest", "Unpaid interest"),
  single(
    "lateChargeRate",
    "Late charge rate",
    "rate",
    "Late fee rate",
    "Late charge percentage",
    "Late fee percentage",
  ),
  single("lateChargeAmount", "Late charge amount", "amount", "Late fee amount", "Late charge per payment"),
  single("graceDays", "Grace period", "count", "Grace days", "Grace period (days)"),
  single("paymentsClause", "Clause on payments", "text"),
  single("lateChargeClause", "Clause on late charge", "text"),
  {
    ...dated("fees", "Fee", "amount", ...WORDS.fees),
    values: [
      { key: "date", kind: "date", optional: true },
      { key: "amount", kind: "amount" },
    ],
  },
  single("paymentRounding", "Payment rounding", "rounding", "Round payment to", "Payments rounded to"),
  single("interestRounding", "Interest rounding", "rounding", "Round interest to", "Interest rounded to"),
  single("balanceRounding", "Balance rounding", "rounding", "Round balance to"),
  single("carryInterest", "Carry interest rounding", "yesNo"),
  choice("residue", "Rounding residue"),
  single("decimals", "Decimals carried", "count"),
  choice("balanceBetweenDates", "Balance between dates"),
  choice("interestAlong", "Interest between dates"),
  single("betweenDayCount", "Day count between dates", "dayCount"),
  single("countBothDays", "Count both days", "yesNo"),
  single("betweenRounding", "Rounding between dates", "rounding"),
  single("proRataBasis", "Pro rata basis", "count"),
  single("proRataRounding", "Pro rata rounding", "rounding"),
  single("betweenClause", "Clause on balance", "text"),
  single("scheduleClause", "Clause on schedule", "text"),
  single("scheduleRounding", "Schedule rounding", "rounding"),
  {
    key: "outcomes",
    label: "Event",
    aliases: ["Termination event"],
    values: [
      { key: "event", kind: "text" },
      { key: "balance", kind: "choice", words: Object.keys(CHOICES.outcome) },
      { key: "collateral", kind: "choice", words: Object.keys(CHOICES.collateral), optional: true },
      { key: "clause", kind: "text", optional: true },
    ],
    list: true,
  },
  {
    key: "prepaymentCharges",
    label: "Prepayment charge",
    aliases: ["Prepayment penalty", "Prepayment fee", "Prepayment premium"],
    values: [
      { key: "charge", kind: "charge" },
      { key: "until", kind: "date", optional: true },
    ],
    list: true,
  },
  single("collateralShares", "Collateral shares", "count"),
  single("collateralClause", "Clause on collateral", "text"),
  single("issuePrice", "Issue price", "amount", "Price of the loan"),
  single("proceeds", "Proceeds", "amount", "Net proceeds"),
  single("discount", "Discount", "amount", "Original issue discount", "OID", "Loan discount"),
  single("premium", "Premium", "amount", "Issue premium", "Loan premium"),
  single("issueCosts", "Issue costs", "amount", "Issuance costs", "Debt issuance costs", "Transaction costs"),
  single("originationFee", "Origination fee", "amount", "Loan origination fee", "Net fees", "Upfront fee"),
  single("originationCosts", "Origination costs", "amount", "Direct loan origination costs"),
  single("marketRate", "Market rate", "rate", "Imputed rate", "Imputed interest rate"),
  choice("effectiveIndex", "Index in the effective rate", "Index in the effective yield"),
  single("employee", "Borrower is an employee", "yesNo", "Employee loan"),
  choice("reductions", "Reductions", "Reductions are"),
  {
    key: "accounts",
    label: "Book account",
    aliases: ["Account in the books"],
    values: [
      { key: "account", kind: "text" },
      { key: "name", kind: "text" },
    ],
    list: true,
  },
  {
    key: "figures",
    label: "Stated figure",
    aliases: ["Printed figure"],
    values: [
      { key: "figure", kind: "choice", words: Object.keys(CHOICES.figure) },
      { key: "amount", kind: "amount" },
      { key: "date", kind: "date", optional: true },
      { key: "clause", kind: "text", optional: true },
    ],
    list: true,
  },
];
