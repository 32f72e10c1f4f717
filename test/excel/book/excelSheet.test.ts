/** @jest-environment jsdom */
import "../../../src/engine/customFunctionsRuntime";
import { actions } from "../../../src/workbook/actions";
import { cellAt } from "../../../src/workbook/book/address";
import { apply } from "../../../src/workbook/book/apply";
import { excelBook } from "../../../src/excel/book/excelSheet";
import { readExhibitText } from "../../../src/workbook/import/exhibitText";
import { connectExcel } from "../../support/excelClient";
import { ExcelHost, type Failure, type RequestBody } from "../../support/excelHost";
import { EXHIBIT_11 } from "../../support/exhibit11";
import { MemoryBook } from "../../support/memoryBook";
import { previewOf, quarters } from "../../support/periods";

const [QUERY, METHOD, SET] = [2, 3, 4];

let book: MemoryBook;
let host: ExcelHost;
let sent: RequestBody[];

beforeEach(() => {
  book = new MemoryBook();
  book.addSheet("Sheet1", [["Mine", 1]]);
  host = new ExcelHost(book);
  sent = connectExcel(host);
});

const settled = () => new Promise((resume) => setTimeout(resume, 10));
const from = () => void ((sent.length = 0), (host.requests = 0));
const actionsOf = (request: RequestBody | undefined, type: number) =>
  (request?.Actions ?? []).filter(({ ActionType }) => ActionType === type);

describe("Excel, through Microsoft's own client", () => {
  test("shows what the same actions write in memory", async () => {
    const memory = new MemoryBook();
    memory.addSheet("Sheet1", [["Mine", 1]]);
    for (const each of [excelBook, memory]) {
      await actions.insertEpsSheet(each, {});
      await actions.insertLoanSheet(each, {});
      await actions.tieOut(each, {});
    }
    expect(book.picture()).toEqual(memory.picture());
    for (const sheet of ["EPS", "Loan"]) {
      expect(memory.sheets.get(sheet)?.charts).toHaveLength(1);
      expect(book.sheets.get(sheet)?.charts).toEqual(memory.sheets.get(sheet)?.charts);
    }
    expect([book.shows("EPS!C20"), book.shows("EPS!D18"), book.shows("Loan!H4")]).toEqual([-0.06, 8_426_574, 40_483]);
  });

  test("a refresh of 40 periods takes four requests: look, write and calculate, look, account", async () => {
    await actions.importPeriods(excelBook, { preview: previewOf(quarters(40)) });
    await actions.refreshEps(excelBook, {});
    book.type("'EPS periods'!C41", 250_000);
    await settled();
    from();

    const { said } = await actions.refreshEps(excelBook, {});
    await settled();

    expect(said).toBe("Refreshed the exhibit for December 31, 2009: 8 figures moved, marked on the sheet and logged.");
    expect(sent.map((request) => [actionsOf(request, SET).length > 0, actionsOf(request, QUERY).length > 0])).toEqual([
      [false, true],
      [false, false],
      [false, true],
      [true, false],
    ]);
    expect(actionsOf(sent[1], METHOD).map(({ Name }) => Name)).toEqual(["Calculate"]);
  });

  test("a look loads no more than it reads", async () => {
    await actions.insertEpsSheet(excelBook, {});
    await settled();
    from();
    await excelBook.look({ sheets: ["EPS"], settings: ["tieout.eps"] });
    expect(actionsOf(sent[0], QUERY).flatMap(({ QueryInfo }) => QueryInfo.Select)).toEqual([
      "name",
      "protection/protected",
      "formulas",
      "values",
      "rowIndex",
      "columnIndex",
      "value",
    ]);
    expect(actionsOf(sent[0], METHOD).map(({ Name }) => Name)).not.toContain("GetCellProperties");
  });

  test("a sheet whose cells begin below A1 is read from A1", async () => {
    book.addSheet("Low", [
      ["", ""],
      ["", "here"],
    ]);
    const { sheets } = await excelBook.look({ sheets: ["Low", "Nowhere"] });
    expect(sheets).toEqual({
      Low: {
        contents: [
          ["", ""],
          ["", "here"],
        ],
        values: [
          ["", ""],
          ["", "here"],
        ],
        formats: [],
      },
    });
  });

  test("what touches the period table without being in it is told, without a further request", async () => {
    await actions.insertEpsSheet(excelBook, {});
    book.type("'EPS periods'!A6", 37_621);
    book.type("'EPS periods'!H1", "Notes");
    await settled();
    from();
    const { said } = await actions.refreshEps(excelBook, {});
    expect(said).toContain("Row 6 of EPS periods touches the table EPS_Periods but is not in it (A1:F5)");
    expect(host.requests).toBeLessThanOrEqual(4);
  });

  test("text that looks like a number stays text, formulas are formulas", async () => {
    const area = { sheet: "Sheet1", row: 4, column: 0, rows: 1, columns: 5 };
    await excelBook.perform([{ do: "write", area, contents: [["2001/02", "-", "3.5", "=1+2", "(Loss)"]] }]);
    const write = actionsOf(sent[0], SET).find(({ Name }) => Name === "Formulas");
    expect(write?.ArgumentInfo?.Arguments?.[0]).toEqual([["'2001/02", "-", "'3.5", "=1+2", "(Loss)"]]);
    expect(book.holds("Sheet1!C5")).toBe("3.5");
  });

  test("figures that custom functions have not answered yet are waited for", async () => {
    await actions.insertEpsSheet(excelBook, {});
    book.type("'EPS periods'!C2", -400_000);
    host.busyFor = 1;
    const refreshing = actions.refreshEps(excelBook, {});
    setTimeout(() => (host.busyFor = 0), 300);
    expect((await refreshing).said).toContain("4 figures moved");
  });
});

