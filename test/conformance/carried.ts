import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A file of test/conformance/cases: facts of one source, under its licence. */
export interface Carried<Case> {
  readonly source: string;
  readonly url?: string;
  readonly licence: string;
  /** Where its text stands: beside the file, or on the web. */
  readonly licenceText?: string;
  readonly cases: readonly Case[];
}

export function carried<Case>(name: string): Carried<Case> {
  return JSON.parse(readFileSync(join(__dirname, "cases", `${name}.json`), "utf8")) as Carried<Case>;
}
