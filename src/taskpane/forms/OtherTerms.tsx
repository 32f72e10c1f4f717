import { makeStyles, Text } from "@fluentui/react-components";
import { useId, useState } from "react";
import { LOAN_FIELDS } from "../../core/loan/form/fields";
import { isShown } from "../../workbook/loan/form/loanForm";
import { AddChoice } from "./AddChoice";
import { LENGTHS } from "./LengthFields";
import { LoanField } from "./LoanField";
import type { FieldsProps } from "./loanFields";

const useStyles = makeStyles({
  terms: { display: "flex", flexDirection: "column", gap: "10px", margin: 0, padding: 0, border: "none", minWidth: 0 },
});

/** Fields that have a place of their own in the form. */
const OWN_PLACE: readonly string[] = [
  ...["name", "principal", "startDate", "annualRate", "method"],
  ...["frequency", "firstPaymentDate", "dayCount", "paymentRounding"],
  ...LENGTHS,
];

const OTHERS = LOAN_FIELDS.filter(
  (field) => field.values.length === 1 && isShown(field) && !OWN_PLACE.includes(field.key),
);

/** Everything else that an agreement may say, a field at a time: those that it says, and those that are added. */
export function OtherTerms(fields: FieldsProps) {
  const styles = useStyles();
  const title = useId();
  const { form } = fields;
  const [added, setAdded] = useState<readonly string[]>([]);
  const [next, setNext] = useState(OTHERS[0]?.key ?? "");
  const isSaid = (key: string) =>
    form.rows.some((row) => row.key === key && (row.entries[0] !== "" || (row.place?.was[0] ?? "") !== ""));
  const shown = OTHERS.filter(({ key }) => isSaid(key) || added.includes(key));
  const free = OTHERS.filter((field) => !shown.includes(field) && !form.outOfReach.includes(field.key));
  const add = () => {
    const key = free.some((field) => field.key === next) ? next : (free[0]?.key ?? "");
    setAdded([...added, key]);
    setNext(free.find((field) => field.key !== key)?.key ?? "");
  };
  return (
    <fieldset className={styles.terms} aria-labelledby={title}>
      <Text id={title} weight="semibold">
        Other terms
      </Text>
      {shown.map(({ key }) => (
        <LoanField key={key} field={key} {...fields} />
      ))}
      <AddChoice label="Another term" choices={free} value={next} onChange={setNext} onAdd={add} />
    </fieldset>
  );
}
