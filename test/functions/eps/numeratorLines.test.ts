import "../../support/customFunctions";
import fc from "fast-check";
import { EPSTABLE, EPSYTD } from "../../../src/functions/eps/epsPeriods";

const MARCH = 45_382; // March 31, 2024
/** The figures of the first column by the words of their line; those of the basic section. */
function basicOf(headers: readonly string[], ...row: readonly unknown[]): Record<string, unknown> {
  return section(
    EPSTABLE([
      ["Period end", "Months", ...headers],
      [MARCH, 3, ...row],
    ]),
    0,
  );
}

function dilutedOf(headers: readonly string[], ...row: readonly unknown[]): Record<string, unknown> {
  return section(
    EPSTABLE([
      ["Period end", "Months", ...headers],
      [MARCH, 3, ...row],
    ]),
    1,
  );
}

function section(exhibit: unknown[][], which: 0 | 1): Record<string, unknown> {
  const start = exhibit.findIndex(([label]) => label === "DILUTED");
  const rows = which === 0 ? exhibit.slice(0, start) : exhibit.slice(start);
  return Object.fromEntries(rows.map(([label, figure]) => [label, figure]));
}

describe("lines between continuing operations and net income", () => {
  test("components in millions that miss their total by rounding are printed, with what is left (IBM, 2015)", () => {
    const lines = basicOf(
      ["Net income", "Continuing income", "Discontinued income", "Weighted shares"],
      2_328,
      2_415,
      -88,
      988.15,
    );
    expect(lines).toMatchObject({
      "Income from continuing operations": 2_415,
      "Discontinued operations": -88,
      "Rounding of the lines above": 1,
      "Net income": 2_328,
      "Basic net income per share": 2.36,
    });
  });

  test.each([
    [[2_325, 2_415, -88], "must be net income less continuing income, -90"],
    [[1_000, 3_000, -1_000], "must be net income less continuing income, -2000"],
    [[2_328_000, 2_415_000, -85_000], "must be net income less continuing income, -87000"],
  ])("what rounding does not explain is refused: %j", (figures, message) => {
    const headers = ["Net income", "Continuing income", "Discontinued income", "Weighted shares"];
    expect(() => basicOf(headers, ...figures, 1_000)).toThrow(message);
  });

  test("an extraordinary item follows from the income before it, which is the control number", () => {
    const headers = ["Net income", "Income before extraordinary item", "Weighted shares", "Options"];
    expect(basicOf(headers, 62_745, 230_074, 298_356, 1_000)).toMatchObject({
      "Income before extraordinary item": 230_074,
      "Extraordinary item": -167_329,
      "Basic income per share before extraordinary item": 0.77,
      "Basic loss per share, extraordinary item": -0.56,
      "Basic net income per share": 0.21,
    });
    expect(dilutedOf(headers, -5, 230_074, 298_356, 1_000)).toMatchObject({ Options: 1_000 });
  });

  test("three lines and both totals, of a bank of the nineties", () => {
    const headers = [
      "Income from continuing operations",
      "Discontinued operations",
      "Income before extraordinary items",
      "Extraordinary items, net of tax",
      "Cumulative effect of accounting changes",
      "Net income",
      "Average common shares outstanding",
    ];
    expect(basicOf(headers, 500, -100, 400, -50, 20, 370, 100)).toMatchObject({
      "Income from continuing operations": 500,
      "Discontinued operations": -100,
      "Extraordinary item": -50,
      "Cumulative effect of accounting change": 20,
      "Net income": 370,
      "Basic net income per share": 3.7,
    });
    expect(() => basicOf(headers, 500, -100, 390, -50, 20, 370, 100)).toThrow("(Discontinued operations) must be");
  });
});

