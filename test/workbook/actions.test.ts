import "../../src/engine/customFunctionsRuntime";
import { openWorkbook, setOpenWorkbook } from "../../src/functions/cells/openWorkbook";
import { actions } from "../../src/workbook/actions";
import { readAddress } from "../../src/workbook/book/address";
import { readExhibitText } from "../../src/workbook/import/exhibitText";
import { repairedFormula } from "../../src/workbook/repair";
import { shownIn } from "../../src/workbook/shown";
import { EXHIBIT_11 } from "../support/exhibit11";
import { MemoryBook } from "../support/memoryBook";
import { previewOf, quarters } from "../support/periods";

let book: MemoryBook;
beforeEach(() => (book = new MemoryBook()));
afterEach(() => setOpenWorkbook({ activeLoan: null }));

describe("import", () => {
  test("into a workbook without EPS sheets inserts them with the periods", async () => {
    const { said } = await actions.importPeriods(book, { preview: readExhibitText(EXHIBIT_11) });
    expect(said).toBe("Inserted the EPS sheet with 4 periods from Exhibit 11.");
    expect(["C", "D", "E", "F"].map((letter) => book.shows(`EPS!${letter}20`))).toEqual([-0.06, 0, -0.08, 0.05]);
  });

  test("adds what is new, replaces what differs with an entry in the log, and leaves the rest", async () => {
    await actions.insertEpsSheet(book, {});
    const preview = readExhibitText(EXHIBIT_11.replaceAll("5,000 ", "6,000 "));
    const more = { ...preview, periods: [...preview.periods, ...quarters(1, 2003)] };
    const { said } = await actions.importPeriods(book, { preview: more });
    expect(said).toBe(
      "Imported from Exhibit 11: 1 period added, 1 updated, 3 as they were. 1 figure replaced and logged. Refresh EPS to bring the exhibit up to date.",
    );
    expect([
      book.shows("'EPS periods'!C3"),
      book.shows("'EPS periods'!A6"),
      book.shows("'EPS periods'!G1"),
      book.shows("'EPS periods'!G6"),
    ]).toEqual([6_000, 37_711, "Stock options", 5_000]);
    expect(["B", "C", "D", "E"].map((letter) => book.shows(`'Tieout log'!${letter}2`))).toEqual([
      "C3",
      "Net income",
      5_000,
      6_000,
    ]);
    const before = book.picture();
    expect(await actions.importPeriods(book, { preview: more })).toMatchObject({ changed: false });
    expect(book.picture()).toEqual(before);
  });

  test("fills the blank row of an empty table first", async () => {
    await actions.insertEpsSheet(book, { example: false });
    await actions.importPeriods(book, { preview: previewOf(quarters(3)) });
    expect(book.tables.get("EPS_Periods")?.rows).toBe(4);
    expect(book.shows("'EPS periods'!C2")).toBe(100_000);
  });

  test("of 10,000 rows reports its progress and is one list of edits", async () => {
    await actions.insertEpsSheet(book, { example: false });
    const many = Array.from({ length: 10_000 }, (_row, index) => ({
      periodEnd: 1_000 + index,
      months: 3,
      netIncome: index,
      weightedShares: 1,
      securities: {},
      printed: {},
    }));
    const progress: number[] = [];
    await actions.importPeriods(book, { preview: previewOf(many) }, { onProgress: ({ done }) => progress.push(done) });
    expect(book.tables.get("EPS_Periods")?.rows).toBe(10_001);
    expect(progress.length).toBeGreaterThan(2);
  });
});

