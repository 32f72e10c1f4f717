/** What was measured, in words: lines for the terminal, and docs/performance.md. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, platform, release, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { EXPLANATIONS } from "./explanations.mjs";
import { TARGETS } from "./targets.mjs";

/** Before it stands what a user waits for, which bench/waits.mjs writes. */
const HEADING = "## The core";

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const ratioOf = (of, to) => median(of.times.map((time, round) => time / to.times[round]));

/** A time in the unit that shows three figures of it. */
function time(nanoseconds) {
  const units = [
    ["ns", 1],
    ["µs", 1e3],
    ["ms", 1e6],
    ["s", 1e9],
  ];
  const [unit, size] = units.findLast(([, least]) => nanoseconds >= least) ?? units[0];
  return `${figures(nanoseconds / size)} ${unit}`;
}

const figures = (value) =>
  value >= 100 ? Math.round(value).toLocaleString("en-US") : value.toPrecision(3).replace(/\.?0+$/, "");

/** Each target of a task with what was reached. */
function results({ name, variants }) {
  const variant = (wanted) => variants.find(({ label }) => label === wanted);
  return TARGETS.filter(({ task }) => task === name).map((target) => {
    const [of, to] = [variant(target.of), target.to && variant(target.to)];
    if (!of?.times.length || (target.to && !to?.times.length)) return { target, reached: "not measured", met: false };
    if (target.atMostNanoseconds) {
      const took = median(of.times);
      return {
        target,
        wanted: `≤ ${time(target.atMostNanoseconds)}`,
        reached: time(took),
        met: took <= target.atMostNanoseconds,
      };
    }
    if (target.atLeastPerSecond) {
      const rate = 1e9 / median(of.times);
      return {
        target,
        wanted: `≥ ${target.atLeastPerSecond / 1e6} M/s`,
        reached: `${figures(rate / 1e6)} M/s`,
        met: rate >= target.atLeastPerSecond,
      };
    }
    const ratio = ratioOf(of, to);
    const { atMost, atLeast, noise = 0 } = target;
    return {
      target,
      wanted: atMost === undefined ? `≥ ${atLeast}×` : `≤ ${atMost}×`,
      reached: `${figures(ratio)}×`,
      met: atMost === undefined ? ratio >= atLeast : ratio <= atMost + noise,
    };
  });
}

const verdict = ({ met }) => (met ? "met" : "MISS");
const between = ({ target }) => (target.to ? `${target.of} : ${target.to}` : target.of);

function rows({ variants }) {
  const first = variants[0];
  return variants.map((variant) => ({
    label: variant.label,
    time: variant.error ? `failed: ${variant.error}` : time(median(variant.times)),
    ratio: variant === first || variant.error || first.error ? "" : `${figures(ratioOf(variant, first))}×`,
    note: variant.differs ? `OTHER ANSWERS: ${variant.differs}` : "",
  }));
}

/** For the terminal. */
export function summary(result) {
  const lines = rows(result).map(({ label, time: took, ratio, note }) =>
    `  ${label.padEnd(24)}${took.padStart(12)}${ratio.padStart(10)}  ${note}`.trimEnd(),
  );
  const targets = results(result).map(
    (line) =>
      `  ${verdict(line)}: ${line.target.says}, ${between(line)}: ${line.reached}, wanted ${line.wanted ?? "?"}`,
  );
  return [`${result.task.title} (one ${result.task.operation})`, ...lines, ...targets].join("\n");
}

const table = (header, body) =>
  [header, header.map(() => "---"), ...body].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

function machine() {
  const peers = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")).devDependencies;
  const named = Object.entries(peers).map(([name, version]) => {
    const { license } = JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), "utf8"));
    return `${name} ${version} (${license})`;
  });
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  return [
    `- ${new Date().toISOString().slice(0, 10)}, commit ${commit}`,
    `- ${cpus()[0].model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB; ${platform()} ${release()}; Node ${process.versions.node}, V8 ${process.versions.v8}`,
    `- ${named.join(", ")}. They are installed in bench/ only and never shipped.`,
  ].join("\n");
}

/** The files that Excel loads, gzipped: before anything, and when a cell first calls a function of a family. */
function sizes() {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), "bundle-"));
  const built = JSON.parse(
    execFileSync(process.execPath, ["test/support/functionsBundle.js", folder], { cwd: root, encoding: "utf8" }),
  );
  const sizeOf = (file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;
  const rows = Object.entries(built)
    .filter(([, files]) => files.length > 0)
    .map(([part, files]) => [
      part,
      files.length,
      files.reduce((sum, file) => sum + sizeOf(file), 0).toLocaleString("en-US"),
    ]);
  rmSync(folder, { recursive: true });
  return table(["part", "files", "bytes, gzipped"], rows);
}

/** Why targets were missed, a paragraph a task. */
function explanations(measured) {
  const missed = measured.filter((result) => results(result).some(({ met }) => !met));
  return missed
    .map(({ name, task }) => `- **${task.title}**: ${EXPLANATIONS[name] ?? "not explained yet"}.`)
    .join("\n");
}

export function writeDocument(measured, { rounds, budget }) {
  const targets = measured
    .flatMap(results)
    .map((line) => [line.target.says, between(line), line.wanted ?? "", line.reached, line.met ? "met" : "**miss**"]);
  const sections = measured.map((result) =>
    [
      `#### ${result.task.title}`,
      table(
        ["", `one ${result.task.operation}`, `times ${result.variants[0].label}`, ""],
        rows(result).map(Object.values),
      ),
    ].join("\n\n"),
  );
  const text = `${HEADING}

Written by \`npm run bench\`. Each variant runs in a process of its own, warmed up, ${rounds} × ${budget} ms,
interleaved; a ratio is taken within a round, and the median of the rounds is shown. Times are processor time, which
other work on the machine lengthens little. Every variant of a task has the same input and was checked to give the same
answers, within the tolerance that the task states. Bundled as shipped, not minified.

${machine()}

### Targets

${table(["what", "ratio of", "wanted", "measured", ""], targets)}

A target is kept when it is missed (bench/targets.mjs), and the miss explained:

${explanations(measured)}

### Size of the functions

${sizes()}

\`functions\` is what Excel waits for before it knows the functions; a family is loaded when a cell first calls one of
its functions. A test holds each to its limit.

### Measurements

${sections.join("\n\n")}
`;
  const page = new URL("../docs/performance.md", import.meta.url);
  const [lead] = readFileSync(page, "utf8").split(HEADING);
  writeFileSync(page, lead + text);
}
