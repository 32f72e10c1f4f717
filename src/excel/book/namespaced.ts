import { FAMILY_OF } from "../families";
import type { CellContent, Edit, Grid, OpenBook, Sight } from "../../workbook/book/book";

type Contents = readonly (readonly CellContent[])[];

/**
 * The workbook as the actions see it when an organisation's functions carry a prefix: they read and write
 * =LOANBALANCE(...), and its cells hold =ACME.LOANBALANCE(...).
 */
export function namespaced(book: OpenBook, prefix: string): OpenBook {
  const names = Object.keys(FAMILY_OF).join("|");
  const text = '"(?:[^"]|"")*"';
  const bare = new RegExp(`${text}|(?<![\\w.])(?:${names})(?=\\s*\\()`, "gi");
  const prefixed = new RegExp(`${text}|(?<![\\w.])${prefix.replaceAll(".", "\\.")}\\.(?=(?:${names})\\s*\\()`, "gi");

  const written = (formula: string) =>
    formula.replace(bare, (match) => (match.startsWith('"') ? match : `${prefix}.${match}`));
  const read = (formula: string) => formula.replace(prefixed, (match) => (match.startsWith('"') ? match : ""));
  return {
    ...book,
    look: async (look, running) => seen(await book.look(look, running), read),
    perform: (edits, running) =>
      book.perform(
        edits.map((edit) => planned(edit, written)),
        running,
      ),
  };
}

function formulas<Content extends CellContent>(content: Content, rewrite: (formula: string) => string): CellContent {
  return typeof content === "string" && content.startsWith("=") ? rewrite(content) : content;
}

function rows(contents: Contents, rewrite: (formula: string) => string): Contents {
  return contents.map((row) => row.map((cell) => formulas(cell, rewrite)));
}

function planned(edit: Edit, rewrite: (formula: string) => string): Edit {
  if (edit.do === "write" || edit.do === "addTableRows") return { ...edit, contents: rows(edit.contents, rewrite) };
  if (edit.do === "addTableColumn") return { ...edit, contents: edit.contents.map((cell) => formulas(cell, rewrite)) };
  return edit;
}

function seen(sight: Sight, rewrite: (formula: string) => string): Sight {
  const grid = <G extends Grid>(it: G): G => ({ ...it, contents: rows(it.contents, rewrite) });
  const each = <G extends Grid>(grids: Readonly<Record<string, G>>) =>
    Object.fromEntries(Object.entries(grids).map(([name, it]) => [name, grid(it)]));
  return {
    ...sight,
    sheets: each(sight.sheets),
    tables: each(sight.tables),
    names: each(sight.names),
    areas: sight.areas.map(grid),
    ...(sight.selection ? { selection: grid(sight.selection) } : {}),
  };
}
