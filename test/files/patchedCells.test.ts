import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { unzipSync } from "fflate";
import { emptyXlsx } from "../../src/files/emptyXlsx";
import { patchXlsx } from "../../src/files/patchXlsx";
import { readXlsx } from "../../src/files/readXlsx";
import type { WriteCell, XlsxEdit } from "../../src/files/xlsxEdit";
import type { XlsxCell, XlsxValue } from "../../src/files/xlsxFile";
import { bookOf, bookOfRows } from "./bookOf";

const NAMES = { names: ["LOANBALANCE", "LOANSTEPS", "BASICEPS", "TIEOUT", "EPSTABLE"], namespace: "" };
const EXCEL = new Uint8Array(readFileSync(join(__dirname, "fixtures", "excel.xlsx")));
const PIVOT = new Uint8Array(readFileSync(join(__dirname, "fixtures", "pivot.xlsx")));

const partOf = (bytes: Uint8Array, name: string) => new TextDecoder().decode(unzipSync(bytes)[name]);
const cell = (row: number, column: number, value: XlsxValue, more: Partial<WriteCell> = {}): WriteCell => ({
  do: "cell",
  sheet: "Loan",
  row,
  column,
  value,
  ...more,
});
const patched = (bytes: Uint8Array, ...edits: XlsxEdit[]) => patchXlsx(bytes, edits, NAMES);
const cellsOf = (bytes: Uint8Array, sheet = "Loan") =>
  readXlsx(bytes, NAMES).sheets.find(({ name }) => name === sheet)?.cells ?? [];
const found = (bytes: Uint8Array, row: number, column: number, sheet = "Loan") =>
  cellsOf(bytes, sheet).find((one) => one.row === row && one.column === column);

describe("formulas", () => {
  test("ours bear the namespace of the build, spill with their mark, and fill what is beside them", () => {
    const edit = cell(30, 0, "Step", {
      formula: "=LOANSTEPS(B1)",
      spilled: [
        ["Step", 1],
        ["Loan", 2],
      ],
    });
    const bytes = patchXlsx(EXCEL, [edit], { ...NAMES, namespace: "ACME.FIN" });
    expect(partOf(bytes, "xl/worksheets/sheet1.xml")).toContain(
      '<row r="31"><c r="A31" t="str" cm="1"><f t="array" ref="A31:B32">_xldudf_ACME_FIN_LOANSTEPS(B1)</f><v>Step</v></c><c r="B31"><v>1</v></c></row>',
    );
    expect(partOf(bytes, "xl/metadata.xml")).toBe(partOf(EXCEL, "xl/metadata.xml"));
    expect(found(bytes, 31, 1)).toMatchObject({ value: 2, formula: undefined });
  });

  test("a file without metadata gets it, with its relationship and type", () => {
    const bytes = patched(bookOfRows(""), cell(0, 0, 1, { formula: "=SEQUENCE(2)", spilled: [[1], [2]] }));
    expect(partOf(bytes, "xl/metadata.xml")).toContain('name="XLDAPR"');
    expect(partOf(bytes, "xl/_rels/workbook.xml.rels")).toContain('/sheetMetadata" Target="/xl/metadata.xml"');
    expect(partOf(bytes, "[Content_Types].xml")).toContain('PartName="/xl/metadata.xml"');
    expect(found(bytes, 0, 0)).toMatchObject({ isFixedArray: false, spill: { rows: 2, columns: 1 } });
  });

  test("the chain of calculation goes once formulas change, and stays where values alone do", () => {
    const changed = patched(EXCEL, cell(10, 1, 1, { formula: "=A11*3" }));
    expect(Object.keys(unzipSync(changed))).not.toContain("xl/calcChain.xml");
    expect(partOf(changed, "[Content_Types].xml")).not.toContain("calcChain");
    expect(partOf(changed, "xl/_rels/workbook.xml.rels")).not.toContain("calcChain");
    expect(Object.keys(unzipSync(patched(EXCEL, cell(0, 1, 36782))))).toContain("xl/calcChain.xml");
  });

  test("whoever opens the file calculates it where a value changed, not where a format or a new sheet did", () => {
    const workbook = (...edits: XlsxEdit[]) => partOf(patched(EXCEL, ...edits), "xl/workbook.xml");
    expect(workbook(cell(0, 1, 36782))).toContain('<calcPr calcId="191029" iterate="1" fullCalcOnLoad="1"/>');
    const format = {
      do: "format",
      area: { sheet: "Loan", row: 0, column: 0, rows: 1, columns: 1 },
      format: { bold: true },
    } as const;
    expect(
      workbook(format, { do: "addSheet", sheet: "Tie out" }, { ...cell(0, 0, "Cell"), sheet: "Tie out" }),
    ).not.toContain("fullCalcOnLoad");
  });

  test("cells that share a formula keep it when the first of them changes", () => {
    const bytes = patched(EXCEL, cell(10, 1, 7));
    expect([10, 11, 12].map((row) => found(bytes, row, 1))).toMatchObject([
      { value: 7, formula: undefined },
      { value: 73478, formula: "=A12*2" },
      { value: 74208, formula: "=A13*2" },
    ]);
  });

  test("what a formula filled goes with it, and what the new one fills stands there", () => {
    const gone = patched(EXCEL, cell(3, 0, "typed"));
    expect(
      cellsOf(gone).filter(({ row, column, value }) => row >= 3 && row <= 8 && column <= 2 && value !== null),
    ).toMatchObject([{ row: 3, column: 0, value: "typed" }]);
    const smaller = patched(EXCEL, cell(3, 0, "a", { formula: "=LOANSTEPS(B2)", spilled: [["a", "b"]] }));
    expect(found(smaller, 3, 1)?.value).toBe("b");
    expect(found(smaller, 8, 0)).toBeUndefined();
  });
});

