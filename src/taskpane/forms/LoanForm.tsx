import { Button, Checkbox } from "@fluentui/react-components";
import { useDeferredValue, useMemo, useState } from "react";
import { readDate } from "../../functions/cells/arguments";
import type { Running } from "../../workbook/book/book";
import { checkedLoan, filledSheet, type FormProblem } from "../../workbook/loan/form/filledSheet";
import { newLoanForm, type LoanForm as Form } from "../../workbook/loan/form/loanForm";
import { saveLoanForm } from "../../workbook/loan/form/saveLoanForm";
import { useLoanNotice } from "../loanNotice";
import type { PaneServices } from "../services";
import { DatedRows } from "./DatedRows";
import { ruleSentence } from "./EntryField";
import { FormFrame, useWriting } from "./FormFrame";
import { LengthFields } from "./LengthFields";
import { LoanField } from "./LoanField";
import { FirstLines, LoanWords, soundOutlook } from "./LoanResult";
import { OtherTerms } from "./OtherTerms";

interface LoanFormProps {
  readonly services: PaneServices;
  /** The form of a loan that the workbook has; absent for a new one. */
  readonly existing?: Form | undefined;
  /** Whether a new loan becomes the workbook's unless the user says otherwise. */
  readonly becomesActive: boolean;
  readonly close: () => void;
}

/** A loan in fields, with what follows from them beside: a new one, or one of the workbook's sheets. */
export function LoanForm({ services, existing, becomesActive, close }: LoanFormProps) {
  const write = useWriting();
  const { settle } = useLoanNotice();
  const [form, change] = useState<Form>(existing ?? newLoanForm);
  const [isAsked, setAsked] = useState(false);
  const [isActive, setActive] = useState(becomesActive);
  const checked = useDeferredValue(useMemo(() => checkedLoan(form), [form]));
  const today = readDate({ name: "today", value: Math.floor(services.book.now()) });
  const outlook = useMemo(() => (checked.loan ? soundOutlook(checked.loan, today) : undefined), [checked, today]);

  const submit = async () => {
    if (!checkedLoan(form).loan) return setAsked(true);
    const isWritten = await write(existing ? "Saving the loan" : "Inserting the loan", (running) =>
      existing ? saveLoanForm(services.book, form, running) : inserted(services, { form, isActive }, running),
    );
    if (!isWritten) return;
    if (!existing && isActive) settle();
    close();
  };
  const problemAt = (key: string, id?: number, value = 0) => {
    const isAt = (problem: FormProblem) =>
      problem.key === key && problem.value === value && (id === undefined || problem.id === id);
    const found = checked.problems.find((problem) => isAt(problem) && (isAsked || !problem.isMissing));
    return found && ruleSentence(found.rule);
  };
  const fields = { form, change, problemAt };

  return (
    <FormFrame
      title={existing ? "Edit the loan" : "New loan"}
      onSubmit={submit}
      isAsked={isAsked}
      foot={<LoanWords checked={checked} outlook={outlook} />}
      submitWords={existing ? "Save to the sheet" : "Insert the loan"}
      buttons={<Button onClick={close}>Cancel</Button>}
    >
      {["name", "principal", "startDate", "annualRate", "method"].map((key) => (
        <LoanField key={key} field={key} {...fields} />
      ))}
      <LengthFields {...fields} />
      {["frequency", "firstPaymentDate", "dayCount", "paymentRounding"].map((key) => (
        <LoanField key={key} field={key} {...fields} />
      ))}
      <DatedRows {...fields} />
      <OtherTerms {...fields} />
      <FirstLines outlook={outlook} />
      {!existing && (
        <Checkbox
          label="Formulas that name no loan use this one"
          checked={isActive}
          onChange={(_event, { checked: chosen }) => setActive(chosen === true)}
        />
      )}
    </FormFrame>
  );
}

interface NewLoan {
  readonly form: Form;
  readonly isActive: boolean;
}

/** The sheet of a new loan; then, where that is wanted, the loan becomes the workbook's. */
async function inserted({ book, actions }: PaneServices, { form, isActive }: NewLoan, running: Running) {
  const report = await actions.insertLoanSheet(book, { terms: filledSheet(form).values }, running);
  const [terms] = report.places;
  if (!isActive || !terms) return report;
  const { said } = await actions.chooseActiveLoan(book, { loan: terms.area }, running);
  return { ...report, said: `${report.said} ${said}` };
}
