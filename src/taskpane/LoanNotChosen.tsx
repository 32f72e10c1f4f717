import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { useLoanNotice, useLoanNoticeShown } from "./loanNotice";
import type { PageName } from "./pageNames";
import type { PaneServices } from "./services";
import { useBusy, useWork } from "./work";

const useStyles = makeStyles({
  /** In the narrowest pane the buttons stand below each other. */
  notice: { flexShrink: 0 },
  choices: { flexWrap: "wrap", justifyContent: "flex-start" },
});

interface LoanNotChosenProps {
  readonly services: PaneServices;
  readonly show: (page: PageName) => void;
}

/** Whose loan the workbook's formulas answer for, as long as nobody has chosen one; read out when it appears. */
export function LoanNotChosen({ services: { book, actions }, show }: LoanNotChosenProps) {
  const styles = useStyles();
  const notice = useLoanNotice();
  const { act } = useWork();
  const busy = useBusy();
  if (!useLoanNoticeShown()) return null;

  const choose = () => {
    notice.settle();
    show("loan");
  };
  const keepExhibit = () =>
    act("Choosing Exhibit 10.10", async (running) => {
      const report = await actions.chooseActiveLoan(book, { loan: null }, running);
      notice.settle();
      return report;
    });
  return (
    <MessageBar intent="warning" layout="multiline" politeness="assertive" className={styles.notice}>
      <MessageBarBody>
        Formulas in this workbook name no loan, and none is chosen for it. They answer for the loan of Exhibit 10.10
        (HemaCare Corporation).
      </MessageBarBody>
      <MessageBarActions className={styles.choices}>
        <Button size="small" onClick={choose}>
          Choose this workbook's loan
        </Button>
        <Button size="small" disabledFocusable={busy} onClick={() => void keepExhibit()}>
          Exhibit 10.10 is meant
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
