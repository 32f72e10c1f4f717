import "../../../src/engine/customFunctionsRuntime";
import { implementations } from "../../../src/functions/implementations";
import { setOpenWorkbook } from "../../../src/functions/cells/openWorkbook";
import { actions } from "../../../src/workbook/actions";
import { readAddress } from "../../../src/workbook/book/address";
import type { CellContent } from "../../../src/workbook/book/book";
import { MemoryBook } from "../../support/memoryBook";

let book: MemoryBook;
beforeEach(() => (book = new MemoryBook()));
afterEach(() => setOpenWorkbook({ dateSystem: 1900, activeLoan: null }));

/** A1 holds the formula, A2 a date, A3 a word. */
const explained = async (formula: string, rest: CellContent[][] = [], hostShows: CellContent = 1) => {
  book.addSheet("Sheet1", [[formula], [36_781], ["soon"], ...rest]);
  book.make({ do: "format", area: area("Sheet1!A2"), format: { numberFormat: "mmmm d, yyyy" } });
  book.select("Sheet1!A1");
  // The workbook in memory calculates less than a host does, and shows #NAME? for the rest.
  if (!formula.includes("_xldudf_") && book.shows("Sheet1!A1") === "#NAME?") book.spill("Sheet1!A1", [[hostShows]]);
  return actions.explain(book, {});
};
const area = (address: string) => readAddress(address) ?? fail(address);
const fail = (address: string): never => {
  throw new Error(`${address} is no address`);
};
const amounts = (rows: readonly (readonly CellContent[])[]) => rows.slice(1).map(([, amount]) => amount);

describe("one of our functions", () => {
  test("a balance is shown with its working and its clauses", async () => {
    const { said, workings, shows } = await explained("=LOANBALANCE(A2)");
    expect(shows).toBe("40483");
    expect(said).toBe("LOANBALANCE: Outstanding balance of a loan at a date.");
    expect(workings.map(({ call }) => call)).toEqual(["LOANBALANCE(A2)"]);
    expect(amounts(workings[0]?.rows ?? [])).toEqual([42_779, 494, 43_273, -2_790, 40_483]);
    expect(workings[0]?.rows.at(-1)?.at(-1)).toContain("3.5");
  });

  test("a balance on a date of the schedule is shown with the schedule's line", async () => {
    const { workings } = await explained('=LOANBALANCE(DATE(2000,8,1),,"computed")');
    expect(workings[0]?.rows).toEqual([
      ["Step", "Amount", "Clause"],
      ["Opening", 61_178, "schedule"],
      ["Interest", 5_290, "schedule"],
      ["Reduction", 23_689, "schedule"],
      ["Loan Balance at August 1, 2000", 42_779, "Article 2"],
    ]);
  });

  test("diluted earnings per share are shown with the antidilution sequence, what decides first", async () => {
    const { workings } = await explained("=DILUTEDEPS(1200000,400000,{10000,20000})");
    expect(workings[0]?.rows[0]?.slice(0, 5)).toEqual(["Security", "Why", "Result", "EPS if included", "Add-back"]);
    expect(workings[0]?.rows).toHaveLength(5);
  });

  test("basic earnings per share are shown before they are rounded", async () => {
    const { workings } = await explained("=BASICEPS(-455000,7737946)");
    expect(amounts(workings[0]?.rows ?? [])).toEqual([-455_000, 0, -455_000, 7_737_946, -0.05880113, -0.06]);
  });

  test("of another function the arguments are shown, a date as a date", async () => {
    const { workings } = await explained('=DAYCOUNT(A2,DATE(2000,12,1)+1,"ACT/360")');
    expect(workings[0]?.rows.slice(1, 4).map(([name, value]) => [name, value])).toEqual([
      ["start", "September 12, 2000"],
      ["end", "Dec 2, 2000"],
      ["convention", "ACT/360"],
    ]);
    expect(workings[0]?.rows.at(-1)?.slice(0, 2)).toEqual(["Answer", 81 / 360]);
  });
});

test("an argument that is left out, a blank cell and a range are told apart", async () => {
  const { workings } = await explained("=LOANINTEREST(A2,A9,B1:C9)");
  expect(workings[0]?.rows.slice(1).map(([name, value]) => [name, value])).toEqual([
    ["from", "September 12, 2000"],
    ["to", "(blank)"],
    ["loan", "9 rows × 2 columns"],
  ]);
  book = new MemoryBook();
  const steps = await explained("=INCREMENTALSHARES(50000,24,30,)");
  expect(steps.workings[0]?.rows[4]?.slice(0, 2)).toEqual(["unrecognizedCost", "(left out)"]);
});

