import { appendFileSync } from "node:fs";
import fc from "fast-check";

/** Of a long run each kind has its part, and within it each of those that are tried. */
const MINUTES = (globalThis as { fuzzMinutes?: number }).fuzzMinutes ?? 0;
const PARTS = { call: 0.5, law: 0.2, file: 0.15, text: 0.1, line: 0.05 };
const SEED = 20000912;

/** What is tried, and what the long run tells of it; `of` says how many of its kind share the time. */
export interface Tried {
  readonly kind: keyof typeof PARTS;
  readonly name: string;
  readonly of: number;
  readonly numRuns: number;
  /** The milliseconds of the slowest, where that is told. */
  readonly slowest?: () => number;
}

/**
 * Holds a property a few seeded times with every `npm test`; in `npm run test:fuzz` as many as the minutes allow, each
 * round from another seed, which goes into the record from which scripts/quality makes its page.
 */
export async function held<T>(
  { kind, name, of, numRuns, slowest }: Tried,
  property: fc.IRawProperty<T>,
): Promise<void> {
  const end = performance.now() + (MINUTES * 60_000 * PARTS[kind]) / of;
  let round = 0;
  do {
    // A long run tells the case as it met it: to make it small may take longer than the run.
    await fc.assert(property, { numRuns, seed: SEED + round, endOnFailure: MINUTES > 0 });
    round += 1;
  } while (performance.now() < end);
  const { FUZZ_RECORD: file } = process.env;
  if (file) appendFileSync(file, `${JSON.stringify({ kind, name, tried: round * numRuns, slowest: slowest?.() })}\n`);
}
