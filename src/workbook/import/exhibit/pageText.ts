import { DOMParser, type Element, type Node } from "@xmldom/xmldom";
import { ActionError } from "../../book/report";
import { requireReadableDepth } from "../nesting";

/** A cell of a table, over so many of its columns. */
interface PageCell {
  readonly text: string;
  readonly span: number;
}

const LINES = /^(p|div|br|tr|li|h\d|table|title|center|hr)$/i;

/** Whether a text is a page: an exhibit of a filing that was saved, and not its text. */
export function isPage(text: string): boolean {
  return /<(html|body|td)[\s>]/i.test(text);
}

/**
 * The text of a page of a filing, its tables set out in columns of fixed width, headings over the columns that they span.
 *
 * @throws ActionError when the page cannot be read
 */
export function pageText(page: string): string {
  const lines: string[] = [""];
  for (const node of parsed(page).childNodes) writeOut(node, lines);
  return lines.join("\n");
}

function parsed(page: string) {
  try {
    const document = new DOMParser({ onError: () => {} }).parseFromString(page.trimStart(), "text/html");
    requireReadableDepth(document);
    return document;
  } catch {
    throw new ActionError("The page cannot be read. Open it in a browser, copy its table, and paste that.");
  }
}

function writeOut(node: Node, lines: string[]): void {
  const name = node.nodeName.toLowerCase();
  if (name === "script" || name === "style") return;
  if (name === "table") {
    lines.push(...tableLines(node as Element), "");
    return;
  }
  if (node.nodeType === node.TEXT_NODE) lines.push((lines.pop() ?? "") + oneLine(node.nodeValue ?? ""));
  if (LINES.test(name)) lines.push("");
  for (const child of node.childNodes) writeOut(child, lines);
  if (LINES.test(name)) lines.push("");
}

function oneLine(text: string): string {
  return text.replace(/[\s\u00a0]+/g, " ");
}

function tableLines(table: Element): string[] {
  const rows = [...table.getElementsByTagName("tr")].map((row) => merged(cellsOf(row)));
  const widths = columnWidths(rows);
  return rows.map((row) => {
    let column = 0;
    return row
      .map(({ text, span }) => {
        const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
        const isFirst = column === 0;
        column += span;
        return isFirst ? text.padEnd(width) : /^[$(\d.-]/.test(text) ? text.padStart(width) : centred(text, width);
      })
      .join("")
      .trimEnd();
  });
}

function cellsOf(row: Element): PageCell[] {
  return [...row.childNodes]
    .filter((node): node is Element => /^t[dh]$/i.test(node.nodeName))
    .map((cell) => ({
      text: oneLine(wordsOf(cell)).trim(),
      span: spanOf(cell),
    }));
}

/** As browsers have it: a whole number of at most 1,000. */
function spanOf(cell: Element): number {
  return Math.min(1_000, Math.max(1, Math.floor(Number(cell.getAttribute("colspan"))) || 1));
}

/** Words on two lines of a cell stand apart. */
function wordsOf(node: Node): string {
  if (node.nodeType === node.TEXT_NODE) return node.nodeValue ?? "";
  const words = [...node.childNodes].map(wordsOf).join("");
  return LINES.test(node.nodeName) ? ` ${words} ` : words;
}

/** A parenthesis that closes in a cell of its own belongs to its figure. */
function merged(cells: readonly PageCell[]): PageCell[] {
  const done: PageCell[] = [];
  for (const cell of cells) {
    const before = done.at(-1);
    if (before && /^[)%*]/.test(cell.text)) {
      done[done.length - 1] = { text: before.text + cell.text, span: before.span };
      done.push({ text: "", span: cell.span });
    } else done.push(cell);
  }
  return done;
}

const GAP = 3;

function columnWidths(rows: readonly (readonly PageCell[])[]): number[] {
  const widths: number[] = [];
  for (const row of rows) {
    let column = 0;
    for (const { text, span } of row) {
      for (let one = column; one < column + span; one++) widths[one] ??= 1;
      if (span === 1 && text !== "") widths[column] = Math.max(widths[column] ?? 0, text.length + GAP);
      column += span;
    }
  }
  return widths;
}

function centred(text: string, width: number): string {
  return text.padStart(text.length + Math.floor((width - text.length) / 2)).padEnd(width);
}
