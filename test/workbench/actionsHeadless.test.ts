import "../../src/engine/customFunctionsRuntime";
import { insertFormula } from "../../src/taskpane/insertFormula";
import { keepLoanCurrent } from "../../src/workbench/activeLoan";
import { actions } from "../../src/workbook/actions";
import { readAddress, a1 } from "../../src/workbook/book/address";
import type { Area, Grid, TableSight } from "../../src/workbook/book/book";
import { readSchedule } from "../../src/workbook/import/schedule/readSchedule";
import { openHeadlessBook } from "../support/headlessBook";

let { api, book, workbook, dispose } = openHeadlessBook();
beforeEach(() => ({ api, book, workbook, dispose } = openHeadlessBook()));
afterEach(() => dispose());

const cell = (address: string) => {
  const area = readAddress(address);
  const range = area && workbook.getSheetByName(area.sheet)?.getRange(area.row, area.column);
  if (!range) throw new Error(`no cell ${address}`);
  return range;
};
const shows = async (address: string) =>
  (await book.look({ areas: [readAddress(address) as Area] })).areas[0]?.values[0]?.[0];
const picture = async () => {
  const { sheets, sheetNames, tables, settings } = await book.look({
    everySheet: true,
    formats: true,
    tables: ["EPS_Periods", "EPS_Filed", "Tieout_log"],
    settings: ["tieout.eps", "tieout.activeLoan"],
  });
  const written = Object.entries(sheets).map(([name, sheet]) => [
    name,
    sheet.contents.flatMap((row, y) =>
      row.flatMap((content, x) => {
        const { bottom, fill, bold, numberFormat } = sheet.formats[y]?.[x] ?? {};
        return content === "" ? [] : [[y, x, content, bottom, fill, bold, numberFormat]];
      }),
    ),
  ]);
  return { written, sheetNames, tables: Object.values(tables).map(({ name, area }) => [name, area]), settings };
};

