import "../../../src/engine/customFunctionsRuntime";
import { actions } from "../../../src/workbook/actions";
import { previewOf, quarters } from "../../support/periods";
import { MemoryBook } from "../../support/memoryBook";

let book: MemoryBook;
beforeEach(async () => {
  book = new MemoryBook();
  await actions.insertEpsSheet(book, {});
});

const column = (sheet: string, letter: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_row, index) => book.shows(`${sheet}!${letter}${from + index}`));

describe("a new EPS sheet", () => {
  test("shows Exhibit 11 as filed, every figure a live formula", () => {
    expect(["C", "D", "E", "F"].map((letter) => column("EPS", letter, 15, 20))).toEqual([
      [7_737_946, 0, 0, 7_737_946, -462_000, -0.06],
      [7_541_024, 834_762, 50_788, 8_426_574, 5_000, 0],
      [7_647_197, 0, 0, 7_647_197, -619_000, -0.08],
      [7_509_358, 698_224, 39_402, 8_246_984, 377_000, 0.05],
    ]);
    for (const row of [10, 11, 12, 15, 16, 17, 18, 19, 20]) expect(book.holds(`EPS!C${row}`)).toMatch(/^=/);
  });

  test("has a line for the company, to be typed over, which an import fills in and a refresh keeps", async () => {
    expect(book.shows("EPS!B2")).toBe("HemaCare Corporation");
    const own = new MemoryBook();
    await actions.insertEpsSheet(own, { example: false });
    expect(own.shows("EPS!B2")).toBe("Company");
    const preview = previewOf(quarters(4, 2010));
    await actions.importPeriods(own, { preview });
    expect(own.shows("EPS!B2")).toBe("Company");
    await actions.importPeriods(own, { preview: { ...preview, entity: "Apple Inc." } });
    await actions.importPeriods(own, { preview: { ...preview, entity: "Another Inc." } });
    await actions.refreshEps(own, {});
    expect(own.shows("EPS!B2")).toBe("Apple Inc.");
    own.type("EPS!B2", "");
    await actions.refreshEps(own, {});
    expect(own.shows("EPS!B2")).toBe("");
    const fresh = new MemoryBook();
    await actions.importPeriods(fresh, { preview: { ...preview, entity: "=1+1" } });
    expect(fresh.holds("EPS!B2")).toBe("1+1");
  });

  test("is ruled as filed: one line over a total, two under a final figure", () => {
    expect([10, 11, 12, 15, 16, 17, 18, 19, 20].map((row) => book.formatOf(`EPS!C${row}`).bottom)).toEqual([
      "double",
      "double",
      "double",
      "none",
      "none",
      "single",
      "double",
      "double",
      "double",
    ]);
  });

  test("is made once", async () => {
    await expect(actions.insertEpsSheet(book, {})).rejects.toThrow(
      "has a period table (EPS_Periods) and an exhibit (sheet EPS) already",
    );
  });

  test("empty, is built by the first refresh", async () => {
    const empty = new MemoryBook();
    await actions.insertEpsSheet(empty, { example: false });
    await expect(actions.refreshEps(empty, {})).rejects.toThrow("has no period yet");
    for (const [cell, content] of Object.entries({ A2: 37_529, B2: 3, C2: -462_000, D2: 7_737_946 }))
      empty.type(`'EPS periods'!${cell}`, content);
    await actions.refreshEps(empty, {});
    expect([empty.shows("EPS!C8"), empty.shows("EPS!C12")]).toEqual([2002, -0.06]);
  });
});

