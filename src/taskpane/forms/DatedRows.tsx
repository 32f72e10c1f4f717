import { Button, makeStyles, Text } from "@fluentui/react-components";
import { useId, useState } from "react";
import { LOAN_FIELDS } from "../../core/loan/form/fields";
import { fieldNamed, isShown, withNewRow, withoutRow, withRow, type FormRow } from "../../workbook/loan/form/loanForm";
import { AddChoice } from "./AddChoice";
import { EntryField } from "./EntryField";
import type { FieldsProps } from "./loanFields";

const useStyles = makeStyles({
  rows: { display: "flex", flexDirection: "column", gap: "10px", margin: 0, padding: 0, border: "none", minWidth: 0 },
  pair: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    gap: "8px",
    alignItems: "start",
    "& .fui-Input": { minWidth: 0, width: "100%" },
    "& input": { minWidth: 0, width: "100%" },
  },
  head: { display: "flex", justifyContent: "space-between", alignItems: "center", gap: "8px" },
});

const DATED = LOAN_FIELDS.filter((field) => field.values.length > 1 && isShown(field));

/** What happens on a date besides the schedule: extra payments, advances, forgiveness, other rates. */
export function DatedRows(fields: FieldsProps) {
  const styles = useStyles();
  const title = useId();
  const { form, change } = fields;
  const [added, setAdded] = useState("extraPayments");
  const rows = form.rows.filter(
    ({ key, entries, place }) =>
      fieldNamed(key).values.length > 1 && !(place && entries.every((entry) => entry === "")),
  );
  return (
    <fieldset className={styles.rows} aria-labelledby={title}>
      <Text id={title} weight="semibold">
        On certain dates
      </Text>
      {rows.map((row, index) => (
        <DatedRow key={row.id} row={row} number={index + 1} {...fields} />
      ))}
      <AddChoice
        label="What happens"
        choices={DATED}
        value={added}
        onChange={setAdded}
        onAdd={() => change(withNewRow(form, added))}
      />
    </fieldset>
  );
}

function DatedRow({
  row,
  number,
  form,
  change,
  problemAt,
}: FieldsProps & { readonly row: FormRow; readonly number: number }) {
  const styles = useStyles();
  const { label, values } = fieldNamed(row.key);
  const isRate = values[1]?.kind === "rate";
  const type = (value: number) => (entry: string) =>
    change(withRow(form, { ...row, entries: row.entries.map((one, at) => (at === value ? entry : one)) }));
  return (
    <div role="group" aria-label={`${label} ${number}`}>
      <div className={styles.head}>
        <Text>{label}</Text>
        <Button
          size="small"
          appearance="subtle"
          aria-label={`Remove ${label} ${number}`}
          onClick={() => change(withoutRow(form, row))}
        >
          Remove
        </Button>
      </div>
      <div className={styles.pair}>
        <EntryField
          label="Date"
          kind="date"
          value={row.entries[0] ?? ""}
          onChange={type(0)}
          problem={problemAt(row.key, row.id, 0)}
        />
        <EntryField
          label={isRate ? "Rate, % a year" : "Amount"}
          kind="figure"
          value={row.entries[1] ?? ""}
          onChange={type(1)}
          problem={problemAt(row.key, row.id, 1)}
        />
      </div>
    </div>
  );
}
