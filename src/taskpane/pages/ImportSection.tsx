import { Button, Field, makeStyles, Textarea, Text } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { ImportPreview } from "../../workbook/actions";
import { count } from "../../workbook/book/report";
import type { LineRole } from "../../workbook/import/exhibit/roles";
import type { ExhibitLineRole } from "../../workbook/import/exhibitText";
import { readImport, type Chosen, type ReadImport } from "../../workbook/import/readImport";
import { Note, Section } from "../layout";
import type { PaneServices } from "../services";
import { useBusy, useWork } from "../work";
import { ImportChecks } from "./ImportChecks";
import { ImportPreviewTable } from "./ImportPreviewTable";
import { LineRoleFields } from "./LineRoleFields";
import { MappingFields } from "./MappingFields";

const useStyles = makeStyles({ wide: { width: "100%" } });

interface Read extends Omit<ReadImport, "preview"> {
  readonly text: string;
  /** Absent while the columns or lines, as the user has chosen them so far, do not make periods. */
  readonly preview?: ImportPreview;
}

/** Reads periods from a file or a paste and shows them; the workbook is written to only on the user's word. */
export function ImportSection({ services: { book, actions } }: { readonly services: PaneServices }) {
  const styles = useStyles();
  const { act, run } = useWork();
  const busy = useBusy();
  const [pasted, setPasted] = useState("");
  const [read, setRead] = useState<Read>();
  const fileField = useId();

  const show = async (source: Blob) =>
    setRead(
      await run("Reading", async () => {
        const text = await source.text();
        return { text, ...readImport(text) };
      }),
    );
  const choose = async (before: Read, chosen: Chosen) => {
    const { text, csv, exhibit } = before;
    const made = await run("Reading", async () => readImport(text, chosen));
    setRead(
      made
        ? { text, ...made }
        : {
            text,
            checks: [],
            ...(csv && chosen.columns ? { csv: { ...csv, mapping: chosen.columns } } : {}),
            ...(exhibit && chosen.lines ? { exhibit: { lines: withRoles(exhibit.lines, chosen.lines) } } : {}),
          },
    );
  };
  const write = async (preview: ImportPreview) => {
    await act("Importing", (running) => actions.importPeriods(book, { preview }, running));
    setRead(undefined);
  };

  if (read) {
    return (
      <Section title="Preview">
        {read.csv && <MappingFields {...read.csv} choose={(columns) => void choose(read, { columns })} />}
        {read.preview && <Previewed preview={read.preview} checks={read.checks} busy={busy} write={write} />}
        {read.exhibit && <LineRoleFields {...read.exhibit} choose={(lines) => void choose(read, { lines })} />}
        <Button onClick={() => setRead(undefined)}>Do not import</Button>
      </Section>
    );
  }
  return (
    <Section title="Import periods">
      <Note>
        A filed computation of earnings per share (text or page), the SEC's company facts (JSON), a filing with inline
        XBRL (.htm), or a CSV file.
      </Note>
      <label htmlFor={fileField}>File</label>
      <input
        id={fileField}
        type="file"
        className={styles.wide}
        accept=".csv,.tsv,.txt,.json,.htm,.html"
        onChange={({ target }) => void (target.files?.[0] && show(target.files[0]))}
      />
      <Field label="Or pasted text" className={styles.wide}>
        <Textarea value={pasted} rows={4} onChange={(_event, { value }) => setPasted(value)} />
      </Field>
      <Button disabledFocusable={busy || pasted.trim() === ""} onClick={() => void show(new Blob([pasted]))}>
        Preview
      </Button>
    </Section>
  );
}

function withRoles(lines: readonly ExhibitLineRole[], roles: readonly LineRole[]): ExhibitLineRole[] {
  return lines.map((line, index) => ({ ...line, role: roles[index] ?? line.role }));
}

function Previewed({
  preview,
  checks,
  busy,
  write,
}: {
  preview: ImportPreview;
  checks: ReadImport["checks"];
  busy: boolean;
  write: (preview: ImportPreview) => Promise<void>;
}) {
  return (
    <>
      <Text weight="semibold">{preview.entity ?? preview.source}</Text>
      <ImportChecks checks={checks} />
      <ImportPreviewTable preview={preview} />
      <Note>Nothing is written until you agree.</Note>
      <Button appearance="primary" disabledFocusable={busy} onClick={() => void write(preview)}>
        Write {count(preview.periods.length, "period")}
      </Button>
    </>
  );
}
