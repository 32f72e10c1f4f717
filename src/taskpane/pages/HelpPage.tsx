import { Button, makeStyles, Text } from "@fluentui/react-components";
import { Note, Section } from "../layout";
import type { PageName } from "../pageNames";
import type { PaneServices } from "../services";
import { useBusy, useWork } from "../work";
import { FirstSteps } from "./FirstSteps";
import { SamplesSection } from "./SamplesSection";

const useStyles = makeStyles({ keys: { margin: 0, "& dt": { fontWeight: 600 }, "& dd": { margin: "0 0 6px 0" } } });

const PANE_KEYS: readonly (readonly [string, string])[] = [
  ["Tab, Shift+Tab", "to the next part of the pane and back"],
  ["Arrow keys", "to another page, while a tab has the focus"],
  ["Enter or Space", "press the button, open the function"],
];

interface HelpPageProps {
  readonly services: PaneServices;
  readonly show: (page: PageName) => void;
}

/** Where one begins, the gallery of samples, and what helps when something is wrong. */
export function HelpPage({ services, show }: HelpPageProps) {
  const { book, actions, about } = services;
  const styles = useStyles();
  const { act } = useWork();
  const busy = useBusy();
  return (
    <>
      <FirstSteps services={services} show={show} />
      <SamplesSection services={services} />
      <Section title="Formulas">
        <Text>
          Type ={about.prefix}LOANBALANCE(DATE(2000,9,12)) into a cell: it shows 40,483, the worked example of Exhibit
          10.10. The page Functions lists every function, and fills one in field by field.
        </Text>
      </Section>
      <Section title="When something is wrong">
        <Note>Formulas show #NAME? when the workbook was saved where the add-in was absent.</Note>
        <Button
          disabledFocusable={busy}
          onClick={() => void act("Repairing formulas", (running) => actions.repair(book, {}, running))}
        >
          Repair formulas
        </Button>
        <Note>Has every formula of the workbook calculated again.</Note>
        <Button
          disabledFocusable={busy}
          onClick={() => void act("Recalculating", (running) => actions.recalculateAll(book, {}, running))}
        >
          Recalculate all
        </Button>
      </Section>
      <Section title="Keys">
        <dl className={styles.keys}>
          {[...about.shortcuts, ...PANE_KEYS].map(([keys, does]) => (
            <div key={keys}>
              <dt>{keys}</dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title="About">
        <Text>
          Tieout {about.version}, in {about.program}. Everything is calculated on this machine; nothing is sent
          anywhere.
        </Text>
      </Section>
    </>
  );
}
