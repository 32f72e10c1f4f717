import { COUNT_COLUMNS, countCells, type Counts } from "./counts";
import { page, table } from "./markdown";

/** A line of the index: a suite, the page on which it stands, what came of it. */
export interface IndexLine {
  readonly title: string;
  readonly path: string;
  readonly counts: Counts;
}

export function indexPage(lines: readonly IndexLine[]): string {
  return page(
    "# Conformance",
    "What published sources print, beside what a formula of ours answers. Every figure is the answer of a formula as a user\n" +
      "types it, calculated by the engine of the workbench and of the `tieout` command.",
    table(
      ["suite", ...COUNT_COLUMNS],
      lines.map(({ title, path, counts }) => [`[${title}](${path})`, ...countCells(counts)]),
    ),
    "_Differ, with the reason_: the source errs or rounds to make a column foot, or counts by a rule of its own; the page says\n" +
      "which. _Wrong_: ours is, and the test run fails. _Not run_: a case that no formula of ours is meant to answer, with its\n" +
      "reason. A case that is said to differ and begins to agree fails the run too, so the reasons cannot grow stale.",
    "The contracts of [ACTUS](conformance/actus.md) are under a licence by which they are not carried; that page says how to\n" +
      "get them and what came of them.",
    "Exhibits as they were filed, read by an import and tied out, stand on [a page of their own](conformance/exhibits.md).",
    "The cases stand in [test/conformance/cases](../test/conformance/cases/README.md), each file with its source and licence.\n" +
      "`npx jest test/conformance` runs them and compares these pages; `npm run conformance` writes the pages anew.",
  );
}
