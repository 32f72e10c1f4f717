/** What kind of value a field takes. A list field may stand on several rows. */
export type FieldKind =
  | "text"
  | "amount"
  | "rate"
  | "date"
  | "count"
  | "yesNo"
  | "frequency"
  | "dayCount"
  | "rounding"
  | "choice";

/** One thing that an agreement may say: its key in the object form, its label on a loan sheet, its meaning. */
export interface LoanField {
  readonly key: string;
  readonly label: string;
  readonly aliases: readonly string[];
  /** The values on its row, in order: one of most fields, date and amount of a dated one. */
  readonly values: readonly FieldValue[];
  /** May stand on several rows. */
  readonly list: boolean;
  readonly help: string;
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
  outcome: { forgiven: "forgiven", due: "due" },
  collateral: { returned: "returned", kept: "kept" },
  figure: {
    principal: "principal",
    reduction: "reduction",
    "start date": "startDate",
    opening: "opening",
    interest: "interest",
    updated: "updated",
    share: "share",
    balance: "balance",
  },
} as const;

const single = (key: string, label: string, kind: FieldKind, help: string, ...aliases: string[]): LoanField => ({
  key,
  label,
  aliases,
  values: [{ key, kind }],
  list: false,
  help,
});

const choice = (key: keyof typeof CHOICES, label: string, help: string, ...aliases: string[]): LoanField => ({
  key,
  label,
  aliases,
  values: [{ key, kind: "choice", words: Object.keys(CHOICES[key]) }],
  list: false,
  help,
});

const dated = (key: string, label: string, kind: "amount" | "rate", help: string, ...aliases: string[]): LoanField => ({
  key,
  label,
  aliases,
  values: [
    { key: "date", kind: "date" },
    { key: kind === "rate" ? "annualRate" : "amount", kind },
  ],
  list: true,
  help,
});

