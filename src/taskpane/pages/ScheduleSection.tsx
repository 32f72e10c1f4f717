import { Button, Field, makeStyles, Select, Text, Textarea } from "@fluentui/react-components";
import { useId, useState } from "react";
import { CalculationError } from "../../core/errors";
import { fittedSheet } from "../../functions/loan/fittedSheet";
import {
  readSchedule,
  SCHEDULE_ROLES,
  type ReadSchedule,
  type ScheduleChoices,
  type ScheduleRole,
} from "../../workbook/import/schedule/readSchedule";
import { Note, Section } from "../layout";
import type { PaneServices } from "../services";
import { useBusy, useWork } from "../work";
import { SchedulePreview } from "./SchedulePreview";

const useStyles = makeStyles({ wide: { width: "100%" } });

interface Pasted {
  readonly text: string;
  readonly choices: ScheduleChoices;
  readonly read: ReadSchedule;
  /** What a fit of the lines says; absent while there are none. */
  readonly said?: readonly string[];
}

/** Reads a bank's schedule from a paste or a file, fits terms to it, and inserts them as a loan sheet. */
export function ScheduleSection({ services: { book, actions } }: { readonly services: PaneServices }) {
  const styles = useStyles();
  const { act, run } = useWork();
  const busy = useBusy();
  const [text, setText] = useState("");
  const [pasted, setPasted] = useState<Pasted>();
  const fileField = useId();

  const show = async (source: string, choices: ScheduleChoices = {}) => {
    const read = await run("Fitting terms to the schedule", () => Promise.resolve(readAndFitted(source, choices)));
    if (read) setPasted(read);
  };
  const insert = async ({ read }: Pasted) => {
    const { lines } = read;
    if (!lines) return;
    await act("Inserting the fitted loan", (running) => actions.insertFittedLoan(book, { lines }, running));
    setPasted(undefined);
  };

  if (pasted) {
    const { read, choices } = pasted;
    const again = (more: ScheduleChoices) => void show(pasted.text, { ...choices, ...more });
    return (
      <Section title="The bank's schedule">
        <RoleFields read={read} choose={(roles) => again({ roles })} />
        {(read.dateOrder === "asked" || choices.dateOrder) && (
          <Field label="Dates have" size="small">
            <Select
              size="small"
              value={choices.dateOrder ?? ""}
              onChange={(_event, { value }) => again({ dateOrder: value as NonNullable<ScheduleChoices["dateOrder"]> })}
            >
              {!choices.dateOrder && <option value="">Choose…</option>}
              <option value="month first">the month first (2/1/2024 is February 1)</option>
              <option value="day first">the day first (1/2/2024 is February 1)</option>
            </Select>
          </Field>
        )}
        <SchedulePreview read={read} />
        {pasted.said && <Fitted said={pasted.said} />}
        {read.lines && (
          <Button appearance="primary" disabledFocusable={busy} onClick={() => void insert(pasted)}>
            Insert loan sheet with these terms
          </Button>
        )}
        <Button onClick={() => setPasted(undefined)}>Do not insert</Button>
      </Section>
    );
  }
  return (
    <Section title="From a bank's schedule">
      <Note>Paste a schedule or statement: the terms that reproduce its figures are worked out.</Note>
      <label htmlFor={fileField}>CSV or text file</label>
      <input
        id={fileField}
        type="file"
        className={styles.wide}
        accept=".csv,.tsv,.txt"
        onChange={({ target }) => void target.files?.[0]?.text().then((content) => show(content))}
      />
      <Field label="Or pasted schedule" className={styles.wide}>
        <Textarea value={text} rows={4} onChange={(_event, { value }) => setText(value)} />
      </Field>
      <Button disabledFocusable={busy || text.trim() === ""} onClick={() => void show(text)}>
        Read the schedule
      </Button>
    </Section>
  );
}

function readAndFitted(text: string, choices: ScheduleChoices): Pasted {
  const read = readSchedule(text, choices);
  return { text, choices, read, said: read.lines ? sentencesOfFit(read.lines) : undefined };
}

/** The terms in words, and what was found; or why there are none. */
function sentencesOfFit(lines: NonNullable<ReadSchedule["lines"]>): readonly string[] {
  try {
    const { words, said } = fittedSheet(lines, null);
    return [`${words.join("; ")}.`, ...said];
  } catch (error) {
    if (error instanceof CalculationError) return [`No terms were fitted: ${error.message}.`];
    throw error;
  }
}

function RoleFields({ read, choose }: { read: ReadSchedule; choose: (roles: readonly ScheduleRole[]) => void }) {
  const { roles, table } = read;
  return roles.map((role, column) => {
    const header = table.headers[column] ?? "";
    return (
      <Field key={`${column} ${header}`} label={header === "" ? `Column ${column + 1}` : header} size="small">
        <Select
          size="small"
          value={role}
          onChange={(_event, { value }) =>
            choose(roles.map((other, at) => (at === column ? (value as ScheduleRole) : other)))
          }
        >
          {SCHEDULE_ROLES.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </Select>
      </Field>
    );
  });
}

function Fitted({ said }: { said: readonly string[] }) {
  return (
    <>
      <Text weight="semibold">Terms that were fitted</Text>
      <ul>
        {said.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
