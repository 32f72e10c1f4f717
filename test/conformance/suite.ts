import type { Evaluation } from "../../src/engine/evaluation";
import type { Carried } from "./carried";

/** Answers a formula as the workbench and the command do. */
export type Evaluate = (formula: string) => Promise<Evaluation>;

/** The formula of a case as a user types it, how many figures were compared, and the first that does not agree. */
export interface Outcome {
  readonly formula: string;
  readonly figures: number;
  /** What agrees, in words. */
  readonly agreement: string;
  readonly difference: string | null;
}

interface CaseResult extends Outcome {
  readonly id: string;
}

/** A suite as run, with the cases known to differ and why. */
export interface Suite {
  readonly title: string;
  readonly carried: Omit<Carried<unknown>, "cases">;
  /** What counts as agreement. */
  readonly tolerance: string;
  readonly results: readonly CaseResult[];
  readonly reasons: Readonly<Record<string, string>>;
  /** Cases that no formula of ours is meant to answer, by reason. */
  readonly notRun: Readonly<Record<string, string>>;
}

/** A suite to run. */
export interface SuiteToRun {
  readonly title: string;
  run(evaluate: Evaluate): Promise<Suite>;
}

interface Description<T> {
  readonly title: string;
  readonly from: Carried<T>;
  readonly check: (evaluate: Evaluate) => (one: T) => Promise<Outcome>;
  readonly tolerance: string;
  /** Why cases that differ do. */
  readonly reasons?: Readonly<Record<string, string>>;
  /** Why no formula of ours is meant to answer a case; null when one is. */
  readonly notOurs?: (one: T) => string | null;
}

export function suiteOf<T extends { readonly id: string }>(description: Description<T>): SuiteToRun {
  const { title, from, check, tolerance, reasons = {}, notOurs = () => null } = description;
  const { cases, ...source } = from;
  const notRun = new Map(cases.flatMap((one) => reasonOf(one.id, notOurs(one))));
  const ran = cases.filter(({ id }) => !notRun.has(id));
  return {
    title,
    run: async (evaluate) => {
      const results: CaseResult[] = [];
      for (const one of ran) results.push({ id: one.id, ...(await check(evaluate)(one)) });
      return { title, carried: source, tolerance, results, reasons, notRun: Object.fromEntries(notRun) };
    },
  };
}

function reasonOf(id: string, reason: string | null): [id: string, reason: string][] {
  return reason === null ? [] : [[id, reason]];
}

/** A figure of a case: what it is, what we answer, what the source says. */
export interface Comparison {
  readonly what: string;
  readonly found: number;
  readonly expected: number;
  readonly tolerance: number;
}

export function outcome(formula: string, comparisons: readonly Comparison[]): Outcome {
  const wrong = comparisons.find(({ found, expected, tolerance }) => !(Math.abs(found - expected) <= tolerance));
  const [only, ...others] = comparisons;
  return {
    formula,
    figures: comparisons.length,
    agreement: only && others.length === 0 ? `${only.what} ${only.expected}` : `${comparisons.length} figures`,
    difference: wrong ? `${wrong.what}: found ${wrong.found}, expected ${wrong.expected}` : null,
  };
}

/** The outcome of a formula that answers in error. */
export function refused(formula: string, { error }: Extract<Evaluation, { error: unknown }>): Outcome {
  return { formula, figures: 1, agreement: "", difference: `${error.code} ${error.message}`.trim() };
}

/** The outcome of a formula that should answer in error. */
export function refusal(formula: string, answer: Evaluation): Outcome {
  const found = isError(answer) ? null : `found ${numberOf(answer)}, expected an error`;
  return { formula, figures: 1, agreement: "refused", difference: found };
}

export function isError(evaluation: Evaluation): evaluation is Extract<Evaluation, { error: unknown }> {
  return "error" in evaluation;
}

/** One number, or NaN where the answer is none. */
export function numberOf(evaluation: Evaluation): number {
  return "value" in evaluation && typeof evaluation.value === "number" ? evaluation.value : NaN;
}
