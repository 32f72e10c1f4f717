/** Cases known to differ, each with the reason. A test fails when one of them agrees, so no reason outlives its case. */
type Reasons = Readonly<Record<string, string>>;

export const ACTUS: Reasons = {
  ann19: "sold on a date at a price of its own",
  pam25: "a maturity at the last second of a day, which the suite counts as the day after",
};

export const LOAN_CREATOR: Reasons = {
  "loancreator-42": "a loan of nothing, which a loan sheet refuses",
  "loancreator-43": "the suite counts 77 of the 78 days to the end of a leap year at 366",
  "loancreator-44": "a carried cent falls a term apart: the suite carries interest on unrounded balances",
  "loancreator-45": "a carried cent falls a term apart: the suite carries interest on unrounded balances",
  "loancreator-50": "a loan of nothing, which a loan sheet refuses",
};

export const FINERACT: Reasons = {
  "fineract-e2e-026": "a payment before its date, of principal alone, with the interest left due",
  "fineract-e2e-040": "an excess that takes the place of later installments",
  "fineract-e2e-042": "a late payment, with interest on what is overdue",
  "fineract-emi-08": "installments paid before their dates",
};

/** Functions of the engine that the workbench and the command calculate with, not of ours. */
export const NATIVE: Reasons = {
  "lo-yearfrac-Sheet2-D31": "basis 1, a start left blank: day 0 is of 1900 here and in Excel, of 1899 for the suite",
};

export const AS_OURS: Reasons = {
  "lo-yearfrac-Sheet2-D31": "a start left blank, which is no date",
};

/** Schedules of which no terms that LOANFIT tries make every figure. */
export const FITS_OF_FINERACT: Reasons = {
  "fineract-e2e-023": "a down payment on the day of the loan, which is no payment of its schedule",
  "fineract-e2e-026": "a payment before its date, of principal alone, with the interest left due",
  "fineract-e2e-042": "a late payment, with interest on what is overdue",
  "fineract-e2e-043": "a loan that is paid out in stages, of which the lines print no advance",
};

export const FITS_OF_LOAN_CREATOR: Reasons = {
  "loancreator-34":
    "a bullet loan whose lines print neither the interest nor the balance that it adds to the principal",
  "loancreator-42": "a loan of nothing, which a loan sheet refuses",
  "loancreator-43": "the suite counts 77 of the 78 days to the end of a leap year at 366",
  "loancreator-44": "a carried cent falls a term apart: the suite carries interest on unrounded balances",
  "loancreator-50": "a loan of nothing, which a loan sheet refuses",
};