describe("whose loan it is", () => {
  test.each<[chosen: "nothing" | "Exhibit 10.10", words: string]>([
    [
      "nothing",
      "The loan is that of Exhibit 10.10 (HemaCare Corporation), as none is chosen for this workbook: see the Loan page.",
    ],
    ["Exhibit 10.10", "The loan is that of Exhibit 10.10 (HemaCare Corporation), which is chosen for this workbook."],
  ])("where %s is chosen", async (chosen, words) => {
    setOpenWorkbook({ activeLoan: chosen === "nothing" ? null : chosen });
    expect((await explained("=ROUND(LOANBALANCE(A2),0)")).loan).toBe(words);
  });

  test("and which of its rows no rule needs", async () => {
    setOpenWorkbook({
      activeLoan: [
        ["Lender", "First Bank"],
        ["Principal", 1200],
        ["Rate", 0.12],
        ["Start date", 36_000],
        ["Payments", 60],
      ],
    });
    expect((await explained("=LOANBALANCE(36000)")).loan).toMatch(
      / No rule needs these rows, which are passed over: Lender\.$/,
    );
  });

  test("the workbook's own, with its place", async () => {
    const loan = [
      ["Principal", 1200],
      ["Rate", 0.12],
      ["Start date", 36_000],
      ["Payments", 60],
    ];
    book.addSheet("Terms", loan);
    book.make({ do: "name", name: "Tieout_active_loan", area: area("Terms!A1:B4") });
    setOpenWorkbook({ activeLoan: loan });
    expect((await explained("=LOANBALANCE(A2)")).loan).toBe("The loan is this workbook's, Terms!A1:B4.");
  });

  test.each(["=LOANBALANCE(A2,B1:C4)", "=BASICEPS(5,1000)"])("%s leaves no doubt", async (formula) => {
    const { loan } = await explained(formula, [["", "Principal", 1]]);
    expect(loan).toBeUndefined();
  });
});

describe("the steps of a formula", () => {
  test("are what its operators and the spreadsheet's functions came to, inner ones first", async () => {
    const { steps } = await explained("=IF(LOANBALANCE(EDATE(A2,0))-1>SUM(1,2),MAX(5,B2)*2,0)", [], 10);
    expect(steps).toEqual([
      ["Step", "Comes to"],
      ["EDATE(A2,0)", "Sep 12, 2000"],
      ["LOANBALANCE(EDATE(A2,0))-1", 40_482],
      ["SUM(1,2)", 3],
      ["LOANBALANCE(EDATE(A2,0))-1>SUM(1,2)", true],
      ["MAX(5,B2)", 5],
      ["MAX(5,B2)*2", 10],
      ["IF(LOANBALANCE(EDATE(A2,0))-1>SUM(1,2),MAX(5,B2)*2,0)", 10],
    ]);
  });

  test("leave out what is not calculated here, and a formula of one call has none", async () => {
    expect((await explained("=ROUND(LOANBALANCE(A2),-2)")).steps).toBeUndefined();
    book = new MemoryBook();
    expect((await explained("=LOANBALANCE(A2)")).steps).toBeUndefined();
  });
});

test("the cells that a formula takes from are named with what they hold, each once", async () => {
  book.addSheet("Terms", [["Income", 500_000]]);
  const { cells } = await explained("=BASICEPS(Terms!B1,A2)+BASICEPS(Terms!B1,A2)+SUM(B1:C4)", [], 9);
  expect(cells).toEqual([
    { area: area("Terms!B1"), words: "Terms B1: 500,000" },
    { area: area("Sheet1!A2"), words: "A2: September 12, 2000" },
    { area: area("Sheet1!B1:C4"), words: "B1:C4: 4 rows × 2 columns" },
  ]);
});