describe("values", () => {
  test.each<[XlsxValue]>([
    ["=SUM(A1)"],
    ["+1"],
    [" spaces "],
    ["a\nb\r\nc\td"],
    ["_x0041_ and \u0001"],
    ["<&>\"'"],
    ["\ud800 alone"],
    ["💰"],
    [""],
    [0.1 + 0.2],
    [1e-300],
    [-1.5e300],
    [0],
    [true],
    [false],
    [{ error: "#DIV/0!" }],
    ["x".repeat(32_767)],
  ])("%j reads as it was written", (value) => {
    expect(found(patched(emptyXlsx("Loan"), cell(4, 3, value)), 4, 3)?.value).toEqual(value);
    expect(found(patched(emptyXlsx("Loan"), cell(4, 3, value, { formula: "=A1" })), 4, 3)).toMatchObject({
      value,
      formula: "=A1",
    });
  });

  test("errors that only newer Excels know are stored as Excel stores them", () => {
    expect(found(patched(emptyXlsx("Loan"), cell(0, 0, { error: "#SPILL!" })), 0, 0)?.value).toEqual({
      error: "#VALUE!",
    });
  });

  test("a cell keeps its format; a blank one too, and takes that of its column when it is new", () => {
    const bytes = patched(EXCEL, cell(0, 1, null), cell(20, 4, 5), cell(16, 3, 1));
    expect([found(bytes, 0, 1), found(bytes, 20, 4), found(bytes, 16, 3)]).toMatchObject([
      { value: null, style: 1 },
      { value: 5, style: 3 },
      { value: 1, style: 3 },
    ]);
  });
});

test("formats are added to those that are there, and each is made once", () => {
  const area = { sheet: "Loan", row: 0, column: 1, rows: 2, columns: 1 };
  const bytes = patched(
    EXCEL,
    { do: "format", area, format: { bold: true, fill: "#DDEEFF", bottom: "thin", align: "center", wrap: true } },
    { do: "format", area, format: { numberFormat: "0.000%" } },
    { do: "format", area: { ...area, column: 7 }, format: { italic: true, color: "#112233", size: 9, indent: 2 } },
  );
  const file = readXlsx(bytes, NAMES);
  expect(file.styles.slice(0, 5)).toEqual(readXlsx(EXCEL, NAMES).styles);
  expect(file.styles.length).toBe(7);
  const font = "Aptos Narrow";
  const bold = {
    font,
    numberFormat: "0.000%",
    bold: true,
    fill: "#DDEEFF",
    bottom: "thin",
    align: "center",
    wrap: true,
  };
  expect([0, 1].map((row) => file.styles[found(bytes, row, 1)?.style ?? 0])).toEqual([bold, bold]);
  expect(file.styles[found(bytes, 0, 7)?.style ?? 0]).toEqual({
    numberFormat: "General",
    font,
    italic: true,
    color: "#112233",
    size: 9,
    indent: 2,
  });
});

