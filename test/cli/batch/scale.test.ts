/**
 * A batch under every way that docs/scale.md measures, a part of each killed in the middle: here with few lines. Where GNU
 * parallel or Dask is not installed, the name of the test says so.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

interface Result {
  readonly kind: string;
  readonly way: string;
  readonly absent?: string;
  readonly digest?: string;
}

const project = join(__dirname, "..", "..", "..");
const LINES = 800;

function results(): readonly Result[] {
  const words = [join("scripts", "scale.mjs"), `--lines=${LINES}`, "--size=100", "--jobs=2", "--kind=eps", "--json"];
  const { stdout, stderr } = spawnSync(process.execPath, words, { cwd: project, encoding: "utf8" });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as readonly Result[];
}

const all = results();
const [stream] = all;

test("every way is tried or said to be absent", () => {
  expect(all.map(({ way }) => way)).toEqual([
    "plain, a stream",
    "plain, in pieces; killed, and run again",
    "GNU parallel; a worker killed",
    "GNU parallel; itself killed, and resumed",
    "Dask, three workers; one killed",
  ]);
});

test.each(all.map((result) => [result.absent ? `${result.way}: not run, as ${result.absent}` : result.way, result]))(
  "%s",
  (_name, { absent, ...result }) => {
    if (absent !== undefined) return expect(absent).toMatch(/is not installed$/);
    expect(result).toMatchObject({ status: 0, answers: LINES, lines: LINES, errors: 0, digest: stream?.digest });
  },
);