describe("a refresh", () => {
  test("with nothing new writes nothing", async () => {
    await actions.refreshEps(book, {});
    const before = book.picture();
    const performed = book.performed.length;
    expect(await actions.refreshEps(book, {})).toMatchObject({
      changed: false,
      said: expect.stringContaining("none of its 36 figures moved"),
    });
    expect(book.performed.slice(performed)).toEqual([[{ do: "recalculate" }]]);
    expect(book.picture()).toEqual(before);
  });

  test("marks and logs each figure that moved, at the host's time", async () => {
    book.type("'EPS periods'!C2", -400_000);
    book.time = 45_123.25;
    const { said, places } = await actions.refreshEps(book, {});
    expect(said).toBe("Refreshed the exhibit for September 30, 2002: 4 figures moved, marked on the sheet and logged.");
    expect(places.slice(0, 2).map(({ words }) => words)).toEqual([
      "C11: Net (loss) income, three months ended September 30, 2002: $(462,000) → $(400,000)",
      "C12: Basic net (loss) income per share, three months ended September 30, 2002: $(0.06) → $(0.05)",
    ]);
    expect(["A", "B", "C", "D", "E", "F"].map((letter) => book.shows(`'Tieout log'!${letter}3`))).toEqual([
      "EPS",
      "C12",
      "Basic net (loss) income per share, three months ended September 30, 2002",
      -0.06,
      -0.05,
      45_123.25,
    ]);
    expect(book.formatOf("EPS!C12").fill).toBe("#FFF2CC");
  });

  test("gives back the fill that was there before its mark, unless the user chose another since", async () => {
    book.make({
      do: "format",
      area: { sheet: "EPS", row: 11, column: 2, rows: 1, columns: 1 },
      format: { fill: "#C6EFCE" },
    });
    book.type("'EPS periods'!C2", -400_000);
    await actions.refreshEps(book, {});
    book.make({
      do: "format",
      area: { sheet: "EPS", row: 10, column: 2, rows: 1, columns: 1 },
      format: { fill: "#FF0000" },
    });
    book.type("'EPS periods'!D5", 7_600_000);
    await actions.refreshEps(book, {});
    expect([book.formatOf("EPS!C12").fill, book.formatOf("EPS!C11").fill, book.formatOf("EPS!F15").fill]).toEqual([
      "#C6EFCE",
      "#FF0000",
      "#FFF2CC",
    ]);
  });

  test("keeps what the user typed into the exhibit, and says so", async () => {
    book.type("EPS!C16", 12_345);
    book.type("EPS!B12", "Basic loss per share");
    book.type("EPS!C22", "=C20*2");
    book.note("EPS!C20", "agreed to 10-Q");
    const { said, places } = await actions.refreshEps(book, {});
    expect(said).toContain("1 cell that you typed was kept.");
    expect(places.at(-1)?.words).toBe("C16: typed by you, kept");
    expect([book.holds("EPS!C16"), book.holds("EPS!B12"), book.holds("EPS!C22")]).toEqual([
      12_345,
      "Basic loss per share",
      "=C20*2",
    ]);
    expect(book.sheets.get("EPS")?.rows[19]?.[2]?.note).toBe("agreed to 10-Q");
  });

  test("a class of securities that comes and goes has its line come and go, and the user's rows move with it", async () => {
    book.type("EPS!C22", "=C20*2");
    book.make({ do: "addTableColumn", table: "EPS_Periods", contents: ["Convertible notes", "", 100_000, "", 50_000] });
    await actions.refreshEps(book, {});
    expect(column("EPS", "D", 16, 19)).toEqual([834_762, 50_788, 100_000, 8_526_574]);
    expect([book.holds("EPS!D19"), book.holds("EPS!C23")]).toEqual(['=IF(D15="","",SUM(D15,D16:D18))', "=C21*2"]);
    expect(book.formatOf("EPS!D18").bottom).toBe("single");

    book.make({ do: "deleteTableColumn", table: "EPS_Periods", header: "Convertible notes" });
    await actions.refreshEps(book, {});
    expect([book.holds("EPS!D18"), book.holds("EPS!C22")]).toEqual(['=IF(D15="","",SUM(D15,D16:D17))', "=C20*2"]);
  });

  test("a row of the user's between our lines does not disturb them", async () => {
    book.make({ do: "insertRows", sheet: "EPS", row: 11, count: 1 });
    book.type("EPS!B12", "of which interest");
    book.type("'EPS periods'!C2", -400_000);
    expect((await actions.refreshEps(book, {})).said).toContain("4 figures moved,");
    expect([book.holds("EPS!C13"), book.shows("EPS!C13"), book.holds("EPS!B12")]).toEqual([
      '=IF(C10="","",BASICEPS(C11,C10))',
      -0.05,
      "of which interest",
    ]);
  });

  test("for a chosen period builds its columns; words follow the figures", async () => {
    await actions.importPeriods(book, { preview: previewOf(quarters(8, 2010)) });
    await actions.refreshEps(book, { asOf: 40_724 });
    expect(["C", "D", "E", "F"].map((letter) => [book.shows(`EPS!${letter}7`), book.shows(`EPS!${letter}8`)])).toEqual([
      ["Three months ended June 30,", 2011],
      ["", 2010],
      ["Six months ended June 30,", 2011],
      ["", 2010],
    ]);
    expect(book.shows("EPS!B12")).toBe("Basic net income per share");
  });

  test("a renamed sheet is found by its name of cells", async () => {
    const sheet = book.sheets.get("EPS");
    book.sheets.delete("EPS");
    if (sheet) book.sheets.set("Exhibit", sheet);
    const area = book.names.get("EPS_Exhibit");
    if (area) book.names.set("EPS_Exhibit", { ...area, sheet: "Exhibit" });
    book.type("'EPS periods'!C2", -400_000);
    expect((await actions.refreshEps(book, {})).said).toContain("4 figures moved");
  });

  test("stopped, changes nothing", async () => {
    book.type("'EPS periods'!C2", -400_000);
    const before = book.picture();
    const stopped = AbortSignal.abort();
    await expect(actions.refreshEps(book, {}, { signal: stopped })).rejects.toThrow(
      "Stopped. The workbook is as it was.",
    );
    expect(book.picture()).toEqual(before);
  });

  test("without an EPS sheet says what to do", async () => {
    await expect(actions.refreshEps(new MemoryBook(), {})).rejects.toThrow(
      "This workbook has no EPS sheet yet. Insert one first",
    );
  });
});