describe("each of our functions in a formula", () => {
  const dilution = "DILUTEDEPS(1200000,400000,{10000,20000})";

  test.each<[string, string[]]>([
    [`=IF(LOANBALANCE(A2)>40000,${dilution},0)`, ["LOANBALANCE(A2)", dilution]],
    ["=ROUND(LOANBALANCE(A2),-2)+BASICEPS(5,1000)", ["LOANBALANCE(A2)", "BASICEPS(5,1000)"]],
    ["=TIEOUT(LOANBALANCE(A2),40483)", ["LOANBALANCE(A2)", "TIEOUT(LOANBALANCE(A2),40483)"]],
    ["=LET(due,A2,LOANBALANCE(due))", ["LOANBALANCE(due)"]],
    ["=LOANBALANCE(A2)-LOANBALANCE(A2)", ["LOANBALANCE(A2)"]],
    ["=-LOANBALANCE(A2)%", ["LOANBALANCE(A2)"]],
    ["=@LOANBALANCE(A2)*{1,2}", ["LOANBALANCE(A2)"]],
  ])("%s: inner ones first", async (formula, calls) => {
    const { said, workings, error } = await explained(formula);
    expect(workings.map(({ call }) => call)).toEqual(calls);
    expect(workings.every(({ rows }) => rows.length > 1)).toBe(true);
    expect(error).toBeUndefined();
    if (calls.length > 1) expect(said).toBe("The formula uses 2 functions of Tieout, inner ones first.");
    expect(amounts(workings[0]?.rows ?? []).at(-1)).toBe(40_483);
  });

  test("one that the formula does not use is named, and not worked", async () => {
    const { said, workings } = await explained('=IF(A2>0,LOANBALANCE(A2),LOANBALANCE("soon"))');
    expect(said).toBe("The formula uses 2 functions of Tieout, inner ones first.");
    expect(workings[1]).toEqual({
      call: 'LOANBALANCE("soon")',
      said: "The formula does not use it for this answer, or uses it within LAMBDA, which is not followed here.",
      rows: [],
    });
  });

  test("one of which it is not known whether the formula uses it says so", async () => {
    const { workings } = await explained("=IF(ISBLANK(A2),BASICEPS(5,1000),LOANBALANCE(A2))");
    expect(
      workings.map(({ said }) => said.endsWith("Whether the formula uses this answer is not followed here.")),
    ).toEqual([true, true]);
  });

  test("an argument that goes beyond is named", async () => {
    const { said, workings } = await explained("=LOANBALANCE(EOMONTH(A2,1))");
    expect(said).toBe(
      "LOANBALANCE takes an argument that is calculated by EOMONTH; put it in a cell of its own to see the working.",
    );
    expect(workings[0]?.rows[1]).toEqual([
      "date",
      "EOMONTH is not calculated here",
      "Date of the balance. One cell or a range.",
    ]);
  });
});

describe("where the values come from", () => {
  beforeEach(() => {
    book.addSheet("It's mine", [["Date", "Note"], [36_739], [36_781]]);
    book.make({ do: "addTable", table: "Dates", area: area("'It''s mine'!A1:B3") });
    book.names.set("Due", area("'It''s mine'!A3"));
  });
  const balance = async (formula: string) => {
    const { workings } = await explained(formula);
    return amounts(workings[0]?.rows ?? []).at(-1);
  };

  test.each<[string, number | string]>([
    ["=LOANBALANCE('It''s mine'!$A$3)", 40_483],
    ["=LOANBALANCE(Due)", 40_483],
    ["=LOANBALANCE(MAX(Dates[Date]))", 40_483],
    ["=LOANBALANCE(MAX(Dates))", 40_483],
    ["=LOANBALANCE(MIN(Dates[[#All],[Date]:[Note]]))", 42_779],
    ["=LOANBALANCE(MAX('It''s mine'!A:A))", 40_483],
    ["=LOANBALANCE(MAX('It''s mine'!2:2))", 42_779],
    ["=LOANBALANCE('It''s mine'!A3:B3 'It''s mine'!A1:A9)", 40_483],
    ["=LOANBALANCE(INDEX(Dates,2,1))", 40_483],
  ])("%s", async (formula, amount) => {
    expect(await balance(formula)).toBe(amount);
  });

  test.each([
    ["a name of a value", "=LOANBALANCE(Rate)", "Rate"],
    ["another workbook", "=LOANBALANCE([Book2.xlsx]Sheet1!A1)", "[Book2.xlsx]Sheet1!A1"],
    ["a path", "=LOANBALANCE('C:\\x\\[Book2.xlsx]Sheet1'!A1)", "'C:\\x\\[Book2.xlsx]Sheet1'!A1"],
    ["several sheets", "=LOANBALANCE(Sheet1:Sheet3!A1)", "Sheet1:Sheet3!A1"],
    ["a sheet that is not there", "=LOANBALANCE(Gone!A1)", "Gone!A1"],
    ["totals that are not there", "=LOANBALANCE(Dates[[#Totals],[Date]])", "Dates[[#Totals],[Date]]"],
    ["a column that is not there", "=LOANBALANCE(MAX(Dates[Day]))", "Dates[Day]"],
    ["this row, outside the table", "=LOANBALANCE(Dates[@Date])", "Dates[@Date]"],
    ["a spill that is none", "=LOANBALANCE(A2#)", "A2#"],
  ])("%s is told, not guessed", async (_what, formula, part) => {
    expect((await explained(formula)).said).toBe(
      `LOANBALANCE takes an argument that is calculated by ${part}; put it in a cell of its own to see the working.`,
    );
  });

  test("a formula of a table takes its own row, and totals are no data", async () => {
    book.addSheet("Sheet1", [
      ["Date", "Balance"],
      [36_739, "=LOANBALANCE([@Date])"],
      [36_781, "=LOANBALANCE([@Date])"],
      [99_999, "=LOANBALANCE(MAX(Loans[Date]))"],
    ]);
    book.make({ do: "addTable", table: "Loans", area: area("Sheet1!A1:B4") });
    book.totals.add("Loans");
    const { workings } = await actions.explain(book, { cell: area("Sheet1!B3") });
    expect(amounts(workings[0]?.rows ?? []).at(-1)).toBe(40_483);
    const totals = await actions.explain(book, { cell: area("Sheet1!B4") });
    expect(amounts(totals.workings[0]?.rows ?? []).at(-1)).toBe(40_483);
  });

  test("A1# is all that the formula in A1 fills", async () => {
    book.addSheet("Sheet2", [["=DATES()"]]);
    book.spill("Sheet2!A1", [[36_739], [36_781]]);
    expect(await balance("=LOANBALANCE(MAX(Sheet2!A1#))")).toBe(40_483);
  });
});

