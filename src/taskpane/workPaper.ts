import type { Explanation } from "../workbook/actions";
import { a1 } from "../workbook/book/address";
import type { CellContent } from "../workbook/book/book";
import { asText } from "./Grid";

/** A working to be pasted: as text with tabs, and as HTML whose tables a spreadsheet or a document takes as tables. */
export interface WorkPaper {
  readonly text: string;
  readonly html: string;
}

/** A paragraph, or a table with a header row, of a work paper. */
type Part = string | readonly (readonly CellContent[])[];

/** The whole explanation of a cell as a work paper. */
export function workPaperOf(explained: Explanation): WorkPaper {
  const parts = partsOf(explained).filter((part) => part.length > 0);
  return { text: parts.map(asLines).join("\n\n"), html: parts.map(asElement).join("\n") };
}

function partsOf({
  cell,
  shows,
  formula,
  said,
  loan = "",
  error,
  workings,
  conventions,
  steps,
  cells,
}: Explanation): Part[] {
  const isOne = workings.length === 1;
  return [
    `${cell.sheet} ${a1(cell)}: ${shows}`,
    formula === "" ? "" : `Formula: ${formula}`,
    said,
    loan,
    error ? `${error.code}: ${error.message}` : "",
    ...workings.flatMap((working): Part[] => [isOne ? "" : `${working.call}. ${working.said}`, working.rows]),
    ...(conventions ? ["Conventions", conventions] : []),
    ...(steps ? ["The formula, step by step", steps] : []),
    ...(cells ? [`Where its values come from: ${cells.map(({ words }) => words).join("; ")}`] : []),
  ];
}

function asLines(part: Part): string {
  return typeof part === "string" ? part : part.map((row) => row.map(asTyped).join("\t")).join("\n");
}

/** Words that a spreadsheet would take for a formula are kept words by the apostrophe that one types for that. */
function asTyped(cell: CellContent): string {
  return typeof cell === "string" && /^[=+@-]/.test(cell) ? `'${cell}` : asText(cell);
}

function asElement(part: Part): string {
  if (typeof part === "string") return `<p>${escaped(part)}</p>`;
  const [header = [], ...rows] = part;
  const row = (cells: readonly CellContent[], name: "th" | "td") =>
    `<tr>${cells.map((cell) => `<${name}${lookOf(cell)}>${escaped(asText(cell))}</${name}>`).join("")}</tr>`;
  return `<table>${row(header, "th")}${rows.map((cells) => row(cells, "td")).join("")}</table>`;
}

/** Figures at the right; words as words in a spreadsheet too, even where they begin like a formula. */
function lookOf(cell: CellContent): string {
  return typeof cell === "number" ? ' align="right"' : ` style='mso-number-format:"\\@"'`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Puts a work paper on the clipboard. @throws Error where neither way of the browser is open */
export async function copyWorkPaper({ text, html }: WorkPaper): Promise<void> {
  const blob = (content: string, type: string) => new Blob([content], { type });
  try {
    const item = new ClipboardItem({ "text/plain": blob(text, "text/plain"), "text/html": blob(html, "text/html") });
    await navigator.clipboard.write([item]);
  } catch {
    // Excel's panes are frames that may not use the clipboard but by this older way.
    copyInFrame({ text, html });
  }
}

function copyInFrame({ text, html }: WorkPaper): void {
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    event.clipboardData?.setData("text/html", html);
    event.preventDefault();
  };
  document.addEventListener("copy", put);
  const isCopied = document.execCommand("copy");
  document.removeEventListener("copy", put);
  if (!isCopied) throw new Error("The browser does not let the pane copy. Select the working, and copy it by Ctrl+C.");
}
