import { appendFileSync } from "node:fs";
import { JOBS, type Job } from "./jobs";

/** A book that fails at a step of its own, once. */
export interface FailingBook {
  readonly prepare: () => Promise<unknown>;
  readonly run: () => Promise<unknown>;
  /** Everything of the workbook that a user can see. */
  readonly picture: () => unknown;
  /** Fails at the step so numbered, from 1; Infinity for none. */
  readonly failAt: (step: number) => void;
  /** How many steps were taken since then. */
  readonly steps: () => number;
  readonly dispose?: () => void;
}

/** In `npm run test:faults` every step fails; with every `npm test` the first, the last, and some between. */
const { FAULT_RECORD: record } = process.env;
const SOME = 4;

function failing(steps: number): number[] {
  const every = Array.from({ length: steps }, (_, index) => index + 1);
  return record ? every : every.filter((step) => step === 1 || step === steps || step % Math.ceil(steps / SOME) === 0);
}

/** Each action, with a failure at its steps: the workbook is as before it, and the user is told; or the action was done. */
export function testEveryStep(book: string, open: (job: Job) => FailingBook, jobs: readonly Job[] = JOBS): void {
  test.each(jobs)(`${book}: $name, whatever step fails, is done whole or not at all`, async (job) => {
    const whole = open(job);
    await whole.prepare();
    const before = await whole.picture();
    whole.failAt(Infinity);
    await whole.run();
    const [steps, after] = [whole.steps(), await whole.picture()];
    whole.dispose?.();
    expect(steps).toBeGreaterThan(0);

    for (const step of failing(steps)) {
      const one = open(job);
      await one.prepare();
      one.failAt(step);
      const words = await one.run().then(
        () => "done",
        (error: Error) => error.message,
      );
      one.failAt(Infinity);
      const left = await one.picture();
      one.dispose?.();
      if (words !== "done") expect(words).toMatch(/[a-z].*\.$/);
      expect({ step, words, left }).toEqual({ step, words, left: words === "done" ? after : before });
    }
    if (record) appendFileSync(record, `${JSON.stringify({ book, action: job.name, steps: failing(steps).length })}\n`);
  });
}