describe("a cell that a formula elsewhere fills", () => {
  test("is explained by that formula", async () => {
    book.addSheet("Sheet1", [
      ["", ""],
      ["", "=LOANSCHEDULE()"],
    ]);
    setOpenWorkbook({ formattedNumbers: true });
    book.spill("Sheet1!B2", implementations["LOANSCHEDULE"]?.() as number[][]);
    setOpenWorkbook({ formattedNumbers: false });
    book.select("Sheet1!B4");
    const { formula, shows, said, workings } = await actions.explain(book, {});
    expect([formula, shows]).toEqual(["=LOANSCHEDULE()", "Aug 1, 1998"]);
    expect(said).toMatch(/^B4 is filled by the formula in B2\. LOANSCHEDULE: Schedule of a loan/);
    expect(said).toMatch(/ The cell is row 2 of the table, Aug 1, 1998 under Date\.$/);
    expect(workings[0]?.shown).toBe(2);
    expect(workings[0]?.rows[0]?.[0]).toBe("Date");
    expect(workings[0]?.rows[2]?.[0]).toBe("Aug 1, 1998");
  });

  test("is worked for its own row, where one call answers row by row", async () => {
    book.addSheet("Sheet1", [
      [36_739, "=LOANBALANCE(A1:A3)"],
      [36_781, ""],
      ["soon", ""],
    ]);
    const answers = implementations["LOANBALANCE"]?.([[36_739], [36_781], ["soon"]]) as unknown[][];
    book.spill("Sheet1!B1", [...answers.slice(0, 2), ["#VALUE!"]] as CellContent[][]);
    const second = await actions.explain(book, { cell: area("Sheet1!B2") });
    expect(second.said).toBe(
      "B2 is filled by the formula in B1. LOANBALANCE: Outstanding balance of a loan at a date.",
    );
    expect(amounts(second.workings[0]?.rows ?? [])).toEqual([42_779, 494, 43_273, -2_790, 40_483]);
    const third = await actions.explain(book, { cell: area("Sheet1!B3") });
    expect(third.error).toEqual({ code: "#VALUE!", message: 'date row 3 must be a date; received "soon"' });
  });

  test("earnings per share of a column of periods are worked for the period of the cell", async () => {
    book.addSheet("Sheet1", [
      [1_200_000, 400_000, 10_000, 20_000, "=DILUTEDEPS(A1:A2,B1:B2,C1:D2)"],
      [600_000, 300_000, 0, 50_000, ""],
    ]);
    book.spill("Sheet1!E1", [[2.79], [1.71]]);
    const { workings } = await actions.explain(book, { cell: area("Sheet1!E2") });
    const shares = workings[0]?.rows.map((row) => row[workings[0]?.rows[0]?.indexOf("Incremental shares") ?? 0]);
    expect(shares).toEqual(expect.arrayContaining(["Incremental shares", 50_000]));
    expect(workings[0]?.rows.at(-1)?.slice(0, 4)).toEqual(["Diluted", "", "", 600_000 / 350_000]);
  });
});

