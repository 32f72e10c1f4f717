import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEngine, type Engine } from "../../src/cli/evaluator";

/** In the place of the formula engine, a thread that loops, fills the memory or answers what the sheet holds. */
const THREAD = `
const { parentPort, workerData } = require("node:worker_threads");
const held = [];
parentPort.on("message", (formula) => {
  while (formula === "loop");
  while (formula === "fill") held.push(new Array(10_000).fill(held.length));
  if (formula === "fail") throw new Error("a fault of ours");
  parentPort.postMessage({ evaluation: { formula, value: workerData.cells[0][0] }, dateSystem: 1900 });
});`;

const folder = mkdtempSync(join(tmpdir(), "tieout-engine-"));
const script = join(folder, "thread.js");
writeFileSync(script, THREAD);
afterAll(() => rmSync(folder, { recursive: true }));

const cells = [["in A1"]];
let engine: Engine;
const start = (seconds: number) => (engine = startEngine({ cells }, { seconds, megabytes: 50, script }));
afterEach(() => engine.stop());

test("a formula that takes too long is stopped, and the next one is evaluated over the same sheet", async () => {
  start(0.5);
  expect(await engine.evaluate("loop")).toEqual({
    formula: "loop",
    error: { code: "#NUM!", message: "the formula was stopped after 0.5 seconds" },
  });
  expect(await engine.evaluate("next")).toEqual({ formula: "next", value: "in A1" });
});

test("a formula that takes too much memory is stopped, and the next one is evaluated", async () => {
  start(60);
  expect(await engine.evaluate("fill")).toEqual({
    formula: "fill",
    error: { code: "#NUM!", message: "the formula needs more than 50 MB of memory" },
  });
  expect(await engine.evaluate("next")).toEqual({ formula: "next", value: "in A1" });
});

test("a fault of ours is not dressed up as the user's", async () => {
  start(60);
  await expect(engine.evaluate("fail")).rejects.toThrow("a fault of ours");
});
