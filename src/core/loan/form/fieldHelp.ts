/**
 * What each field of a form means, in words: for the page on loan sheets and for the schema. Law: every field has help.
 */
import type { LoanField } from "./fields";

/** What a field means, for the reference page and the schema; cells load the fields without it. */
export function helpOf({ key }: LoanField): string {
  return HELP[key] ?? "";
}

const HELP: Readonly<Record<string, string>> = {
  name: "What the loan is called.",
  currency:
    "Written before an amount in words, and what payments are in whole units of: cents of $ (when silent), yen of JPY.",
  principal: "Amount lent; more than zero.",
  startDate: "Day from which interest runs; when silent, one period before the first payment date.",
  annualRate:
    "Interest a year as a fraction: 4.5 % is 0.045. An APR, in law a rate with the charges in it, only where no other is given.",
  rateKind: "Nominal (when silent), or effective: compounded once a year.",
  balanceAt:
    "A loan in the middle of its life: what is owed of the principal on a date, in place of principal and start.",
  accruedInterest:
    "Interest owed at that date, due with the next payment; when silent, interest runs since the payment date before.",
  remainingPayments: "Payments still to come after that date.",
  nextPaymentDate: "The first of them; one period after that date when silent.",
  compounding:
    "How often the quoted rate compounds, or none; as often as it is paid when silent. Of a bullet, how often interest is added.",
  rateChanges: "Another annual rate from a date on.",
  index:
    "The index from a date on, on which the rate is adjusted; one without a date is that of the start. An Annual rate beside it holds until the first.",
  margin: "Added to the index.",
  floor: "The rate by the index is never below it.",
  cap: "Nor above this.",
  periodicCap: "The most that one adjustment moves the rate, up or down.",
  dayCount: "Convention of interest; equal periods when silent.",
  oddDays:
    "Of a period that is not a regular one: the part of a regular period that its days are (when silent), or whole periods compounded, counted back from its end, and each odd day before them at rate/365, as TValue has it.",
  interestOn:
    "The outstanding balance (when silent); flat, the original principal; or precomputed, as by the method rule of 78. By that method it is the original principal when silent, or the outstanding balance: the interest of a level payment.",
  method:
    "How the loan is paid back; level payment when silent. A bullet is one payment with simple interest, unless Compounding, a Payment frequency or a Number of payments says how often its interest is added.",
  frequency: "How often principal is paid; monthly when silent.",
  semiMonthlyDays:
    "Of payments twice a month, their two days: 1 and 15, 15 and last. When silent the day of the first payment date (or start date) and the one 15 days from it.",
  payments: "Payments in number.",
  termMonths: "Instead of the number of payments.",
  termYears: "Instead of the number of payments.",
  firstPaymentDate: "One period after the start when silent.",
  maturityDate:
    "Day of the last payment. Where nothing else is said of repayment it is the only one, with simple interest, and LOANFINDINGS says so.",
  stubPeriod: "Where an irregular period stands; short last when silent.",
  monthEnd: "Payments from a month's last day stay on last days.",
  businessDays: "Where a payment on a weekend or holiday goes.",
  holidays: "Days, besides weekends, on which nothing is paid.",
  accrualDates: "Interest runs to unadjusted payment dates (when silent) or to adjusted ones.",
  interestFrequency: "How often interest is due, where not with the principal.",
  firstInterestDate: "First day on which interest is due, where not with the principal.",
  payment: "The level payment, or of level principal the portion; computed when silent.",
  amortizationYears:
    "Years over which the payment, or the portion, would repay the loan, from the first payment of principal on; the term when silent. What a shorter term leaves falls due with its last payment. A payment that is given binds.",
  amortizationMonths: "The same in months.",
  paymentComputedOn:
    "The level payment by the days of each period, as interest is (when silent), or as that of equal periods, at rate/12 a month, while interest is by days.",
  paymentChanges: "Another payment, or of level principal another portion, from a date on.",
  paymentCap:
    "The most that a change of rate raises the payment by: 7.5 % of it. Interest that it does not cover is added to the principal.",
  paymentGrowth: "Growth of the payment a year, of a graduated loan.",
  growthYears: "Years in which the payment grows; all when silent.",
  balloon: "Due with the last payment on top of it.",
  interestOnlyPayments: "First payments that are of interest alone.",
  capitalizeUntil: "Interest due up to this date is added to the principal.",
  extraPayments: "Paid besides the schedule, on a date.",
  extraPaymentEffect: "They shorten the term (when silent) or lower the payments that follow.",
  extraEachPeriod: "Paid extra with every payment, within the days from and to, until the loan is repaid.",
  extraEachYear:
    "The same once a year from a day (the first anniversary when silent), with the payment on or after it.",
  advances: "Lent in addition, on a date.",
  forgiveness: "Forgiven on a date.",
  receipts: "Paid on a date, whatever was due: with these the balance is by what was paid, see amortization.md.",
  principalReceipts: "Paid on a date, of principal alone; it counts as no installment.",
  returnedReceipts: "A payment received earlier, of the same amount, that the bank sent back on a date.",
  lateCharges: "Charged on a date for a late payment, and owed until it is paid.",
  waivers: "Of the fees and late charges owed on a date, given up.",
  escrow: "Received on a date for taxes or insurance and passed on; no part of the loan.",
  appliedTo: "What a payment received pays, in order: fees, interest, principal when silent; late charges are fees.",
  unpaidInterest: "Interest left unpaid bears none (when silent), or is added to the principal when it is due.",
  lateChargeRate: "What a late payment costs, as a fraction of what is overdue: 5 % is 0.05.",
  lateChargeAmount: "What a late payment costs, as an amount.",
  graceDays: "Days after its date in which a payment is late at no cost; none when silent.",
  paymentsClause: "Where the agreement asks for the payments.",
  lateChargeClause: "Where the agreement says so.",
  forgivenessEachYear:
    "Part of the original principal that is forgiven on each anniversary of the start, 20 %, until nothing is left or the loan is due. Where nothing else is said, interest alone is paid, and the loan ends with the last.",
  forgivenessMonths: "Instead of the part: the whole years over which the principal is forgiven in equal parts.",
  forgivenessYears: "The same in years.",
  fees: "Charged on a date, apart from interest; an amount without a date is a fee at the start, as an origination fee.",
  paymentRounding:
    "cent (when silent; the minor unit of the currency), dollar, none, or a unit; then half up, half even, up or down.",
  interestRounding: "The same of each period's interest; to the cent when silent.",
  balanceRounding: "The same of each balance; what payment and interest leave when silent.",
  carryInterest: "What rounding takes from one period's interest a later one gets.",
  residue: "Which payment absorbs what rounding left; the last when silent.",
  decimals: "Decimals of what is not rounded; 8 at most, by the size of the principal, when silent.",
  balanceBetweenDates:
    "The principal (when silent), with the interest since, or that less the share of the next reduction.",
  interestAlong: "Along the payment schedule (when silent) or on the opening balance.",
  betweenDayCount: "Convention of that interest; the loan's when silent.",
  countBothDays: "The date itself counts as a day, of interest and of the share.",
  betweenRounding: "Rounding of the interest between dates.",
  proRataBasis: "Days of a whole reduction, such as 365; the days between the dates when silent.",
  proRataRounding: "Rounding of the share.",
  betweenClause: "Where the agreement says so.",
  scheduleClause: "Where the agreement prints its schedule.",
  scheduleRounding: "Precision of the printed schedule: cent (when silent), dollar, none, or a unit.",
  outcomes:
    "What ends the agreement, whether the balance is then forgiven or due, and the collateral returned or kept.",
  prepaymentCharges:
    "Charged on the principal when the loan is paid off early, to a date where one is given, on another row then another: 3 %, by year of the loan 5-4-3-2-1, or 6 months of interest.",
  collateralShares: "Shares held against the loan.",
  collateralClause: "Where the agreement says so.",
  issuePrice: "What was paid for the loan before costs and fees, where that is not the principal.",
  proceeds: "What was received or paid when it began, with every discount, cost and fee taken off.",
  discount: "By how much it was issued below its principal.",
  premium: "By how much it was issued above its principal.",
  issueCosts: "Costs of issue, which lower what is carried and are amortized by the interest method.",
  originationFee: "The same of fees at the start; a lender's, net of direct costs or beside Origination costs.",
  originationCosts: "A lender's direct costs of making the loan, which raise what is carried.",
  marketRate: "Rate at which interest is imputed on a loan below the market, quoted as the annual rate is.",
  effectiveIndex:
    "Of a rate that follows an Index: as it changes (when silent), the effective rate is worked out anew on each date of the index; at inception, the index of the start settles the effective rate and the amortization for good.",
  employee: "What is forgiven is then compensation.",
  reductions:
    "Payments of the schedule are paid (when silent), or earned by service, as where a share is earned by the day.",
  accounts:
    'What your chart of accounts calls an account of LOANENTRIES; also as "Account: Interest income" and the name beside it.',
  figures:
    "A figure that the agreement prints elsewhere, for its findings: interest, share, balance and so on at a date.",
};
