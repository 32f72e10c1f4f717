import { strToU8 } from "fflate";
import { formattedText } from "../../../src/engine/numberFormats";
import { csvOf } from "../../../src/workbench/files/csv";
import { readCsvBook } from "../../../src/workbench/files/csvIn";
import { readGrid } from "../../../src/workbench/files/readGrid";
import { workbookData } from "../../../src/workbench/files/workbookData";
import { openHeadlessBook } from "../../support/headlessBook";

const read = (text: string | Uint8Array) => readCsvBook(typeof text === "string" ? strToU8(text) : text, "Loans");

/** The cells row by row: a value, or a value with the format that is not General. */
function cellsOf(text: string | Uint8Array) {
  const { file } = read(text);
  const rows: unknown[][] = [];
  for (const { row, column, value, style } of file.sheets[0]!.cells) {
    const { numberFormat = "General" } = file.styles[style]!;
    (rows[row] ??= [])[column] = numberFormat === "General" ? value : [value, numberFormat];
  }
  return rows;
}

const cell = (text: string) => cellsOf(`Heading,x\n"${text.replaceAll('"', '""')}",x`)[1]![0];

test.each<[string, unknown]>([
  ["42", 42],
  ["-42", -42],
  ["0", 0],
  ["0.50", [0.5, "0.00"]],
  ["1,234", [1234, "#,##0"]],
  ["1,234.5", [1234.5, "#,##0.0"]],
  ["(1,234.50)", [-1234.5, "#,##0.00_);(#,##0.00)"]],
  ["1,234-", [-1234, "#,##0_-;#,##0-"]],
  ["$1,234", [1234, '"$"#,##0']],
  ["$ (462,000)", [-462_000, '"$ "#,##0_);"$ "(#,##0)']],
  ["12.50 €", [12.5, '0.00" €"']],
  ["12.5%", [0.125, "0.0%"]],
  ["2002-09-30", [37_529, "yyyy-mm-dd"]],
  ["September 30, 2002", [37_529, "mmmm d, yyyy"]],
  ["Sep 30, 2002", [37_529, "mmm d, yyyy"]],
  ["30 Sep 2002", [37_529, "d mmm yyyy"]],
  ["30-Sep-2002", [37_529, "d-mmm-yyyy"]],
  ["TRUE", true],
])("%s is a value that reads as it was written", (text, expected) => {
  expect(cell(text)).toEqual(expected);
});

test.each([
  "007",
  "00123.50",
  "4111111111111111",
  "1234567890.123456",
  "1E5",
  "12E3",
  "-",
  "—",
  "true",
  "1,23",
  "1/2",
  "9/10/2002 10:00",
  "2002-09-30T10:00:00Z",
  "30/02",
  "3-4",
  "1.2.3",
  "=1+1",
  "@SUM(A1)",
  "+1 555 0100",
  "#N/A",
  " ",
  "Loan, the second",
])("%s stays text, to the letter", (text) => {
  expect(cell(text)).toBe(text);
});

