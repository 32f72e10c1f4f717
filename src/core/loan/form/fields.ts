/** What kind of value a field takes. A list field may stand on several rows. */
type FieldKind =
  "text" | "amount" | "rate" | "date" | "count" | "yesNo" | "frequency" | "dayCount" | "rounding" | "choice";

/** One thing that an agreement may say: its key in the object form, its label on a loan sheet, its meaning. */
export interface LoanField {
  readonly key: string;
  readonly label: string;
  readonly aliases: readonly string[];
  /** The values on its row, in order: one of most fields, date and amount of a dated one. */
  readonly values: readonly FieldValue[];
  /** May stand on several rows. */
  readonly list: boolean;
}

export interface FieldValue {
  readonly key: string;
  readonly kind: FieldKind;
  /** The words of a choice. */
  readonly words?: readonly string[];
  readonly optional?: boolean;
}

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
    "stated schedule": "statedPayments",
    "irregular payments": "statedPayments",
    "on demand": "onDemand",
    demand: "onDemand",
    revolving: "onDemand",
    "line of credit": "onDemand",
  },
  rateKind: { nominal: "nominal", effective: "effective" },
  interestOn: { "outstanding balance": "outstanding", "original principal": "original", flat: "original" },
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

/** Everything that a loan sheet or an object may say of a loan, in the order in which a reader would ask. */
export const LOAN_FIELDS: readonly LoanField[] = [
  single("name", "Loan", "text", "Name", "Loan name", "Agreement"),
  single("currency", "Currency", "text", "Currency symbol"),
  single("principal", "Principal", "amount", "Loan amount", "Amount financed", "Original principal", "Amount"),
  single("startDate", "Start date", "date", "Loan date", "Disbursement date", "Funding date", "Interest from"),
  single("annualRate", "Annual rate", "rate", "Interest rate", "Rate", "Nominal rate", "Annual interest rate"),
  choice("rateKind", "Rate quoted as", "Rate type"),
  single("compounding", "Compounding", "frequency", "Compounding frequency"),
  {
    key: "balanceAt",
    label: "Balance at",
    aliases: ["Balance as of", "Principal balance at", "Outstanding balance at", "Unpaid principal balance at"],
    values: [
      { key: "date", kind: "date" },
      { key: "amount", kind: "amount" },
    ],
    list: false,
  },
  single("accruedInterest", "Accrued interest", "amount", "Accrued interest at that date", "Interest accrued"),
  single("remainingPayments", "Remaining payments", "count", "Payments remaining", "Payments left"),
  single("nextPaymentDate", "Next payment date", "date", "Next payment", "Next due date", "Next payment due"),
  dated("rateChanges", "Rate change", "rate", "Rate from"),
  single("dayCount", "Day count", "dayCount", "Day count convention", "Interest basis"),
  choice("interestOn", "Interest on"),
  choice("method", "Method", "Amortization", "Amortization method", "Repayment"),
  single("frequency", "Payment frequency", "frequency", "Frequency"),
  single("semiMonthlyDays", "Semi-monthly days", "text", "Days of the month"),
  single("payments", "Number of payments", "count", "Payments", "Number of periods", "Payment count"),
  single("termMonths", "Term in months", "count", "Term (months)"),
  single("termYears", "Term in years", "count", "Term (years)", "Term"),
  single("firstPaymentDate", "First payment date", "date", "First payment"),
  single("maturityDate", "Maturity date", "date", "Maturity", "Final payment date"),
  choice("stubPeriod", "Stub period", "Stub"),
  single("monthEnd", "Month-end payments", "yesNo", "End of month", "Month-end rule"),
  choice("businessDays", "Business days", "Business day convention"),
  { ...single("holidays", "Holidays", "date"), list: true },
  choice("accrualDates", "Accrual dates"),
  single("interestFrequency", "Interest frequency", "frequency", "Accrual frequency"),
  single("firstInterestDate", "First interest date", "date"),
  single("payment", "Payment", "amount", "Payment amount", "Level payment", "Principal portion"),
  dated("paymentChanges", "Payment change", "amount", "Payment from"),
  single("paymentGrowth", "Payment growth", "rate"),
  single("growthYears", "Years of growth", "count"),
  single("balloon", "Balloon payment", "amount", "Balloon", "Residual value"),
  single("interestOnlyPayments", "Interest-only payments", "count", "Interest only payments"),
  single("capitalizeUntil", "Capitalize interest until", "date", "Capitalise interest until"),
  dated("extraPayments", "Extra payment", "amount", "Prepayment"),
  choice("extraPaymentEffect", "Extra payments"),
  dated("advances", "Advance", "amount", "Further advance", "Disbursement"),
  dated("forgiveness", "Forgiveness", "amount"),
  dated("fees", "Fee", "amount", "Fee charged", "Fees charged", "Fee assessed", "Charge", "NSF fee", "Returned check fee"),
  dated(
    "receipts",
    "Payment received",
    "amount",
    "Payments received",
    "Receipt",
    "Receipts",
    "Received",
    "Amount received",
    "Cash received",
    "Payment made",
    "Paid",
    "Amount paid",
    "Collection",
  ),
  dated(
    "principalReceipts",
    "Principal-only payment",
    "amount",
    "Principal only",
    "Principal payment received",
    "Principal received",
    "Paid on principal",
    "Curtailment",
    "Principal curtailment",
  ),
  dated(
    "returnedReceipts",
    "Returned payment",
    "amount",
    "Payment returned",
    "Payment reversed",
    "Payment reversal",
    "Reversed payment",
    "Returned check",
    "NSF",
    "NSF payment",
    "Dishonored payment",
  ),
  dated(
    "lateCharges",
    "Late charge",
    "amount",
    "Late charges",
    "Late fee",
    "Late fees",
    "Late charge assessed",
    "Late fee charged",
    "Late payment charge",
    "Late payment fee",
    "Delinquency charge",
  ),
  dated("waivers", "Fee waived", "amount", "Waiver", "Fees waived", "Late charge waived", "Late fee waived", "Waived"),
  dated("escrow", "Escrow", "amount", "Escrow payment", "Escrow received", "Escrow deposit", "Impound"),
  {
    ...single("appliedTo", "Applied to", "text", "Application of payments", "Payments applied to", "Order of application"),
    list: true,
  },
  choice("unpaidInterest", "Unpaid interest"),
  single("lateChargeRate", "Late charge rate", "rate", "Late fee rate", "Late charge percentage"),
  single("lateChargeAmount", "Late charge amount", "amount", "Late fee amount", "Late charge per payment"),
  single("graceDays", "Grace period", "count", "Grace days", "Days of grace", "Grace period (days)"),
  single("paymentsClause", "Clause on payments", "text"),
  single("lateChargeClause", "Clause on late charge", "text"),
  single("paymentRounding", "Payment rounding", "rounding"),
  single("interestRounding", "Interest rounding", "rounding"),
  single("balanceRounding", "Balance rounding", "rounding"),
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
  single("collateralShares", "Collateral shares", "count"),
  single("collateralClause", "Clause on collateral", "text"),
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
