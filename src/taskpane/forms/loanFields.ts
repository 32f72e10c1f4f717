import type { LoanForm } from "../../workbook/loan/form/loanForm";

/** What a field of the loan form needs of it. */
export interface FieldsProps {
  readonly form: LoanForm;
  readonly change: (form: LoanForm) => void;
  /** What is wrong with a field as far as it is to be shown, in words. */
  readonly problemAt: (key: string, id?: number, value?: number) => string | undefined;
}
