import { Button, Checkbox, Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { Standard } from "../../workbook/actions";
import { Note, Section } from "../layout";
import type { PaneServices } from "../services";
import { useBusy, useWork } from "../work";
import { EpsPicturesSection } from "./EpsPicturesSection";
import { ImportSection } from "./ImportSection";
import { QuarterSection } from "./QuarterSection";

/** The EPS sheet from its insertion through the quarters: refresh, roll forward, import. */
export function EpsPage({ services }: { readonly services: PaneServices }) {
  const { book, actions } = services;
  const { act } = useWork();
  const busy = useBusy();
  const [example, setExample] = useState(true);
  const [standard, setStandard] = useState<Standard>("US GAAP");

  return (
    <>
      <QuarterSection services={services} />
      <EpsPicturesSection services={services} />
      <Section title="EPS sheet">
        <Note>The period table, the exhibit in the filed layout and an EPS chart, on new sheets.</Note>
        <Field label="Standard">
          <Select value={standard} onChange={(_event, { value }) => setStandard(value as Standard)}>
            <option>US GAAP</option>
            <option>IFRS</option>
          </Select>
        </Field>
        <Checkbox
          label="With the figures of Exhibit 11"
          checked={example}
          onChange={(_event, { checked }) => setExample(checked === true)}
        />
        <Button
          disabledFocusable={busy}
          onClick={() =>
            void act("Inserting an EPS sheet", (running) =>
              actions.insertEpsSheet(book, { example, standard }, running),
            )
          }
        >
          Insert EPS sheet
        </Button>
      </Section>
      <ImportSection services={services} />
    </>
  );
}
