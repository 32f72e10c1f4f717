import { Button, Checkbox, Text } from "@fluentui/react-components";
import { useCallback, useEffect, useState } from "react";
import type { ActiveLoan, ChooseActiveLoan } from "../../workbook/actions";
import type { LoanForm as Form } from "../../workbook/loan/form/loanForm";
import { openLoanForm } from "../../workbook/loan/form/openLoanForm";
import { lazily } from "../forms/lazily";
import { useFocusAfter } from "../forms/useFocusAfter";
import { Buttons, Note, Section } from "../layout";
import { useLoanNotice } from "../loanNotice";
import type { PaneServices, Startup } from "../services";
import { useBusy, useWork } from "../work";
import { LoanPicturesSection } from "./LoanPicturesSection";
import { ScheduleSection } from "./ScheduleSection";

const LoanForm = lazily(async () => (await import(/* webpackChunkName: "loan-form" */ "../forms/LoanForm")).LoanForm);

/** The workbook's loan, which every formula without a `loan` argument uses, and a sheet to describe another. */
export function LoanPage({ services }: { readonly services: PaneServices }) {
  const { book, actions, about, startup } = services;
  const { act, run, fail } = useWork();
  const { settle } = useLoanNotice();
  const busy = useBusy();
  const [loan, setLoan] = useState<ActiveLoan>();
  const [example, setExample] = useState(true);
  const [form, setForm] = useState<"new" | Form>();
  const newLoan = useFocusAfter(form !== undefined);
  const readLoan = useCallback(async () => {
    const now = await actions.loadActiveLoan(book, {}).catch(fail);
    if (now) setLoan(now);
    return now;
  }, [actions, book, fail]);
  useEffect(() => void readLoan(), [readLoan]);

  const choose = (options: ChooseActiveLoan) =>
    act("Choosing the loan", (running) => actions.chooseActiveLoan(book, options, running))
      .then(readLoan)
      .then((now) => now?.isChosen && settle());

  const edit = async () => setForm(await run("Reading the loan", () => openLoanForm(book)));
  if (form !== undefined) {
    const close = () => {
      setForm(undefined);
      void readLoan();
    };
    const existing = form === "new" ? undefined : form;
    return <LoanForm services={services} existing={existing} becomesActive={!loan?.area} close={close} />;
  }
  return (
    <>
      <Section title="A loan of your own">
        <Note>Amount, rate and dates in a form, with the payment and the balance as you type.</Note>
        <Buttons>
          <Button ref={newLoan} appearance="primary" disabledFocusable={busy} onClick={() => setForm("new")}>
            New loan
          </Button>
          <Button disabledFocusable={busy} onClick={() => void edit()}>
            Edit a loan
          </Button>
        </Buttons>
        <Note>Edits the loan of the sheet that is open, else the workbook's.</Note>
      </Section>
      <Section title="The workbook's loan">
        <Note>Formulas that name no loan use this one, such as ={about.prefix}LOANBALANCE(date).</Note>
        <Text weight="semibold">{loan?.label ?? "…"}</Text>
        {loan?.reading?.map((sentence) => (
          <Note key={sentence}>{sentence}</Note>
        ))}
        {loan?.isChosen === false && (
          <Note>Nobody has chosen it: formulas answer for HemaCare Corporation's loan until you choose.</Note>
        )}
        <Button disabledFocusable={busy} onClick={() => void choose({})}>
          Use the selected range
        </Button>
        <Button
          disabledFocusable={busy || (loan?.area === null && loan.isChosen)}
          onClick={() => void choose({ loan: null })}
        >
          Use the built-in Exhibit 10.10
        </Button>
        {startup && loan?.area && <StartupChoice startup={startup} />}
      </Section>
      <LoanPicturesSection services={services} />
      <Section title="Loan sheet">
        <Note>Terms, schedule, worked balance, findings and a runoff chart, on a new sheet.</Note>
        <Checkbox
          label="With the figures of Exhibit 10.10"
          checked={example}
          onChange={(_event, { checked }) => setExample(checked === true)}
        />
        <Button
          disabledFocusable={busy}
          onClick={() =>
            void act("Inserting a loan sheet", (running) => actions.insertLoanSheet(book, { example }, running))
          }
        >
          Insert loan sheet
        </Button>
      </Section>
      <ScheduleSection services={services} />
    </>
  );
}

/** Asked of the user, since it holds for everybody who opens the workbook: nothing starts by itself otherwise. */
function StartupChoice({ startup }: { readonly startup: Startup }) {
  const { fail } = useWork();
  const [isWithWorkbook, setWithWorkbook] = useState(false);
  const read = useCallback(() => startup.isWithWorkbook().then(setWithWorkbook, fail), [startup, fail]);
  useEffect(() => void read(), [read]);
  return (
    <>
      <Checkbox
        label="Start Tieout with this workbook"
        checked={isWithWorkbook}
        onChange={(_event, { checked }) => void startup.set(checked === true).then(read, fail)}
      />
      <Note>
        Formulas follow an edit of the loan while Tieout runs. Ticked, it runs from the moment the workbook is opened,
        for everybody who has it installed; the choice is kept when the workbook is saved.
      </Note>
    </>
  );
}
