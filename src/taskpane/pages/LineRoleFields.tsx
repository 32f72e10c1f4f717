import { Field, Select } from "@fluentui/react-components";
import { LINE_ROLES, type LineRole } from "../../workbook/import/exhibit/roles";
import type { ExhibitLineRole } from "../../workbook/import/exhibitText";

interface LineRolesProps {
  readonly lines: readonly ExhibitLineRole[];
  readonly choose: (roles: readonly LineRole[]) => void;
}

/** What each line of an exhibit is, with its figures, for the user to correct; open where a line was not understood. */
export function LineRoleFields({ lines, choose }: LineRolesProps) {
  const chosen = (index: number, role: LineRole) =>
    choose(lines.map((line, other) => (other === index ? role : line.role)));
  const left = lines.filter(({ role }) => role === "Leave out").length;
  return (
    <details open={left > 0}>
      <summary>What each line is{left > 0 ? ` (${left} left out)` : ""}</summary>
      {lines.map(({ caption, figures, role }, index) => (
        <Field key={`${index} ${caption}`} label={caption} hint={inWords(figures)} size="small">
          <Select size="small" value={role} onChange={(_event, { value }) => chosen(index, value as LineRole)}>
            {LINE_ROLES.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </Select>
        </Field>
      ))}
    </details>
  );
}

function inWords(figures: ExhibitLineRole["figures"]): string {
  const shown = (figure: number) => {
    const text = Math.abs(figure).toLocaleString("en-US", { maximumFractionDigits: 6 });
    return figure < 0 ? `(${text})` : text;
  };
  return figures.map((figure) => (figure === undefined ? "blank" : shown(figure))).join(" · ");
}
