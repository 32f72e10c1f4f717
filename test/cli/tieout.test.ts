import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bookWithFaults, largeBook } from "../support/checkedBooks";
import { COLLIDING_FIGURES, COLLIDING_FORMULAS } from "../support/collidingTexts";

const project = join(__dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "tieout-"));

/** The command as it is built. */
function tieout(words: readonly string[], input: string | Buffer = ""): SpawnSyncReturns<string> {
  const options = { cwd: folder, input, encoding: "utf8", maxBuffer: 1e8 } as const;
  return spawnSync(process.execPath, [join(project, "dist", "cli", "main.js"), ...words], options);
}

/** The command as a user runs it, from another folder. */
function throughNpm(...words: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync("npm", ["--prefix", project, "run", "-s", "tieout", "--", ...words], {
    cwd: folder,
    encoding: "utf8",
  });
}

const evaluated = (...formulas: string[]) => tieout(["eval", ...formulas]);
const parsed = (...formulas: string[]) =>
  lines(tieout(["eval", "--json", ...formulas])).map((line) => JSON.parse(line));
const lines = ({ stdout }: SpawnSyncReturns<string>) => stdout.split("\n").slice(0, -1);

// The first run builds the command; so does the first after a change of its sources.
beforeAll(() => void throughNpm("--version"), 300_000);
afterAll(() => rmSync(folder, { recursive: true }));
jest.setTimeout(120_000);

describe("through npm", () => {
  test("nothing but the answer is printed", () => {
    expect(throughNpm("eval", "=LOANBALANCE(DATE(2000,9,12))")).toMatchObject({ stdout: "40483\n", status: 0 });
    expect(throughNpm("eval", "=1/0")).toMatchObject({ stdout: "#DIV/0! a number is divided by zero\n", status: 1 });
  });

  test("a file is looked for where the user is", () => {
    writeFileSync(join(folder, "here.csv"), "5\n");
    expect(throughNpm("eval", "--sheet", "here.csv", "=A1")).toMatchObject({ stdout: "5\n", status: 0 });
  });
});

describe("eval", () => {
  test("prints the balance of Exhibit 10.10 on September 12, 2000, and nothing else", () => {
    expect(evaluated("=LOANBALANCE(DATE(2000,9,12))")).toMatchObject({ stdout: "40483\n", stderr: "", status: 0 });
  });

  test("prints a line for each formula, in the whole formula language", () => {
    const formulas = [
      "=BASICEPS(5,1000,,3)",
      "BASICEPS(-5,1000)",
      '=UPPER("a")&SUM({1,2;3,4})',
      "=1>2",
      "=LET(x,2,x*x)",
    ];
    expect(evaluated(...formulas)).toMatchObject({ stdout: "0.005\n-0.01\nA10\nFALSE\n4\n", stderr: "", status: 0 });
  });

  test("prints for each of two formulas that the engine took for one its own figure", () => {
    const figures = lines(evaluated(...COLLIDING_FORMULAS)).map(Number);
    expect(figures).toEqual(COLLIDING_FIGURES.map((figure) => expect.closeTo(figure, 9)));
  });

  test("prints the rows of a table between tabs", () => {
    expect(lines(evaluated("=LOANSTEPS(DATE(2000,9,12))")).map((line) => line.split("\t")[1])).toEqual([
      "Amount",
      "42779",
      "494",
      "43273",
      "-2790",
      "40483",
    ]);
    expect(lines(evaluated("=LOANSCHEDULE()"))[1]).toMatch(/^1997-08-01\t/);
  });

  test("prints the code and the words of an error, and goes on", () => {
    expect(evaluated('=LOANBALANCE("soon")', "=1+1", "=1/0")).toMatchObject({
      stdout: '#VALUE! date must be a date; received "soon"\n2\n#DIV/0! a number is divided by zero\n',
      stderr: "",
      status: 1,
    });
  });

  test("says where in a table an error is", () => {
    expect(evaluated("=BASICEPS({5;5},{1000;0})")).toMatchObject({
      stdout: "0.01\n#VALUE!\n",
      stderr: "row 2, column 1: #VALUE! shares row 2 must be more than zero; received 0\n",
      status: 1,
    });
  });

  test.each([
    ["=SUM(", '#VALUE! the formula cannot be read: a "(" is not closed'],
    ["=LOANBALANCS(1)", "#NAME? there is no function LOANBALANCS; did you mean LOANBALANCE?"],
    [
      `=1${"+1".repeat(20_000)}`,
      "#VALUE! the formula could not be evaluated: it is too long or nests too deep (more than 1500 levels or terms)",
    ],
  ])("%.20s is an error with words", (formula, words) => {
    expect(evaluated(formula)).toMatchObject({ stdout: `${words}\n`, stderr: "", status: 1 });
  });

  test("--json prints one object a formula", () => {
    expect(
      parsed("=LOANBALANCE(DATE(2000,9,12))", '={1,TRUE;"a",0.5}', '=LOANBALANCE("soon")', "BASICEPS({5;5},{1;0})"),
    ).toEqual([
      { formula: "=LOANBALANCE(DATE(2000,9,12))", value: 40483 },
      {
        formula: '={1,TRUE;"a",0.5}',
        value: [
          [1, true],
          ["a", 0.5],
        ],
      },
      { formula: '=LOANBALANCE("soon")', error: { code: "#VALUE!", message: 'date must be a date; received "soon"' } },
      {
        formula: "BASICEPS({5;5},{1;0})",
        value: [[5], ["#VALUE!"]],
        errors: [{ row: 2, column: 1, code: "#VALUE!", message: "shares row 2 must be more than zero; received 0" }],
      },
    ]);
  });
});

