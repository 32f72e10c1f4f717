/** `tieout batch` as a user runs it: the built command, its streams, signals and files. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const project = join(__dirname, "..", "..", "..");
const main = join(project, "dist", "cli", "main.js");
const folder = mkdtempSync(join(tmpdir(), "tieout-batch-"));

// The first run builds the command; so does the first after a change of its sources.
beforeAll(() => void spawnSync("npm", ["run", "-s", "tieout", "--", "--version"], { cwd: project }), 300_000);
afterAll(() => rmSync(folder, { recursive: true }));
jest.setTimeout(120_000);

const calls = (count: number, from = 0) =>
  Array.from({ length: count }, (_call, index) =>
    JSON.stringify({ id: from + index, function: "BASICEPS", arguments: [from + index, 100] }),
  );
const batch = (input: string, ...words: string[]) =>
  spawnSync(process.execPath, [main, "batch", ...words], { input, encoding: "utf8", maxBuffer: 1e8 });
const idsOf = (text: string) =>
  text
    .split("\n")
    .slice(0, -1)
    .map((line) => (JSON.parse(line) as { id: number }).id);
const upTo = (count: number) => Array.from({ length: count }, (_id, index) => index);

test("one answer a line, in the order of the lines, from several threads", () => {
  const { stdout, status } = batch(`\uFEFF${calls(5000).join("\r\n")}`, "--jobs", "3");
  expect(status).toBe(0);
  expect(idsOf(stdout)).toEqual(upTo(5000));
  expect(JSON.parse(stdout.split("\n")[250] ?? "")).toMatchObject({ id: 250, value: 2.5, version: expect.any(String) });
});

test("the engine answers formulas among the calls, and a bad line is an answer", () => {
  const lines = [...calls(1), '{"id": 1, "formula": "=SUM({1,2;3,4})"}', "oops", '{"id": 3, "formula": "=1/0"}'];
  const answers = batch(lines.join("\n")).stdout.trimEnd().split("\n");
  expect(answers.map((line) => JSON.parse(line))).toMatchObject([
    { id: 0, value: 0 },
    { id: 1, value: 10 },
    { id: null, error: { message: 'line must be JSON; received "oops"' } },
    { id: 3, error: { code: "#DIV/0!" } },
  ]);
});

test("nothing comes of nothing", () => {
  expect(batch("")).toMatchObject({ stdout: "", status: 0 });
});

test("SIGTERM ends it between two lines", async () => {
  const child = spawn(process.execPath, [main, "batch", "--jobs", "1"], { stdio: ["pipe", "pipe", "inherit"] });
  let written = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => (written += chunk));
  child.stdin.on("error", () => undefined).write(`${calls(3000).join("\n")}\n`);
  await once(child.stdout, "data");
  child.kill("SIGTERM");
  const [status] = (await once(child, "close")) as [number];
  expect(status).toBe(143);
  expect(written.endsWith("}\n")).toBe(true);
  expect(idsOf(written)).toEqual(upTo(idsOf(written).length));
});

describe("in pieces", () => {
  const directory = join(folder, "answers");
  const pieces = () => readdirSync(directory).filter((name) => name.endsWith(".jsonl"));
  const ids = () => pieces().flatMap((name) => idsOf(readFileSync(join(directory, name), "utf8")));
  const answer = (...words: string[]) => batch(calls(2500).join("\n"), "--pieces", directory, ...words);

  test("each has its lines, and a second run writes only the one that is missing", () => {
    expect(answer("--size", "1000")).toMatchObject({
      status: 0,
      stdout: "",
      stderr: "3 pieces written, 0 stood already\n",
    });
    expect(pieces()).toEqual(["000001.jsonl", "000002.jsonl", "000003.jsonl"]);
    expect(ids()).toEqual(upTo(2500));
    const written = statSync(join(directory, "000001.jsonl")).mtimeMs;
    rmSync(join(directory, "000002.jsonl"));
    expect(answer("--size", "1000").stderr).toBe("1 pieces written, 2 stood already\n");
    expect(ids()).toEqual(upTo(2500));
    expect(statSync(join(directory, "000001.jsonl")).mtimeMs).toBe(written);
    expect(readdirSync(directory).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  test("another size is refused, as the numbers would mean other lines", () => {
    expect(answer("--size", "500")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("holds pieces of 1000 lines; received --size 500"),
    });
    expect(ids()).toEqual(upTo(2500));
  });

  test("a piece of an input that ended too soon is written again when there is more", () => {
    const other = join(folder, "cut");
    batch(calls(700).join("\n"), "--pieces", other, "--size", "500");
    expect(batch(calls(1200).join("\n"), "--pieces", other, "--size", "500").stderr).toBe(
      "2 pieces written, 1 stood already\n",
    );
    expect(readdirSync(other).sort()).toEqual(["000001.jsonl", "000002.jsonl", "000003.jsonl", "size"]);
    expect(idsOf(readFileSync(join(other, "000002.jsonl"), "utf8"))).toEqual(upTo(1000).slice(500));
  });

  test("stopped by SIGTERM, it leaves no piece that is not whole", async () => {
    const other = join(folder, "stopped");
    const child = spawn(process.execPath, [main, "batch", "--pieces", other, "--size", "500"], { stdio: "pipe" });
    child.stdin.on("error", () => undefined).write(`${calls(1300).join("\n")}\n`);
    for (let turn = 0; turn < 600 && !hasPiece(other); turn += 1) await new Promise((go) => setTimeout(go, 50));
    child.kill("SIGTERM");
    const [status] = (await once(child, "close")) as [number];
    expect(status).toBe(143);
    const names = readdirSync(other);
    expect(names.filter((name) => name.endsWith(".part"))).toEqual([]);
    for (const name of names.filter((file) => file.endsWith(".jsonl")))
      expect(idsOf(readFileSync(join(other, name), "utf8"))).toHaveLength(500);
  });

  test("killed in the middle, it leaves whole pieces, and the next run adds the others", async () => {
    const other = join(folder, "killed");
    const child = spawn(process.execPath, [main, "batch", "--pieces", other, "--size", "500"], { stdio: "pipe" });
    child.stdin.on("error", () => undefined).write(`${calls(2000).join("\n")}\n`);
    for (let turn = 0; turn < 600 && !hasPiece(other); turn += 1) await new Promise((go) => setTimeout(go, 50));
    child.kill("SIGKILL");
    await once(child, "close");
    for (const name of readdirSync(other).filter((file) => file.endsWith(".jsonl")))
      expect(idsOf(readFileSync(join(other, name), "utf8"))).toHaveLength(500);
    batch(calls(2000).join("\n"), "--pieces", other, "--size", "500");
    const whole = readdirSync(other).filter((file) => file.endsWith(".jsonl"));
    expect(whole.flatMap((name) => idsOf(readFileSync(join(other, name), "utf8")))).toEqual(upTo(2000));
  });
});

function hasPiece(directory: string): boolean {
  try {
    return readdirSync(directory).some((name) => name.endsWith(".jsonl"));
  } catch {
    return false;
  }
}
