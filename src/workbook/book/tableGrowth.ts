import { a1, columnName } from "./address";
import { capitalized, inOneParagraph } from "./report";
import type { Area, Sight, TableSight } from "./book";

type OfCell = (row: number, column: number) => boolean;

/**
 * A table with the rows right below and the columns right beside it that belong to it, as Excel's tables grow: row by
 * row, then column by column, as long as the next one has a cell that joins and none that is in the way.
 */
export function grownArea(area: Area, joins: OfCell, isInTheWay: OfCell = () => false): Area {
  const below = { ...area, rows: area.rows + 1 };
  if (mayJoin({ ...area, row: area.row + area.rows, rows: 1 }, joins, isInTheWay))
    return grownArea(below, joins, isInTheWay);
  const beside = { ...area, columns: area.columns + 1 };
  if (mayJoin({ ...area, column: area.column + area.columns, columns: 1 }, joins, isInTheWay))
    return grownArea(beside, joins, isInTheWay);
  return area;
}

function mayJoin(line: Area, joins: OfCell, isInTheWay: OfCell): boolean {
  return someCell(line, joins) && !someCell(line, isInTheWay);
}

function someCell({ row, column, rows, columns }: Area, holds: OfCell): boolean {
  for (let y = row; y < row + rows; y++) for (let x = column; x < column + columns; x++) if (holds(y, x)) return true;
  return false;
}

/** What touches tables without being in them, as far as a look has shown it; "" when nothing does. */
export function outsideTables({ tables }: Sight): string {
  return inOneParagraph(...Object.values(tables).map(outsideWords));
}

/** What touches a table without being in it, and what to do about it, in a sentence; "" when nothing does. */
export function outsideWords({ name, area, around = area }: TableSight): string {
  const rows = around.rows - area.rows;
  const columns = around.columns - area.columns;
  const parts = [
    ...(rows > 0 ? [rowWords(area.row + area.rows, rows)] : []),
    ...(columns > 0 ? [columnWords(area.column + area.columns, columns)] : []),
  ];
  if (parts.length === 0) return "";
  const [touch, are] = rows + columns > 1 ? ["touch", "are"] : ["touches", "is"];
  const words = parts.join(" and ");
  return (
    `${capitalized(words)} of ${area.sheet} ${touch} the table ${name} but ${are} not in it (${a1(area)}), ` +
    "and nothing there was used: resize the table over it, or leave a blank row or column between."
  );
}

function rowWords(first: number, count: number): string {
  return count === 1 ? `row ${first + 1}` : `rows ${first + 1} to ${first + count}`;
}

function columnWords(first: number, count: number): string {
  const [from, to] = [columnName(first), columnName(first + count - 1)];
  return count === 1 ? `column ${from}` : `columns ${from}:${to}`;
}
