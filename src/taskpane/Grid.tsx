import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { CellContent } from "../workbook/book/book";

const useStyles = makeStyles({
  scroll: { maxWidth: "100%", overflowX: "auto" },
  table: {
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    "& th, & td": { padding: "3px 6px", verticalAlign: "top" },
    "& td:first-child": { minWidth: "96px" },
  },
  heading: {
    textAlign: "left",
    verticalAlign: "bottom !important",
    borderBottom: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
  },
  cell: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  marked: { backgroundColor: tokens.colorNeutralBackground1Selected, fontWeight: tokens.fontWeightSemibold },
  right: { textAlign: "right" },
  words: { minWidth: "200px" },
  number: { textAlign: "right", fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
});

type Rows = readonly (readonly CellContent[])[];

interface GridProps {
  readonly label: string;
  readonly rows: Rows;
  /** Of every figure; as many as each has, if left out. */
  readonly decimals?: number;
  /** A row that is meant, counted from 1 below the header. */
  readonly marked?: number;
}

/** Rows of a workbook as a table with a header row. Whatever a cell holds is shown as text. */
export function Grid({ label, rows: [header = [], ...rows], decimals, marked }: GridProps) {
  const styles = useStyles();
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={label}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {header.map((heading, column) => (
              <th
                key={column}
                scope="col"
                className={mergeClasses(styles.heading, isOfNumbers(rows, column) && styles.right)}
              >
                {String(heading)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr
              key={index}
              className={index + 1 === marked ? styles.marked : undefined}
              aria-current={index + 1 === marked ? "true" : undefined}
            >
              {row.map((cell, column) => (
                <td
                  key={column}
                  className={mergeClasses(
                    styles.cell,
                    typeof cell === "number" && styles.number,
                    isLong(cell) && styles.words,
                  )}
                >
                  {asText(cell, decimals)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function isOfNumbers(rows: Rows, column: number): boolean {
  return rows.some((row) => typeof row[column] === "number");
}

/** A sentence gets a width to be read in, instead of a word a line. */
function isLong(cell: CellContent): boolean {
  return typeof cell === "string" && cell.length > 30;
}

/** Negative figures in parentheses, as the exhibits print them. */
export function asText(cell: CellContent, decimals?: number): string {
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (typeof cell !== "number") return String(cell);
  const figure = Math.abs(cell).toLocaleString("en-US", {
    ...(decimals === undefined ? {} : { minimumFractionDigits: decimals }),
    maximumFractionDigits: decimals ?? 6,
  });
  return cell < 0 ? `(${figure})` : figure;
}