describe("eval --stdin", () => {
  test("reads a formula a line, a thousand of them", () => {
    const formulas = Array.from({ length: 1000 }, (_none, index) => `=LOANBALANCE(DATE(2000,9,12))+${index}`);
    const run = tieout(["eval", "--stdin"], formulas.join("\n"));
    expect(lines(run).map(Number)).toEqual(formulas.map((_formula, index) => 40483 + index));
    expect(run).toMatchObject({ stderr: "", status: 0 });
  });

  test("takes the line ends of Windows, a byte order mark, blank lines and a missing last line end", () => {
    expect(tieout(["eval", "--stdin"], "\uFEFF=1\r\n\r\n  \n=2\r\n=3")).toMatchObject({
      stdout: "1\n2\n3\n",
      status: 0,
    });
  });

  test("takes what is no UTF-8 as text that cannot be read, and goes on", () => {
    const run = tieout(["eval", "--stdin"], Buffer.from([...Buffer.from('="'), 0xff, ...Buffer.from('"\n=2\n')]));
    expect(run).toMatchObject({ stdout: "\uFFFD\n2\n", status: 0 });
  });

  test("takes a very long line", () => {
    const array = `{${Array.from({ length: 50_000 }, (_none, index) => index).join(";")}}`;
    expect(tieout(["eval", "--stdin"], `=SUM(${array})`)).toMatchObject({ stdout: "1249975000\n", status: 0 });
  });

  test("evaluates nothing where there is nothing", () => {
    expect(tieout(["eval", "--stdin"], "")).toMatchObject({ stdout: "", stderr: "", status: 0 });
  });

  test("exits 1 when any line is in error", () => {
    expect(tieout(["eval", "--stdin"], "=1\n=NA()\n=2")).toMatchObject({ status: 1 });
  });

  test("ends without a fault when its reader has seen enough", () => {
    const formulas = "=1\n".repeat(5000);
    const shell = `"${process.execPath}" dist/cli/main.js eval --stdin | head -n 1; exit \${PIPESTATUS[0]}`;
    expect(spawnSync("bash", ["-c", shell], { cwd: project, input: formulas, encoding: "utf8" })).toMatchObject({
      stdout: "1\n",
      stderr: "",
      status: 0,
    });
  });
});

