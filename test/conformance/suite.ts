import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The published suites lie beside the project. Where they are absent there is nothing to conform to, and no failure. */
const FOLDER = join(__dirname, "..", "..", "..", "shared", "cases");

export function publishedCases<T>(file: string): T | null {
  const path = join(FOLDER, file);
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as T) : null;
}

/** One case as run: null when every figure agrees, else the first that does not. */
export interface CaseResult {
  readonly id: string;
  readonly difference: string | null;
}

export function run<T extends { id: string }>(cases: readonly T[], check: (one: T) => string | null): CaseResult[] {
  return cases.map((one) => ({ id: one.id, difference: outcome(() => check(one)) }));
}

function outcome(check: () => string | null): string | null {
  try {
    return check();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** null when two figures agree within a tolerance. */
export function compareFigures(label: string, found: number, expected: number, tolerance: number): string | null {
  return Math.abs(found - expected) <= tolerance ? null : `${label}: found ${found}, expected ${expected}`;
}

/** A suite as run, with the cases that are skipped and why. */
export interface Suite {
  readonly title: string;
  readonly results: readonly CaseResult[];
  readonly skipped: ReadonlyMap<string, string>;
}

export function suiteOf<T extends { id: string }>(
  title: string,
  cases: readonly T[],
  runAll: (cases: readonly T[]) => CaseResult[],
  reasonToSkip: (one: T) => string | null,
): Suite {
  const skipped = cases.flatMap((one) => {
    const reason = reasonToSkip(one);
    return reason === null ? [] : [[one.id, reason] as const];
  });
  return { title, results: runAll(cases), skipped: new Map(skipped) };
}