describe("sheets, tables and names", () => {
  test("a table grows, takes its headers from its cells, and keeps what is told of its columns", () => {
    const eps = (row: number, column: number, value: XlsxValue) => ({ ...cell(row, column, value), sheet: "EPS" });
    const bytes = patched(EXCEL, eps(0, 5, "Printed"), {
      do: "resizeTable",
      table: "periods",
      area: { row: 0, column: 0, rows: 4, columns: 6 },
    });
    expect(readXlsx(bytes, NAMES).sheets[1]?.tables).toEqual([
      {
        name: "Periods",
        area: { row: 0, column: 0, rows: 4, columns: 6 },
        headers: ["Period end", "Months", "Net income", "Weighted shares", "EPS", "Printed"],
        hasHeaders: true,
        hasTotals: false,
      },
    ]);
    expect(partOf(bytes, "xl/tables/table1.xml")).toContain("calculatedColumnFormula");
    const renamed = patched(EXCEL, eps(0, 1, "Length"));
    expect(partOf(renamed, "xl/tables/table1.xml")).toContain('name="Length"');
  });

  test("a renamed sheet is followed by formulas, names, formats and charts", () => {
    const bytes = patched(
      EXCEL,
      { do: "renameSheet", sheet: "loan", to: "Bob's loan" },
      { ...cell(40, 0, 1), sheet: "Bob's loan" },
    );
    expect(readXlsx(bytes, NAMES).names.map(({ formula }) => formula)).toContain("='Bob''s loan'!$B$1");
    expect(partOf(bytes, "xl/charts/chart1.xml")).toContain("<c:f>'Bob''s loan'!$B$5:$B$9</c:f>");
    expect(partOf(bytes, "xl/worksheets/sheet1.xml")).toContain("<xm:f>'Bob''s loan'!B5:B9</xm:f>");
    const pivot = patched(PIVOT, { do: "renameSheet", sheet: "Loan", to: "EPS" });
    expect(partOf(pivot, "xl/pivotCache/pivotCacheDefinition1.xml")).toContain('sheet="EPS"');
  });

  test("names are set, replaced and taken away, of the workbook and of one sheet", () => {
    const bytes = patched(
      EXCEL,
      { do: "name", name: "LOANDATE", formula: "=Loan!$B$2" },
      { do: "name", name: "Mine", formula: "=LOANBALANCE(1)", sheet: "EPS" },
      { do: "deleteName", name: "local", sheet: "EPS" },
    );
    const names = readXlsx(bytes, NAMES).names.map(({ name, formula, sheet }) => [name, formula, sheet]);
    expect(names).toContainEqual(["LOANDATE", "=Loan!$B$2", undefined]);
    expect(names).toContainEqual(["Mine", "=LOANBALANCE(1)", "EPS"]);
    expect(names.map(([name]) => name)).not.toContain("Local");
    expect(names.map(([name]) => name)).not.toContain("LoanDate");
  });

  test.each([
    ["no view", ""],
    ["a view without a pane", '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>'],
    [
      "a view with what is selected",
      '<sheetViews><sheetView workbookViewId="0"><selection activeCell="B2" sqref="B2"/></sheetView></sheetViews>',
    ],
  ])("panes and gridlines of a sheet that has %s", (_words, views) => {
    const book = bookOf({ "xl/worksheets/sheet1.xml": `<worksheet>${views}<sheetData/></worksheet>` });
    const edits: XlsxEdit[] = [
      { do: "gridlines", sheet: "Loan", shown: false },
      { do: "freeze", sheet: "Loan", rows: 2, columns: 0 },
    ];
    const hidden = patchXlsx(book, edits, NAMES);
    expect(readXlsx(hidden, NAMES).sheets[0]).toMatchObject({ showsGridlines: false, frozen: { rows: 2 } });
    const shown = patchXlsx(hidden, [{ do: "gridlines", sheet: "Loan", shown: true }], NAMES);
    expect(readXlsx(shown, NAMES).sheets[0]).toMatchObject({ showsGridlines: true, frozen: { rows: 2 } });
  });

  test("widths, heights, merged cells, frozen rows and the page", () => {
    const bytes = patched(
      EXCEL,
      { do: "columnWidth", sheet: "Loan", column: 4, characters: 30 },
      { do: "columnWidth", sheet: "Loan", column: 9, characters: 0 },
      { do: "rowHeight", sheet: "Loan", row: 1, points: 40 },
      { do: "rowHeight", sheet: "Loan", row: 99, points: 0 },
      { do: "merge", area: { sheet: "Loan", row: 19, column: 0, rows: 2, columns: 2 } },
      { do: "unmerge", area: { sheet: "Loan", row: 17, column: 0, rows: 1, columns: 3 } },
      { do: "freeze", sheet: "Loan", rows: 2, columns: 1 },
      { do: "printPage", area: { sheet: "EPS", row: 0, column: 0, rows: 3, columns: 5 } },
    );
    const [loan] = readXlsx(bytes, NAMES).sheets;
    expect(loan).toMatchObject({
      columns: [
        { column: 0, characters: 52 },
        { column: 3, columns: 1, style: 3 },
        { column: 4, columns: 1, characters: 30, style: 3 },
        { column: 5, columns: 1, style: 3 },
        { column: 9, hidden: true },
      ],
      rows: [
        { row: 1, points: 40 },
        { row: 99, hidden: true },
      ],
      merged: [{ row: 19, column: 0, rows: 2, columns: 2 }],
      frozen: { rows: 2, columns: 1 },
    });
    expect(partOf(bytes, "xl/workbook.xml")).toContain('name="_xlnm.Print_Area" localSheetId="1">EPS!$A$1:$E$3<');
  });
});