describe("the workbench's workbook", () => {
  test("keeps what was typed, counts what moved, logs it, and writes nothing when nothing is new", async () => {
    await actions.insertEpsSheet(book, {});
    cell("EPS!B12").setValue("Basic loss per share, as restated");
    cell("EPS!B24").setValue("See accompanying notes.");
    cell("'EPS periods'!C2").setValue(-400_000);

    expect((await actions.refreshEps(book, {})).said).toBe(
      "Refreshed the exhibit for September 30, 2002: 4 figures moved, marked on the sheet and logged.",
    );
    const { tables } = await book.look({ tables: ["Tieout_log"] });
    expect(tables["Tieout_log"]?.values.map((row) => row.slice(0, 5))).toEqual([
      ["Sheet", "Cell", "Label", "Old", "New"],
      ["EPS", "C11", "Net (loss) income, three months ended September 30, 2002", -462_000, -400_000],
      ["EPS", "C12", "Basic loss per share, as restated, three months ended September 30, 2002", -0.06, -0.05],
      ["EPS", "C19", "Net (loss) income, three months ended September 30, 2002", -462_000, -400_000],
      ["EPS", "C20", "Diluted net (loss) income per share, three months ended September 30, 2002", -0.06, -0.05],
    ]);
    expect([await shows("EPS!B12"), await shows("EPS!B24")]).toEqual([
      "Basic loss per share, as restated",
      "See accompanying notes.",
    ]);
    expect(cell("EPS!C12").getBackground()).toBe("#FFF2CC");

    const before = await picture();
    expect(await actions.refreshEps(book, {})).toMatchObject({ changed: false });
    expect(await picture()).toEqual(before);
  });

  test("the footnote's tables follow the EPS sheet, and stand apart on their own", async () => {
    await actions.insertEpsSheet(book, {});
    await actions.insertEpsFootnote(book, { bothStandards: true });
    const { sheets } = await book.look({ sheets: ["EPS footnote"] });
    const values = sheets["EPS footnote"]?.values ?? [];
    const row = (words: RegExp) => values.find(([label]) => words.test(String(label)));
    expect(row(/^Basic earnings per share/)?.slice(1, 7)).toEqual([-462_000, 7_737_946, -0.06, 5_000, 7_541_024, 0]);
    expect(row(/^None/)).toBeDefined(); // Exhibit 11 has counts alone, and none that was left out.
    expect(row(/^Diluted net .*per share/)?.slice(1, 4)).toEqual([-0.06, -0.06, 0]);
    expect(values.flat().filter((value) => typeof value === "string" && value.startsWith("#"))).toEqual([]);

    cell("EPS!C5").setValue("IFRS");
    await actions.recalculateAll(book, {});
    const { sheets: after } = await book.look({ sheets: ["EPS footnote"] });
    const elements = (after["EPS footnote"]?.values ?? []).flat().filter((value) => /^ifrs-full:/.test(String(value)));
    expect(elements.length).toBeGreaterThan(2);
    await expect(actions.insertEpsFootnote(book, {})).rejects.toThrow("has a sheet EPS footnote already");
  });

  test("a new class of securities gets its line, and the notes below move down", async () => {
    await actions.insertEpsSheet(book, {});
    cell("EPS!B24").setValue("See accompanying notes.");
    await book.perform([
      { do: "addTableColumn", table: "EPS_Periods", contents: ["Convertible notes", "", 100_000, "", 50_000] },
    ]);

    const { places } = await actions.refreshEps(book, {});
    expect(places.map(({ words }) => words.split(":")[0])).toEqual(["D19", "F19"]);
    expect(await shows("EPS!B18")).toBe("Convertible notes");
    expect([await shows("EPS!D18"), await shows("EPS!D19")]).toEqual([100_000, 8_526_574]);
    expect(await shows("EPS!B25")).toBe("See accompanying notes.");
    expect(cell("EPS!D19").getFormula()).toBe('=IF(D15="","",SUM(D15,D16:D18))');
  });

  test("rolls forward twice, restarts the year, and ties out", async () => {
    await actions.insertEpsSheet(book, {});
    await expect(actions.rollForward(book, {})).resolves.toMatchObject({ changed: true });
    await expect(actions.rollForward(book, {})).rejects.toThrow(
      "The period to December 31, 2002 is incomplete: Net income is blank (C6 on EPS periods). Fill it in, then roll forward.",
    );
    for (const [address, value] of Object.entries({ C6: 250_000, D6: 7_800_000, E6: 100_000, F6: 0 }))
      cell(`'EPS periods'!${address}`).setValue(value);
    await actions.refreshEps(book, {});
    expect([await shows("EPS!C8"), await shows("EPS!C11"), await shows("EPS!C20")]).toEqual([2002, 250_000, 0.03]);

    await actions.rollForward(book, {});
    expect([await shows("'EPS periods'!A7"), await shows("EPS!C7")]).toEqual([37_711, "Three months ended March 31,"]);
    for (const [address, value] of Object.entries({ C7: 10_000, D7: 7_900_000, E7: 0, F7: 0 }))
      cell(`'EPS periods'!${address}`).setValue(value);
    expect((await actions.refreshEps(book, {})).said).toContain("March 31, 2003");

    const tied = await actions.tieOut(book, {});
    expect(tied.said).toBe("All 28 figures tie out.");
    expect(await shows("'Tie out'!F2")).toBe("✓");
  });

  test("the words over a block of columns stand in its middle, however many columns there are", async () => {
    const TITLES = ["B1:F1", "B2:F2", "B3:F3"];
    const merged = () =>
      workbook
        .getSheetByName("EPS")
        ?.getMergedRanges()
        .map((range) => range.getA1Notation());
    await actions.insertEpsSheet(book, {});
    expect(merged()).toEqual([...TITLES, "C7:D7", "E7:F7"]);

    await actions.rollForward(book, {});
    expect([merged(), await shows("EPS!C7"), await shows("EPS!D7")]).toEqual([
      TITLES,
      "Three months ended December 31,",
      "Twelve months ended December 31,",
    ]);
    workbook.undo();
    expect([merged(), await shows("EPS!D7"), await shows("EPS!E7")]).toEqual([
      [...TITLES, "C7:D7", "E7:F7"],
      "",
      "Nine months ended September 30,",
    ]);
    workbook.redo();
    expect(merged()).toEqual(TITLES);
    await actions.refreshEps(book, { asOf: 37_529 });
    expect(merged()).toEqual([...TITLES, "C7:D7", "E7:F7"]);
  });

  test("an edit that cannot be made leaves everything as it was, with words", async () => {
    await actions.insertEpsSheet(book, {});
    cell("'EPS periods'!C6").setFormula("=SUM(C2:C5)");
    const before = await picture();
    await expect(actions.rollForward(book, {})).rejects.toThrow(
      "The workbook could not be changed: There is something below the table EPS_Periods; move it to make room. Everything is as it was.",
    );
    expect(await picture()).toEqual(before);
  });

  test("each action is one step of undo", async () => {
    cell("Mine!A1").setValue("mine");
    await actions.insertEpsSheet(book, {});
    cell("'EPS periods'!C2").setValue(-400_000);
    await actions.refreshEps(book, {});
    expect(cell("EPS!C12").getBackground()).toBe("#FFF2CC");
    workbook.undo();
    expect(cell("EPS!C12").getBackground()).not.toBe("#FFF2CC");
    expect(await shows("'EPS periods'!C2")).toBe(-400_000);
  });

  test("a loan sheet works its balance, and can be the active loan", async () => {
    await actions.insertLoanSheet(book, {});
    expect([await shows("Loan!H4"), await shows("Loan!H7")]).toEqual([40_483, 42_779]);
    const explained = await actions.explain(book, { cell: readAddress("Loan!H4") });
    expect(explained.workings[0]?.rows.at(-1)?.slice(1)).toEqual([40_483, expect.any(String)]);

    cell("Mine!E2").setFormula("=LOANSCHEDULE()");
    cell("Mine!A3").setValue(36_781);
    const date = readAddress("Mine!A3") as Area;
    await book.perform([{ do: "format", area: date, format: { numberFormat: "mmmm d, yyyy" } }]);
    cell("Mine!B3").setFormula("=LOANBALANCE(A3)-LOANBALANCE(INDEX(E2#,5,1))");
    await actions.recalculateAll(book, {});
    const spilled = await actions.explain(book, { cell: readAddress("Mine!E4") });
    expect([spilled.formula, spilled.shows, spilled.workings[0]?.rows[2]?.[0]]).toEqual([
      "=LOANSCHEDULE()",
      "Aug 1, 1998",
      "Aug 1, 1998",
    ]);
    expect(spilled.said).toMatch(/^E4 is filled by the formula in E2\. /);
    expect(await actions.explain(book, { cell: date })).toMatchObject({
      shows: "September 12, 2000",
    });
    const both = await actions.explain(book, { cell: readAddress("Mine!B3") });
    expect(both.workings.map(({ call, rows }) => [call, rows.at(-1)?.[1]])).toEqual([
      ["LOANBALANCE(A3)", 40_483],
      ["LOANBALANCE(INDEX(E2#,5,1))", 42_779],
    ]);

    cell("Mine!B4").setFormula("=LOANBALANCE(A5000)");
    await actions.recalculateAll(book, {});
    expect((await actions.explain(book, { cell: readAddress("Mine!B4") })).said).toBe(
      "LOANBALANCE cannot answer: date must be a date; received a blank.",
    );

    cell("Mine!A1").setFormula("=LOANBALANCE(DATE(2000,8,1))");
    const { names } = await book.look({ names: ["Loan_terms"] });
    const terms = names["Loan_terms"] as Area & Grid;
    await actions.chooseActiveLoan(book, { loan: terms });
    const august2000 = terms.values.findIndex(([date]) => date === 36_739);
    cell(`Loan!C${terms.row + august2000 + 1}`).setValue(42_000);
    await actions.loadActiveLoan(book, {});
    await actions.recalculateAll(book, {});
    expect(await shows("Mine!A1")).toBe(42_000);
    await actions.chooseActiveLoan(book, { loan: null });
    expect(await shows("Mine!A1")).toBe(42_779);
  });
});

