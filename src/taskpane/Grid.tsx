import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { CellContent } from "../workbook/sheet";

const useStyles = makeStyles({
  scroll: { maxWidth: "100%", overflowX: "auto" },
  table: { borderCollapse: "collapse", fontSize: tokens.fontSizeBase200, "& th, & td": { padding: "3px 6px", verticalAlign: "top" } },
  heading: { textAlign: "left", borderBottom: `1px solid ${tokens.colorNeutralStrokeAccessible}` },
  cell: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  number: { textAlign: "right", fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
});

type Rows = readonly (readonly CellContent[])[];

/** Rows of a workbook as a table with a header row. Whatever a cell holds is shown as text. */
export function Grid({ label, rows: [header = [], ...rows] }: { readonly label: string; readonly rows: Rows }) {
  const styles = useStyles();
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={label}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {header.map((heading, column) => (
              <th key={column} scope="col" className={styles.heading}>
                {String(heading)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} className={mergeClasses(styles.cell, typeof cell === "number" && styles.number)}>
                  {asText(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Negative figures in parentheses, as the exhibits print them. */
function asText(cell: CellContent): string {
  if (typeof cell !== "number") return String(cell);
  const figure = Math.abs(cell).toLocaleString("en-US", { maximumFractionDigits: 6 });
  return cell < 0 ? `(${figure})` : figure;
}
