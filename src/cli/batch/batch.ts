/** `tieout batch`: calls as JSON lines in, answers as JSON lines out. */
import { once } from "node:events";
import { availableParallelism } from "node:os";
import type { Command } from "../commandLine";
import { blocksOf, linesOf } from "./lines";
import { answerPieces } from "./pieces";
import { startThreads, type Threads } from "./threads";

const ANSWERED = 0;
/** As a shell reports a program that SIGTERM has ended. */
const STOPPED = 143;

type BatchCommand = Extract<Command, { name: "batch" }>;

/** Answers every line of the input. Stopped by SIGTERM it reads no more, and ends between two lines. */
export async function batch({ jobs = availableParallelism(), pieces }: BatchCommand, version: string): Promise<number> {
  const threads = startThreads(jobs, version);
  const stop = new AbortController();
  process.once("SIGTERM", () => stop.abort());
  process.stdin.setEncoding("utf8");
  const lines = untilStopped(linesOf(process.stdin), stop.signal);
  try {
    if (pieces === undefined) await writeAnswers(lines, threads);
    else {
      const { written, standing } = await answerPieces(lines, pieces, threads, stop.signal);
      process.stderr.write(`${written} pieces written, ${standing} stood already\n`);
    }
  } finally {
    await threads.stop();
    process.stdin.destroy(); // one that stays open would keep the command from ending
  }
  return stop.signal.aborted ? STOPPED : ANSWERED;
}

async function writeAnswers(lines: AsyncIterable<string>, threads: Threads): Promise<void> {
  for await (const answers of threads.answered(blocksOf(lines))) {
    if (!process.stdout.write(`${answers.join("\n")}\n`)) await once(process.stdout, "drain");
  }
}

async function* untilStopped(lines: AsyncGenerator<string>, signal: AbortSignal): AsyncGenerator<string> {
  const stopped = new Promise<undefined>((resolve) => signal.addEventListener("abort", () => resolve(undefined)));
  while (!signal.aborted) {
    const next = await Promise.race([lines.next(), stopped]);
    if (next === undefined || next.done) return;
    yield next.value;
  }
}
