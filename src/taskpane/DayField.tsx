import { Field, Input } from "@fluentui/react-components";
import { dayOfIsoDate } from "../core/calendar/civilDate";
import { serialOf } from "../functions/cells/arguments";

interface DayFieldProps {
  readonly label: string;
  /** What the field holds: 2026-03-31, or "" for none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  /** What is wrong with it, in words. */
  readonly problem?: string | undefined;
}

export function DayField({ label, value, onChange, hint, problem }: DayFieldProps) {
  return (
    <Field label={label} hint={hint} validationMessage={problem} style={{ width: "100%" }}>
      <Input type="date" value={value} onChange={(_event, changed) => onChange(changed.value)} />
    </Field>
  );
}

/** The serial of what a {@link DayField} holds, as the workbook counts days; undefined for none. */
export function serialOfField(value: string): number | undefined {
  const day = dayOfIsoDate(value);
  return day === undefined ? undefined : serialOf(day);
}
