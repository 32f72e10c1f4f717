import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openHeadless, type HeadlessWorkbook } from "../../src/engine/headless";
import metadata from "../../src/functions/functions.json";
import type { FigureCase } from "./figure";
import * as reasons from "./loan/reasons";
import { actusPage, pagesOf } from "./pages/allPages";
import type { Evaluate, Suite } from "./suite";
import {
  ACTUS_IS_PRESENT,
  ACTUS_SUITE,
  DAY_COUNT_SUITES,
  FIGURE_SUITES,
  FIT_SUITES,
  FUNCTION_SUITES,
  SCHEDULE_SUITES,
} from "./suites";
import { judged, type JudgedCase } from "./verdict";

const DOCS = join(__dirname, "..", "..", "docs");
const OURS = new RegExp(`\\b(${metadata.functions.map(({ id }) => id).join("|")})\\(`);

let book: HeadlessWorkbook;
const evaluate: Evaluate = async (formula) => (await book.evaluate([formula]))[0]!;
beforeAll(async () => {
  book = await openHeadless();
});
afterAll(() => book.dispose());

const judgedCases = new Map<string, JudgedCase[]>();
const suites = new Map<string, Suite>();

describe.each(FIGURE_SUITES)("$title", ({ title, cases }) => {
  const results: JudgedCase[] = [];
  judgedCases.set(title, results);

  test.each(cases)("$id", async (one) => {
    const workbook = one.sheet ? await openHeadless({ cells: one.sheet }) : book;
    const result = judged(one, await workbook.evaluate(one.figures.map(({ formula }) => formula)));
    if (workbook !== book) workbook.dispose();
    results.push(result);
    expect(result.figures.filter(({ verdict }) => verdict === "differs")).toEqual([]);
  });

  test("every figure is the answer of a function of ours", () => {
    const cells = ({ sheet = [] }: FigureCase) => sheet.flat().join();
    const foreign = cases.flatMap((one) =>
      one.figures.filter(({ formula }) => !OURS.test(formula) && !OURS.test(cells(one))),
    );
    expect(foreign).toEqual([]);
  });
});

describe.each([
  ...SCHEDULE_SUITES,
  ...FIT_SUITES,
  ...DAY_COUNT_SUITES,
  ...FUNCTION_SUITES,
  ...(ACTUS_IS_PRESENT ? [ACTUS_SUITE] : []),
])("$title", ({ title, run }) => {
  let suite: Suite;
  beforeAll(async () => {
    suite = await run(evaluate);
    suites.set(title, suite);
  });

  test("every case agrees, but those with a reason", () => {
    const { results, reasons } = suite;
    expect(results.length).toBeGreaterThan(0);
    expect(results.filter(({ id, difference }) => difference !== null && reasons[id] === undefined)).toEqual([]);
  });

  test("every reason is that of a case that differs", () => {
    const { results, reasons } = suite;
    expect(results.filter(({ id, difference }) => difference === null && reasons[id] !== undefined)).toEqual([]);
  });
});

test("every reason is of a case that ran", () => {
  const ran = [...suites.values()].flatMap(({ results }) => results.map(({ id }) => id));
  const { ACTUS, ...others } = reasons;
  const known = Object.values(ACTUS_IS_PRESENT ? { ACTUS, ...others } : others).flatMap((one) => Object.keys(one));
  expect(known.filter((id) => !ran.includes(id))).toEqual([]);
});

/** `npm run conformance` writes the pages; otherwise they must be what the run says. */
function expectPage(name: string, text: string): void {
  const path = join(DOCS, name);
  if (process.env.CONFORMANCE === "write") writeFileSync(path, text);
  expect(existsSync(path) ? readFileSync(path, "utf8") : "").toBe(text);
}

test("the pages of docs/conformance say so", () => {
  const ran = (all: readonly { readonly title: string }[]) => all.map(({ title }) => suites.get(title)!);
  const [eps = [], exhibit = []] = FIGURE_SUITES.map(({ title }) => judgedCases.get(title)!);
  const pages = pagesOf({
    eps,
    exhibit,
    dayCounts: ran(DAY_COUNT_SUITES),
    schedules: ran(SCHEDULE_SUITES),
    fits: ran(FIT_SUITES),
    functions: ran(FUNCTION_SUITES),
  });
  for (const [name, text] of Object.entries(pages)) expectPage(name, text);
});

// Its licence keeps the suite out of the project: docs/conformance/actus.md says where a reader puts it.
(ACTUS_IS_PRESENT ? test : test.skip)("the page of ACTUS says so; skipped where the suite is not present", () => {
  expectPage("conformance/actus.md", actusPage(suites.get(ACTUS_SUITE.title)!));
});
