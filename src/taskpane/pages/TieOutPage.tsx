import { Button, Field, Input, Text } from "@fluentui/react-components";
import { useState } from "react";
import { quoted } from "../../core/errors";
import type { TieOutOptions } from "../../workbook/actions";
import { readAddress } from "../../workbook/book/address";
import type { Area } from "../../workbook/book/book";
import { ActionError, type Report } from "../../workbook/book/report";
import { Note, Section } from "../layout";
import type { PaneServices } from "../services";
import { Places } from "../Status";
import { useBusy, useWork } from "../work";

/** Computed figures against printed ones; the exceptions stay listed here while the user goes through them. */
export function TieOutPage({ services: { book, actions } }: { readonly services: PaneServices }) {
  const { run } = useWork();
  const busy = useBusy();
  const [exceptions, setExceptions] = useState<Report>();
  const [ranges, setRanges] = useState({ computed: "", printed: "" });
  const tieOut = (options: () => TieOutOptions) =>
    run("Tying out", async (running) => actions.tieOut(book, options(), running)).then(setExceptions);
  const field = (name: keyof typeof ranges, label: string) => (
    <Field label={label}>
      <Input
        value={ranges[name]}
        placeholder="Sheet1!B2:B9"
        onChange={(_event, { value }) => setRanges({ ...ranges, [name]: value })}
      />
    </Field>
  );

  return (
    <>
      <Section title="The EPS sheet">
        <Note>Each computed figure beside the printed one, at the precision of the printed figure.</Note>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void tieOut(() => ({}))}>
          Tie out
        </Button>
      </Section>
      <Section title="Two ranges">
        {field("computed", "Computed")}
        {field("printed", "Printed")}
        <Button
          disabledFocusable={busy || ranges.computed === "" || ranges.printed === ""}
          onClick={() => void tieOut(() => ({ computed: areaOf(ranges.computed), printed: areaOf(ranges.printed) }))}
        >
          Compare
        </Button>
      </Section>
      <Section title="What changed in this workbook">
        <Note>
          Every formula of Tieout calculated again from the values that the workbook shows, and each that comes to
          another value, with what may explain it. Nothing is changed.
        </Note>
        <Button
          disabledFocusable={busy}
          onClick={() =>
            void run("Checking the workbook", (running) => actions.checkOpenBook(book, {}, running)).then(setExceptions)
          }
        >
          Check the workbook
        </Button>
      </Section>
      <div role="status" aria-live="polite">
        {exceptions && <Text>{exceptions.said}</Text>}
      </div>
      {exceptions && <Places report={exceptions} book={book} />}
    </>
  );
}

function areaOf(address: string): Area {
  const area = readAddress(address.trim());
  if (area && area.sheet !== "") return area;
  throw new ActionError(`Name a range with its sheet, such as Sheet1!B2:B9; received ${quoted(address)}.`);
}
