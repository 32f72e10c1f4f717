import "../../src/engine/customFunctionsRuntime";
import metadata from "../../src/functions/functions.json";
import { implementations } from "../../src/functions/implementations";

type Call = (word: unknown) => unknown;

const DAY = 36_781;
const PERIODS = [
  ["Period end", "Months", "Net income", "Weighted shares", "Options"],
  [37_164, 3, -5_000, 7_541_024, 834_762],
];
const QUARTERS = [
  ["Period end", "Net income", "Weighted shares", "Options"],
  [37_346, 100_000, 7_500_000, 50_000],
];
const PRINTED = [
  ["Period end", "Months", "Line", "Printed", "Unit"],
  [37_164, 3, "Basic earnings per share", 0, 0.01],
];
const OPTIONS = [
  ["Security", "Type", "Number", "Exercise price", "Average price", "From", "To"],
  ["Options", "option", 50_000, 24, 30, 46_023, 46_112],
];
const QUARTER = [46_023, 46_112] as const;

/** A call of each function for each argument that Excel offers words for; all else in it is sound. */
const CALLS: Readonly<Record<string, Readonly<Record<string, Call>>>> = {
  LOANBALANCE: { basis: (word) => call("LOANBALANCE", [[DAY]], null, word) },
  LOANSTEPS: { basis: (word) => call("LOANSTEPS", DAY, null, word) },
  LOANSCHEDULE: { basis: (word) => call("LOANSCHEDULE", null, word) },
  LOANENTRIES: { side: (word) => call("LOANENTRIES", DAY - 60, DAY, null, word) },
  DAYCOUNT: {
    convention: (word) => call("DAYCOUNT", [[36_739]], [[DAY]], word, [[36_708]], [[36_892]], 2, 37_104),
  },
  WEIGHTEDSHARES: { weighting: (word) => call("WEIGHTEDSHARES", ...QUARTER, 1000, null, word, null) },
  DILUTEDEPS: {
    weighting: (word) => call("DILUTEDEPS", [[1000]], [[100]], OPTIONS, null, null, null, null, ...QUARTER, word),
  },
  DILUTEDSHARES: {
    weighting: (word) => call("DILUTEDSHARES", [[1000]], [[100]], OPTIONS, null, null, ...QUARTER, word),
  },
  DILUTIONSTEPS: { weighting: (word) => call("DILUTIONSTEPS", 1000, 100, OPTIONS, null, null, ...QUARTER, word) },
  EPSTABLE: {
    standard: (word) => call("EPSTABLE", PERIODS, null, word),
    weighting: (word) => call("EPSTABLE", PERIODS, null, null, null, word),
  },
  EPSRECONCILIATION: {
    standard: (word) => call("EPSRECONCILIATION", PERIODS, null, word),
    weighting: (word) => call("EPSRECONCILIATION", PERIODS, null, null, null, word),
  },
  EPSFINDINGS: {
    standard: (word) => call("EPSFINDINGS", PERIODS, PRINTED, null, null, word),
  },
  ANTIDILUTIVE: {
    standard: (word) => call("ANTIDILUTIVE", PERIODS, null, word),
    weighting: (word) => call("ANTIDILUTIVE", PERIODS, null, null, null, word),
  },
  EPSYTD: {
    standard: (word) => call("EPSYTD", QUARTERS, word),
    weighting: (word) => call("EPSYTD", QUARTERS, null, null, word),
  },
};

function call(id: string, ...values: unknown[]): unknown {
  return implementations[id]?.(...values);
}

const offers = metadata.functions.flatMap(({ id, parameters }) =>
  parameters.flatMap((parameter) =>
    "customEnumId" in parameter ? [[id, parameter.name, String(parameter.customEnumId), parameter.type] as const] : [],
  ),
);
const wordsOf = (enumId: string) =>
  metadata.enums.find(({ id }) => id === enumId)?.values.map(({ stringValue }) => stringValue) ?? [];

function refusal(answer: () => unknown): string {
  try {
    return `answers ${JSON.stringify(answer())}`;
  } catch (error) {
    return (error as Error).message;
  }
}

test("each argument that is offered words is called here, and no other", () => {
  const called = Object.entries(CALLS).flatMap(([id, calls]) => Object.keys(calls).map((name) => `${id} ${name}`));
  expect(offers.map(([id, name]) => `${id} ${name}`).sort()).toEqual(called.sort());
});

describe.each(offers)("%s, %s", (id, name, enumId, type) => {
  const answer = CALLS[id]?.[name] as Call;

  test.each(wordsOf(enumId))("takes %s", (word) => {
    expect(() => answer(word)).not.toThrow();
  });

  test("is offered each word that it takes, in the order in which it names them itself", () => {
    const words = wordsOf(enumId);
    const quoted = words.map((word) => `"${word}"`);
    const rule =
      name === "convention"
        ? `must be a day count convention (${words.join(", ")})`
        : `must be ${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`;

    expect(refusal(() => answer("no such word"))).toBe(`${name} ${rule}; received "no such word"`);
  });

  test("is text for Excel, as an enum of text asks", () => {
    expect(type).toBe("string");
  });
});

// Excel hands a number over as text where text is declared, as Excel's own functions take it.
test.each(["0", "1", "2", "3", "4"])("basis %s of YEARFRAC is taken as text as well", (basis) => {
  expect(CALLS["DAYCOUNT"]?.["convention"]?.(basis)).toEqual(CALLS["DAYCOUNT"]?.["convention"]?.(Number(basis)));
});

test("a convention is offered with its other names", () => {
  const [french] = metadata.enums.find(({ id }) => id === "convention")?.values ?? [];
  expect(french).toEqual({ name: "ACT/360", stringValue: "ACT/360", tooltip: "A360, 365/360, French, Money Market" });
});