describe("inserting a formula from the pane", () => {
  const insertAt = (address: string) => {
    workbook.getSheetByName("Mine")?.activate();
    cell(address).activate();
    return insertFormula(book, "=1+1", {});
  };

  test("takes an empty cell alone: not one that was typed into, nor one that another answer fills", async () => {
    cell("Mine!A1").setFormula('=LOANSTEPS(DATE(2000,9,12),"Exhibit 10.10")');
    cell("Mine!F1").setValue("mine");
    await actions.recalculateAll(book, {});
    await expect(insertAt("Mine!B3")).rejects.toThrow(
      "B3 is filled by the answer of a formula in another cell. Select an empty cell, with room below and beside it.",
    );
    await expect(insertAt("Mine!F1")).rejects.toThrow("F1 is not empty. Select an empty cell");
    expect(await shows("Mine!B6")).toBe(40_483);
    await insertAt("Mine!H1");
    await actions.recalculateAll(book, {});
    expect(await shows("Mine!H1")).toBe(2);
  });
});

describe("the workbook's loan, once it is chosen", () => {
  const TERMS: readonly (readonly [label: string, value: string | number])[] = [
    ["Principal", 250_000],
    ["Start date", 45_658], // January 1, 2025
    ["Annual rate", 0.0625],
    ["Number of payments", 60],
  ];
  const insertLoan = async () => {
    await actions.insertLoanSheet(book, { example: false });
    const sheet = workbook.getSheetByName("Loan");
    for (const [label, value] of TERMS) {
      const row = [...Array(12).keys()].find((y) => sheet?.getRange(y, 0).getValue() === label) ?? 0;
      sheet?.getRange(row, 1).setValue(value);
    }
  };

  beforeEach(async () => {
    await insertLoan();
    await keepLoanCurrent(api, book);
    cell("Mine!A1").setFormula("=LOANBALANCE(DATE(2025,1,1))");
    await actions.recalculateAll(book, {});
  });
  afterEach(() => actions.chooseActiveLoan(book, { loan: null }));

  test("is that of every formula at once", async () => {
    expect(await shows("Mine!A1")).toBe(0);
    const { said } = await actions.chooseActiveLoan(book, { loan: readAddress("Loan!A3:B11") });
    expect(await shows("Mine!A1")).toBe(250_000);
    expect(said).toMatch(/^The active loan is now Loan!A3:E114\. Every formula that uses it was calculated again\.$/);
    await actions.chooseActiveLoan(book, { loan: null });
    expect(await shows("Mine!A1")).toBe(0);
  });

  test("and what is typed on the line below its last label counts", async () => {
    await actions.chooseActiveLoan(book, { loan: readAddress("Loan!A3:B11") });
    cell("Mine!A2").setFormula("=LOANBALANCE(DATE(2025,6,1))");
    cell("Mine!A3").setFormula("=LOANBALANCE(DATE(2025,6,1),Loan_terms)");
    await actions.recalculateAll(book, {});
    const before = [await shows("Mine!A2"), await shows("Mine!A3")].map(Number);
    workbook
      .getSheetByName("Loan")
      ?.getRange("A15:C15")
      .setValues([["Extra payment", 45_689, 10_000]]);
    await actions.recalculateAll(book, {});
    const after = [await shows("Mine!A2"), await shows("Mine!A3")].map(Number);
    expect(after[0]).toBe(after[1]);
    expect(Number(before[0]) - Number(after[0])).toBeGreaterThan(9_900);
    expect(await shows("Loan!A2")).toBe("");
  });

  test("a label where none is read is told on the sheet", async () => {
    cell("Loan!A115").setValue("Extra payment");
    await actions.recalculateAll(book, {});
    expect(await shows("Loan!A2")).toBe("Not read: what stands below row 114. Insert rows above it, or move it.");
    workbook.getSheetByName("Loan")?.insertRowsBefore(20, 2);
    await actions.recalculateAll(book, {});
    expect(await shows("Loan!A2")).toContain("below row 116");
  });
});