describe("lines that are deducted before the common stock", () => {
  test("each stands on a line of its own, noncontrolling interest first", () => {
    const headers = [
      "Net income",
      "Preferred dividends",
      "Series B preferred dividends",
      "Less: Deemed dividends",
      "Less: Accretion of redeemable preferred stock",
      "Noncontrolling interests",
      "Earnings allocated to participating securities",
      "Earnings allocated to participating securities, diluted",
      "Weighted shares",
      "Options",
    ];
    const row = [1_000, 30, 20, 8, 2, 100, 40, 39, 400, 10];
    expect(Object.entries(basicOf(headers, ...row)).slice(2)).toEqual(
      [
        ["Weighted average common shares used to compute basic earnings per share", 400],
        ["Net income", 1_000],
        ["Noncontrolling interest", -100],
        ["Net income attributable to the company", 900],
        ["Preferred dividends", -30],
        ["Series B preferred dividends", -20],
        ["Deemed dividends", -8],
        ["Accretion of redeemable preferred stock", -2],
        ["Earnings allocated to participating securities", -40],
        ["Net income available to common stockholders", 800],
        ["Basic net income per share", 2],
      ].map((line) => line) as never,
    );
    expect(dilutedOf(headers, ...row)).toMatchObject({
      "Earnings allocated to participating securities": -39,
      "Net income available to common stockholders": 801,
      "Diluted net income per share": 1.95,
    });
  });

  test.each([
    // headers, figures, net income, available to common
    [["Net income attributable to parent"], [90], 90, undefined],
    [["Net income attributable to parent", "Noncontrolling interest"], [90, 10], 100, 90],
    [["Net income", "Net income attributable to parent"], [100, 90], 100, 90],
    [["Net income", "Net income available to common stockholders"], [100, 92], 100, 92],
    [["Net income available to common stockholders", "Preferred dividends"], [92, 8], 100, 92],
  ] as const)("%j", (headers, figures, net, available) => {
    const lines = basicOf([...headers, "Weighted shares"], ...figures, 10);
    expect([lines["Net income"], lines["Net income available to common stockholders"]]).toEqual([net, available]);
  });

  test("what is left for the common stock alone is called so", () => {
    expect(basicOf(["Net loss attributable to common stockholders", "Weighted shares"], -100, 80)).toMatchObject({
      "Net loss attributable to common stockholders": -100,
      "Basic net loss per share": -1.25,
    });
  });

  test.each([
    [
      ["Net income", "Preferred dividends"],
      [100, -8],
      "(Preferred dividends) must be zero or more: a deduction is given without its sign; received -8",
    ],
    [
      ["Net income", "Preferred dividends", "Net income available to common stockholders"],
      [100, 8, 108],
      "(Net income available to common stockholders) must be net income less what is deducted, 92; received 108",
    ],
  ])("%j of %j is refused", (headers, figures, message) => {
    expect(() => basicOf([...headers, "Weighted shares"], ...figures, 10)).toThrow(message);
  });

  test("a year to date sums them, and says which of them a given one misses", () => {
    const headers = [
      "Period end",
      "Months",
      "Net income",
      "Noncontrolling interest",
      "Less: Deemed dividends",
      "Weighted shares",
    ];
    const quarters = [
      [MARCH, 3, 100, 10, "", 10],
      [MARCH + 91, 3, 100, 10, 5, 10],
      [MARCH + 91, 6, 200, 21, 5, 10],
    ];
    const [header, , halfYear] = EPSYTD([headers, ...quarters]);
    expect(Object.fromEntries((header as string[]).map((name, column) => [name, halfYear?.[column]]))).toMatchObject({
      "Noncontrolling interest": 21,
      "Deemed dividends": 5,
      "Basic EPS": 17.4,
      "Tie-out": "Noncontrolling interest -1",
    });
    const made = EPSTABLE([headers, ...quarters.slice(0, 2)]);
    expect(made.find(([label]) => label === "Noncontrolling interest")).toEqual(["Noncontrolling interest", -10, -20]);
  });
});

