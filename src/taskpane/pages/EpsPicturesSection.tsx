import { Field, Select } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import { Note, Section } from "../layout";
import { PictureFigure } from "../pictures/PictureFigure";
import type { PaneServices } from "../services";
import { usePicturesNow } from "./picturesNow";

/** The periods of the workbook as pictures: earnings per share one after another, and the dilution of one of them. */
export function EpsPicturesSection({ services }: { readonly services: PaneServices }) {
  const { book, actions } = services;
  const read = useCallback(() => actions.pictureEps(book, {}), [actions, book]);
  const { pictures, message } = usePicturesNow(services, read);
  const [period, setPeriod] = useState("");
  const dilution = pictures?.dilutions.find((one) => one.period === period) ?? pictures?.dilutions[0];
  return (
    <Section title="Earnings per share in pictures">
      {message && <Note>{message}</Note>}
      {pictures === null && <Note>They appear once the period table has a period.</Note>}
      {pictures && <PictureFigure picture={pictures.byPeriod} />}
      {pictures && dilution && (
        <>
          <Field label="Dilution of">
            <Select value={dilution.period} onChange={(_event, { value }) => setPeriod(value)}>
              {pictures.dilutions.map((one) => (
                <option key={one.period}>{one.period}</option>
              ))}
            </Select>
          </Field>
          <PictureFigure picture={dilution.picture} />
        </>
      )}
    </Section>
  );
}
