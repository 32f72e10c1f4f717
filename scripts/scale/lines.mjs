/** Lines for a batch: every loan and every row of earnings another one, and the same ones each time. */
import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";

/** Whole numbers of a generator that begins anew with each run (mulberry32). */
function whole(seed) {
  let state = seed;
  return (low, high) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return low + Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * (high - low));
  };
}

const LOAN_HEADERS = ["Loan", "Principal", "Start date", "Annual rate", "Number of payments"];
const SECURITY_HEADERS = ["Security", "Type", "Number", "Exercise price", "Average price"];

/** Balance, accrued interest, current portion and the rest of one loan, on a day within its first years. */
function loanLine(id, within) {
  const terms = [within(10_000, 900_000), 44_562 + within(0, 730), within(200, 1200) / 10_000, 12 * within(3, 31)];
  const loans = [LOAN_HEADERS, [`Loan ${id}`, ...terms]];
  return { id, function: "LOANPORTFOLIO", arguments: [45_292 + within(0, 366), loans] };
}

/** Diluted earnings per share of a year with a grant of options. */
function epsLine(id, within) {
  const grant = ["Options", "option", within(1_000, 90_000), within(500, 4_500) / 100, within(2_000, 5_000) / 100];
  return {
    id,
    function: "DILUTEDEPS",
    arguments: [within(100_000, 9_000_000), within(1_000_000, 8_000_000), [SECURITY_HEADERS, grant]],
  };
}

export const KINDS = { loans: loanLine, eps: epsLine };

/** Writes the lines in pieces, a file each, in the order of their names. */
export function writePieces(directory, kind, { lines, size }) {
  mkdirSync(directory, { recursive: true });
  const within = whole(7);
  for (let first = 0, piece = 1; first < lines; first += size, piece += 1) {
    const file = openSync(join(directory, `${String(piece).padStart(6, "0")}.jsonl`), "w");
    for (let id = first; id < Math.min(first + size, lines); id += 1) {
      writeSync(file, `${JSON.stringify(KINDS[kind](id, within))}\n`);
    }
    closeSync(file);
  }
}
