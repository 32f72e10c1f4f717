import { readCommandLine, UsageError } from "../../src/cli/commandLine";

test.each([
  [["eval", "=1+1"], { name: "eval", formulas: ["=1+1"], json: false, sheet: undefined }],
  [["eval", "=1", "=2"], { name: "eval", formulas: ["=1", "=2"], json: false, sheet: undefined }],
  [["eval", "--json", "=1"], { name: "eval", formulas: ["=1"], json: true, sheet: undefined }],
  [["eval", "=1", "--json"], { name: "eval", formulas: ["=1"], json: true, sheet: undefined }],
  [["eval", "--", "-1+2"], { name: "eval", formulas: ["-1+2"], json: false, sheet: undefined }],
  [["eval", "--stdin"], { name: "eval", formulas: "stdin", json: false, sheet: undefined }],
  [["eval", "--sheet", "a.csv", "=A1"], { name: "eval", formulas: ["=A1"], json: false, sheet: "a.csv" }],
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
  [["functions", "--json"], "--json goes with eval, not with functions"],
  [["--json"], "--json goes with eval"],
  [["batch", "calls.jsonl"], 'batch does not take "calls.jsonl"'],
  [["batch", "--json"], "--json goes with eval, not with batch"],
  [["eval", "--jobs", "2", "=1"], "--jobs goes with batch, not with eval"],
  [["batch", "--size", "5"], "--size goes with --pieces"],
  [["batch", "--jobs", "0"], '--jobs takes a whole number from 1 to 256; received "0"'],
  [["batch", "--jobs", "many"], '--jobs takes a whole number from 1 to 256; received "many"'],
  [["functions", "all"], 'functions does not take "all"'],
  [["help", "eval", "now"], 'help does not take "now"'],
])("%j is refused with words", (words, message) => {
  expect(() => readCommandLine(words)).toThrow(UsageError);
  expect(() => readCommandLine(words)).toThrow(message);
});
