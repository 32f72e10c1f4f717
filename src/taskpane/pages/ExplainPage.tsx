import {
  Button,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Switch,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Explanation, Working } from "../../workbook/actions";
import { a1 } from "../../workbook/book/address";
import { Grid } from "../Grid";
import { Note, Section } from "../layout";
import type { PaneServices } from "../services";
import { useBusy, useWork } from "../work";
import { CellsUsed } from "./CellsUsed";
import { CopyWorking } from "./CopyWorking";

const FOLLOWS = "explainFollowsSelection";
const useStyles = makeStyles({
  line: { margin: "0 0 6px 0" },
  formula: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: "anywhere" },
  working: { width: "100%", paddingTop: "8px", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

/** The working of the selected cell, or the words of its error, which some Excels hide. */
export function ExplainPage({ services }: { readonly services: PaneServices }) {
  const { book, actions, preferences, watchSelection } = services;
  const { run } = useWork();
  const busy = useBusy();
  const [explained, setExplained] = useState<Explanation>();
  const [follows, setFollows] = useState(preferences.get(FOLLOWS) !== false);

  const [selections, setSelections] = useState(0);
  const explainedAt = useRef(-1);

  const explain = useCallback(
    () => run("Explaining", (running) => actions.explain(book, {}, running)).then((made) => made && setExplained(made)),
    [run, actions, book],
  );
  useEffect(
    () => (follows ? watchSelection(() => setSelections((count) => count + 1)) : undefined),
    [follows, watchSelection],
  );
  // Of selections that pass while one is being explained, the last is explained next.
  useEffect(() => {
    if (!follows || busy || explainedAt.current === selections) return;
    explainedAt.current = selections;
    void explain();
  }, [follows, busy, selections, explain]);

  const follow = (wanted: boolean) => {
    preferences.set(FOLLOWS, wanted);
    setFollows(wanted);
  };

  return (
    <Section title="Explain">
      <Note>Select a cell of one of our functions to see how it came to its figure.</Note>
      <Switch label="Follow the selection" checked={follows} onChange={(_event, { checked }) => follow(checked)} />
      <Button disabledFocusable={busy} onClick={() => void explain()}>
        Explain the selected cell
      </Button>
      <div role="status" aria-live="polite">
        {explained && <Words explained={explained} />}
      </div>
      {explained && <Workings explained={explained} />}
      {explained?.conventions && <Titled title="Conventions" rows={explained.conventions} />}
      {explained?.steps && <Titled title="The formula, step by step" rows={explained.steps} />}
      {explained && <CellsUsed explained={explained} book={book} />}
      {explained && <CopyWorking explained={explained} />}
    </Section>
  );
}

function Titled({ title, rows }: { readonly title: string; readonly rows: Working["rows"] }) {
  return (
    <>
      <Text as="h3" block weight="semibold">
        {title}
      </Text>
      <Grid label={title} rows={rows} />
    </>
  );
}

function Words({ explained: { cell, formula, shows, said, loan, error } }: { readonly explained: Explanation }) {
  const styles = useStyles();
  return (
    <>
      <Text as="p" block className={styles.line} weight="semibold">
        {cell.sheet} {a1(cell)}: {shows}
      </Text>
      {formula !== "" && (
        <Text as="p" block className={mergeClasses(styles.line, styles.formula)}>
          {formula}
        </Text>
      )}
      <Text as="p" block className={styles.line}>
        {said}
      </Text>
      {loan && (
        <Text as="p" block className={styles.line}>
          {loan}
        </Text>
      )}
      {error && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{error.code}</MessageBarTitle>
            {error.message}
          </MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}

/** One table for a formula with one of our functions; of several each under its call, with its own words. */
function Workings({ explained: { cell, workings } }: { readonly explained: Explanation }) {
  const styles = useStyles();
  const [only] = workings;
  if (workings.length === 1 && only) return <WorkingTable label={`Working of ${a1(cell)}`} working={only} />;
  return workings.map((working) => (
    <section key={working.call} className={styles.working} aria-label={working.call}>
      <Text as="h3" block className={mergeClasses(styles.line, styles.formula)} weight="semibold">
        {working.call}
      </Text>
      <Text as="p" block className={styles.line}>
        {working.said}
      </Text>
      <WorkingTable label={`Working of ${working.call}`} working={working} />
    </section>
  ));
}

function WorkingTable({ label, working: { rows, shown } }: { readonly label: string; readonly working: Working }) {
  return rows.length > 0 && <Grid label={label} rows={rows} {...(shown === undefined ? {} : { marked: shown })} />;
}
