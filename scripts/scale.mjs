/**
 * node scripts/scale.mjs [--lines=1000000] [--size=50000] [--jobs=2] [--kind=loans] [--way=Dask] [--json]
 *
 * Answers so many loans and rows of earnings per share by every way to run a batch, kills a part of it in the middle, and
 * counts the answers: each line has one, and it is the same by every way. docs/scale.md holds what it printed.
 */
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { freshBuild } from "./freshBuild.mjs";
import { KINDS, writePieces } from "./scale/lines.mjs";
import { WAYS } from "./scale/ways.mjs";

const option = (name, otherwise) =>
  process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise;
const asked = {
  lines: Number(option("lines", 1_000_000)),
  size: Number(option("size", 50_000)),
  jobs: Number(option("jobs", availableParallelism())),
};
const kinds = Object.keys(KINDS).filter((kind) => kind.includes(option("kind", "")));
const ways = Object.entries(WAYS).filter(([way]) => way.includes(option("way", "")));

/** Processor time of ended children, in seconds: what /proc counts in hundredths. */
function childSeconds() {
  const fields = readFileSync("/proc/self/stat", "utf8").split(") ")[1].split(" ");
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

/** How many answers there are, how many lines they answer, how many are errors; and a digest of them in order. */
function counted(answers) {
  const seen = new Uint8Array(asked.lines);
  const count = { answers: 0, lines: 0, errors: 0 };
  const digest = createHash("sha256");
  for (const name of readdirSync(answers).sort()) {
    if (!name.endsWith(".jsonl")) continue;
    const text = readFileSync(join(answers, name), "utf8");
    digest.update(text);
    for (const line of text.split("\n").slice(0, -1)) {
      const { id, error } = JSON.parse(line);
      count.answers += 1;
      if (error) count.errors += 1;
      if (seen[id] === 0) count.lines += 1;
      seen[id] = 1;
    }
  }
  return { ...count, digest: digest.digest("hex").slice(0, 12) };
}

async function measured(kind, [way, { run, needs }], folder) {
  const able = needs?.() ?? true;
  if (able !== true) return { kind, way, absent: able };
  const folders = { calls: join(folder, kind), answers: join(folder, "answers") };
  const [start, spent] = [Date.now(), childSeconds()];
  const status = await run(folders, asked);
  const seconds = (Date.now() - start) / 1000;
  const result = {
    kind,
    way,
    status,
    seconds,
    cpu: childSeconds() - spent,
    load: loadavg()[0],
    ...counted(folders.answers),
  };
  rmSync(folders.answers, { recursive: true });
  return result;
}

function told({ kind, way, absent, seconds, cpu, load, answers, lines, errors, digest }) {
  if (absent) return `| ${kind} | ${way} | ${absent} |  |  |  |  |  |`;
  const figures = [seconds.toFixed(1), cpu.toFixed(1), load.toFixed(1)];
  return `| ${kind} | ${way} | ${figures.join(" | ")} | ${answers} | ${lines} | ${errors} | ${digest} |`;
}

const folder = mkdtempSync(join(tmpdir(), "tieout-scale-"));
try {
  await freshBuild("cli", "main.js", { sources: ["src/core", "src/functions", "src/engine", "src/cli"] });
  const isJson = process.argv.includes("--json");
  if (!isJson)
    console.log(
      "| lines | way | s | s of processor | load | answers | of lines | errors | digest |\n|---|---|---|---|---|---|---|---|---|",
    );
  const results = [];
  for (const kind of kinds) {
    writePieces(join(folder, kind), kind, asked);
    for (const way of ways) {
      results.push(await measured(kind, way, folder));
      if (!isJson) console.log(told(results.at(-1)));
    }
  }
  if (isJson) console.log(JSON.stringify(results));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
