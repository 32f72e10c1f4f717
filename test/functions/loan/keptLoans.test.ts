/** A session that sees ever new loans holds no more of them than there is room for. */
import "../../support/customFunctions";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { LOANBALANCE } from "../../../src/functions/loan/loan";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

function megabytesHeld(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
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

test("thousands of loans more take no more memory", () => {
  askFor(2_000, 0); // as many as are kept, twice
  const held = megabytesHeld();
  askFor(6_000, 2_000);
  expect(megabytesHeld() - held).toBeLessThan(4);
});
