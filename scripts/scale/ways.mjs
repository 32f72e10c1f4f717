/** The ways to answer a batch, each with what is killed while it runs. Every way leaves its answers in files of a folder. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("../..", import.meta.url));
/** The command as the examples run it: this copy's, unless another is named. */
const TIEOUT = process.env.TIEOUT ?? `${process.execPath} ${join(project, "dist", "cli", "main.js")}`;
const environment = { ...process.env, TIEOUT };
/** Debian's, for which its package of Dask is made. */
const PYTHON = existsSync("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

function shell(script, { calls, answers }, ...more) {
  mkdirSync(answers, { recursive: true });
  return spawn("sh", ["-c", script, "sh", calls, answers, ...more], {
    env: environment,
    cwd: project,
    stdio: ["ignore", "pipe", "ignore"],
  });
}

async function ended(child) {
  child.stdout.resume();
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return child.exitCode;
}

async function firstLine(child) {
  let told = "";
  while (!told.includes("\n")) told += String((await once(child.stdout, "data"))[0]);
  return told.split("\n")[0];
}

/** Waits until the first answers stand, so that what is then killed is in the middle of its work. */
async function firstAnswers(child, answers) {
  while (child.exitCode === null) {
    if (existsSync(answers) && readdirSync(answers).some((name) => name.endsWith(".jsonl"))) return;
    await wait(50);
  }
  throw new Error(`it ended with ${child.exitCode} before a piece was answered`);
}

/** The processes that one has started, and those have started. */
function startedBy(pid) {
  const listed = spawnSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8" }).stdout;
  const all = listed.split("\n").map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []);
  const below = (parent) =>
    all.filter(([, , ppid]) => Number(ppid) === parent).flatMap((one) => [one, ...below(Number(one[1]))]);
  return below(pid).map(([, id, , words]) => ({ pid: Number(id), words }));
}

const PLAIN = `exec cat "$1"/*.jsonl | $TIEOUT batch > "$2/all.jsonl"`;
const PIECES = `cat "$1"/*.jsonl | $TIEOUT batch --pieces "$2" --size "$3"`;
const PARALLEL = `ls "$1"/*.jsonl | exec parallel --will-cite -j "$3" --retries 3 --joblog "$2/log" $4 examples/piece.sh {} "$2/{/}"`;

/** Runs `start` until the first piece stands, kills of its processes the one that `chosen` picks, and lets it go on. */
async function withOneKilled(child, answers, chosen) {
  await firstAnswers(child, answers);
  while (child.exitCode === null) {
    const victim = startedBy(child.pid).find(({ words }) => chosen(words));
    if (victim && isKilled(victim.pid)) return ended(child);
    await wait(5);
  }
  throw new Error("what was to be killed had ended: take more lines");
}

/** Whether a process was there to be killed: one that answers a small piece may have ended since it was found. */
function isKilled(pid) {
  try {
    return process.kill(pid, "SIGKILL");
  } catch (error) {
    if (error.code === "ESRCH") return false;
    throw error;
  }
}

const isBatch = (words) => words.includes("main.js batch");
const isParallel = (words) => /perl.*parallel/.test(words);

export const WAYS = {
  "plain, a stream": {
    run: (folders) => ended(shell(PLAIN, folders)),
  },
  "plain, in pieces; killed, and run again": {
    run: async (folders, { size }) => {
      await withOneKilled(shell(PIECES, folders, size), folders.answers, isBatch);
      return ended(shell(PIECES, folders, size));
    },
  },
  "GNU parallel; a worker killed": {
    needs: () => spawnSync("parallel", ["--version"]).status === 0 || "GNU parallel is not installed",
    run: (folders, { jobs }) => withOneKilled(shell(PARALLEL, folders, jobs, ""), folders.answers, isBatch),
  },
  "GNU parallel; itself killed, and resumed": {
    needs: () => spawnSync("parallel", ["--version"]).status === 0 || "GNU parallel is not installed",
    run: async (folders, { jobs }) => {
      await withOneKilled(shell(PARALLEL, folders, jobs, ""), folders.answers, isParallel);
      return ended(shell(PARALLEL, folders, jobs, "--resume-failed"));
    },
  },
  "Dask, three workers; one killed": {
    needs: () =>
      spawnSync(PYTHON, ["-c", "import distributed"]).status === 0 || "Dask (python3-distributed) is not installed",
    run: async ({ calls, answers }) => {
      const child = spawn(PYTHON, ["examples/dask_batch.py", calls, answers], {
        env: environment,
        cwd: project,
        stdio: ["ignore", "pipe", "ignore"],
      });
      const [, ...workers] = (await firstLine(child)).split(" ").map(Number);
      child.stdout.resume();
      await firstAnswers(child, answers);
      process.kill(workers[0], "SIGKILL");
      return ended(child);
    },
  },
};
