import { readCommandLine, UsageError } from "../../src/cli/commandLine";

test.each([
  [["eval", "=1+1"], { name: "eval", formulas: ["=1+1"], json: false, sheet: undefined }],
  [["eval", "=1", "=2"], { name: "eval", formulas: ["=1", "=2"], json: false, sheet: undefined }],
  [["eval", "--json", "=1"], { name: "eval", formulas: ["=1"], json: true, sheet: undefined }],
  [["eval", "=1", "--json"], { name: "eval", formulas: ["=1"], json: true, sheet: undefined }],
  [["eval", "--", "-1+2"], { name: "eval", formulas: ["-1+2"], json: false, sheet: undefined }],
  [["eval", "--stdin"], { name: "eval", formulas: "stdin", json: false, sheet: undefined }],
  [["eval", "--sheet", "a.csv", "=A1"], { name: "eval", formulas: ["=A1"], json: false, sheet: "a.csv" }],
  [["eval", "--book", "a.xlsx", "=A1"], { name: "eval", formulas: ["=A1"], json: false, book: { path: "a.xlsx" } }],
  [
    ["eval", "--book", "a.xlsx", "--at", "Loan!B5", "=A1"],
    { name: "eval", formulas: ["=A1"], json: false, book: { path: "a.xlsx", at: "Loan!B5" } },
  ],
  [["check", "a.xlsx"], { name: "check", path: "a.xlsx", json: false, tolerance: 0 }],
  [
    ["check", "--json", "--tolerance", "0.005", "--write", "b.xlsx", "a.xlsx"],
    { name: "check", path: "a.xlsx", json: true, tolerance: 0.005, copy: "b.xlsx" },
  ],
  [["batch"], { name: "batch", jobs: undefined, pieces: undefined }],
  [["batch", "--jobs", "3"], { name: "batch", jobs: 3, pieces: undefined }],
  [["batch", "--pieces", "out"], { name: "batch", jobs: undefined, pieces: { directory: "out", size: 100_000 } }],
  [["batch", "--pieces", "out", "--size", "5"], { name: "batch", pieces: { directory: "out", size: 5 } }],
  [["functions"], { name: "functions" }],
  [["help"], { name: "help", topic: undefined }],
  [["help", "loanbalance"], { name: "help", topic: "loanbalance" }],
  [["--help"], { name: "help", topic: undefined }],
  [["eval", "-h"], { name: "help", topic: undefined }],
  [["--version"], { name: "version" }],
])("%j is understood", (words, command) => {
  expect(readCommandLine(words)).toEqual(command);
});

test.each([
  [[], "no command is given"],
  [["evaluate"], 'there is no command "evaluate"'],
  [["=1+1"], "to evaluate a formula, write: tieout eval '=1+1'"],
  [["eval"], "eval takes one formula or more, or --stdin"],
  [["eval", "--stdin", "=1"], "give formulas, or --stdin to read them, not both"],
  [["eval", "--sheet"], "Option '--sheet <value>' argument missing"],
  [["eval", "--jsn", "=1"], "Unknown option '--jsn'"],
  [["functions", "--json"], "--json goes with eval and check, not with functions"],
  [["--json"], "--json goes with eval"],
  [["batch", "calls.jsonl"], 'batch does not take "calls.jsonl"'],
  [["batch", "--json"], "--json goes with eval and check, not with batch"],
  [["eval", "--jobs", "2", "=1"], "--jobs goes with batch, not with eval"],
  [["batch", "--size", "5"], "--size goes with --pieces"],
  [["batch", "--jobs", "0"], '--jobs takes a whole number from 1 to 256; received "0"'],
  [["batch", "--jobs", "many"], '--jobs takes a whole number from 1 to 256; received "many"'],
  [["eval", "--book", "a.xlsx", "--sheet", "a.csv", "=A1"], "give --sheet or --book, not both"],
  [["eval", "--at", "B5", "=A1"], "--at goes with --book"],
  [["check"], "check takes one workbook, such as book.xlsx; received 0"],
  [["check", "a.xlsx", "b.xlsx"], "check takes one workbook, such as book.xlsx; received 2"],
  [["check", "--tolerance", "-1", "a.xlsx"], "Option '--tolerance' argument is ambiguous"],
  [
    ["check", "--tolerance", "little", "a.xlsx"],
    '--tolerance takes an amount of 0 or more, such as 0.005; received "little"',
  ],
  [["check", "--stdin", "a.xlsx"], "--stdin goes with eval, not with check"],
  [["functions", "all"], 'functions does not take "all"'],
  [["help", "eval", "now"], 'help does not take "now"'],
])("%j is refused with words", (words, message) => {
  expect(() => readCommandLine(words)).toThrow(UsageError);
  expect(() => readCommandLine(words)).toThrow(message);
});