describe("a table grows with what the user writes right below it or right beside it", () => {
  const table = async () => {
    const { tables } = await book.look({ tables: ["EPS_Periods"] });
    const { area, values } = tables["EPS_Periods"] as TableSight;
    return { at: a1(area), headers: values[0] ?? [] };
  };
  const HEADERS = ["Period end", "Months", "Net income", "Weighted shares", "Stock options", "Warrants"];
  const paste = (address: string, rows: (string | number)[][]) => {
    const { sheet, row, column } = readAddress(address) as Area;
    workbook
      .getSheetByName(sheet)
      ?.getRange(row, column, rows.length, rows[0]?.length ?? 0)
      .setValues(rows);
  };
  /** Period end, months, income, shares, options, warrants, two more classes. */
  const QUARTERS = Array.from({ length: 8 }, (_quarter, index) => [
    [36_616, 36_707, 36_799, 36_891, 36_981, 37_072, 37_164, 37_256][index] ?? 0,
    3,
    (index + 1) * 100_000,
    7_000_000 + index,
    1_000,
    2_000,
    3_000,
    4_000,
  ]);

  test("eight quarters with two more classes, pasted below the header of the empty table", async () => {
    await actions.insertEpsSheet(book, { example: false });
    paste("'EPS periods'!A2", QUARTERS);
    expect(await table()).toEqual({ at: "A1:H9", headers: [...HEADERS, "Column1", "Column2"] });

    paste("'EPS periods'!G1", [["RSUs", "Convertible notes"]]);
    const { said } = await actions.refreshEps(book, {});
    expect(said).toMatch(/^Refreshed the exhibit for December 31, 2001: .*\d figures? moved\.$/);
    expect([await shows("EPS!B16"), await shows("EPS!B18"), await shows("EPS!C18")]).toEqual([
      "Stock options",
      "RSUs",
      3_000,
    ]);
  });

  test("a row below, which looks like the last one; one step of undo takes back both", async () => {
    await actions.insertEpsSheet(book, {});
    await actions.refreshEps(book, {});
    cell("Mine!A1").setFormula("=ROWS(EPS_Periods_All)");
    await actions.recalculateAll(book, {});
    expect(await shows("Mine!A1")).toBe(5);
    cell("'EPS periods'!A6").setValue(37_621);
    expect((await table()).at).toBe("A1:F6");
    const { sheets } = await book.look({ sheets: ["EPS periods"], formats: true });
    expect(sheets["EPS periods"]?.formats[5]?.[0]?.numberFormat).toBe("mmm d, yyyy");
    await actions.recalculateAll(book, {});
    expect(await shows("Mine!A1")).toBe(6);

    workbook.undo();
    expect([(await table()).at, await shows("'EPS periods'!A6")]).toEqual(["A1:F5", ""]);
    await actions.recalculateAll(book, {});
    expect(await shows("Mine!A1")).toBe(5);

    workbook.redo();
    expect([(await table()).at, await shows("'EPS periods'!A6")]).toEqual(["A1:F6", 37_621]);
    await actions.recalculateAll(book, {});
    expect(await shows("Mine!A1")).toBe(6);
  });

  test("a column beside, by its header or by a figure, and undo leaves the others their names", async () => {
    await actions.insertEpsSheet(book, {});
    cell("'EPS periods'!G1").setValue("RSUs");
    cell("'EPS periods'!H3").setValue(5_000);
    expect(await table()).toEqual({ at: "A1:H5", headers: [...(await exampleHeaders()), "RSUs", "Column1"] });
    expect(cell("'EPS periods'!G1").getBackground()).toBe("#0A5E46");

    workbook.undo();
    workbook.undo();
    expect(await table()).toEqual({ at: "A1:F5", headers: await exampleHeaders() });
    expect(workbook.getTableInfoByName("EPS_Periods")?.columns.map(({ displayName }) => displayName)).toEqual(
      await exampleHeaders(),
    );
  });

  const exampleHeaders = async () => (await table()).headers.slice(0, 6);

  test("what is no row of it stays outside, and a refresh says so", async () => {
    await actions.insertEpsSheet(book, {});
    cell("'EPS periods'!C6").setFormula("=SUM(C2:C5)");
    expect((await table()).at).toBe("A1:F5");
    expect((await actions.refreshEps(book, {})).said).toBe(
      "Refreshed the exhibit for September 30, 2002: none of its 36 figures moved. " +
        "Row 6 of EPS periods touches the table EPS_Periods but is not in it (A1:F5), and nothing there was used: " +
        "resize the table over it, or leave a blank row or column between.",
    );
    cell("'EPS periods'!A6").setValue("Total");
    expect((await table()).at).toBe("A1:F5");
    cell("'EPS periods'!C8").setValue("Prepared by JL");
    expect((await table()).at).toBe("A1:F5");
  });

  test("clearing cells beside it changes nothing", async () => {
    await actions.insertEpsSheet(book, {});
    cell("'EPS periods'!A6").clear();
    expect((await table()).at).toBe("A1:F5");
  });
});

