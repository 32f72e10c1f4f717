import "../../../src/engine/customFunctionsRuntime";
import fc from "fast-check";
import { argumentOf, entryOfArgument } from "../../../src/workbook/formula/argumentText";
import { callsIn, formulaOf } from "../../../src/workbook/formula/callsIn";

const isName = (word: string) => word === "Loan_terms";

test.each([
  ["", ""],
  ["  ", ""],
  ["250,000", "250000"],
  ["$1,234.50", "1234.50"],
  ["6.25%", "6.25%"],
  ["-462000", "-462000"],
  ["2000-09-12", "DATE(2000,9,12)"],
  ["September 12, 2000", "DATE(2000,9,12)"],
  ["A1", "A1"],
  ["$B$3:$C$20", "$B$3:$C$20"],
  ["'My loan'!A3:E40", "'My loan'!A3:E40"],
  ["Loan_terms", "Loan_terms"],
  ["stated", '"stated"'],
  ["without cause", '"without cause"'],
  ["Exhibit 10.10", '"Exhibit 10.10"'],
  ["ACT/360", '"ACT/360"'],
  ["TRUE", "TRUE"],
  ["TODAY()", "TODAY()"],
  ["=B2*2", "B2*2"],
  ['"stated"', '"stated"'],
  ['{"Principal",1000}', '{"Principal",1000}'],
])("%j is the argument %j", (entry, argument) => {
  expect(argumentOf(entry, isName)).toBe(argument);
});

test.each([
  ["9/12/2000", /^must be a date that reads one way, such as 2000-/],
  ["1,2,3", /^must be a value, a cell, a range or a formula$/],
  ["SUM(", /^must be a value, a cell, a range or a formula$/],
  ["A1) + (", /^must be a value, a cell, a range or a formula$/],
])("%j is none: it could close the call or mean two things", (entry, rule) => {
  expect(() => argumentOf(entry, isName)).toThrow(expect.objectContaining({ rule: expect.stringMatching(rule) }));
});

test.each([
  '"stated"',
  "DATE(2000,9,12)",
  "Loan_terms",
  "A1:B9",
  "1000",
  '"Exhibit 10.10"',
  '"A1"',
  '"5"',
  '"say ""so"""',
])("the argument %s is the same one after it stood in a field", (argument) => {
  expect(argumentOf(entryOfArgument(argument, isName), isName)).toBe(argument);
});

test("any text in quotation marks is the same text after it stood in a field", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), (text) => {
      const argument = `"${text.replaceAll('"', '""')}"`;
      expect(argumentOf(entryOfArgument(argument, isName), isName)).toBe(argument);
    }),
  );
});

describe("the calls in a formula", () => {
  test("are those of our functions, with their arguments, and make the formula again", () => {
    const formula = '=IF(LOANBALANCE(B3,,"stated")>40000, ROUND(BASICEPS(A1:A4,{1,2}),2), 0)';
    const calls = callsIn(formula);

    expect(calls.map(({ name, args }) => [name, args])).toEqual([
      ["LOANBALANCE", ["B3", "", '"stated"']],
      ["BASICEPS", ["A1:A4", "{1,2}"]],
    ]);
    for (const call of calls) expect(formulaOf(call)).toBe(formula);
  });

  test("are none where there is no formula or no function of ours", () => {
    expect(callsIn("=SUM(A1)")).toEqual([]);
    expect(callsIn("text")).toEqual([]);
    expect(callsIn("=LOANBALANCE(")).toEqual([]);
  });

  test("lose the arguments that are left out at the end, and keep those before a given one", () => {
    const [call] = callsIn("=LOANBALANCE(B3)");
    expect(call && formulaOf({ ...call, args: ["B3", "", ""] })).toBe("=LOANBALANCE(B3)");
    expect(call && formulaOf({ ...call, args: ["B3", "", '"computed"'] })).toBe('=LOANBALANCE(B3,,"computed")');
  });
});
