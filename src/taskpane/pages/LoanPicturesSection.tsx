import { useCallback, useState } from "react";
import { DayField, serialOfField } from "../DayField";
import { Note, Section } from "../layout";
import { PictureFigure } from "../pictures/PictureFigure";
import type { PaneServices } from "../services";
import { usePicturesNow } from "./picturesNow";

/** The workbook's loan as pictures: what each year repays, and the balance through time with a day that is chosen. */
export function LoanPicturesSection({ services }: { readonly services: PaneServices }) {
  const { book, actions } = services;
  const [day, setDay] = useState("");
  const asOf = serialOfField(day);
  const read = useCallback(() => actions.pictureLoan(book, asOf === undefined ? {} : { asOf }), [actions, book, asOf]);
  const { pictures, message } = usePicturesNow(services, read);
  return (
    <Section title="The loan in pictures">
      {message && <Note>{message}</Note>}
      {pictures && (
        <>
          <PictureFigure picture={pictures.runoff} />
          <DayField label="Balance on (today, if left empty)" value={day} onChange={setDay} />
          <PictureFigure picture={pictures.balance} />
        </>
      )}
    </Section>
  );
}
