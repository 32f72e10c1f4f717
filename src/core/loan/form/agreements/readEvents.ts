/** Takes what a form says of what moves the balance besides the payments, makes the terms of it. Law: all by date. */
import type { EventTerms } from "../../terms/loanTerms";
import type { GivenLoan } from "../givenLoan";
import { readDatedAmounts } from "../readDates";
import { withDatedFees } from "./readBookTerms";
import { straightLineForgiveness, type ForgivableLoan } from "./straightLineForgiveness";

/** Advances, extra payments, fees and what is forgiven: on the dates that the form gives, and in a straight line. */
export function readEvents(given: GivenLoan, loan: ForgivableLoan): EventTerms {
  const dated = (key: string) => readDatedAmounts(withDatedFees(given), key, loan.startDate);
  const forgiveness = [...dated("forgiveness"), ...straightLineForgiveness(given, loan)];
  return {
    extraPayments: dated("extraPayments"),
    advances: dated("advances"),
    forgiveness: forgiveness.sort((a, b) => a.date - b.date),
    fees: dated("fees"),
  };
}
