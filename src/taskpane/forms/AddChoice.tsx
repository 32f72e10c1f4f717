import { Button, makeStyles, Select } from "@fluentui/react-components";

const useStyles = makeStyles({
  line: { display: "flex", gap: "8px", alignItems: "center", "& > :first-child": { flexGrow: 1, minWidth: 0 } },
});

interface AddChoiceProps {
  readonly label: string;
  readonly choices: readonly { readonly key: string; readonly label: string }[];
  readonly value: string;
  readonly onChange: (key: string) => void;
  readonly onAdd: () => void;
}

/** A choice of what a form has none of yet, and the button that adds it. */
export function AddChoice({ label, choices, value, onChange, onAdd }: AddChoiceProps) {
  return (
    <div className={useStyles().line}>
      <Select aria-label={label} value={value} onChange={(_event, changed) => onChange(changed.value)}>
        {choices.map((choice) => (
          <option key={choice.key} value={choice.key}>
            {choice.label}
          </option>
        ))}
      </Select>
      <Button onClick={onAdd}>Add</Button>
    </div>
  );
}
