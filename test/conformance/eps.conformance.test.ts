import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openHeadless } from "../../src/engine/headless";
import { figureCase } from "./eps/cases";
import type { FigureCase } from "./eps/figure";
import type { PublishedCase } from "./eps/publishedCase";
import { report } from "./eps/report";
import scenarios from "./eps/scenarios.json";
import { judged, type JudgedCase } from "./eps/verdict";
import { publishedCases } from "./suite";

/** The figures with their sources, carried here so that they are checked wherever the project is. */
const FIGURES = join(__dirname, "eps", "figures.json");
const REPORT = join(__dirname, "..", "..", "docs", "conformance", "eps.md");
const published = publishedCases<{ cases: PublishedCase[] }>("eps.json");

/** `CONFORMANCE=write` renews the generated files; otherwise they must be what the run says. */
function matches(path: string, text: string): void {
  if (process.env.CONFORMANCE === "write") writeFileSync(path, text);
  expect(readFileSync(path, "utf8")).toBe(text);
}

(published ? test : test.skip)("the figures are those of the published cases", () => {
  const rows = (published?.cases ?? []).map((one) => JSON.stringify(figureCase(one)));
  matches(FIGURES, `[\n${rows.join(",\n")}\n]\n`);
});

describe("earnings per share as published", () => {
  const told = (scenarios as unknown as PublishedCase[]).map(figureCase);
  const cases = [...(JSON.parse(readFileSync(FIGURES, "utf8")) as FigureCase[]), ...told];
  const results: JudgedCase[] = [];

  test.each(cases)("$id, $source", async (one) => {
    const book = await openHeadless();
    if (one.sheet) await book.set("A1", one.sheet);
    const answers = await book.evaluate(one.figures.map(({ formula }) => formula));
    book.dispose();
    const result = judged(one, answers);
    results.push(result);
    expect(result.figures.filter(({ verdict }) => verdict === "differs")).toEqual([]);
  });

  test("the report says so", () => {
    expect(results).toHaveLength(cases.length);
    matches(REPORT, report(results));
  });
});
