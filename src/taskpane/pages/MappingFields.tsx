import { Field, Select } from "@fluentui/react-components";
import { COLUMN_ROLES, type ColumnMapping, type ColumnRole, type CsvFile } from "../../workbook/import/csv";

interface MappingProps {
  readonly file: CsvFile;
  readonly mapping: ColumnMapping;
  readonly choose: (mapping: ColumnMapping) => void;
}

/** What each column of a CSV file is, for the user to correct. */
export function MappingFields({ file, mapping, choose }: MappingProps) {
  const chosen = (column: number, role: ColumnRole) =>
    choose(mapping.map((other, index) => (index === column ? role : other)));
  return file.headers.map((header, column) => (
    <Field key={`${column} ${header}`} label={header === "" ? `Column ${column + 1}` : header} size="small">
      <Select
        size="small"
        value={mapping[column]}
        onChange={(_event, { value }) => chosen(column, value as ColumnRole)}
      >
        {COLUMN_ROLES.map((role) => (
          <option key={role}>{role}</option>
        ))}
      </Select>
    </Field>
  ));
}
