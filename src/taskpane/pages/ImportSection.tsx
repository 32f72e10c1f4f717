import { Button, Field, makeStyles, Textarea, Text } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { ImportPreview } from "../../workbook/actions";
import { count } from "../../workbook/book/report";
import type { ColumnMapping } from "../../workbook/import/csv";
import { readImport, type ReadImport } from "../../workbook/import/readImport";
import { Note, Section } from "../layout";
import type { PaneServices } from "../services";
import { useBusy, useWork } from "../work";
import { ImportPreviewTable } from "./ImportPreviewTable";
import { MappingFields } from "./MappingFields";

const useStyles = makeStyles({ wide: { width: "100%" } });

interface Read extends Pick<ReadImport, "csv"> {
  readonly text: string;
  /** Absent while the columns, as the user has chosen them so far, do not make periods. */
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
  const choose = async ({ text, csv }: Read, mapping: ColumnMapping) => {
    const made = await run("Reading", async () => readImport(text, { columns: mapping }));
    setRead({ text, preview: made?.preview, csv: csv && { ...csv, mapping } });
  };
  const write = async (preview: ImportPreview) => {
    await act("Importing", (running) => actions.importPeriods(book, { preview }, running));
    setRead(undefined);
  };

  if (read) {
    return (
      <Section title="Preview">
        {read.csv && <MappingFields {...read.csv} choose={(mapping) => void choose(read, mapping)} />}
        {read.preview && <Previewed preview={read.preview} busy={busy} write={write} />}
        <Button onClick={() => setRead(undefined)}>Do not import</Button>
      </Section>
    );
  }
  return (
    <Section title="Import periods">
      <Note>A CSV file, the SEC's company facts (JSON), or the text of a filed Exhibit 11.</Note>
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

function Previewed({
  preview,
  busy,
  write,
}: {
  preview: ImportPreview;
  busy: boolean;
  write: (preview: ImportPreview) => Promise<void>;
}) {
  return (
    <>
      <Text weight="semibold">{preview.entity ?? preview.source}</Text>
      <ImportPreviewTable preview={preview} />
      <Note>Nothing is written until you agree.</Note>
      <Button appearance="primary" disabledFocusable={busy} onClick={() => void write(preview)}>
        Write {count(preview.periods.length, "period")}
      </Button>
    </>
  );
}