describe("a close look, through Microsoft's own client", () => {
  const office = (supported: boolean) =>
    Object.assign(globalThis, {
      Office: { ...(globalThis as any).Office, context: { requirements: { isSetSupported: () => supported } } },
    });
  beforeEach(() => {
    office(true);
    book.addSheet("Loan", [["Dates", "Mine"], ["", ""], ["=LOANSCHEDULE()"], [""], [36_781, "=LOANBALANCE([@Dates])"]]);
    book.spill("Loan!A3", [["Date"], [{ type: "Double", basicValue: 36_008, numberFormat: "mmm d, yyyy" }]]);
    book.make({ do: "format", area: cellAt("Loan", 4, 0), format: { numberFormat: "m/d/yyyy" } });
    book.make({ do: "addTable", table: "Mine", area: { sheet: "Loan", row: 0, column: 0, rows: 5, columns: 2 } });
  });
  const spill = { sheet: "Loan", row: 2, column: 0, rows: 2, columns: 1 };

  test("tells of a cell its number format or that of a date which a formula brings, the spill and the table that it is in", async () => {
    const areas = [cellAt("Loan", 3, 0), cellAt("Loan", 2, 0), cellAt("Loan", 4, 0), cellAt("Sheet1", 0, 0)];
    const sight = await excelBook.look({ areas, closely: true });
    expect(sight.areas.map(({ contents: _contents, values: _values, ...close }) => close)).toEqual([
      { numberFormat: "mmm d, yyyy", text: "Aug 1, 1998", spill, table: "Mine" },
      { numberFormat: "General", text: "Date", spill, table: "Mine" },
      { numberFormat: "m/d/yyyy", text: "9/12/2000", table: "Mine" },
      { numberFormat: "General", text: "Mine" },
    ]);
    await settled();
    from();
    await excelBook.look({ areas, closely: true, selection: true });
    await settled();
    expect(sent).toHaveLength(1);
  });

  test("an Excel that does not know of spills tells the number format alone", async () => {
    office(false);
    const { areas } = await excelBook.look({ areas: [cellAt("Loan", 3, 0)], closely: true });
    expect(areas[0]).toEqual({
      contents: [[""]],
      values: [[36_008]],
      numberFormat: "mmm d, yyyy",
      text: "Aug 1, 1998",
    });
  });

  test("explains a cell of a spill by its formula, and a formula of a table by its row", async () => {
    book.select("Loan!A4");
    expect(await actions.explain(excelBook, {})).toMatchObject({
      formula: "=LOANSCHEDULE()",
      shows: "Aug 1, 1998",
      said: expect.stringMatching(/^A4 is filled by the formula in A3\. LOANSCHEDULE: /),
    });
    book.select("Loan!B5");
    const { workings } = await actions.explain(excelBook, {});
    expect(workings[0]?.rows.at(-1)?.[1]).toBe(40_483);
  });
});

const JOBS = {
  "insert EPS sheet": () => actions.insertEpsSheet(excelBook, {}),
  "insert loan sheet": () => actions.insertLoanSheet(excelBook, {}),
  refresh: () => actions.refreshEps(excelBook, {}),
  "roll forward": () => actions.rollForward(excelBook, {}),
  import: () => actions.importPeriods(excelBook, { preview: previewOf(quarters(6, 2003)) }),
  "tie out": () => actions.tieOut(excelBook, {}),
  repair: () => actions.repair(excelBook, {}),
} as const;

/** A workbook in which each job has something to do, and the user's own words among our cells. */
async function prepare(job: keyof typeof JOBS) {
  if (job === "insert EPS sheet") return;
  await actions.importPeriods(excelBook, { preview: readExhibitText(EXHIBIT_11) });
  book.type("'EPS periods'!C2", -400_000);
  book.type("'EPS periods'!G1", "Convertible notes");
  book.tables.set("EPS_Periods", { sheet: "EPS periods", row: 0, column: 0, rows: 5, columns: 7 });
  book.type("EPS!B23", "See accompanying notes.");
  book.type("EPS!C24", "=C12*2");
  book.type("Sheet1!A3", "=_xldudf_LOANBALANCE(DATE(2000,9,12))");
}

