import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, type FormEvent, type ReactNode } from "react";
import type { Running } from "../../workbook/book/book";
import type { Report } from "../../workbook/book/report";
import { Buttons, Section } from "../layout";
import { useBusy, useWork } from "../work";

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

interface FormFrameProps {
  readonly title: string;
  readonly children: ReactNode;
  /** What follows from the fields; it stands over the buttons. */
  readonly foot: ReactNode;
  /** What the button says that writes the workbook. */
  readonly submitWords: string;
  readonly onSubmit: () => Promise<void>;
  /** The buttons beside it. */
  readonly buttons: ReactNode;
  /** Whether the form was to be written and cannot be: the first field that is wrong has the focus then. */
  readonly isAsked?: boolean;
  /** Called when the focus leaves the fields for what stands below them. */
  readonly onFootFocus?: () => void;
}

/** A form of the pane: its fields, what follows from them, its buttons. The first field has the focus when it opens. */
export function FormFrame(props: FormFrameProps) {
  const { title, children, foot, submitWords, onSubmit, buttons, isAsked = false, onFootFocus } = props;
  const styles = useStyles();
  const busy = useBusy();
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => element.current?.querySelector<HTMLElement>("input, select")?.focus(), []);
  useEffect(() => {
    if (isAsked) element.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [isAsked]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onSubmit();
  };
  return (
    <Section title={title}>
      <form ref={element} className={styles.form} noValidate onSubmit={submit}>
        {children}
        <div className={styles.foot} onFocus={onFootFocus}>
          {foot}
          <Buttons>
            <Button appearance="primary" type="submit" disabledFocusable={busy}>
              {submitWords}
            </Button>
            {buttons}
          </Buttons>
        </div>
      </form>
    </Section>
  );
}

/**
 * Does what a form writes into the workbook, and answers whether it was written: where it was not, what was typed stays,
 * with the reason at the foot of the pane.
 */
export function useWriting() {
  const { act } = useWork();
  return async (title: string, write: (running: Running) => Promise<Report>): Promise<boolean> => {
    let isWritten = false;
    await act(title, async (running) => {
      const report = await write(running);
      isWritten = true;
      return report;
    });
    return isWritten;
  };
}
