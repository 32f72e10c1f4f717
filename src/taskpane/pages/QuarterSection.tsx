import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { DayField, serialOfField } from "../DayField";
import { Note, Section } from "../layout";
import type { PaneServices } from "../services";
import { useBusy, useWork } from "../work";

/** What is done every quarter, for the latest period or for one that the user names. */
export function QuarterSection({ services: { book, actions } }: { readonly services: PaneServices }) {
  const { act } = useWork();
  const busy = useBusy();
  const [asOf, setAsOf] = useState("");
  const [next, setNext] = useState("");

  return (
    <Section title="This quarter">
      <Note>Recalculates, rebuilds the exhibit and logs each figure that moved.</Note>
      <DayField label="For the period ended (the latest, if left empty)" value={asOf} onChange={setAsOf} />
      <Button
        appearance="primary"
        disabledFocusable={busy}
        onClick={() =>
          void act("Refreshing EPS", (running) => actions.refreshEps(book, { asOf: serialOfField(asOf) }, running))
        }
      >
        Refresh EPS
      </Button>
      <Note>Adds the next period and moves this year to last year.</Note>
      <DayField label="Next period ends (three months on, if left empty)" value={next} onChange={setNext} />
      <Button
        disabledFocusable={busy}
        onClick={() =>
          void act("Rolling forward", (running) =>
            actions.rollForward(book, { periodEnd: serialOfField(next) }, running),
          )
        }
      >
        Roll forward
      </Button>
    </Section>
  );
}
