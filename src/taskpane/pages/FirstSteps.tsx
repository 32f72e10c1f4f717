import { Button, makeStyles, Text } from "@fluentui/react-components";
import { useEffect, useState, type ReactNode } from "react";
import { a1 } from "../../workbook/book/address";
import { insertFormula } from "../insertFormula";
import { Buttons, Note, Section } from "../layout";
import type { PageName } from "../pageNames";
import type { PaneServices } from "../services";
import { useBusy, useWork } from "../work";

const useStyles = makeStyles({
  steps: { margin: 0, paddingLeft: "20px", display: "flex", flexDirection: "column", gap: "14px" },
  step: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: "6px" },
});

const BALANCE = "=LOANBALANCE(TODAY())";

interface FirstStepsProps {
  readonly services: PaneServices;
  readonly show: (page: PageName) => void;
}

/** Three steps from nothing to a figure in the user's own sheet, each with a tick once it is done. */
export function FirstSteps({ services, show }: FirstStepsProps) {
  const styles = useStyles();
  const { act } = useWork();
  const busy = useBusy();
  const { loan, cell } = useWhatIsThere(services);
  const [isInserted, setInserted] = useState(false);
  const insert = () =>
    act("Inserting the balance", async (running) => {
      const report = await insertFormula(services.book, BALANCE, running);
      setInserted(true);
      return report;
    });
  return (
    <Section title="Your first figure">
      <ol className={styles.steps}>
        <Step title="Describe your loan" isDone={loan !== undefined}>
          <Note>
            {loan === undefined
              ? "Amount, rate and dates in a form; it becomes a sheet with its schedule and its balance."
              : `The workbook's loan is in ${loan}.`}
          </Note>
          <Buttons>
            <Button size="small" appearance={loan === undefined ? "primary" : "secondary"} onClick={() => show("loan")}>
              To New loan
            </Button>
            <Button size="small" onClick={() => show("eps")}>
              Or to an EPS table
            </Button>
          </Buttons>
        </Step>
        <Step title="Select an empty cell of your own sheet" isDone={cell !== undefined}>
          <Note>
            {cell === undefined ? "The cell that is selected is not empty." : `${cell} is selected, and empty.`}
          </Note>
        </Step>
        <Step title="Put the balance of today into it" isDone={isInserted}>
          <Note>The cell gets {withPrefix(services)}, which is worked out again every day.</Note>
          <Button
            size="small"
            appearance={loan !== undefined && cell !== undefined ? "primary" : "secondary"}
            disabledFocusable={busy || loan === undefined || cell === undefined}
            onClick={() => void insert()}
          >
            Insert the balance
          </Button>
        </Step>
      </ol>
    </Section>
  );
}

function withPrefix({ about }: PaneServices): string {
  return BALANCE.replace("LOAN", `${about.prefix}LOAN`);
}

function Step({ title, isDone, children }: { title: string; isDone: boolean; children: ReactNode }) {
  const styles = useStyles();
  return (
    <li>
      <div className={styles.step}>
        <Text weight="semibold">{isDone ? `${title} ✓` : title}</Text>
        {children}
      </div>
    </li>
  );
}

interface WhatIsThere {
  /** Where the workbook's own loan is. */
  readonly loan?: string;
  /** The selected cell, if it is empty and there is one. */
  readonly cell?: string;
}

/** Looks again whenever other cells are selected. */
function useWhatIsThere({ book, actions, watchSelection }: PaneServices): WhatIsThere {
  const { fail } = useWork();
  const [there, setThere] = useState<WhatIsThere>({});
  useEffect(() => {
    let isCurrent = true;
    const look = async () => {
      const { area, label } = await actions.loadActiveLoan(book, {});
      const { selection } = await book.look({ selection: true });
      const isEmpty = selection && (selection.values[0]?.[0] ?? "") === "" && selection.rows * selection.columns <= 1;
      const cell = isEmpty ? a1({ ...selection, rows: 1, columns: 1 }) : undefined;
      if (isCurrent) setThere({ ...(area ? { loan: label } : {}), ...(cell === undefined ? {} : { cell }) });
    };
    const again = () => void look().catch(fail);
    again();
    const stop = watchSelection(again);
    return () => {
      isCurrent = false;
      stop();
    };
  }, [actions, book, fail, watchSelection]);
  return there;
}
