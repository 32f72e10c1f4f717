import { Button, Checkbox, Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { Standard } from "../../workbook/actions";
import { openEpsForm, type EpsForm as Form } from "../../workbook/eps/form/epsForm";
import { lazily } from "../forms/lazily";
import { useFocusAfter } from "../forms/useFocusAfter";
import { Buttons, Note, Section } from "../layout";
import type { PaneServices } from "../services";
import { useBusy, useWork } from "../work";
import { EpsPicturesSection } from "./EpsPicturesSection";
import { FootnoteSection } from "./FootnoteSection";
import { ImportSection } from "./ImportSection";
import { QuarterSection } from "./QuarterSection";

const EpsForm = lazily(async () => (await import(/* webpackChunkName: "eps-form" */ "../forms/EpsForm")).EpsForm);

/** The EPS sheet from its insertion through the quarters: refresh, roll forward, import. */
export function EpsPage({ services }: { readonly services: PaneServices }) {
  const { book, actions } = services;
  const { act, run } = useWork();
  const busy = useBusy();
  const [example, setExample] = useState(true);
  const [standard, setStandard] = useState<Standard>("US GAAP");
  const [form, setForm] = useState<"new" | Form>();
  const newTable = useFocusAfter(form !== undefined);
  const edit = async () => setForm(await run("Reading the period", () => openEpsForm(book)));
  if (form !== undefined) {
    const existing = form === "new" ? undefined : form;
    return <EpsForm services={services} existing={existing} close={() => setForm(undefined)} />;
  }

  return (
    <>
      <Section title="A table of your own">
        <Note>Income, shares and classes in a form, with the exhibit as you type.</Note>
        <Buttons>
          <Button ref={newTable} disabledFocusable={busy} onClick={() => setForm("new")}>
            New EPS table
          </Button>
          <Button disabledFocusable={busy} onClick={() => void edit()}>
            Edit a period
          </Button>
        </Buttons>
        <Note>Edits the period whose row is selected, else the latest.</Note>
      </Section>
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
      <FootnoteSection services={services} />
      <ImportSection services={services} />
    </>
  );
}
