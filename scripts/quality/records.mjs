import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { format } from "prettier";
import { page } from "./page.mjs";

/** What the last run of each kind came to; docs/quality.md says it in words. */
const RECORDS = "docs/quality.json";
const PAGE = "docs/quality.md";

export const readRecords = () => (existsSync(RECORDS) ? JSON.parse(readFileSync(RECORDS, "utf8")) : {});

/** The page as the records have it. */
export const pageOf = (records) => format(page(records), { parser: "markdown", printWidth: 120 });

/** Puts what a run came to in the place of what the run before it came to, and writes the page anew. */
export async function keepRecord(change) {
  const records = change(readRecords());
  writeFileSync(RECORDS, `${JSON.stringify(records, null, 2)}\n`);
  writeFileSync(PAGE, await pageOf(records));
  console.log(`${PAGE} is written.`);
}