test("rows and cells that do not say where they are stay where they are when others are put among them", () => {
  const prefixed = new Uint8Array(readFileSync(join(__dirname, "fixtures", "prefixed.xlsx")));
  const bytes = patched(prefixed, cell(0, 3, "D1"), cell(1, 0, "A2"), { do: "addSheet", sheet: "More" });
  expect(cellsOf(bytes).map(({ row, column, value }) => [row, column, value])).toEqual([
    [0, 0, 1],
    [0, 1, "a & b"],
    [0, 3, "D1"],
    [1, 0, "A2"],
    [2, 1, 2],
  ]);
  expect(partOf(bytes, "xl/worksheets/sheet1.xml")).toContain('<x:c r="A1"><x:v>1</x:v></x:c>');
});

const signed = bookOf({ "_xmlsignatures/sig1.xml": "<x/>" });
const locked = bookOf({
  "xl/worksheets/sheet1.xml": '<worksheet><sheetData/><sheetProtection sheet="1"/></worksheet>',
});
test("a protected sheet takes the answers of its formulas, which other sheets move, and nothing else", () => {
  const calculated = bookOf({
    "xl/worksheets/sheet1.xml":
      '<worksheet><sheetData><row r="1"><c r="A1"><f>Rates!A1*2</f><v>2</v></c></row></sheetData><sheetProtection sheet="1"/></worksheet>',
  });
  const answer = { ...cell(0, 0, 6, { formula: "=Rates!A1*2" }), isRecalculated: true };
  const bytes = patched(calculated, answer);
  expect(found(bytes, 0, 0)).toMatchObject({ value: 6, formula: "=Rates!A1*2" });
  expect(() => patched(calculated, answer, cell(1, 0, "mine"))).toThrow('the sheet "Loan" is protected');
});

const fixedBook = bookOf({
  "xl/workbook.xml":
    '<workbook xmlns:r="r"><workbookProtection lockStructure="1"/><sheets><sheet name="Loan" sheetId="1" r:id="rId1"/></sheets></workbook>',
});
const dataTable = bookOfRows('<row r="1"><c r="A1"><f t="dataTable" ref="A1:A3" dt2D="0" r1="C1"/><v>1</v></c></row>');
const area = (row: number, column: number, rows: number, columns: number) => ({
  sheet: "Loan",
  row,
  column,
  rows,
  columns,
});

