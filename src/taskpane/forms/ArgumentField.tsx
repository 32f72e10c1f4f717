import { Field, Input, Select } from "@fluentui/react-components";
import type { Parameter } from "../../functions/catalogue";
import { OFFERED_WORDS } from "../../functions/offeredWords";
import { WORD_MEANINGS } from "../../functions/wordMeanings";
import { capitalized } from "../../workbook/book/report";

interface ArgumentFieldProps {
  readonly parameter: Parameter;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onFocus: () => void;
  readonly problem: string | undefined;
}

const WIDE = { width: "100%" };

/** One argument of a function: what it means, its words to choose from where it has some, else a value or cells. */
export function ArgumentField({ parameter, value, onChange, onFocus, problem }: ArgumentFieldProps) {
  const { name, description, optional } = parameter;
  const label = optional ? `${inWords(name)} (may be left out)` : inWords(name);
  const words = (OFFERED_WORDS[name] ?? []).map(({ word }) => word);
  const isWord = words.length > 0 && (value === "" || words.includes(value));
  const common = { label, validationMessage: problem, style: WIDE };
  if (isWord) {
    return (
      <Field {...common} hint={WORD_MEANINGS[name]?.[value] ?? description}>
        <Select value={value} onFocus={onFocus} onChange={(_event, changed) => onChange(changed.value)}>
          <option value="">{optional ? "left out" : "Choose…"}</option>
          {words.map((word) => (
            <option key={word}>{word}</option>
          ))}
        </Select>
      </Field>
    );
  }
  return (
    <Field {...common} hint={description}>
      <Input
        value={value}
        autoComplete="off"
        spellCheck={false}
        onFocus={onFocus}
        onChange={(_event, changed) => onChange(changed.value)}
      />
    </Field>
  );
}

/** averagePrice as Average price. */
function inWords(name: string): string {
  return capitalized(name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
}