describe("tie-out", () => {
  test("puts each computed figure beside the printed one, and lists the exceptions with their cells", async () => {
    await actions.insertEpsSheet(book, {});
    expect((await actions.tieOut(book, {})).said).toBe("All 28 figures tie out.");
    book.type("'EPS periods'!C2", -400_000);
    const { said, places } = await actions.tieOut(book, {});
    expect(said).toBe("25 of 28 figures tie out; 3 exceptions listed.");
    expect(places[0]).toEqual({
      area: readAddress("EPS!C11"),
      words: "C11: Net income, September 30, 2002, 3 months: computed (400,000), printed (462,000), difference 62,000",
    });
    expect([
      book.holds("'Tie out'!C3"),
      book.holds("'Tie out'!D3"),
      book.shows("'Tie out'!F3"),
      book.shows("'Tie out'!F2"),
    ]).toEqual(["=EPS!$C$11", "='EPS as filed'!$D$3", 62_000, "✓"]);
  });

  test("reaches periods that are not on the exhibit, and says what is in no table", async () => {
    await actions.importPeriods(book, { preview: previewOf(quarters(8, 2010)) });
    book.type("'EPS as filed'!A2", 40_000);
    const { said, places } = await actions.tieOut(book, {});
    expect(said).toBe("7 of 8 figures tie out; 1 exception listed.");
    expect(places[0]?.words).toContain("no such figure in EPS_Periods");
    expect(book.holds("'Tie out'!C3")).toBe("=INDEX(EPSTABLE(EPS_Periods[#All],40359,EPS!$C$5),5,2)");
  });

  test("compares two ranges of one shape", async () => {
    book.addSheet("Ledger", [
      ["Computed", "Printed"],
      [42_779.17, "42,779"],
      [0.125, 0.13],
      [5, 6],
      ["total", ""],
    ]);
    const area = (address: string) => readAddress(address, "Ledger");
    const { said, places } = await actions.tieOut(book, { computed: area("A1:A5"), printed: area("B1:B5") });
    expect(said).toBe("2 of 3 figures tie out; 1 exception listed.");
    expect(places[0]?.words).toBe("Ledger!A4: computed 5, printed 6, difference (1)");
    await expect(actions.tieOut(book, { computed: area("A1:A5"), printed: area("B1:B4") })).rejects.toThrow(
      "must be ranges of one shape; A1:A5 has 5 × 1 cells, B1:B4 has 4 × 1 cells.",
    );
  });

  test("prints each figure as the exhibit does: a loss in parentheses, to the step of the printed figure", async () => {
    book.addSheet("Ledger", [
      [-0.05, -0.06],
      [-1_234.5, "(1,234)"],
      [-0.1254, -0.126],
      [-400_000, -462_000],
    ]);
    const area = (address: string) => readAddress(address, "Ledger");
    const { places } = await actions.tieOut(book, { computed: area("A1:A4"), printed: area("B1:B4") });
    expect(places.map(({ words }) => words.replace(/^.*?computed/, "computed"))).toEqual([
      "computed (0.05), printed (0.06), difference 0.01",
      "computed (1,235), printed (1,234), difference (1)",
      "computed (0.125), printed (0.126), difference 0.001",
      "computed (400,000), printed (462,000), difference 62,000",
    ]);
    const formats = [2, 3, 4, 5].map((row) => book.formatOf(`Tie out!C${row}`).numberFormat);
    expect(
      formats.map((format, row) => shownIn(format ?? "", [-0.05, -1_234.5, -0.1254, -400_000][row] ?? "")),
    ).toEqual(["(0.05)", "(1,235)", "(0.125)", "(400,000)"]);
    expect(shownIn(book.formatOf("Tie out!F3").numberFormat ?? "", -1)).toBe("(1)");
  });

  test("a shorter list leaves no rows of a longer one", async () => {
    book.addSheet("Ledger", [
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    await actions.tieOut(book, { computed: readAddress("Ledger!A1:A3"), printed: readAddress("Ledger!B1:B3") });
    await actions.tieOut(book, { computed: readAddress("Ledger!A1"), printed: readAddress("Ledger!B1") });
    expect([book.shows("'Tie out'!F2"), book.shows("'Tie out'!A3"), book.shows("'Tie out'!F4")]).toEqual(["✓", "", ""]);
  });
});

describe("repair", () => {
  test.each([
    ["=_xldudf_LOANBALANCE(A1)", "#NAME?", "=LOANBALANCE(A1)"],
    ["=1+_xldudf_ACME_DILUTEDEPS(1,2)", "#NAME?", "=1+DILUTEDEPS(1,2)"],
    ["=[2]!_xldudf_LOANBALANCE(A1)", "#REF!", "=LOANBALANCE(A1)"],
    ["=_xldudf_LOANBALANCE(A1)", 40_483, "=LOANBALANCE(A1)"],
    ["=loanbalance(A1)", "#NAME?", "=loanbalance(A1)"],
    ["=ACME.LOANBALANCE(A1)", "#NAME?", "=LOANBALANCE(A1)"],
    ["=ACME.LOANBALANCE(A1)", 5, undefined],
    ["=LOANBALANCE(A1)", 5, undefined],
    ["=LOANBALANCE(A1)", "#REF!", undefined],
    ["=MYLOANBALANCE(A1)", "#NAME?", undefined],
    ['="_xldudf_LOANBALANCE(1)"', "_xldudf_LOANBALANCE(1)", undefined],
    ["_xldudf_LOANBALANCE(1)", "_xldudf_LOANBALANCE(1)", undefined],
    ["=UNKNOWN(1)", "#NAME?", undefined],
  ])("%s, shown as %s, becomes %s", (formula, shows, repaired) => {
    expect(repairedFormula(formula, shows)).toBe(repaired);
  });

  test("rewrites a column at once, and leaves other formulas alone", async () => {
    book.addSheet("Old", [
      ["=_xldudf_LOANBALANCE(36781)", "=1+1"],
      ["=_xldudf_LOANBALANCE(36739)", "note"],
    ]);
    expect((await actions.repair(book, {})).said).toBe("Repaired 2 formulas.");
    expect([book.shows("Old!A1"), book.shows("Old!A2"), book.holds("Old!B1")]).toEqual([40_483, 42_779, "=1+1"]);
    expect(book.performed.at(-1)).toHaveLength(2);
    expect(await actions.repair(book, {})).toMatchObject({ changed: false });
  });

  const advice =
    "If Excel shows #NAME? for a function of Tieout, click Tieout under Home, Add-ins, so that Excel takes up its functions; then choose Repair again.";

  test("with nothing to mend tells what to do first, and which names are not Tieout's", async () => {
    book.addSheet("Mine", [["=1+1"]]);
    expect((await actions.repair(book, {})).said).toBe(`No formula of Tieout needed repair. ${advice}`);
    book.type("Mine!B2", "=PRICE_OF(5)");
    expect(await actions.repair(book, {})).toEqual({
      said: `No formula of Tieout needed repair. 1 cell with names that are not Tieout's shows #NAME?. ${advice}`,
      changed: false,
      places: [{ area: readAddress("Mine!B2"), words: "B2: =PRICE_OF(5)" }],
    });
  });

  test("does not claim what Excel has not taken up", async () => {
    book.addSheet("Old", [["=_xldudf_LOANBALANCE(36781)+PRICE_OF(5)"]]);
    expect((await actions.repair(book, {})).said).toBe(`Repaired 1 formula. 1 cell still shows #NAME?. ${advice}`);
  });
});

describe("the active loan", () => {
  beforeEach(() =>
    book.addSheet("Terms", [
      ["Principal", 1_000],
      ["Start date", 45_672],
      ["Annual rate", 0.12],
      ["Number of payments", 4],
    ]),
  );
  const terms = () => readAddress("Terms!A1:B4");

  test("is what the functions use, kept in the workbook, and found again when it opens", async () => {
    book.addSheet("Mine", [["=LOANBALANCE(45672)"]]);
    expect(book.shows("Mine!A1")).toBe(0);
    const { said } = await actions.chooseActiveLoan(book, { loan: terms() });
    expect(said).toBe("The active loan is now Terms!A1:B4. Every formula that uses it was calculated again.");
    expect([book.shows("Mine!A1"), book.recalculations]).toEqual([1_000, 1]);

    setOpenWorkbook({ activeLoan: null });
    expect(await actions.loadActiveLoan(book, {})).toEqual({ area: terms(), label: "Terms!A1:B4", isChosen: true });
    expect(openWorkbook().activeLoan).toHaveLength(4);
    await actions.chooseActiveLoan(book, { loan: null });
    expect(await actions.loadActiveLoan(book, {})).toEqual({
      area: null,
      label: "Exhibit 10.10 (built in)",
      isChosen: true,
    });
  });

  test("says which rows no rule needs, when it is chosen and where it is shown", async () => {
    book.addSheet("Note", [
      ["Borrower:", "Acme Corp"],
      ["Loan officer", "J. Doe"],
      ["Note amount", 1_000],
      ["Note date", 45_672],
      ["APR", 0.12],
      ["No. of payments", 4],
    ]);
    const reading = [
      "No rule needs these rows, which are passed over: Borrower, Loan officer.",
      "APR is read as the annual rate, as no other is given.",
    ];
    const { said } = await actions.chooseActiveLoan(book, { loan: readAddress("Note!A1:B6") });
    expect(said).toContain(reading.join(" "));
    expect((await actions.loadActiveLoan(book, {})).reading).toEqual(reading);
  });

  test("cells that are no loan sheet are refused, and the loan stays", async () => {
    await actions.chooseActiveLoan(book, { loan: terms() });
    book.addSheet("Other", [
      ["Colour", "red"],
      ["Size", 5],
    ]);
    await expect(actions.chooseActiveLoan(book, { loan: readAddress("Other!A1:B2") })).rejects.toThrow(
      /^These cells are no loan sheet: .*Size.* The active loan is as it was\.$/,
    );
    expect(openWorkbook().activeLoan).toHaveLength(4);
  });

  test("when the workbook cannot be written, the functions keep the loan that they had", async () => {
    book.beforeEdit = () => {
      throw new Error("The disk is full");
    };
    await expect(actions.chooseActiveLoan(book, { loan: terms() })).rejects.toThrow();
    expect(openWorkbook().activeLoan).toBeNull();
  });
});

describe("a loan sheet", () => {
  test("works the balance, the findings and the schedule of Exhibit 10.10 from its own cells", async () => {
    await actions.insertLoanSheet(book, {});
    expect([book.shows("Loan!H4"), book.shows("Loan!G6"), book.shows("Loan!W3")]).toEqual([40_483, "Step", "Date"]);
    book.type("Loan!H3", 37_104);
    expect(book.shows("Loan!H4")).toBe(24_226);
    expect(book.sheets.get("Loan")?.charts[0]).toMatchObject({
      title: "Principal and interest by year",
      kind: "stackedColumns",
      labels: { rows: 6, columns: 1 },
      series: [{ name: "Principal" }, { name: "Interest" }],
    });
  });

  test("blank, asks for its terms; a second one has a name of its own", async () => {
    await actions.insertLoanSheet(book, {});
    expect((await actions.insertLoanSheet(book, { example: false })).said).toBe(
      "Inserted the sheet Loan 2; fill in its terms, which are named Loan_2_terms.",
    );
    for (const [cell, content] of Object.entries({ B4: 1_000, B5: 45_672, B6: 0.12, B7: 4, H3: 45_672 }))
      book.type(`'Loan 2'!${cell}`, content);
    expect(book.shows("'Loan 2'!H4")).toBe(1_000);
  });
});

test("every formula is calculated again on demand", async () => {
  expect(await actions.recalculateAll(book, {})).toMatchObject({
    said: "Every formula was calculated again.",
    changed: false,
  });
  expect(book.recalculations).toBe(1);
});
