import { makeStyles, Text } from "@fluentui/react-components";
import type { Day } from "../../core/calendar/civilDate";
import { CalculationError } from "../../core/errors";
import type { CheckedLoan, FormProblem } from "../../workbook/loan/form/filledSheet";
import { fieldNamed } from "../../workbook/loan/form/loanForm";
import { outlookOf } from "../../workbook/loan/form/loanOutlook";
import { Grid } from "../Grid";
import { Note } from "../layout";

const useStyles = makeStyles({
  words: { display: "flex", flexDirection: "column", gap: "2px", minHeight: "40px", justifyContent: "center" },
});

type Outlook = ReturnType<typeof outlookOf>;

interface LoanWordsProps {
  readonly checked: CheckedLoan;
  readonly outlook: Outlook | undefined;
}

/** What follows from the fields as they stand, payment and balance today; or what is still missing. */
export function LoanWords({ checked, outlook }: LoanWordsProps) {
  const styles = useStyles();
  return (
    <div role="region" aria-label="What follows">
      <div className={styles.words} role="status" aria-live="polite">
        {outlook?.said.map((sentence) => (
          <Text key={sentence} weight="semibold" size={200}>
            {sentence}
          </Text>
        ))}
        {!checked.loan && <Note>{wordsOf(checked)}</Note>}
      </div>
    </div>
  );
}

/** The first lines of the schedule, once there is one. */
export function FirstLines({ outlook }: { readonly outlook: Outlook | undefined }) {
  return outlook && outlook.lines.length > 1 && <Grid label="First lines of the schedule" rows={outlook.lines} />;
}

/** A loan of which the balance today has no answer shows the words for that. */
export function soundOutlook(loan: NonNullable<CheckedLoan["loan"]>, today: Day): Outlook {
  try {
    return outlookOf(loan, today);
  } catch (error) {
    if (error instanceof CalculationError) return { said: [error.message], lines: [] };
    throw error;
  }
}

function wordsOf(checked: Extract<CheckedLoan, { loan: null }>): string {
  if (checked.words !== undefined) return checked.words;
  const missing = checked.problems.filter(({ isMissing }) => isMissing);
  if (missing.length < checked.problems.length) return "The figures appear when the marked fields are mended.";
  return `The figures appear with ${listed(missing)}.`;
}

function listed(problems: readonly FormProblem[]): string {
  const names = [...new Set(problems.map(({ key }) => NAMES[key] ?? fieldNamed(key).label.toLowerCase()))];
  const last = names.pop() ?? "";
  return names.length === 0 ? `the ${last}` : `the ${names.join(", the ")} and the ${last}`;
}

const NAMES: Readonly<Record<string, string>> = { payments: "number of payments" };
