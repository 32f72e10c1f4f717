import { Button, Checkbox, Text } from "@fluentui/react-components";
import { useCallback, useEffect, useState } from "react";
import type { ActiveLoan, ChooseActiveLoan } from "../../workbook/actions";
import { Note, Section } from "../layout";
import type { PaneServices } from "../services";
import { useBusy, useWork } from "../work";

/** The workbook's loan, which every formula without a `loan` argument uses, and a sheet to describe another. */
export function LoanPage({ services: { book, actions } }: { readonly services: PaneServices }) {
  const { act, fail } = useWork();
  const busy = useBusy();
  const [loan, setLoan] = useState<ActiveLoan>();
  const [example, setExample] = useState(true);
  const readLoan = useCallback(() => actions.loadActiveLoan(book, {}).then(setLoan, fail), [actions, book, fail]);
  useEffect(() => void readLoan(), [readLoan]);

  const choose = (options: ChooseActiveLoan) =>
    act("Choosing the loan", (running) => actions.chooseActiveLoan(book, options, running)).then(readLoan);

  return (
    <>
      <Section title="The workbook's loan">
        <Note>Formulas that name no loan use this one, such as =LOANBALANCE(date).</Note>
        <Text weight="semibold">{loan?.label ?? "…"}</Text>
        <Button disabledFocusable={busy} onClick={() => void choose({})}>
          Use the selected range
        </Button>
        <Button disabledFocusable={busy || loan?.area === null} onClick={() => void choose({ loan: null })}>
          Use the built-in Exhibit 10.10
        </Button>
      </Section>
      <Section title="Loan sheet">
        <Note>Terms, schedule, worked balance, findings and a runoff chart, on a new sheet.</Note>
        <Checkbox
          label="With the figures of Exhibit 10.10"
          checked={example}
          onChange={(_event, { checked }) => setExample(checked === true)}
        />
        <Button
          appearance="primary"
          disabledFocusable={busy}
          onClick={() =>
            void act("Inserting a loan sheet", (running) => actions.insertLoanSheet(book, { example }, running))
          }
        >
          Insert loan sheet
        </Button>
      </Section>
    </>
  );
}