describe("rolling forward", () => {
  beforeEach(async () => {
    book = new MemoryBook();
    await actions.importPeriods(book, { preview: previewOf(quarters(7, 2010)) });
  });
  const headings = () =>
    ["C", "D", "E", "F"].map((letter) => `${book.shows(`EPS!${letter}7`)} ${book.shows(`EPS!${letter}8`)}`.trim());

  test("adds the next quarter, moves this year to last year, and restarts the year to date", async () => {
    expect(headings()).toEqual([
      "Three months ended September 30, 2011",
      "2010",
      "Nine months ended September 30, 2011",
      "2010",
    ]);
    await actions.rollForward(book, {});
    expect(headings()).toEqual([
      "Three months ended December 31, 2011",
      "2010",
      "Twelve months ended December 31, 2011",
      "2010",
    ]);
    expect(book.shows("'EPS periods'!A9")).toBe(40_908);
    expect(book.selection).toMatchObject({ sheet: "EPS periods", row: 8, column: 2 }); // the first cell to fill in
    for (const [cell, content] of Object.entries({ C9: 500_000, D9: 1_000_000 }))
      book.type(`'EPS periods'!${cell}`, content);
    await actions.rollForward(book, {});
    expect(headings()).toEqual(["Three months ended March 31, 2012", "2011", "", ""]);
    for (const [cell, content] of Object.entries({ C10: -20_000, D10: 1_000_000 }))
      book.type(`'EPS periods'!${cell}`, content);
    expect([book.shows("EPS!C12"), book.shows("EPS!D12")]).toEqual([-0.02, 0.1]);
  });

  test("carries formulas of the last row down, and leaves figures to fill in", async () => {
    book.type("'EPS periods'!D8", "=D7+$B$2");
    await actions.rollForward(book, {});
    expect([book.holds("'EPS periods'!D9"), book.holds("'EPS periods'!C9")]).toEqual(["=D8+$B$2", ""]);
  });

  test("shows blanks, and no error, until the new period is filled in", async () => {
    const { places } = await actions.rollForward(book, {});
    expect(places).toEqual([]);
    expect([book.shows("EPS!C10"), book.shows("EPS!C11"), book.shows("EPS!C12")]).toEqual(["", "", ""]);
    expect(book.shows("EPS!D12")).not.toBe("");
  });

  test.each([
    [
      "an incomplete period",
      "C8",
      "",
      {},
      "The period to September 30, 2011 is incomplete: Net income is blank (C8 on EPS periods).",
    ],
    [
      "a period end that is not later",
      "C8",
      1,
      { periodEnd: 40_000 },
      "The next period must end after September 30, 2011",
    ],
  ])("refuses %s", async (_what, cell, content, options, words) => {
    book.type(`'EPS periods'!${cell}`, content);
    const before = book.picture();
    await expect(actions.rollForward(book, options)).rejects.toThrow(words);
    expect(book.picture()).toEqual(before);
  });
});