/** Everything that a loan sheet or an object may say of a loan, in the order in which a reader would ask. */
export const LOAN_FIELDS: readonly LoanField[] = [
  single("name", "Loan", "text", "What the loan is called.", "Name", "Loan name", "Agreement"),
  single("currency", "Currency", "text", "Written before an amount in words; $ when silent.", "Currency symbol"),
  single("principal", "Principal", "amount", "Amount lent; more than zero.", "Loan amount", "Amount financed", "Original principal", "Amount"),
  single("startDate", "Start date", "date", "Day from which interest runs.", "Loan date", "Disbursement date", "Funding date", "Interest from"),
  single("annualRate", "Annual rate", "rate", "Interest a year as a fraction: 4.5 % is 0.045.", "Interest rate", "Rate", "Nominal rate", "Annual interest rate"),
  choice("rateKind", "Rate quoted as", "Nominal (when silent), or effective: compounded once a year.", "Rate type"),
  single("compounding", "Compounding", "frequency", "How often the quoted rate compounds; as often as it is paid when silent.", "Compounding frequency"),
  dated("rateChanges", "Rate change", "rate", "Another annual rate from a date on.", "Rate from"),
  single("dayCount", "Day count", "dayCount", "Convention of interest; equal periods when silent.", "Day count convention", "Interest basis"),
  choice("interestOn", "Interest on", "The outstanding balance (when silent) or, flat, the original principal."),
  choice("method", "Method", "How the loan is paid back; level payment when silent.", "Amortization", "Amortization method", "Repayment"),
  single("frequency", "Payment frequency", "frequency", "How often principal is paid; monthly when silent.", "Frequency"),
  single("payments", "Number of payments", "count", "Payments in number.", "Payments", "Number of periods", "Payment count"),
  single("termMonths", "Term in months", "count", "Instead of the number of payments.", "Term (months)"),
  single("termYears", "Term in years", "count", "Instead of the number of payments.", "Term (years)", "Term"),
  single("firstPaymentDate", "First payment date", "date", "One period after the start when silent.", "First payment"),
  single("maturityDate", "Maturity date", "date", "Day of the last payment.", "Maturity", "Final payment date"),
  choice("stubPeriod", "Stub period", "Where an irregular period stands; short last when silent.", "Stub"),
  single("monthEnd", "Month-end payments", "yesNo", "Payments from a month's last day stay on last days.", "End of month", "Month-end rule"),
  choice("businessDays", "Business days", "Where a payment on a weekend or holiday goes.", "Business day convention"),
  { ...single("holidays", "Holidays", "date", "Days, besides weekends, on which nothing is paid."), list: true },
  choice("accrualDates", "Accrual dates", "Interest runs to unadjusted payment dates (when silent) or to adjusted ones."),
  single("interestFrequency", "Interest frequency", "frequency", "How often interest is due, where not with the principal.", "Accrual frequency"),
  single("firstInterestDate", "First interest date", "date", "First day on which interest is due, where not with the principal."),
  single("payment", "Payment", "amount", "The level payment, or of level principal the portion; computed when silent.", "Payment amount", "Level payment", "Principal portion"),
  dated("paymentChanges", "Payment change", "amount", "Another payment from a date on.", "Payment from"),
  single("paymentGrowth", "Payment growth", "rate", "Growth of the payment a year, of a graduated loan."),
  single("growthYears", "Years of growth", "count", "Years in which the payment grows; all when silent."),
  single("balloon", "Balloon payment", "amount", "Due with the last payment on top of it.", "Balloon", "Residual value"),
  single("interestOnlyPayments", "Interest-only payments", "count", "First payments that are of interest alone.", "Interest only payments"),
  single("capitalizeUntil", "Capitalize interest until", "date", "Interest due up to this date is added to the principal.", "Capitalise interest until"),
  dated("extraPayments", "Extra payment", "amount", "Paid besides the schedule, on a date.", "Prepayment"),
  choice("extraPaymentEffect", "Extra payments", "They shorten the term (when silent) or lower the payments that follow."),
  dated("advances", "Advance", "amount", "Lent in addition, on a date.", "Further advance", "Disbursement"),
  dated("forgiveness", "Forgiveness", "amount", "Forgiven on a date."),
  dated("fees", "Fee", "amount", "Charged on a date, apart from interest."),
  single("paymentRounding", "Payment rounding", "rounding", "cent, dollar, none, or a unit; then half up, half even, up or down."),
  single("interestRounding", "Interest rounding", "rounding", "The same of each period's interest."),
  single("balanceRounding", "Balance rounding", "rounding", "The same of each balance."),
  single("carryInterest", "Carry interest rounding", "yesNo", "What rounding takes from one period's interest a later one gets."),
  choice("residue", "Rounding residue", "Which payment absorbs what rounding left; the last when silent."),
  single("decimals", "Decimals carried", "count", "Decimals of what is not rounded; 8 at most, by the size of the principal, when silent."),
  choice("balanceBetweenDates", "Balance between dates", "The principal (when silent), with the interest since, or that less the share of the next reduction."),
  choice("interestAlong", "Interest between dates", "Along the payment schedule (when silent) or on the opening balance."),
  single("betweenDayCount", "Day count between dates", "dayCount", "Convention of that interest; the loan's when silent."),
  single("countBothDays", "Count both days", "yesNo", "The date itself counts as a day, of interest and of the share."),
  single("betweenRounding", "Rounding between dates", "rounding", "Rounding of the interest between dates."),
  single("proRataBasis", "Pro rata basis", "count", "Days of a whole reduction, such as 365; the days between the dates when silent."),
  single("proRataRounding", "Pro rata rounding", "rounding", "Rounding of the share."),
  single("betweenClause", "Clause on balance", "text", "Where the agreement says so."),
  single("scheduleClause", "Clause on schedule", "text", "Where the agreement prints its schedule."),
  single("scheduleRounding", "Schedule rounding", "rounding", "Precision of the printed schedule; dollars or cents as its figures are when silent."),
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
    help: "What ends the agreement, whether the balance is then forgiven or due, and the collateral returned or kept.",
  },
  single("collateralShares", "Collateral shares", "count", "Shares held against the loan."),
  single("collateralClause", "Clause on collateral", "text", "Where the agreement says so."),
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
    help: "A figure that the agreement prints elsewhere, for its findings: interest, share, balance and so on at a date.",
  },
];
