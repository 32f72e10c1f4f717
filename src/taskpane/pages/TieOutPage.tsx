import { Button, Text } from "@fluentui/react-components";
import { useState } from "react";
import type { Report } from "../../workbook/report";
import { Note, Section } from "../layout";
import type { PaneServices } from "../services";
import { Places } from "../Status";
import { useBusy, useWork } from "../work";

/** Computed figures against printed ones; the exceptions stay listed here while the user goes through them. */
export function TieOutPage({ services: { book, actions } }: { readonly services: PaneServices }) {
  const { run } = useWork();
  const busy = useBusy();
  const [exceptions, setExceptions] = useState<Report>();
  const tieOut = () => run("Tying out", (running) => actions.tieOut(book, {}, running)).then(setExceptions);

  return (
    <Section title="Tie out">
      <Note>Each computed figure of the EPS sheet beside the printed one, at the precision of the printed figure.</Note>
      <Button appearance="primary" disabledFocusable={busy} onClick={() => void tieOut()}>
        Tie out
      </Button>
      <div role="status" aria-live="polite">
        {exceptions && <Text>{exceptions.said}</Text>}
      </div>
      {exceptions && <Places report={exceptions} book={book} />}
    </Section>
  );
}
