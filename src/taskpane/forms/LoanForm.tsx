import { Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useDeferredValue, useEffect, useMemo, useRef, useState, type FormEvent } from "react";
import { readDate } from "../../functions/cells/arguments";
import type { Running } from "../../workbook/book/book";
import { checkedLoan, filledSheet, type FormProblem } from "../../workbook/loan/form/filledSheet";
import { newLoanForm, type LoanForm as Form } from "../../workbook/loan/form/loanForm";
import { saveLoanForm } from "../../workbook/loan/form/saveLoanForm";
import { Buttons, Section } from "../layout";
import { useLoanNotice } from "../loanNotice";
import type { PaneServices } from "../services";
import { useBusy, useWork } from "../work";
import { DatedRows } from "./DatedRows";
import { asSentence } from "./EntryField";
import { LengthFields } from "./LengthFields";
import { LoanField } from "./LoanField";
import { FirstLines, LoanWords, soundOutlook } from "./LoanResult";
import { OtherTerms } from "./OtherTerms";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", alignItems: "stretch", gap: "12px", width: "100%" },
  // What follows stays in sight while the fields are filled in, where the pane is high enough for both.
  foot: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    padding: "8px 12px 12px",
    margin: "0 -12px -12px",
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    "@media (min-height: 600px)": { position: "sticky", bottom: "-12px", zIndex: 1 },
  },
});

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
  const styles = useStyles();
  const { act } = useWork();
  const { settle } = useLoanNotice();
  const busy = useBusy();
  const [form, change] = useState<Form>(existing ?? newLoanForm);
  const [isAsked, setAsked] = useState(false);
  const [isActive, setActive] = useState(becomesActive);
  const checked = useDeferredValue(useMemo(() => checkedLoan(form), [form]));
  const today = readDate({ name: "today", value: Math.floor(services.book.now()) });
  const outlook = useMemo(() => (checked.loan ? soundOutlook(checked.loan, today) : undefined), [checked, today]);
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => element.current?.querySelector("input")?.focus(), []);
  useEffect(() => {
    if (isAsked) element.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [isAsked]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!checkedLoan(form).loan) return setAsked(true);
    let isWritten = false;
    await act(existing ? "Saving the loan" : "Inserting the loan", async (running) => {
      const report = existing
        ? await saveLoanForm(services.book, form, running)
        : await inserted(services, { form, isActive }, running);
      isWritten = true;
      return report;
    });
    if (!isWritten) return; // what was typed stays, with the reason at the foot of the pane
    if (!existing && isActive) settle();
    close();
  };
  const problemAt = (key: string, id?: number, value = 0) => {
    const isAt = (problem: FormProblem) =>
      problem.key === key && problem.value === value && (id === undefined || problem.id === id);
    const found = checked.problems.find((problem) => isAt(problem) && (isAsked || !problem.isMissing));
    return found && asSentence(found.rule);
  };
  const fields = { form, change, problemAt };

  return (
    <Section title={existing ? "Edit the loan" : "New loan"}>
      <form ref={element} className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
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
        <div className={styles.foot}>
          <LoanWords checked={checked} outlook={outlook} />
          <Buttons>
            <Button appearance="primary" type="submit" disabledFocusable={busy}>
              {existing ? "Save to the sheet" : "Insert the loan"}
            </Button>
            <Button onClick={close}>Cancel</Button>
          </Buttons>
        </div>
      </form>
    </Section>
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
