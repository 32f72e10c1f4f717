import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openHeadless, type HeadlessWorkbook } from "../src/engine/headless";

const README = readFileSync(join(__dirname, "..", "README.md"), "utf8");
const cellsOf = (line: string) =>
  line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());

/** Rows of the README that state a formula and its answer. */
const stated = README.split(/\n{2,}/)
  .filter((block) => block.startsWith("| formula | answer |"))
  .flatMap((block) => block.split("\n").slice(2))
  .map(cellsOf)
  .map(([formula = "", answer = ""]): [string, string] => [formula.replaceAll("`", ""), answer]);

/** Sentences that open with a formula and end with a colon, with the table that stands below. */
const tables = [...README.matchAll(/^`(=.+?)` .*:\n\n((?:\|.*\n)+)/gm)].map(
  ([, formula = "", table = ""]): [string, string[][]] => [
    formula,
    table
      .trimEnd()
      .split("\n")
      .filter((_line, index) => index !== 1)
      .map(cellsOf),
  ],
);

let workbook: HeadlessWorkbook;
beforeAll(async () => {
  workbook = await openHeadless();
});
afterAll(() => workbook.dispose());

async function valueOf(formula: string): Promise<unknown> {
  const [evaluation] = await workbook.evaluate([formula]);
  return evaluation && "value" in evaluation ? evaluation.value : evaluation;
}

test.each(stated)("%s is %s", async (formula, answer) => {
  const value = await valueOf(formula);
  expect(typeof value === "number" ? String(Math.round(value * 1e6) / 1e6) : value).toBe(answer);
});

test.each(tables)("%s is the table that the README shows", async (formula, rows) => {
  const asPrinted = (cell: unknown) =>
    typeof cell !== "number" ? cell : cell < 0 ? `(${(-cell).toLocaleString("en-US")})` : cell.toLocaleString("en-US");
  expect(((await valueOf(formula)) as unknown[][]).map((row) => row.map(asPrinted))).toEqual(rows);
});

test("every file that the README points to is there", () => {
  const links = [...README.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, path = ""]) => path);
  expect(links.filter((path) => !existsSync(join(__dirname, "..", path)))).toEqual([]);
});
