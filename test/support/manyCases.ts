import fc from "fast-check";

/** How many cases a law is tried on: a seeded few in every run, a million in `npm run test:exhaustive`. */
const CASES = (globalThis as { casesPerLaw?: number }).casesPerLaw;
const QUICK_CASES = 3_000;
const SEED = 20000912;

/** A case, and the kind of case that it was made to be. */
export interface Kinded<T> {
  readonly kind: string;
  readonly of: T;
}

export type Kinds<T> = Readonly<Record<string, fc.Arbitrary<T>>>;

/** Each kind as often as the others. */
export function anyKind<T>(kinds: Kinds<T>): fc.Arbitrary<Kinded<T>> {
  return fc.oneof(...Object.entries(kinds).map(([kind, cases]) => cases.map((of) => ({ kind, of }))));
}

/**
 * Expects the same answer, or the same error code, from two functions on many cases of each kind. In the exhaustive
 * run it prints how many cases there were.
 *
 * @param share of the usual number of cases, for a law that takes long to check
 */
export function expectSame<T>(
  law: string,
  kinds: Kinds<T>,
  actual: (of: T) => unknown,
  expected: (of: T) => unknown,
  share = 1,
): void {
  const numRuns = (CASES ?? QUICK_CASES) * share;
  const tally: Record<string, number> = {};
  fc.assert(
    fc.property(anyKind(kinds), ({ kind, of }) => {
      tally[kind] = (tally[kind] ?? 0) + 1;
      const [found, due] = [shown(actual, of), shown(expected, of)];
      if (found !== due) throw new Error(`${law}: expected ${due}, found ${found}`);
    }),
    { numRuns, seed: SEED },
  );
  if (CASES !== undefined) process.stdout.write(`${law}: ${numRuns} cases (${summary(tally)}), 0 mismatches\n`);
}

const summary = (tally: Record<string, number>) =>
  Object.entries(tally)
    .map(([kind, count]) => `${kind} ${count}`)
    .join(", ");

/** An answer as text that tells 1 from 1n and 0 from -0; an error by its code. */
function shown<T>(calculate: (of: T) => unknown, of: T): string {
  try {
    return text(calculate(of));
  } catch (error) {
    return `error ${(error as { code?: string }).code ?? String(error)}`;
  }
}

function text(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(text).join(", ")}]`;
  if (typeof value === "bigint") return `${value}n`;
  return Object.is(value, -0) ? "-0" : String(value);
}
