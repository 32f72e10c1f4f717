import { Button, makeStyles, Text } from "@fluentui/react-components";
import { SAMPLES, type Sample } from "../../workbook/samples/samples";
import { insertSample } from "../../workbook/samples/sampleSheets";
import { Note, Section } from "../layout";
import type { PaneServices } from "../services";
import { useBusy, useWork } from "../work";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "14px" },
  sample: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: "4px" },
});

/** The gallery: each sample with what there is to see in it, to open. */
export function SamplesSection({ services }: { readonly services: PaneServices }) {
  const styles = useStyles();
  const { act, fail } = useWork();
  const busy = useBusy();
  const open = async ({ id, title }: Sample) => {
    const isDone = services.openSample ? await services.openSample(id) : false;
    if (!isDone) await act(`Inserting ${title}`, (running) => insertSample(services.book, { id }, running));
  };
  return (
    <Section title="Samples">
      <Note>Loans and earnings per share that tie out to figures which others have published.</Note>
      <ul className={styles.list}>
        {SAMPLES.map((sample) => (
          <li key={sample.id} className={styles.sample}>
            <Text weight="semibold">{sample.title}</Text>
            <Note>{sample.about}</Note>
            <Button
              size="small"
              disabledFocusable={busy}
              aria-label={`Open ${sample.title}`}
              onClick={() => void open(sample).catch(fail)}
            >
              Open
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
