import { useState } from "react";
import { entryOf, withEntry } from "../../workbook/loan/form/loanForm";
import { WordField } from "./EntryField";
import { LoanField } from "./LoanField";
import type { FieldsProps } from "./loanFields";

/** What may say how long a loan runs, by the keys of the fields. */
export const LENGTHS = ["payments", "termYears", "maturityDate", "payment"] as const;

type Length = (typeof LENGTHS)[number];

const OFFERS: readonly { readonly word: Length; readonly shown: string; readonly meaning: string }[] = [
  { word: "payments", shown: "a number of payments", meaning: "" },
  { word: "termYears", shown: "a term in years", meaning: "" },
  { word: "maturityDate", shown: "the day of the last payment", meaning: "" },
  { word: "payment", shown: "the amount of each payment", meaning: "" },
];

/** How long the loan runs: by which of several the user says it, and that one. What was said by another goes. */
export function LengthFields(fields: FieldsProps) {
  const { form, change } = fields;
  const given = LENGTHS.filter((key) => entryOf(form, key) !== "");
  const [chosen, setChosen] = useState<Length>(given[0] ?? "payments");
  const choose = (key: Length) => {
    if (chosen !== key) change(withEntry(form, chosen, ""));
    setChosen(key);
  };
  const problem = chosen === "payments" ? undefined : fields.problemAt("payments");
  return (
    <>
      <WordField
        label="It ends by"
        value={chosen}
        offers={OFFERS}
        onChange={(key) => choose(key as Length)}
        problem={problem}
      />
      {LENGTHS.filter((key) => key === chosen || given.includes(key)).map((key) => (
        <LoanField key={key} field={key} {...fields} />
      ))}
    </>
  );
}
