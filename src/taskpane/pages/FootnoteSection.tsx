import { Button, Checkbox } from "@fluentui/react-components";
import { useState } from "react";
import { Note, Section } from "../layout";
import type { PaneServices } from "../services";
import { useBusy, useWork } from "../work";

/** The tables of the footnote on earnings per share. */
export function FootnoteSection({ services: { book, actions } }: { readonly services: PaneServices }) {
  const { act } = useWork();
  const busy = useBusy();
  const [bothStandards, setBothStandards] = useState(false);

  return (
    <Section title="Footnote">
      <Note>The reconciliation and what was left out, with XBRL elements, on a sheet that follows the EPS sheet.</Note>
      <Checkbox
        label="With US GAAP and IFRS side by side"
        checked={bothStandards}
        onChange={(_event, { checked }) => setBothStandards(checked === true)}
      />
      <Button
        disabledFocusable={busy}
        onClick={() =>
          void act("Inserting the footnote", (running) => actions.insertEpsFootnote(book, { bothStandards }, running))
        }
      >
        Insert footnote
      </Button>
    </Section>
  );
}