test("every figure that is read shows what was written, but for blanks around it", () => {
  for (const text of [
    "42",
    "-42",
    "0.50",
    "1,234",
    "(1,234.50)",
    "1,234-",
    "$1,234",
    "$ (462,000)",
    "12.5%",
    "12.50 €",
  ]) {
    const read = cell(text);
    const [value, format] = (Array.isArray(read) ? read : [read, "General"]) as [number, string];
    expect(formattedText(format, value).replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
  }
});

test("dates in numbers are dates where a whole column of them is, by the order that makes them all dates", () => {
  expect(cellsOf("Paid,Part\n9/30/2002,1/2/03\n10/01/2002,A-7")).toEqual([
    ["Paid", "Part"],
    [[37_529, "m/d/yyyy"], "1/2/03"],
    [[37_530, "m/dd/yyyy"], "A-7"],
  ]);
  expect(cellsOf("Paid\n30/9/2002\n1/10/2002")[2]).toEqual([[37_530, "d/m/yyyy"]]);
  expect(cellsOf("Paid\n30.09.2002\n01.10.2002")[1]).toEqual([[37_529, "d\\.mm\\.yyyy"]]);
});

test("a date that could be another is told", () => {
  expect(read("Paid\n3/4/2025\n9/30/2025").words).toEqual(["Dates such as 3/4/2025 were read with the month first."]);
  expect(read("Paid\n30/4/2025\n3/4/2025").words).toEqual([]);
});

describe("semicolons", () => {
  test("with commas before decimals", () => {
    const text = "Name;Betrag;Zahl\nA;1.234,50;12\nB;-0,5;1.234";
    expect(cellsOf(text)).toEqual([
      ["Name", "Betrag", "Zahl"],
      ["A", [1234.5, "#,##0.00"], 12],
      ["B", [-0.5, "0.0"], [1234, "#,##0"]],
    ]);
    expect(read(text).words).toEqual([
      "Its figures have a comma before their decimals; here they are shown with a point.",
    ]);
  });

  test("with points before decimals", () => {
    expect(cellsOf("a;1,234\nb;0.5")).toEqual([
      ["a", [1234, "#,##0"]],
      ["b", [0.5, "0.0"]],
    ]);
  });

  test("what could be read in two ways stays text, and is told", () => {
    const text = "a;1,234\nb;12";
    expect(cellsOf(text)).toEqual([
      ["a", "1,234"],
      ["b", 12],
    ]);
    expect(read(text).words).toEqual(["1 cell such as 1,234 could be read in two ways, and stayed text."]);
    expect(cellsOf("a;0,5\nb;0.5\nc;1,234")).toEqual([
      ["a", "0,5"],
      ["b", [0.5, "0.0"]],
      ["c", "1,234"],
    ]);
  });
});

test("tabs, bars, quoted cells with lines and commas, blank rows, a stated separator", () => {
  expect(cellsOf("a\tb\n1\t2")).toEqual([
    ["a", "b"],
    [1, 2],
  ]);
  expect(cellsOf('a,"two\nlines, one cell"\n\n,3\n\n\n')).toEqual([
    ["a", "two\nlines, one cell"],
    undefined,
    [undefined, 3],
  ]);
  expect(cellsOf("sep=|\r\na|b,c")).toEqual([["a", "b,c"]]);
});

test.each([
  ["UTF-8 with its mark", new Uint8Array([0xef, 0xbb, 0xbf, ...strToU8("Crédit")]), []],
  [
    "two bytes a letter",
    new Uint8Array([0xff, 0xfe, ...new Uint8Array(Uint16Array.from([..."Crédit"], (l) => l.charCodeAt(0)).buffer)]),
    [],
  ],
  [
    "Windows' own letters",
    new Uint8Array([..."Cr"].map((l) => l.charCodeAt(0)).concat(0xe9, ..."dit".split("").map((l) => l.charCodeAt(0)))),
    ["It is not in UTF-8; its letters were read as those of Windows in Western Europe."],
  ],
])("%s", (_name, bytes, words) => {
  expect(cellsOf(bytes)).toEqual([["Crédit"]]);
  expect(read(bytes).words).toEqual(words);
});

test.each([
  ["", "the file holds nothing"],
  ['a,b\n1,"open', "row 2 must close the quotation mark that it opens"],
  ["a\0b", "the file must be text, with a row on each line"],
  ["x".repeat(40_000), "a cell holds 32767 characters; row 1 has more in one"],
  [",".repeat(17_000) + "x", "a sheet has 1048576 rows and 16384 columns; received 1 and 17001"],
])("%# is refused in words", (text, words) => {
  expect(() => read(text)).toThrow(words);
});

test("a sheet that was exported is read back as it stands, texts that look like formulas too", async () => {
  const headless = openHeadlessBook(
    workbookData(read('Name,Amount,Paid\n=1+1,"(1,234.50)",2002-09-30\n-x,0.5,2002-10-01\n@at,7,').file, {
      id: "x",
      name: "x",
    }),
  );
  await headless.api.getFormula().onCalculationResultApplied();
  const [sheet] = readGrid(headless.workbook, headless.injector).sheets;
  const csv = csvOf(sheet!);
  expect(csv).toContain("'=1+1");
  const again = read(strToU8(csv)).file;
  expect(again.sheets[0]!.cells.map(({ value }) => value)).toEqual(
    read('Name,Amount,Paid\n=1+1,"(1,234.50)",2002-09-30\n-x,0.5,2002-10-01\n@at,7,').file.sheets[0]!.cells.map(
      ({ value }) => value,
    ),
  );
  headless.dispose();
});