describe("whatever fails", () => {
  const kinds: readonly (readonly [string, Failure])[] = [
    ["is not sent", "not sent"],
    ["is done, but its answer is lost", "answer lost"],
    ["stops after 1 action", { after: 1 }],
    ["stops after 9 actions", { after: 9 }],
    ["stops after 30 actions", { after: 30 }],
  ];
  const cases = Object.keys(JOBS).flatMap((job) =>
    kinds.map(([words, failure]) => [job as keyof typeof JOBS, words, failure] as const),
  );

  test.each(cases)("%s: whichever request %s, the workbook is as it was, with words", async (job, _words, failure) => {
    await prepare(job);
    const before = book.picture();
    for (let request = 1; ; request++) {
      await settled();
      from();
      host.failures.clear();
      host.failures.set(request, failure);
      const outcome = await JOBS[job]().then(
        () => "done",
        (error: Error) => error.message,
      );
      if (host.requests < request || outcome === "done") break;
      expect(outcome).toMatch(/[a-z].*\.$/);
      expect(book.picture()).toEqual(before);
    }
    expect(book.picture()).not.toEqual(before);
  });

  test("a connection that stays lost is told of, with what to do", async () => {
    await prepare("refresh");
    await settled();
    from();
    for (let request = 2; request < 20; request++)
      host.failures.set(request, request === 2 ? { after: 6 } : "not sent");
    await expect(JOBS.refresh()).rejects.toThrow("Use the program's own Undo, or close the workbook without saving.");
  });

  test("a protected sheet is refused before anything is sent to it", async () => {
    await prepare("refresh");
    const sheet = book.sheets.get("EPS");
    if (sheet) sheet.isProtected = true;
    const before = book.picture();
    await expect(JOBS.refresh()).rejects.toThrow(
      "The sheet EPS is protected, so nothing was changed. Unprotect it (Review, Unprotect Sheet) and try again.",
    );
    expect(book.picture()).toEqual(before);
  });

  test("a renamed table is told of", async () => {
    await prepare("refresh");
    const area = book.tables.get("EPS_Periods");
    book.tables.delete("EPS_Periods");
    if (area) book.tables.set("Periods", area);
    for (const job of ["refresh", "roll forward"] as const) {
      await expect(JOBS[job]()).rejects.toThrow(
        "There is no table named EPS_Periods. If it was renamed, name it EPS_Periods again",
      );
    }
  });

  test.each([
    [
      "a needed column of the table",
      "'EPS periods'!C1",
      "Turnover",
      "The table EPS_Periods has no column Net income. Add one with that header; nothing was changed.",
    ],
    [
      "the hidden column of the exhibit",
      "EPS!A4",
      "",
      "The sheet EPS has lost its hidden column A or its heading rows",
    ],
  ])("%s deleted is told of", async (_what, cell, content, words) => {
    await prepare("refresh");
    book.type(cell, content);
    const before = book.picture();
    await expect(JOBS.refresh()).rejects.toThrow(words);
    expect(book.picture()).toEqual(before);
  });
});

describe("a table of 10,000 rows", () => {
  const rows = Array.from({ length: 10_000 }, (_row, index) => [index, 3, 1, 1, 1, 1]);

  test("is written in pieces that report progress", async () => {
    await actions.insertEpsSheet(excelBook, { example: false });
    await settled();
    from();
    const progress: number[] = [];
    await apply(excelBook, [{ do: "addTableRows", table: "EPS_Periods", contents: rows }], {
      onProgress: ({ done, total }) => progress.push(done / total),
    });
    expect(book.tables.get("EPS_Periods")?.rows).toBe(10_002);
    expect(progress.length).toBeGreaterThan(2);
    expect(Math.max(...sent.map((request) => JSON.stringify(request).length))).toBeLessThan(1_000_000);
  });

  test("too large for one answer, is read in pieces that report progress, and can be stopped", async () => {
    const formulas = Array.from({ length: 10_000 }, (_row, index) => [
      index,
      `=_xldudf_LOANBALANCE(${36_739 + (index % 700)})`,
      "a note of some length",
    ]);
    book.addSheet("Big", [["", "", ""], ...formulas]);
    const whole = await excelBook.look({ sheets: ["Big", "Sheet1"] });
    host.largestAnswer = 1_000_000;
    const progress: number[] = [];
    const inPieces = await excelBook.look(
      { sheets: ["Big", "Sheet1"] },
      { onProgress: ({ done, total }) => progress.push(done / total) },
    );
    expect(inPieces.sheets).toEqual(whole.sheets);
    expect(progress.length).toBeGreaterThan(2);

    const stop = new AbortController();
    const before = book.picture();
    const repairing = actions.repair(excelBook, {}, { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(repairing).rejects.toThrow("Stopped. The workbook is as it was.");
    expect(book.picture()).toEqual(before);
  });

  test("stopped in the middle, is as it was", async () => {
    await actions.insertEpsSheet(excelBook, { example: false });
    const before = book.picture();
    const stop = new AbortController();
    const writing = apply(excelBook, [{ do: "addTableRows", table: "EPS_Periods", contents: rows }], {
      signal: stop.signal,
      onProgress: ({ done }) => done > 0 && stop.abort(),
    });
    await expect(writing).rejects.toThrow("Stopped. The workbook is as it was.");
    expect(book.picture()).toEqual(before);
  });
});
