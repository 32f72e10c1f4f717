import { Field, Input, Select } from "@fluentui/react-components";
import { capitalized } from "../../workbook/book/report";
import { DayField } from "../DayField";

/** A word that a field offers, and what it means in a line. */
export interface Offer {
  readonly word: string;
  readonly meaning: string;
  /** What the list shows, where that is another than the word. */
  readonly shown?: string;
}

export interface EntryFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  /** What is wrong with it, in words; undefined for nothing. */
  readonly problem?: string | undefined;
  readonly kind?: "text" | "figure" | "percent" | "date";
}

const WIDE = { width: "100%" };

/** A field in which a value is typed, with what is wrong with it under it. */
export function EntryField({ label, value, onChange, hint, problem, kind = "text" }: EntryFieldProps) {
  if (kind === "date")
    return <DayField label={label} value={value} onChange={onChange} hint={hint} problem={problem} />;
  return (
    <Field label={label} hint={hint} validationMessage={problem} style={WIDE}>
      <Input
        value={value}
        inputMode={kind === "text" ? "text" : "decimal"}
        contentAfter={kind === "percent" ? "% a year" : undefined}
        autoComplete="off"
        onChange={(_event, changed) => onChange(changed.value)}
      />
    </Field>
  );
}

interface WordFieldProps extends Omit<EntryFieldProps, "kind" | "hint"> {
  readonly offers: readonly Offer[];
  /** Under the field for a word that none of the offers is. */
  readonly otherwise?: string;
}

/** A field that takes one of a few words; under it stands what the chosen one means. */
export function WordField({ label, value, onChange, problem, offers, otherwise }: WordFieldProps) {
  const chosen = offers.find(({ word }) => word.toLowerCase() === value.trim().toLowerCase());
  return (
    <Field label={label} hint={chosen ? chosen.meaning : otherwise} validationMessage={problem} style={WIDE}>
      <Select value={chosen?.word ?? value} onChange={(_event, changed) => onChange(changed.value)}>
        {!chosen && <option value={value}>{value === "" ? "Choose…" : `${value} (as it stands)`}</option>}
        {offers.map(({ word, shown }) => (
          <option key={word} value={word}>
            {shown ?? word}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** "must be more than zero" as the sentence that stands under its field. */
export function ruleSentence(rule: string): string {
  return `${capitalized(rule)}.`;
}
