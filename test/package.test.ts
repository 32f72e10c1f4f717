/**
 * The package as somebody gets it: packed, installed into an empty folder where nothing else is, and used there by the
 * examples, by the program of the README, by TypeScript and from the command line.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import ts from "typescript";

const project = join(__dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "tieout-package-"));
const installed = join(folder, "node_modules", "tieout");
const readme = readFileSync(join(project, "README.md"), "utf8");

/** What a program prints; it must end well. */
function printed(cwd: string, command: string, ...words: string[]): string {
  const { stdout, stderr, status, error } = spawnSync(command, words, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${words.join(" ")}: ${error ?? stdout + stderr}`);
  return stdout;
}
const node = (...words: string[]) => printed(folder, process.execPath, ...words);
const tieout = (...words: string[]) => printed(folder, "npx", "--no-install", "tieout", ...words);
const filesIn = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(join(root, path)).isFile())
    .map((path) => path.split(sep).join("/"))
    .sort();

jest.setTimeout(300_000);
beforeAll(() => {
  printed(project, "npm", "pack", "--silent", "--pack-destination", folder);
  const archives = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  expect(archives).toHaveLength(1);
  // An empty folder is a project of its own, so that npm looks for none above it.
  writeFileSync(join(folder, "package.json"), "{}");
  printed(folder, "npm", "install", "--offline", "--no-audit", "--no-fund", ...archives.map((name) => `./${name}`));
  cpSync(join(project, "examples"), join(folder, "examples"), { recursive: true });
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("what is packed", () => {
  test("the built core, the command, the schema, README and LICENSE, and nothing else", () => {
    /** What the command loads only when a call needs it. */
    const chunk = /^dist\/package\/command\/(\d+|engine|sheetFile)\.js$/;
    const files = filesIn(installed);
    expect(files.filter((path) => !path.endsWith(".d.ts") && !chunk.test(path))).toEqual([
      "LICENSE",
      "README.md",
      "dist/package/command/batchThread.js",
      "dist/package/command/checkThread.js",
      "dist/package/command/evaluatorThread.js",
      "dist/package/command/main.js",
      "dist/package/command/third-party-notices.txt",
      "dist/package/core/index.js",
      "dist/package/core/package.json",
      "docs/schemas/loan.schema.json",
      "package.json",
    ]);
  });

  test("installs nothing beside it", () => {
    expect(readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith("."))).toEqual(["tieout"]);
  });

  test("the licences of what stands in the command are beside it", () => {
    const notices = readFileSync(join(installed, "dist/package/command/third-party-notices.txt"), "utf8");
    const { devDependencies } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
    const named = Object.keys(devDependencies).filter((name) =>
      notices.includes(`\n${name} ${devDependencies[name]}\n`),
    );
    const page = readFileSync(join(project, "docs", "dependencies.md"), "utf8");
    const inCommand = [...page.matchAll(/^\| (\S+) \| [^|]+ \| [^|]*\bcommand\b[^|]* \|/gm)].map(([, name]) => name);
    expect(inCommand.length).toBeGreaterThan(0);
    // webpack's own loader is code of webpack.
    expect(named.filter((name) => name !== "webpack")).toEqual(inCommand);
  });
});

describe("a program", () => {
  test("computes a balance of Exhibit 10.10, and the schedule of an agreement", () => {
    const lines = node("examples/balance.mjs").trimEnd().split("\n");
    expect(lines.slice(0, 5)).toEqual([
      "Exhibit 10.10, Loan Reimbursement Agreement, September 12, 2000: 40483",
      "",
      "Date\tOpening\tInterest\tPayment\tClosing",
      "2026-01-15\t\t\t\t25000.00",
      "2026-02-15\t25000.00\t135.42\t489.15\t24646.27",
    ]);
    expect(lines).toHaveLength(4 + 60);
    expect(lines.at(-1)).toBe("2031-01-15\t486.71\t2.64\t489.35\t0.00");
  });

  test("computes diluted earnings per share of Exhibit 11, with options and a convertible", () => {
    expect(node("examples/diluted-eps.mjs").split("\n")).toEqual([
      "As filed: 0.0457",
      "  Options: 698224 shares, included",
      "  Warrants: 39402 shares, included",
      "With new options and a note: 0.0441",
      "  Options: 698224 shares, included",
      "  Warrants: 39402 shares, included",
      "  New options: 240000 shares, included",
      "  Note: 150000 shares, included",
      "",
    ]);
  });

  test("is the README's, and prints what the README says", () => {
    const programs = [...readme.matchAll(/```js\n([\s\S]*?)```/g)].map(([, program = ""]) => program);
    expect(programs.length).toBeGreaterThan(0);
    for (const [index, program] of programs.entries()) {
      const said = [...program.matchAll(/console\.log\(.*\/\/ (.*)$/gm)].map(([, answer]) => answer);
      expect(said.length).toBeGreaterThan(0);
      writeFileSync(join(folder, `readme${index}.mjs`), program);
      expect(node(`readme${index}.mjs`).trimEnd().split("\n")).toEqual(said);
    }
  });

  test("may require it, and its schema", () => {
    const script = `
      const { exactly, toNumber } = require("tieout");
      console.log(toNumber(exactly(0.1)), require("tieout/loan.schema.json").title);`;
    expect(node("-e", script)).toBe("0.1 Loan agreement\n");
  });

  test("reaches nothing inside it", () => {
    const script = 'import("tieout/dist/package/core/index.js").catch(({ code }) => console.log(code))';
    expect(node("-e", script)).toBe("ERR_PACKAGE_PATH_NOT_EXPORTED\n");
  });
});

describe("TypeScript", () => {
  const compiler = join(project, "node_modules", "typescript", "bin", "tsc");
  let read: string[];

  beforeAll(() => {
    copyFileSync(join(project, "test/support/packageConsumer.ts"), join(folder, "consumer.mts"));
    // Strict, the declarations of the package included (skipLibCheck is off).
    const options = ["--strict", "--target", "es2022", "--module", "nodenext", "--listFiles"];
    const prefix = `${folder}/node_modules/tieout/`;
    read = node(compiler, ...options, "consumer.mts")
      .split("\n")
      .filter((path) => path.startsWith(prefix))
      .map((path) => path.slice(prefix.length));
  });

  test("accepts a program, and finds its way to every declaration that is packed", () => {
    expect(read.length).toBeGreaterThan(1);
    expect(read.filter((path) => path.endsWith(".d.ts")).sort()).toEqual(
      filesIn(installed).filter((path) => path.endsWith(".d.ts")),
    );
  });

  test("accepts it too where a bundler looks for types", () => {
    const options = ["--strict", "--noEmit", "--target", "es2022", "--module", "esnext"];
    expect(node(compiler, ...options, "--moduleResolution", "bundler", "consumer.mts")).toBe("");
  });

  test("and the program computes a year to date, weighted shares, grants and classes", () => {
    expect(JSON.parse(node("consumer.mjs"))).toEqual({
      ends: ["2026-03-31", "2026-06-30"],
      // 1,000 - 1,000 x 20 / 25 and / 40
      quarters: [10_200, 10_500],
      usGaap: 10_350,
      // at (25 + 40) / 2: 1,000 - 20,000 / 32.5
      ifrs: 10_384.62,
      average: 2_145.83,
      restated: 1_100,
      grant: 10_000,
      classes: [5.27, 8.67],
      interest: 10,
      refused: "invalid-input: loan must say the start date (Start date); received a blank",
    });
  });

  test("shows a comment for everything that is exported", () => {
    const entry = join(installed, "dist/package/core/index.d.ts");
    const program = ts.createProgram([entry], { module: ts.ModuleKind.NodeNext, types: [] });
    const checker = program.getTypeChecker();
    const source = program.getSourceFile(entry);
    const module = source && checker.getSymbolAtLocation(source);
    const exported = module ? checker.getExportsOfModule(module) : [];
    const own = (symbol: ts.Symbol) =>
      symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    expect(exported.length).toBeGreaterThan(50);
    expect(
      exported.filter((one) => own(one).getDocumentationComment(checker).length === 0).map(({ name }) => name),
    ).toEqual([]);
  });
});

describe("the command", () => {
  test("answers from the installed package", () => {
    expect(tieout("eval", "=LOANBALANCE(DATE(2000,9,12))")).toBe("40483\n");
    const { version } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
    expect(tieout("--version")).toBe(`${version}\n`);
  });

  test("answers for the loan sheet of the examples as the core does for the agreement", () => {
    const sheet = ["eval", "--sheet", "examples/loan.csv"];
    expect(tieout(...sheet, "=LOANBALANCE(DATE(2026,2,15),A1:B8)")).toBe("24646.27\n");
    const script = `
      import { readFileSync } from "node:fs";
      import { dayOf, loanFromObject, toNumber } from "tieout";
      const loan = loanFromObject(JSON.parse(readFileSync("examples/agreement.json", "utf8")));
      for (let year = 2026; year <= 2030; year += 1)
        console.log(toNumber(loan.account("stated").balanceOn(dayOf(year, 9, 30))));`;
    const ends = [2026, 2027, 2028, 2029, 2030].map((year) => `=LOANBALANCE(DATE(${year},9,30),A1:B8)`);
    expect(tieout(...sheet, ...ends)).toBe(node("--input-type=module", "-e", script));
  });
});

test("the examples are those of the README, the programs of them under thirty lines", () => {
  const examples = readdirSync(join(project, "examples"));
  expect(examples.filter((name) => !readme.includes(`(examples/${name})`))).toEqual([]);
  const long = examples.filter(
    (name) =>
      name.endsWith(".mjs") &&
      readFileSync(join(project, "examples", name), "utf8")
        .trimEnd()
        .split("\n").length >= 30,
  );
  expect(long).toEqual([]);
});
