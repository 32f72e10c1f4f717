/** What is waited for at a terminal: the first answer, and a portfolio. By the clock. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("../..", import.meta.url));
const main = join(project, "dist", "cli", "main.js");
const python = (name) => ["python3", "-B", fileURLToPath(new URL(name, import.meta.url))];
const LOANS = 100_000;
const PIECES = 8;

function run([command, ...words], { input, environment } = {}) {
  const start = performance.now();
  const { stdout, status, error, stderr } = spawnSync(command, words, {
    input,
    encoding: "utf8",
    cwd: project,
    env: { ...process.env, ...environment },
    maxBuffer: 1e9,
  });
  if (status !== 0) throw error ?? new Error(`${command} ended with ${status}: ${stderr}`);
  return { milliseconds: performance.now() - start, stdout };
}

/** The least time of each command, run in turn. */
function inTurn(commands, rounds) {
  const least = commands.map(() => Infinity);
  for (let round = 0; round < rounds; round += 1) {
    commands.forEach((command, at) => (least[at] = Math.min(least[at], run(command).milliseconds)));
  }
  return least;
}

export function firstAnswer() {
  const evaluated = (formula) => [process.execPath, main, "eval", formula];
  const [own, native, node, decimal] = inTurn(
    [
      evaluated("=LOANBALANCE(DATE(2000,9,12))"),
      evaluated("=SUM({1,2;3,4})"),
      [process.execPath, "-e", "0"],
      ["python3", "-c", "from decimal import Decimal as D; print(D(42779) * D('0.1'))"],
    ],
    5,
  );
  return [
    { what: "`tieout eval`, a function of ours", ours: own, beside: "Python, a line with decimal", theirs: decimal },
    {
      what: "`tieout eval`, a function of the spreadsheet",
      ours: native,
      beside: "an empty Node program",
      theirs: node,
    },
  ];
}

/** Another loan on each line, monthly, with interest to the day. */
function loanLine(id) {
  const sheet = [
    ["Principal", 50_000 + 97 * id],
    ["Start date", 45_000 + (id % 365)],
    ["Annual rate", (200 + (id % 700)) / 10_000],
    ["Payment frequency", "monthly"],
    ["Number of payments", 360],
    ["Balance between dates", "principal and interest"],
  ];
  return JSON.stringify({ id, function: "LOANBALANCE", arguments: [46_000 + ((id * 31) % 8000), sheet] });
}

const valuesOf = (lines) =>
  lines
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).value);

/** How many balances are a cent or more apart, and by how much at most. */
function apart(ours, theirs) {
  const differences = ours
    .map((value, at) => Math.abs(value - theirs[at]))
    .filter((difference) => !(difference < 0.005));
  return { count: differences.length, most: Math.max(0, ...differences) };
}

/** In pieces, each a process of its own, as a cluster runs them: here two at a time by GNU parallel. */
function inPieces(lines) {
  const folder = mkdtempSync(join(tmpdir(), "pieces-"));
  const [calls, answers] = ["calls", "answers"].map((name) => join(folder, name));
  for (const name of [calls, answers]) mkdirSync(name);
  const size = Math.ceil(lines.length / PIECES);
  for (let piece = 0; piece < PIECES; piece += 1) {
    const text = lines.slice(piece * size, (piece + 1) * size).join("\n");
    writeFileSync(join(calls, `${piece}.jsonl`), `${text}\n`);
  }
  const each = readdirSync(calls).map((name) => join(calls, name));
  const piece = ["examples/piece.sh", "{}", join(answers, "{/}"), ":::"];
  const { milliseconds } = run(["parallel", "--will-cite", "-j", "2", ...piece, ...each], {
    environment: { TIEOUT: `${process.execPath} ${main}` },
  });
  const stdout = readdirSync(answers)
    .map((name) => readFileSync(join(answers, name), "utf8"))
    .join("");
  rmSync(folder, { recursive: true });
  return { milliseconds, stdout };
}

/** What is not installed is not compared. */
function ifThere(measure) {
  try {
    return measure();
  } catch (error) {
    console.error(error.message);
    return undefined;
  }
}

export function portfolio() {
  const lines = Array.from({ length: LOANS }, (_loan, id) => loanLine(id));
  const input = lines.join("\n");
  const batch = (jobs) => run([process.execPath, main, "batch", "--jobs", String(jobs)], { input });
  const [one, two] = [batch(1), batch(2)];
  const cluster = ifThere(() => inPieces(lines));
  const decimal = run(python("portfolio.py"), { input });
  const numpy = ifThere(() => run(python("portfolio_numpy.py"), { input }));
  const ours = valuesOf(one.stdout);
  for (const { stdout } of [two, cluster, decimal].filter(Boolean)) {
    const { count } = apart(ours, valuesOf(stdout));
    if (count > 0) throw new Error(`${count} of ${LOANS} balances are others`);
  }
  const what = `\`tieout batch\`, ${LOANS.toLocaleString("en-US")} loans of 360 payments, each another one`;
  const beside = "Python with decimal, the same balances";
  const rows = [
    { what: `${what}, one processor`, ours: one.milliseconds, beside, theirs: decimal.milliseconds },
    { what: "the same, two", ours: two.milliseconds, beside, theirs: decimal.milliseconds },
  ];
  if (cluster)
    rows.push({
      what: `the same, ${PIECES} pieces by GNU parallel, two at a time`,
      ours: cluster.milliseconds,
      beside,
      theirs: decimal.milliseconds,
    });
  if (!numpy) return rows;
  const { count, most } = apart(ours, valuesOf(numpy.stdout));
  const wrong = `${count.toLocaleString("en-US")} balances wrong, by up to ${most.toFixed(2)}`;
  return [
    ...rows,
    {
      what: "the same, two",
      ours: two.milliseconds,
      beside: `numpy with the formulas of numpy-financial; ${wrong}`,
      theirs: numpy.milliseconds,
    },
  ];
}