describe("what was typed", () => {
  test.each<[string, CellContent, string | undefined, string, string]>([
    ["a date", 36_965, "mmmm d, yyyy", "March 15, 2001", "The cell holds what was typed into it."],
    ["shares", 8_426_574, "#,##0_);(#,##0)", "8,426,574", "The cell holds what was typed into it."],
    ["a loss", -400_000, '_("$"* #,##0_);_("$"* (#,##0)', "$(400,000)", "The cell holds what was typed into it."],
    ["a number", 0.1, undefined, "0.1", "The cell holds what was typed into it."],
    ["in a format that only Excel knows", 5, '"', "5", "The cell holds what was typed into it."],
    ["words", "words", undefined, "words", "The cell holds what was typed into it."],
    ["a truth value", true, undefined, "TRUE", "The cell holds what was typed into it."],
    ["nothing", "", undefined, "", "The cell is blank."],
  ])("%s is shown as the cell shows it", async (_what, content, numberFormat, shows, said) => {
    book.addSheet("Sheet1", [[content]]);
    if (numberFormat) book.make({ do: "format", area: area("Sheet1!A1"), format: { numberFormat } });
    book.select("Sheet1!A1");
    expect(await actions.explain(book, {})).toEqual({
      cell: area("Sheet1!A1"),
      formula: "",
      shows,
      said,
      workings: [],
    });
  });

  test("a date of a workbook that counts from 1904 is that date", async () => {
    setOpenWorkbook({ dateSystem: 1904 });
    const { workings } = await explained('=DAYCOUNT(DATE(2000,9,12),DATE(2000,15,1),"ACT/360")');
    expect(workings[0]?.rows.slice(1, 3).map(([, value]) => value)).toEqual(["Sep 12, 2000", "Mar 1, 2001"]);
  });
});

describe("errors", () => {
  test.each([
    ["in our words", "=LOANBALANCE(A3)", 'LOANBALANCE cannot answer: date must be a date; received "soon".'],
    [
      "the inner one, of which the outer one only tells",
      "=BASICEPS(LOANBALANCE(A3),5)",
      'LOANBALANCE cannot answer: date must be a date; received "soon".',
    ],
    [
      "the one that the cell shows, not one that is caught",
      '=IFERROR(LOANBALANCE(A3),0)+BASICEPS("x",1)',
      'BASICEPS cannot answer: income must be a number; received "x".',
    ],
    [
      "behind functions that are not calculated here",
      "=ROUND(LOANBALANCE(A3),2)",
      'LOANBALANCE cannot answer: date must be a date; received "soon".',
    ],
  ])("%s: %s", async (_what, formula, said) => {
    const explanation = await explained(formula, [], "#VALUE!");
    expect(explanation.said).toBe(said);
    expect(explanation.error?.code).toBe("#VALUE!");
  });

  test("one that the formula catches is told with its call alone", async () => {
    const { error, workings } = await explained("=IFERROR(LOANBALANCE(A3),0)");
    expect(error).toBeUndefined();
    expect(workings[0]).toMatchObject({
      said: 'LOANBALANCE cannot answer: date must be a date; received "soon".',
      error: { code: "#VALUE!" },
    });
  });

  test.each([
    ["=1/0", "#DIV/0!", "a number is divided by zero"],
    [
      "=A4+1",
      "#N/A",
      "no value is available, or a function has too few or too many arguments; it comes from A4 on Sheet1",
    ],
    [
      "=SUM(A2:A5)",
      "#N/A",
      "no value is available, or a function has too few or too many arguments; it comes from A4 on Sheet1",
    ],
  ])("of the spreadsheet's own is explained too: %s", async (formula, code, message) => {
    const { said, error } = await explained(formula, [["#N/A"], [5]]);
    expect(said).toBe("The formula uses none of Tieout's functions.");
    expect(error).toEqual({ code, message });
  });

  test("a name that the program does not know leads to Repair", async () => {
    expect((await explained("=_xldudf_ACME_LOANBALANCE(A2)")).said).toBe(
      "The program does not know a name in =_xldudf_ACME_LOANBALANCE(A2). If it is a function of Tieout, choose Help, Repair formulas.",
    );
  });
});

