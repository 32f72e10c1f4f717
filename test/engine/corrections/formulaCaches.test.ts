import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { hashAlgorithm } from "@univerjs/core";
import {
  deserializeRangeWithSheetWithCache,
  ErrorType,
  ErrorValueObject,
  LexerTreeBuilder,
} from "@univerjs/engine-formula";
import "../../../src/engine/engineFunctions";
import { openHeadless } from "../../../src/engine/headless";
import {
  COLLIDING_FIGURES as FIGURES,
  COLLIDING_FORMULAS as FORMULAS,
  collidingTexts,
} from "../../support/collidingTexts";

const near = (figures: readonly number[]) => figures.map((figure) => expect.closeTo(figure, 9));

describe("two formulas of one hash each show their own figure", () => {
  test("they have one hash, and are long enough to be known by it", () => {
    expect(hashAlgorithm(FORMULAS[0])).toBe(hashAlgorithm(FORMULAS[1]));
    expect(FORMULAS[0].length).toBeGreaterThan(64);
  });

  test("typed into cells", async () => {
    const workbook = await openHeadless();
    await workbook.set("A1", [[...FORMULAS]]);
    expect(workbook.read("A1:B1")).toEqual([near(FIGURES)]);
    workbook.dispose();
  });

  test("in a workbook that is opened", async () => {
    const workbook = await openHeadless({ cells: [[...FORMULAS]] });
    expect(workbook.read("A1:B1")).toEqual([near(FIGURES)]);
    workbook.dispose();
  });

  test("evaluated on their own", async () => {
    const workbook = await openHeadless();
    expect(await workbook.evaluate(FORMULAS)).toMatchObject(near(FIGURES).map((value) => ({ value })));
    workbook.dispose();
  });
});

describe("whatever else the engine keeps, two texts of one hash stay two", () => {
  test("the parts of a formula, which tell what it refers to", () => {
    const lexer = new LexerTreeBuilder();
    const formulas = collidingTexts((digits) => `=SUM(${digits}, 1${"+1".repeat(40)})`);
    const parts = formulas.map((formula) => JSON.stringify(lexer.sequenceNodesBuilder(formula)));
    expect(parts[0]).not.toBe(parts[1]);
  });

  test("the words of an error", () => {
    const words = collidingTexts(
      (digits) => `payment must be less than the balance that it is to repay; received ${digits}`,
    );
    expect(words.map((word) => ErrorValueObject.create(ErrorType.VALUE, word).getErrorContent())).toEqual(words);
  });

  test("a reference to a sheet of a long name", () => {
    const names = collidingTexts((digits) => `Amortization of the loan reimbursement agreement of HemaCare ${digits}`);
    expect(names.map((name) => deserializeRangeWithSheetWithCache(`'${name}'!A1`).sheetName)).toEqual(names);
  });

  test("the engine hashes texts in the one place that is corrected", () => {
    const engine = join(require.resolve("@univerjs/engine-formula"), "..", "..");
    for (const build of ["es", "cjs"]) {
      const source = readFileSync(join(engine, build, "index.js"), "utf8");
      expect(source.match(/hashAlgorithm\)?\(/g)).toHaveLength(1);
    }
  });
});

test("whoever builds an engine takes our functions, and the corrections with them", () => {
  const src = join(__dirname, "..", "..", "..", "src");
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
  const builders = files.filter((file) => readFileSync(join(src, file), "utf8").includes("new Univer("));
  expect(builders.sort()).toEqual([join("engine", "gridEngine.ts"), join("workbench", "grid.ts")]);
  for (const file of builders) expect(readFileSync(join(src, file), "utf8")).toContain("engineFunctions(");
});
