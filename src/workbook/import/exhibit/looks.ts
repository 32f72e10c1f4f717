import { SAYS_PER_SHARE } from "./captions";
import { textRows } from "./textRows";

/** A header row of commas, semicolons or tabs whose first column is a period makes a text a file of columns. */
const COLUMNS =
  /^\s*"?(period|quarter|date|end|fiscal|year)[^,;\t\n]*[,;\t](?=.*(income|loss|earnings|profit|shares))/i;

/** Whether a text is a computation of earnings per share as filed: words and figures in rows, not columns of a file. */
export function looksLikeExhibit(text: string): boolean {
  const first = text.split("\n").find((line) => line.trim() !== "") ?? "";
  if (COLUMNS.test(first)) return false;
  if (!SAYS_PER_SHARE.test(text.toLowerCase())) return false;
  return textRows(text).filter(({ words, cells }) => /[a-z]{3}/i.test(words) && cells.length > 0).length >= 2;
}