test.each([
  ["a formula of others", "=SUM(A2,1)", "The formula uses none of Tieout's functions."],
  ["what cannot be read", "=1+", "The formula is not one that can be explained here."],
])("tells %s", async (_what, formula, said) => {
  book.addSheet("Sheet1", [[formula], [36_781]]);
  book.spill("Sheet1!A1", [[5]]);
  book.select("Sheet1!A1");
  expect((await actions.explain(book, {})).said).toBe(said);
});

test("changes nothing", async () => {
  await explained("=LOANBALANCE(A2)");
  expect(book.performed).toEqual([]);
});

test("a step with parentheses at its ends is told with both of each pair", async () => {
  const { steps } = await explained('=(A2>0)*(IF(")"<>"(",2,3)+(1))');
  expect(steps?.slice(1).map(([step]) => step)).toEqual([
    "A2>0",
    '")"<>"("',
    'IF(")"<>"(",2,3)',
    'IF(")"<>"(",2,3)+(1)',
    '(A2>0)*(IF(")"<>"(",2,3)+(1))',
  ]);
});

describe("the conventions, in words", () => {
  const SHEET: CellContent[][] = [
    ["Principal", 250_000],
    ["Start date", 45_672],
    ["Annual rate", 0.0625],
    ["Number of payments", 60],
    ["Day count", "ACT/360"],
    ["Compounding", "monthly"],
    ["Payment rounding", "cent up"],
    ["Business days", "modified following"],
  ];
  const wordsOf = async (formula: string, rest: CellContent[][] = []) =>
    (await explained(formula, rest)).conventions?.slice(1);

  test("of a loan sheet: each rule that decides its figures", async () => {
    expect(await wordsOf("=LOANBALANCE(DATE(2026,9,30),A4:B11)", SHEET)).toEqual([
      ["Repayment", "Level payment, monthly. Every payment is the same; the part that is interest falls."],
      [
        "Day count",
        "ACT/360. The actual days over a year of 360 days: as banks lend, a little more than the stated rate.",
      ],
      ["Compounding", "The quoted rate compounds monthly, whatever the payments."],
      ["Rounding of payments", "To the cent, always up."],
      ["Rounding of interest", "To the cent; a tie goes away from zero."],
      ["What rounding leaves", "The last payment takes it."],
      [
        "Business days",
        "Modified following: on the next business day, unless that is in another month; then on the one before. Interest runs to the day as scheduled.",
      ],
    ]);
  });

  test("of Exhibit 10.10, which states its schedule and what holds between its dates", async () => {
    expect(await wordsOf("=LOANBALANCE(A2)")).toEqual([
      ["Repayment", "As the schedule of the agreement states it."],
      ["Day count", "Equal periods. A month is a twelfth of a year, however long."],
      ["Compounding", "None within a period: interest is the balance times the rate times the part of a year."],
      ["Rounding of payments", "Not rounded."],
      ["Rounding of interest", "Not rounded."],
      ["Business days", "A payment stays on its day, a weekend or a holiday too."],
      [
        "Between two dates",
        "The earlier balance, interest by 30/360 ISDA, both days counted, less the part of the next reduction that the days are of 365 (3.5).",
      ],
    ]);
  });

  test.each([
    [
      '=DAYCOUNT(A2,A2+30,"actual/360")',
      [
        [
          "Day count",
          "ACT/360. The actual days over a year of 360 days: as banks lend, a little more than the stated rate.",
        ],
      ],
    ],
    ["=DAYCOUNT(A2,A2+30,1)", [["Day count", "Excel basis 1. As basis 1 of YEARFRAC: actual/actual."]]],
    ["=BASICEPS(5,1000,,3)", [["Rounding", "Once, at the end, to 3 decimals; a tie goes away from zero."]]],
    [
      "=BASICEPS(5,1000)+DILUTEDEPS(5,1000)",
      [["Rounding", "Once, at the end, to 2 decimals; a tie goes away from zero."]],
    ],
    ["=SUM(A2,1)", undefined],
    ['=LOANBALANCE(A2,"Exhibit 9")', undefined],
  ])("of %s", async (formula, conventions) => {
    expect(await wordsOf(formula)).toEqual(conventions);
  });
});
