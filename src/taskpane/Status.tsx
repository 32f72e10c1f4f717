import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  ProgressBar,
  Text,
  tokens,
} from "@fluentui/react-components";
import type { OpenBook } from "../workbook/book/book";
import type { Finding, Report } from "../workbook/book/report";
import { useWork, useWorkState } from "./work";

/** More than anybody reads in a pane; the sheet itself shows all of them. */
const PLACES_SHOWN = 100;

const useStyles = makeStyles({
  status: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: "8px",
    maxHeight: "45%",
    flexShrink: 0,
    overflowY: "auto",
  },
  idle: { display: "none" },
  running: {
    display: "grid",
    gap: "6px",
    gridTemplateColumns: "1fr auto",
    alignItems: "center",
    // Work that is done at once does not flash.
    animationName: { from: { visibility: "hidden" }, to: { visibility: "visible" } },
    animationDelay: "300ms",
    animationDuration: "1ms",
    animationFillMode: "both",
  },
  progress: { gridColumn: "1 / -1" },
  places: { display: "grid", gap: "6px", margin: "8px 0 0", paddingLeft: "18px", "& button": { verticalAlign: "top" } },
});

/** The foot of the pane: how far the work is, or what came of it. A screen reader reads it out as it changes. */
export function Status({ book }: { readonly book: OpenBook }) {
  const styles = useStyles();
  const { clear } = useWork();
  const state = useWorkState();
  return (
    <div role="status" aria-live="polite" className={state.is === "idle" ? styles.idle : styles.status}>
      {state.is === "running" && <Running {...state} />}
      {state.is === "failed" && <Message intent="error" words={state.message} dismiss={clear} />}
      {state.is === "done" && (
        <>
          <Message intent={state.report.changed ? "success" : "info"} words={state.report.said} dismiss={clear} />
          <Places report={state.report} book={book} />
        </>
      )}
    </div>
  );
}

function Running({
  title,
  progress,
  cancel,
}: {
  title: string;
  progress?: { done: number; total: number };
  cancel: () => void;
}) {
  const styles = useStyles();
  const share = progress && progress.total > 0 ? progress.done / progress.total : undefined;
  return (
    <div className={styles.running}>
      <Text>{title}…</Text>
      <Button size="small" onClick={cancel}>
        Cancel
      </Button>
      <ProgressBar className={styles.progress} value={share} aria-label={title} />
    </div>
  );
}

function Message({
  intent,
  words,
  dismiss,
}: {
  intent: "error" | "success" | "info";
  words: string;
  dismiss: () => void;
}) {
  return (
    <MessageBar intent={intent} layout="multiline" politeness="polite">
      <MessageBarBody>{words}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={dismiss}>
          Dismiss
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

/** Each place is a link that selects its cell. */
export function Places({ report: { places }, book }: { readonly report: Report; readonly book: OpenBook }) {
  const styles = useStyles();
  if (places.length === 0) return null;
  const more = places.length - PLACES_SHOWN;
  return (
    <ul className={styles.places} aria-label="Cells">
      {places.slice(0, PLACES_SHOWN).map((place) => (
        <li key={`${place.area.sheet} ${place.words}`}>
          <Place place={place} book={book} />
        </li>
      ))}
      {more > 0 && <li>and {more.toLocaleString("en-US")} more</li>}
    </ul>
  );
}

function Place({ place, book }: { readonly place: Finding; readonly book: OpenBook }) {
  const { fail } = useWork();
  return (
    <Link as="button" onClick={() => void book.perform([{ do: "select", area: place.area }]).catch(fail)}>
      {place.words}
    </Link>
  );
}
