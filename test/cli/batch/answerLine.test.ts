import "../../support/customFunctions";
import { answerLine, type Answering } from "../../../src/cli/batch/answerLine";
import { catalogue, type CustomFunction } from "../../../src/functions/catalogue";

const faulty: CustomFunction = {
  ...(catalogue[0] as CustomFunction),
  id: "FAULTY",
  parameters: [],
  call: () => {
    throw new TypeError("a fault of ours");
  },
};

const answering: Answering = {
  version: "1.2.3",
  functions: new Map([...catalogue, faulty].map((one) => [one.id, one])),
  evaluate: async (formula) => ({ formula, value: 5 }),
};

const answered = async (line: unknown) =>
  JSON.parse(await answerLine(typeof line === "string" ? line : JSON.stringify(line), answering)) as unknown;
const call = (name: string, ...values: unknown[]) => ({ id: 1, function: name, arguments: values });
const AGREEMENT = { principal: 1000, startDate: "2025-01-15", annualRate: 0.12, payments: 4, interestRounding: "none" };

describe("a line of a batch is answered", () => {
  test.each<[string, unknown, unknown]>([
    ["with the id and the version", { ...call("TIEOUT", 5, 5), id: "a" }, { id: "a", version: "1.2.3", value: "✓" }],
    ["by a formula", { id: 2, formula: "=2+3" }, { id: 2, version: "1.2.3", value: 5 }],
  ])("%s", async (_name, line, answer) => expect(await answered(line)).toEqual(answer));

  test.each<[string, unknown, unknown]>([
    ["a date as text", call("LOANBALANCE", "2000-09-12", "Exhibit 10.10"), 40_483],
    ["a date as a serial", call("LOANBALANCE", 36_781, "Exhibit 10.10"), 40_483],
    ["a function in small letters", call("loanbalance", "2000-09-12", "Exhibit 10.10"), 40_483],
    ["an argument left out", call("BASICEPS", 5, 1000, null, 3), 0.005],
    ["a range as its rows", call("DILUTEDSHARES", 1_200_000, 400_000, [[10_000, 25_000]]), 435_000],
    [
      "a loan sheet",
      call("LOANINTEREST", "2025-01-01", "2025-02-01", [
        ["Principal", 1200],
        ["Start date", "2025-01-01"],
        ["Annual rate", 0.1],
        ["Number of payments", 2],
      ]),
      10,
    ],
  ])("%s", async (_name, line, value) => expect(await answered(line)).toMatchObject({ value }));

  test("an agreement in its object form has the balance of the same agreement as a sheet", async () => {
    const sheet = [
      ["Principal", 1000],
      ["Start date", "2025-01-15"],
      ["Annual rate", 0.12],
      ["Number of payments", 4],
      ["Interest rounding", "none"],
    ];
    const [ofObject, ofSheet] = await Promise.all(
      [AGREEMENT, sheet].map((loan) => answered(call("LOANBALANCE", "2025-03-01", loan))),
    );
    expect(ofObject).toEqual(ofSheet);
    expect(ofObject).toMatchObject({ value: expect.closeTo(753.72, 1) });
  });

  test("cells of a table that are in error stand beside it", async () => {
    expect(await answered(call("LOANBALANCE", [["2000-09-12"], ["soon"]], "Exhibit 10.10"))).toMatchObject({
      value: [[40_483], ["#VALUE!"]],
      errors: [{ row: 2, column: 1, code: "#VALUE!", message: 'date row 2 must be a date; received "soon"' }],
    });
  });

  test.each<[string, unknown, string]>([
    ["a blank line", "", "line must be JSON; received a blank line"],
    ["no JSON", "{'id': 1}", "line must be JSON; received \"{'id': 1}\""],
    ["a list", [1], "line must be a JSON object; received a list of 1"],
    ["an unknown key", { ...call("TIEOUT", 5, 5), argument: 1 }, 'received "argument"'],
    ["a function and a formula", { ...call("TIEOUT", 5, 5), formula: "=1" }, "formula must stand alone"],
    ["no text for a formula", { id: 1, formula: 5 }, "formula must be text, such as =LOANBALANCE(45000); received 5"],
    [
      "a misspelt function",
      call("LOANBALANSE"),
      'function must be the name of a function (the nearest is LOANBALANCE); received "LOANBALANSE"',
    ],
    ["no function", { id: 1 }, "function must be the name of a function (see: tieout functions); received a blank"],
    ["a word of every object for a function", call("constructor"), 'received "constructor"'],
    ["no arguments", { id: 1, function: "TIEOUT" }, "arguments must be a list; received a blank"],
    ["too few arguments", call("TIEOUT", 5), "TIEOUT takes 2 to 3 arguments; received 1"],
    ["a list for a single value", call("BASICEPS", 5, 10, null, [2]), "decimals must be a single value"],
    ["a list that is no range", call("DILUTEDSHARES", 5, 10, [1, 2]), "dilutive must be a list of rows, each a list"],
    [
      "rows of two lengths",
      call("TIEOUT", [[1, 2], [1]], 5),
      "computed row 2 must have as many cells as row 1, 2; received 1",
    ],
    ["an object in a cell", call("TIEOUT", [[{}]], 5), "computed row 1, column 1 must be a value; received an object"],
    ["a day that does not exist", call("LOANBALANCE", "2000-02-30", "Exhibit 10.10"), "date must be a date"],
    ["a key of an agreement", call("LOANBALANCE", 45_000, { ...AGREEMENT, payments: "x" }), "loan, payments must be"],
    ["an agreement that is none", call("LOANBALANCE", 45_000, { princpal: 1 }), 'received "princpal"'],
  ])("%s, with an error in words", async (_name, line, message) => {
    expect(await answered(line)).toMatchObject({
      error: { code: "#VALUE!", message: expect.stringContaining(message) },
    });
  });

  test("a fault of ours, which says so and stops no other line", async () => {
    const message = "the calculation failed: TypeError: a fault of ours";
    expect(await answered(call("FAULTY"))).toEqual({ id: 1, version: "1.2.3", error: { code: "#VALUE!", message } });
  });
});
