import type { NoOptions } from "./actionTypes";
import { apply } from "./book/apply";
import { report, type Report } from "./book/report";
import type { OpenBook, Running } from "./book/book";

/** Calculates every formula again, whether or not anything it depends on has changed. */
export async function recalculateAll(book: OpenBook, _options: NoOptions, running: Running = {}): Promise<Report> {
  await apply(book, [{ do: "recalculate" }], running);
  return report("Every formula was calculated again.", false);
}
