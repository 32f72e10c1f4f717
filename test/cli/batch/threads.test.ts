import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startThreads, type Threads } from "../../../src/cli/batch/threads";

/** In the place of the functions, a thread that answers a line by itself, waits, loops, fills the memory or fails. */
const THREAD = `
const { parentPort } = require("node:worker_threads");
const held = [];
parentPort.on("message", async (lines) => {
  for (const line of lines) {
    while (line.includes("loop"));
    while (line.includes("fill")) held.push(new Array(10_000).fill(held.length));
    if (line === "fail") throw new Error("a fault of ours");
    if (line === "wait") await new Promise((go) => setTimeout(go, 300));
  }
  parentPort.postMessage(lines.map((line) => "answer to " + line));
});`;

const folder = mkdtempSync(join(tmpdir(), "tieout-batch-"));
const script = join(folder, "thread.js");
writeFileSync(script, THREAD);
afterAll(() => rmSync(folder, { recursive: true }));

let threads: Threads;
const start = (jobs: number, seconds = 60) =>
  (threads = startThreads(jobs, "1.2.3", { seconds, megabytes: 50, script }));
afterEach(() => threads.stop());

async function* blocks(...given: readonly (readonly string[])[]) {
  yield* given;
}
async function answers(...given: readonly (readonly string[])[]): Promise<string[]> {
  const all: string[] = [];
  for await (const block of threads.answered(blocks(...given))) all.push(...block);
  return all;
}

test("answers come in the order of the lines, whichever thread is the first to end", async () => {
  start(3);
  expect(await answers(["wait"], ["a", "b"], ["c"], ["d"], ["wait", "e"], ["f"])).toEqual(
    ["wait", "a", "b", "c", "d", "wait", "e", "f"].map((line) => `answer to ${line}`),
  );
});

test("a line that takes too long is told by its id, and every other line of its block is answered", async () => {
  start(1, 1);
  expect(await answers(["a", "b", '{"id":7,"loop":1}', "c"], ["d"])).toEqual([
    "answer to a",
    "answer to b",
    '{"id":7,"version":"1.2.3","error":{"code":"#NUM!","message":"the calculation was stopped after 1 seconds"}}',
    "answer to c",
    "answer to d",
  ]);
});

test("a line that takes too much memory is told, also where it is no JSON", async () => {
  start(1);
  const [first, second] = await answers(["fill"], ["next"]);
  expect(JSON.parse(first ?? "")).toEqual({
    id: null,
    version: "1.2.3",
    error: { code: "#NUM!", message: "the calculation needs more than 50 MB of memory" },
  });
  expect(second).toBe("answer to next");
});

test("a fault of ours ends the batch", async () => {
  start(2);
  await expect(answers(["a"], ["fail"])).rejects.toThrow("a fault of ours");
});

test("no more is read than the threads have in hand", async () => {
  start(2);
  let read = 0;
  async function* endless() {
    for (;;) yield [`line ${(read += 1)}`];
  }
  const answered = threads.answered(endless());
  for (let turn = 0; turn < 3; turn += 1) await answered.next();
  expect(read).toBeLessThanOrEqual(3 + 2 * 2);
  await answered.return(undefined);
});
