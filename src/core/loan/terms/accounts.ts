/** The accounts of a loan as they are called where a sheet gives them no name. Law: each name means one account. */
import type { AccountRole } from "./bookTerms";

/** Whose books: of the one who lent, or of the one who owes. */
export type Side = "lender" | "borrower";

/** The name of each account in the books of either side. */
export const ACCOUNTS: Readonly<Record<AccountRole, Readonly<Record<Side, string>>>> = {
  cash: { lender: "Cash", borrower: "Cash" },
  proceeds: { lender: "Loan proceeds", borrower: "Loan proceeds" },
  loan: { lender: "Loan receivable", borrower: "Loan payable" },
  accruedInterest: { lender: "Interest receivable", borrower: "Interest payable" },
  interest: { lender: "Interest income", borrower: "Interest expense" },
  feesOwed: { lender: "Fees receivable", borrower: "Fees payable" },
  fee: { lender: "Fee income", borrower: "Fee expense" },
  forgiveness: { lender: "Loss on forgiveness", borrower: "Gain on forgiveness" },
  compensation: { lender: "Compensation expense", borrower: "Compensation income" },
  discount: { lender: "Unamortized discount and fees", borrower: "Unamortized discount and issue costs" },
  imputed: { lender: "Value given with the loan", borrower: "Value received with the loan" },
  due: { lender: "Due from the borrower", borrower: "Due to the lender" },
  difference: { lender: "Difference in the printed schedule", borrower: "Difference in the printed schedule" },
};

/** The account that a word means, whatever its case and on whichever side; undefined for an unknown word. */
export function accountNamed(word: string): AccountRole | undefined {
  const plain = word.trim().toLowerCase();
  return ROLES.find((role) => Object.values(ACCOUNTS[role]).some((name) => name.toLowerCase() === plain));
}

/** Every name of an account, for a message. */
export function accountNames(): readonly string[] {
  return [...new Set(ROLES.flatMap((role) => Object.values(ACCOUNTS[role])))];
}

const ROLES = Object.keys(ACCOUNTS) as AccountRole[];