test.each<[string, Uint8Array, XlsxEdit, string]>([
  ["a signed book", signed, cell(0, 0, 1), "the workbook is signed"],
  ["a protected sheet", locked, cell(0, 0, 1), 'the sheet "Loan" is protected'],
  ["a protected structure", fixedBook, { do: "addSheet", sheet: "More" }, "structure is protected"],
  [
    "a sheet that is not there",
    EXCEL,
    { ...cell(0, 0, 1), sheet: "Lone" },
    'must be one of the file, "Loan", "EPS", "Notes"; received "Lone"',
  ],
  ["a name of a sheet that is taken", EXCEL, { do: "addSheet", sheet: "eps" }, "must be one that no other has"],
  ["a name that no sheet can have", EXCEL, { do: "addSheet", sheet: "a/b" }, "none of them [ ] : * ? /"],
  [
    "the middle of a dynamic array",
    EXCEL,
    cell(5, 1, 1),
    'B6 of the sheet "Loan" must stay as it is: the formula in A4 fills it',
  ],
  [
    "a blank within one, which has no cell",
    EXCEL,
    { ...cell(6, 1, 1), sheet: "EPS" },
    'B7 of the sheet "EPS" must stay as it is: the formula in A5 fills it',
  ],
  ["the middle of a fixed array", EXCEL, cell(16, 1, 1), "the formula in B16 fills it"],
  ["a what-if data table", dataTable, cell(2, 0, 1), "it is in a what-if data table"],
  ["a pivot table", PIVOT, cell(1, 4, 1), 'E2 of the sheet "Loan" must stay as it is: it is in a pivot table'],
  [
    "filling what holds something",
    EXCEL,
    cell(9, 0, 1, { formula: "=SEQUENCE(2)", spilled: [[1], [2]] }),
    'A11 of the sheet "Loan" must be blank for the formula in A10 to fill it',
  ],
  [
    "filling a table",
    EXCEL,
    { ...cell(1, 3, 1, { formula: "=SEQUENCE(2)", spilled: [[1], [2]] }), sheet: "EPS" },
    "it is in the table Periods",
  ],
  [
    "rows of unequal length",
    EXCEL,
    cell(50, 0, 1, { formula: "=A1", spilled: [[1, 2], [3]] }),
    "rows that are as long as each other",
  ],
  [
    "a header that formulas name",
    EXCEL,
    { ...cell(0, 2, "Income"), sheet: "EPS" },
    'the header "Net income" of the table Periods on the sheet "EPS" must stay as it is: formulas name it',
  ],
  [
    "a header that is a number",
    EXCEL,
    { ...cell(0, 1, 3), sheet: "EPS" },
    "must be texts, each another; column 2 has 3",
  ],
  [
    "a table over another",
    EXCEL,
    { do: "addTable", table: "More", area: { ...area(2, 0, 3, 2), sheet: "EPS" } },
    "must not overlap the table Periods",
  ],
  [
    "a table of a taken name",
    EXCEL,
    { do: "addTable", table: "PERIODS", area: area(40, 0, 3, 2) },
    "must be one that no other has",
  ],
  ["a table without headers", EXCEL, { do: "addTable", table: "More", area: area(40, 0, 3, 2) }, "column 1 has null"],
  ["merged cells over others", EXCEL, { do: "merge", area: area(16, 0, 2, 2) }, "must not overlap A18:C18"],
  ["no number", EXCEL, cell(0, 0, NaN), "A1 must hold a number that ends; received NaN"],
  ["an unknown error", EXCEL, cell(0, 0, { error: "#OOPS" }), 'received "#OOPS"'],
  ["too long a text", EXCEL, cell(0, 0, "x".repeat(32_768)), "32767 characters or fewer"],
  [
    "a formula that is none",
    EXCEL,
    cell(0, 0, 1, { formula: "=SUM(" }),
    'must be one that Excel can read; received "=SUM("',
  ],
  ["a cell beyond the last", EXCEL, cell(1_048_576, 0, 1), "from A1 to XFD1048576"],
  ["a name that is a cell", EXCEL, { do: "name", name: "EPS2001", formula: "=1" }, "be no cell"],
  [
    "a column too wide",
    EXCEL,
    { do: "columnWidth", sheet: "Loan", column: 0, characters: 300 },
    "from 0 to 255 characters",
  ],
])("%s is refused in words, and nothing is written", (_name, bytes, edit, words) => {
  const before = bytes.slice();
  expect(() => patched(bytes, cell(60, 0, "before"), edit)).toThrow(words);
  expect(bytes).toEqual(before);
});

test("whatever is written reads back the same, and what is not written stays", () => {
  const value = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number)),
    fc.string({ unit: "binary", maxLength: 8 }),
    fc.boolean(),
    fc.constantFrom<XlsxValue>(null, { error: "#N/A" }, "=A1", "text"),
  );
  const edit = fc.record({
    row: fc.nat({ max: 30 }),
    column: fc.integer({ min: 6, max: 9 }),
    value,
    formula: fc.option(fc.constantFrom("=A1*2", "=LOANBALANCE(B1)"), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
      const written = new Map(edits.map((one) => [`${one.row} ${one.column}`, one]));
      const bytes = patched(
        EXCEL,
        ...edits.map(({ row, column, value: content, formula }) =>
          cell(row, column, content, formula === undefined ? {} : { formula }),
        ),
      );
      const plain = ({
        row,
        column,
        value: content,
        formula,
      }: Pick<XlsxCell, "row" | "column" | "value" | "formula">) => ({ row, column, value: content, formula });
      const expected = [...cellsOf(EXCEL), ...written.values()]
        .filter(({ value: content, formula }) => content !== null || formula !== undefined)
        .map(plain)
        .sort((a, b) => a.row - b.row || a.column - b.column);
      const read = cellsOf(bytes).filter(({ value: content, formula }) => content !== null || formula !== undefined);
      expect(read.map(plain)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});
