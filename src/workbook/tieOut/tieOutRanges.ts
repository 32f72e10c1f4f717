import { a1, absolute, cellAt } from "../book/address";
import { ActionError } from "../book/report";
import type { Area, OpenBook, Running, Sight } from "../book/book";
import type { Compared } from "./compared";

/** Cell by cell; a pair of which both are blank, or words, is passed over. */
export async function comparedRanges(
  book: OpenBook,
  computed: Area,
  printed: Area,
  running: Running,
): Promise<{ compared: Compared[]; sight: Sight }> {
  if (computed.rows !== printed.rows || computed.columns !== printed.columns) {
    throw new ActionError(
      `The computed and the printed figures must be ranges of one shape; ${a1(computed)} has ${sizeWords(computed)}, ${a1(printed)} has ${sizeWords(printed)}.`,
    );
  }
  const sight = await book.look({ areas: [computed, printed] }, running);
  const [ours, theirs] = sight.areas;
  const compared = Array.from({ length: computed.rows }, (_row, y) =>
    Array.from({ length: computed.columns }, (_column, x): Compared | undefined => {
      const values = [ours?.values[y]?.[x] ?? "", theirs?.values[y]?.[x] ?? ""] as const;
      if (values[1] === "" || typeof values[0] !== "number") return undefined;
      const at = cellAt(computed.sheet, computed.row + y, computed.column + x);
      const other = cellAt(printed.sheet, printed.row + y, printed.column + x);
      return {
        label: absolute(at).replaceAll("$", ""),
        period: "",
        computed: `=${absolute(at)}`,
        printed: `=${absolute(other)}`,
        values,
        unit: "",
        at,
      };
    }),
  );
  return { compared: compared.flat().filter((pair) => pair !== undefined), sight };
}

function sizeWords({ rows, columns }: Area): string {
  return `${rows} × ${columns} cells`;
}
