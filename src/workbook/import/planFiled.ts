import type { ImportedPeriod } from "../actionTypes";
import { cellAt } from "../book/address";
import { filedRows, type Units } from "../eps/filed";
import { FILED_TABLE } from "../book/names";
import type { CellContent, Edit, Sight } from "../book/book";

const PRINTED_COLUMN = 3;

/** Printed figures into their table: those that are new below the others, those that differ in their place. */
export function planFiled(periods: readonly ImportedPeriod[], units: Units, { tables }: Sight): Edit[] {
  const table = tables[FILED_TABLE];
  if (!table) return [];
  const keyOf = ([periodEnd, months, line]: readonly CellContent[]) =>
    `${periodEnd}|${months}|${String(line).trim().toLowerCase()}`;
  const known = new Map(table.values.map((cells, row) => [keyOf(cells), { row, printed: cells[PRINTED_COLUMN] }]));
  const added: CellContent[][] = [];
  const edits: Edit[] = [];
  for (const cells of filedRows(periods, units)) {
    const there = known.get(keyOf(cells));
    if (!there) added.push(cells);
    else if (there.printed !== cells[PRINTED_COLUMN]) {
      const area = cellAt(table.area.sheet, table.area.row + there.row, table.area.column + PRINTED_COLUMN);
      edits.push({ do: "write", area, contents: [[cells[PRINTED_COLUMN] ?? ""]] });
    }
  }
  return [
    ...(added.length > 0 ? [{ do: "addTableRows", table: FILED_TABLE, contents: added } as const] : []),
    ...edits,
  ];
}
