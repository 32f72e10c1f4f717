import { ADD_BACK, PERIOD_COLUMNS, periodColumn } from "../../functions/eps/periodWords";

const MOST_CHARACTERS = 120;

/**
 * The words of a source for a class of potential shares, as a header of the period table. Where the table would take
 * them for something else, or not at all, they are said to be shares.
 */
export function className(words: string): string {
  const caption = words
    .replace(/\s+/g, " ")
    .replace(/[\s*†‡:]+$/, "")
    .slice(0, MOST_CHARACTERS);
  return [caption, `Dilutive shares: ${caption}`].find(isClass) ?? "Dilutive potential common shares";
}

function isClass(header: string): boolean {
  const column = periodColumn(header);
  return column !== undefined && column !== "" && !PERIOD_COLUMNS.includes(column) && !column.endsWith(ADD_BACK);
}