test("every fault of a table is told at once", () => {
  const table = [
    ["Period end", "Months", "Net income", "Weighted shares", "Options"],
    ["soon", 3, "5", 0, -1],
    [MARCH, 14, 5, 10, 1],
  ];
  expect(() => EPSTABLE(table)).toThrow(
    'periods has 5 faults: (1) periods row 2, column 1 (Period end) must be a date; received "soon"; ' +
      '(2) periods row 2, column 3 (Net income) must be a number; received "5"; ' +
      "(3) periods row 2, column 4 (Weighted shares) must be more than zero; received 0; " +
      "(4) periods row 2, column 5 (Options) must be zero or more; received -1; " +
      "(5) periods row 3, column 2 (Months) must be from 1 to 12; received 14",
  );
});

test("a date may be text that every reader takes alike", () => {
  const lines = (date: unknown) =>
    EPSTABLE([
      ["Period end", "Net income", "Weighted shares"],
      [date, 5, 10],
    ]);
  expect(lines("2024-03-31")).toEqual(lines(MARCH));
  expect(() => lines("2024-02-30")).toThrow("must be a date");
  expect(() => lines("03/04/2024")).toThrow("this is text, so type it as a date");
});

test("law: earnings per share are net income less every deduction, over the shares", () => {
  const amount = fc.integer({ min: 0, max: 1_000_000 });
  fc.assert(
    fc.property(
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
      fc.tuple(amount, amount, amount, amount),
      fc.integer({ min: 1, max: 100_000 }),
      (income, [preferred, deemed, noncontrolling, participating], shares) => {
        const headers = [
          "Net income",
          "Preferred dividends",
          "Less: Deemed dividends",
          "Noncontrolling interest",
          "Earnings allocated to participating securities",
          "Weighted shares",
        ];
        const lines = Object.entries(
          basicOf(headers, income, preferred, deemed, noncontrolling, participating, shares),
        );
        const exact = (income - preferred - deemed - noncontrolling - participating) / shares;
        expect(Math.abs(Number(lines.at(-1)?.[1]) - exact)).toBeLessThanOrEqual(0.005 + 1e-9 * Math.abs(exact));
      },
    ),
  );
});

describe("a caption of a loss", () => {
  const losses = (header: string, ...figures: readonly number[]) =>
    EPSTABLE([
      ["Period end", "Months", "Net income", header, "Weighted shares"],
      ...figures.map((figure, index) => [MARCH + index * 91, 3, -800, figure, 1000]),
    ]);

  test("over figures without a sign is asked whether it is a loss", () => {
    expect(() => losses("Loss from continuing operations", 500)).toThrow(
      'periods row 2, column 4 (Loss from continuing operations) must say whether it is a loss: give a loss as -500, and head a column of income "Net income (loss)"; received 500',
    );
    expect(() =>
      EPSTABLE([
        ["Period end", "Net loss", "Weighted shares"],
        [MARCH, 500, 1000],
      ]),
    ).toThrow("(Net loss) must say whether it is a loss");
  });

  test.each([
    ["one of income or loss", "Income (loss) from continuing operations", [500]],
    ["figures with a sign", "Loss from continuing operations", [-500]],
    ["a column in which a loss has its sign", "Loss from continuing operations", [-500, 300]],
  ])("is taken as it is: %s", (_case, header, figures) => {
    expect(losses(header, ...figures)[0]).toBeDefined();
  });
});

test("a deduction in words of the user's own is added back to what is left for the common stock", () => {
  const headers = ["Net income available to common stockholders", "Less: Deemed dividends", "Weighted shares"];
  expect(basicOf(headers, 92, 8, 10)).toMatchObject({
    "Net income": 100,
    "Deemed dividends": -8,
    "Net income available to common stockholders": 92,
  });
});

test.each(["Net income", "Net income attributable to the company", "Net income available to common stockholders"])(
  "a row without a figure is told by the column that the table has: %s",
  (header) => expect(() => basicOf([header, "Weighted shares"], "", 10)).toThrow(`(${header}) must be a number`),
);
