import fc from "fast-check";
import "../../src/engine/customFunctionsRuntime";
import { answerLine, type Answering } from "../../src/cli/batch/answerLine";
import { CalculationError } from "../../src/core/errors";
import { EXHIBIT_10_10 } from "../../src/core/loan/exhibit1010";
import { LOAN_FIELDS } from "../../src/core/loan/form/fields";
import { loanFromObject } from "../../src/core/loan/form/objectForm";
import { catalogue } from "../../src/functions/catalogue";
import { damagedText } from "./damagedText";
import { held } from "./held";
import { seedCalls } from "./seedCalls";

const RUNS = 150;
/** A search for terms takes seconds; the others are alike here. */
const SEEDS = [...seedCalls()].filter(([id]) => id !== "LOANFIT");
const LINES = SEEDS.flatMap(([id, calls]) =>
  calls.map((args, index) => JSON.stringify({ id: index, function: id, arguments: args })),
);
const AGREEMENT = { principal: 1000, startDate: "2025-01-15", annualRate: 0.12, payments: 4, interestRounding: "none" };

const answering: Answering = {
  version: "0",
  functions: new Map(catalogue.map((one) => [one.id, one])),
  evaluate: (formula) => Promise.resolve({ formula, value: 5 }),
};

function expectWords(message: unknown): void {
  expect(message).toEqual(expect.stringMatching(/^\S/));
  expect(String(message).length).toBeLessThan(4_000);
  expect(String(message).replace(/"(?:[^"\\]|\\.)*"/g, "")).not.toMatch(/\bundefined\b|NaN|\[object/);
}

async function expectAnswered(line: string): Promise<void> {
  const answer = await answerLine(line, answering);
  expect(answer).not.toContain("\n");
  const { value, error, ...rest } = JSON.parse(answer) as {
    value?: unknown;
    error?: { message?: string; code?: string };
  };
  expect(rest).toMatchObject({ version: "0" });
  if (error) return expectWords(error.message ?? error.code);
  expect([value].flat(2)).not.toContain(null);
}

test("a line of a batch, however damaged, is answered by a line of JSON", () =>
  held(
    { kind: "line", name: "a call as a line of JSON", of: 2, numRuns: RUNS },
    fc.asyncProperty(damagedText(LINES), expectAnswered),
  ));

const keys = fc.constantFrom(...LOAN_FIELDS.map(({ key }) => key), "schedule", "__proto__", "colour");
const values = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.double(),
  fc.constantFrom<unknown>("2024-02-30", "9".repeat(40_000), 1e300, -0, [], {}, [[]], null, "monthly", "level payment"),
  fc.array(fc.record({ date: fc.constantFrom("2025-03-01", 5, null), amount: fc.double() }), { maxLength: 3 }),
);

/** An agreement is refused in words of which a program can tell the field, or it makes a loan whose schedule is finite. */
test("an agreement as an object, whatever stands in it, makes a loan or is refused", () =>
  held(
    { kind: "line", name: "an agreement as an object", of: 2, numRuns: RUNS },
    fc.property(
      fc.constantFrom<Record<string, unknown>>(AGREEMENT, { ...EXHIBIT_10_10 } as Record<string, unknown>),
      fc.array(fc.tuple(keys, values), { minLength: 1, maxLength: 3 }),
      (agreement, changes) => {
        const given = JSON.parse(JSON.stringify({ ...agreement, ...Object.fromEntries(changes) })) as unknown;
        try {
          expect([...loanFromObject(given).schedule.closings].filter((one) => !Number.isFinite(one))).toEqual([]);
        } catch (error) {
          if (!(error instanceof CalculationError)) throw error;
          expectWords(error.message);
        }
        expect(({} as Record<string, unknown>).colour).toBeUndefined();
      },
    ),
  ));