test("a fitted loan stands beside its printed figures, each with a tick or with its difference", async () => {
  const text = [
    "Date\tPayment\tInterest\tPrincipal\tBalance",
    "2024-01-01\t\t\t\t12,000.00",
    "2024-02-01\t3,037.59\t60.00\t2,977.59\t9,022.41",
    "2024-03-01\t3,037.59\t45.11\t2,992.48\t6,029.93",
    "2024-04-01\t3,037.59\t30.51\t3,007.44\t3,022.49",
    "2024-05-01\t3,037.60\t15.11\t3,022.49\t0.00",
  ].join("\n");
  const { lines } = readSchedule(text);
  if (!lines) throw new Error("no lines");
  const { said } = await actions.insertFittedLoan(book, { lines });

  expect(said).toBe(
    "Inserted the sheet Fitted loan. Reproduces 16 of 17 printed figures. No terms that were tried make every figure. The first that differs: interest of April 1, 2024, printed 30.51, computed 30.15.",
  );
  const { areas } = await book.look({ areas: [readAddress("'Fitted loan'!G3:O8") as Area] });
  const [header, ...rows] = areas[0]?.values ?? [];
  expect(header).toEqual([
    "Date",
    "Interest",
    "Difference",
    "Payment",
    "Difference",
    "Principal",
    "Difference",
    "Balance",
    "Difference",
  ]);
  const differences = rows.map((row) => [row[2], row[4], row[6], row[8]]);
  expect(differences).toEqual([
    ["", "", "", 0],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
    [-0.36, 0, 0, 0],
    [0, 0, 0, 0],
  ]);
});
