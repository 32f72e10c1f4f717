import { Button, Text } from "@fluentui/react-components";
import { useDeferredValue, useMemo, useState } from "react";
import { STANDARDS } from "../../functions/eps/epsArguments";
import { WORD_MEANINGS } from "../../functions/wordMeanings";
import type { Standard } from "../../workbook/actions";
import {
  checkedEps,
  MONTHS,
  newEpsForm,
  PERIOD_END,
  periodOf,
  saveEpsForm,
  withClass,
  withFigure,
  type EpsForm as Form,
} from "../../workbook/eps/form/epsForm";
import { Grid } from "../Grid";
import { Note } from "../layout";
import type { PaneServices } from "../services";
import { AddChoice } from "./AddChoice";
import { EntryField, ruleSentence, WordField } from "./EntryField";
import { FormFrame, useWriting } from "./FormFrame";

const LABELS: Readonly<Record<string, string>> = {
  [PERIOD_END]: "The period ends on",
  "Weighted shares": "Weighted-average common shares",
};

const HINTS: Readonly<Record<string, string>> = {
  [PERIOD_END]: "The last day of the quarter or the year.",
  "Net income": "A loss in parentheses, (462,000), or with a minus.",
  "Preferred dividends": "Deducted before the common stock; left empty where there are none.",
  "Weighted shares": "Outstanding in the period; WEIGHTEDSHARES works them out from the changes.",
};

const MONTH_OFFERS = [
  { word: "3", meaning: "A quarter." },
  { word: "6", meaning: "Half a year." },
  { word: "9", meaning: "Three quarters of a year." },
  { word: "12", meaning: "A year." },
];

const CLASSES = ["Warrants", "Restricted stock units", "Convertible notes", "Convertible preferred stock"];
const WIDTH = { width: "100%" };

interface EpsFormProps {
  readonly services: PaneServices;
  /** The form of a period of the workbook's table; absent for a new table. */
  readonly existing?: Form | undefined;
  readonly close: () => void;
}

/** A period in fields, with its exhibit beside: the first of a new table, or one that the workbook has. */
export function EpsForm({ services: { book, actions }, existing, close }: EpsFormProps) {
  const write = useWriting();
  const [form, change] = useState<Form>(existing ?? newEpsForm);
  const [isAsked, setAsked] = useState(false);
  const [added, setAdded] = useState(CLASSES[0] ?? "");
  const checked = useDeferredValue(useMemo(() => checkedEps(form), [form]));

  const submit = async () => {
    if (checkedEps(form).exhibit.length === 0) return setAsked(true);
    const isWritten = await write(existing ? "Saving the period" : "Inserting the EPS table", (running) =>
      existing
        ? saveEpsForm(book, form, running)
        : actions.insertEpsSheet(book, { periods: [periodOf(form)], standard: form.standard }, running),
    );
    if (isWritten) close();
  };
  const problemAt = (header: string) => {
    const problem = checked.problems[header];
    if (problem !== undefined) return ruleSentence(problem);
    return isAsked && checked.missing.includes(header) ? "Is still to be given." : undefined;
  };
  return (
    <FormFrame
      title={existing ? "Edit the period" : "New EPS table"}
      onSubmit={submit}
      isAsked={isAsked}
      foot={
        <div role="region" aria-label="What follows" style={WIDTH}>
          <div role="status" aria-live="polite">
            {checked.exhibit.length > 0 ? (
              <Text weight="semibold" size={200}>
                {perShareWords(checked.exhibit)}
              </Text>
            ) : (
              <Note>{wordsOf(checked)}</Note>
            )}
          </div>
        </div>
      }
      submitWords={existing ? "Save to the table" : "Insert the EPS table"}
      buttons={<Button onClick={close}>Cancel</Button>}
    >
      {form.fields.map(({ header, entry }) => {
        const common = {
          label: LABELS[header] ?? header,
          value: entry,
          onChange: (text: string) => change(withFigure(form, header, text)),
          problem: problemAt(header),
        };
        if (header === MONTHS) return <WordField key={header} {...common} offers={MONTH_OFFERS} />;
        return (
          <EntryField
            key={header}
            {...common}
            hint={HINTS[header] ?? hintOfClass(header)}
            kind={header === PERIOD_END ? "date" : "figure"}
          />
        );
      })}
      {!existing && (
        <>
          <AddChoice
            label="A class of potential shares"
            choices={CLASSES.map((one) => ({ key: one, label: one }))}
            value={added}
            onChange={setAdded}
            onAdd={() => change(withClass(form, added))}
          />
          <WordField
            label="Standard"
            value={form.standard}
            offers={Object.keys(STANDARDS).map((word) => ({
              word,
              meaning: WORD_MEANINGS["standard"]?.[word] ?? "",
            }))}
            onChange={(standard) => change({ ...form, standard: standard as Standard })}
            problem={undefined}
          />
        </>
      )}
      {checked.exhibit.length > 0 && <Grid label="The exhibit" rows={withoutBlankHeader(checked.exhibit)} />}
    </FormFrame>
  );
}

function hintOfClass(header: string): string {
  return header.endsWith(" add-back")
    ? "What conversion brings back into income, after tax."
    : "Incremental shares, dilutive or not; options by the treasury stock method (INCREMENTALSHARES).";
}

/** The second row of headings names the columns. */
function withoutBlankHeader([over = [], under = [], ...lines]: ReturnType<typeof checkedEps>["exhibit"]) {
  const heading = under.map((year, column) =>
    [over[column], year].filter((part) => part !== "" && part !== undefined).join(" "),
  );
  return [["Line", ...heading.slice(1)], ...lines];
}

function perShareWords(exhibit: ReturnType<typeof checkedEps>["exhibit"]): string {
  const lines = exhibit.filter(([label]) => /^(Basic|Diluted).*per share$/i.test(String(label)));
  return lines.map(([label, figure]) => `${String(label)}: ${perShare(figure)}`).join(". ") + ".";
}

function perShare(figure: unknown): string {
  if (typeof figure !== "number") return String(figure ?? "");
  const shown = Math.abs(figure).toFixed(2);
  return figure < 0 ? `(${shown})` : shown;
}

function wordsOf({ problems, missing, words }: ReturnType<typeof checkedEps>): string {
  if (words !== undefined) return words;
  if (Object.keys(problems).length > 0) return "The figures appear when the marked fields are mended.";
  return `The figures appear with: ${missing.map((header) => header.toLowerCase()).join(", ")}.`;
}
