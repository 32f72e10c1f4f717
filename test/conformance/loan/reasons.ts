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

const YEAR_LENGTH =
  "basis 1: the engine takes the average length of the years touched, where Excel looks for a leap day";
const FEBRUARY = "basis 0: the engine leaves the last day of February where Excel counts it as the 30th";
const BLANK_TYPE = "the suite refuses a type left blank, which counts as 0 here";

/** Functions of the engine that the workbench and the command calculate with, not of ours. */
export const NATIVE: Reasons = {
  "lo-pmt-Sheet2-A15": "a rate of -100 %, at which the engine divides by zero",
  "lo-pmt-Sheet2-A16": "a rate of -100 %, at which the engine divides by zero",
  "lo-pmt-Sheet2-A17": "a rate so small that the engine's power of 1 and the rate loses it",
  "lo-pmt-Sheet2-A18": "a rate so small that the engine's power of 1 and the rate loses it",
  "lo-cumipmt-Sheet2-A11": BLANK_TYPE,
  "lo-cumipmt-Sheet2-A17": BLANK_TYPE,
  "lo-cumprinc-Sheet2-A11": BLANK_TYPE,
  "lo-cumprinc-Sheet2-A17": BLANK_TYPE,
  "lo-yearfrac-Sheet2-D10": FEBRUARY,
  "lo-yearfrac-Sheet2-D11": FEBRUARY,
  "lo-yearfrac-Sheet2-D23": YEAR_LENGTH,
  "lo-yearfrac-Sheet2-D24": YEAR_LENGTH,
  "lo-yearfrac-Sheet2-D31": "basis 1, a start left blank: day 0 is of 1900 here, of 1899 for the suite",
  "fj-yearfrac-247": YEAR_LENGTH,
  "fj-yearfrac-248": YEAR_LENGTH,
};

export const AS_OURS: Reasons = {
  "lo-yearfrac-Sheet2-D31": "a start left blank, which is no date",
};