describe("eval --sheet", () => {
  const sheet = (text: string) => writeFileSync(join(folder, "sheet.csv"), text);
  const over = (...formulas: string[]) => tieout(["eval", "--sheet", "sheet.csv", ...formulas]);

  test("gives formulas the cells of a CSV file, as a spreadsheet opens it", () => {
    sheet('\uFEFFDate,Income,Shares\r\n2000-03-31,"1,234.50",100\r\n6/30/2000,($50.00),"10"\r\n,,=C2+C3\r\n');
    expect(over("=BASICEPS(B2:B3,C2:C3)", "=YEAR(A3)", "=C4", "=COUNTA(A1:C9)", "=A1:A2")).toMatchObject({
      stdout: "12.35\n-5\n2000\n110\n10\nDate\n2000-03-31\n",
      status: 0,
    });
  });

  test("takes semicolons and text that looks like nothing else", () => {
    sheet('Day count;30/360\nRate;4.5%\nNote;"a; b"\n');
    expect(over("=B1", "=B2", "=B3")).toMatchObject({ stdout: "30/360\n0.045\na; b\n", status: 0 });
  });

  test("says that formulas of the file go in a circle", () => {
    sheet("=B1,=A1\n");
    expect(over("=A1")).toMatchObject({
      stdout: "#CYCLE! in the sheet, formulas refer to one another in a circle\n",
      status: 1,
    });
  });

  test("an empty file is an empty sheet", () => {
    sheet("");
    expect(over("=SUM(A1:B9)")).toMatchObject({ stdout: "0\n", status: 0 });
  });

  test("a file that is not there is wrong usage", () => {
    expect(tieout(["eval", "--sheet", "none.csv", "=A1"])).toMatchObject({
      stdout: "",
      stderr: expect.stringContaining("tieout: none.csv cannot be read: there is no such file"),
      status: 2,
    });
  });
});

describe("a workbook", () => {
  beforeAll(() => writeFileSync(join(folder, "book.xlsx"), bookWithFaults(1900)));

  test("eval --book evaluates over its cells, names and tables", () => {
    const run = tieout([
      "eval",
      "--book",
      "book.xlsx",
      "--at",
      "Loan!G3",
      "=LOANBALANCE([@Date],Loan_terms)",
      "=ROUND(B1,0)",
    ]);
    expect(run).toMatchObject({ stdout: "504.98\n1000\n", stderr: "", status: 0 });
  });

  test("check prints what differs and exits 1; 0 where all ties; 2 where the file cannot be read", () => {
    const run = tieout(["check", "book.xlsx"]);
    expect(run.stdout).toContain("Loan!D2  =LOANBALANCE(45731,A1:B4)\n    D2: stored 505.98, now 504.98\n");
    expect(run).toMatchObject({ stderr: "", status: 1 });
    writeFileSync(join(folder, "ties.xlsx"), largeBook(3, "SUM"));
    expect(tieout(["check", "ties.xlsx"])).toMatchObject({ status: 0 });
    expect(tieout(["check", "none.xlsx"])).toMatchObject({
      stdout: "",
      stderr: expect.stringContaining("tieout: none.xlsx cannot be read: there is no such file"),
      status: 2,
    });
  });

  test("check exits 2 where nothing differs and a formula could not be checked", () => {
    const book = join(__dirname, "check", "books", "openpyxl.xlsx");
    expect(tieout(["check", book])).toMatchObject({ status: 2 });
  });
});

describe("help", () => {
  const { functions } = JSON.parse(readFileSync(join(project, "src", "functions", "functions.json"), "utf8"));

  test("functions lists every function with its arguments", () => {
    const run = tieout(["functions"]);
    expect(run).toMatchObject({ stderr: "", status: 0 });
    expect(
      lines(run)
        .filter((line) => !line.startsWith(" "))
        .map((line) => line.split("(")[0]),
    ).toEqual(functions.map(({ id }: { id: string }) => id));
    expect(run.stdout).toContain("LOANBALANCE(date, [loan], [basis])\n");
  });

  test.each(["LOANBALANCE", "basiceps"])("help %s gives the function's own words", (name) => {
    const { description, parameters } = functions.find(({ id }: { id: string }) => id === name.toUpperCase());
    const run = tieout(["help", name]);
    expect(run.status).toBe(0);
    for (const words of [description, ...parameters.map((one: { description: string }) => one.description)]) {
      expect(run.stdout).toContain(words);
    }
  });

  test("--help explains the command, and wrong usage shows how it is used", () => {
    expect(tieout(["--help"])).toMatchObject({
      stdout: expect.stringMatching(/^Usage:[\s\S]*Exit status/),
      stderr: "",
      status: 0,
    });
    expect(tieout([])).toMatchObject({
      stdout: "",
      stderr: expect.stringMatching(/^tieout: no command is given\n\nUsage:/),
      status: 2,
    });
    expect(tieout(["help", "LOANS"])).toMatchObject({
      stdout: "",
      stderr: expect.stringContaining('there is no function "LOANS"'),
      status: 2,
    });
  });

  test("--version is the version of the package", () => {
    const { version } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
    expect(tieout(["--version"])).toMatchObject({ stdout: `${version}\n`, status: 0 });
  });
});
