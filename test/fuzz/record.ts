import { appendFileSync } from "node:fs";

/** What a long run came to for one function; the milliseconds are those of its slowest call. */
export interface FuzzRun {
  readonly name: string;
  readonly calls: number;
  readonly slowest: number;
}

/** Adds a line to the record of a long run, from which scripts/quality.mjs makes its page. */
export function recordRun(run: FuzzRun): void {
  const { FUZZ_RECORD: file } = process.env;
  if (file) appendFileSync(file, `${JSON.stringify(run)}\n`);
}
