import type { Evaluation } from "../../../src/engine/evaluation";
import { call, constant, serialOf, type Constant } from "../formula";
import { isError, outcome, refused, type Evaluate, type Outcome } from "../suite";
import type { FineractSchedule } from "./fineract";
import { knownOf, type CreatorCase } from "./loanCreator";

/** A schedule that a suite prints, for LOANFIT to find the terms of: its lines, and what of the terms no line could tell. */
interface PrintedCase {
  readonly schedule: readonly (readonly Constant[])[];
  readonly known?: readonly (readonly Constant[])[];
}

/** Fineract prints the day of each installment, its principal and interest, and the balance after it. */
function printedByFineract({ start, principal, lines, advances }: FineractSchedule): PrintedCase {
  const first = advances?.find(([date]) => date === start)?.[1] ?? principal;
  const rows = lines.filter(([date]) => date > start).map(([date, ...figures]) => [serialOf(date), ...figures]);
  return { schedule: [["Date", "Principal", "Interest", "Balance"], [serialOf(start), "", "", first], ...rows] };
}

/** loan-creator prints no dates: from when the loan runs, and how often it is paid, is given. */
function printedByCreator(one: CreatorCase): PrintedCase {
  const lines = one.lines.map((figures, index) => [index + 1, ...figures]);
  return { schedule: [["Number", "Interest", "Principal", "Balance", "Payment"], ...lines], known: knownOf(one) };
}

const MADE = /^Reproduces (\d+) of (\d+) printed figures\.$/;

const run =
  <Case>(printedBy: (one: Case) => PrintedCase) =>
  (evaluate: Evaluate) =>
  async (one: Case): Promise<Outcome> => {
    const { schedule, known } = printedBy(one);
    const formula = call("LOANFIT", constant(schedule), known && constant(known));
    const answer = await evaluate(formula);
    if (isError(answer)) return refused(formula, answer);
    const [, made = NaN, printed = NaN] =
      textsIn(answer)
        .map((text) => MADE.exec(text))
        .find((found) => found !== null) ?? [];
    return outcome(formula, [
      { what: "figures reproduced", found: Number(made), expected: Number(printed), tolerance: 0 },
    ]);
  };

function textsIn(answer: Evaluation): readonly string[] {
  return "value" in answer && Array.isArray(answer.value) ? answer.value.flat().map(String) : [];
}

export const fitOfFineract = run(printedByFineract);
export const fitOfCreator = run(printedByCreator);
