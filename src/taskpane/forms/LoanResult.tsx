import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { Day } from "../../core/calendar/civilDate";
import { CalculationError } from "../../core/errors";
import type { CheckedLoan, FormProblem } from "../../workbook/loan/form/filledSheet";
import { fieldNamed } from "../../workbook/loan/form/loanForm";
import { outlookOf } from "../../workbook/loan/form/loanOutlook";
import { Grid } from "../Grid";
import { Note } from "../layout";

const useStyles = makeStyles({
  result: {
    display: "flex",
    flexDirection: "column",
    gap: "6px",
    padding: "10px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  words: { display: "flex", flexDirection: "column", gap: "4px" },
});

interface LoanResultProps {
  readonly checked: CheckedLoan;
  readonly today: Day;
}

/** What follows from the fields as they stand: payment, balance today and first lines; or what is still missing. */
export function LoanResult({ checked, today }: LoanResultProps) {
  const styles = useStyles();
  const outlook = useMemo(() => (checked.loan ? soundOutlook(checked.loan, today) : undefined), [checked, today]);
  return (
    <div className={styles.result} role="region" aria-label="What follows">
      <div className={styles.words} role="status" aria-live="polite">
        {outlook?.said.map((sentence, index) => (
          <Text key={sentence} weight={index < 2 ? "semibold" : "regular"}>
            {sentence}
          </Text>
        ))}
        {!checked.loan && <Note>{wordsOf(checked)}</Note>}
      </div>
      {outlook && outlook.lines.length > 1 && <Grid label="First lines of the schedule" rows={outlook.lines} />}
    </div>
  );
}

/** A loan of which the balance today has no answer shows the words for that. */
function soundOutlook(loan: NonNullable<CheckedLoan["loan"]>, today: Day): ReturnType<typeof outlookOf> {
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
