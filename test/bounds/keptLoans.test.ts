/** A session that sees ever new loans holds no more of them than there is room for. */
import "../support/customFunctions";
import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { LOANBALANCE } from "../../src/functions/loan/loan";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

const COLLECTIONS = 5;
const MOMENT_MILLISECONDS = 50;

interface Megabytes {
  readonly objects: number;
  /** Columns of figures: what is free of them may be given back a moment later than it is collected. */
  readonly columns: number;
}

/** What is collected is given back a moment later, from another thread. */
async function held(): Promise<Megabytes> {
  for (let time = 0; time < COLLECTIONS; time++) {
    collect();
    await setTimeout(MOMENT_MILLISECONDS);
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return { objects: heapUsed / 1e6, columns: arrayBuffers / 1e6 };
}

function askFor(loans: number, first: number): void {
  for (let loan = first; loan < first + loans; loan += 1) {
    LOANBALANCE(
      [[45_000 + (loan % 300)]],
      [
        ["Loan", `Mortgage ${loan}`],
        ["Principal", 100_000 + loan],
        ["Start date", 44_000],
        ["Annual rate", 0.05],
        ["Number of payments", 360],
      ],
    );
  }
}

test("thousands of loans more take no more memory", async () => {
  askFor(2_000, 0); // as many as are kept, twice
  const before = await held();
  askFor(6_000, 2_000);
  const after = await held();
  expect(after.objects - before.objects).toBeLessThan(4);
  expect(after.columns).toBeLessThan(100); // all of them would be more than 150
});
