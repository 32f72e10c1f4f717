/**
 * Blocks of lines answered by threads side by side, in the order of the lines. Law: a line has one answer, also one that
 * takes too long or too much memory; no more blocks are held than the threads can be given at once.
 */
import { join } from "node:path";
import { BoundedThread, type Bounds } from "../boundedThread";
import { refusedLine } from "./jsonLine";

const BOUNDS: Bounds = { seconds: 30, megabytes: 2048, script: join(__dirname, "batchThread.js") };

export interface Threads {
  /** The answers of each block, in order. */
  answered(blocks: AsyncIterable<readonly string[]>): AsyncGenerator<readonly string[]>;
  stop(): Promise<unknown>;
}

/** @param jobs how many threads; each starts with its first block */
export function startThreads(jobs: number, version: string, bounds: Bounds = BOUNDS): Threads {
  const threads = Array.from({ length: jobs }, () => new Thread(version, bounds));
  return {
    async *answered(blocks) {
      const pending: Promise<readonly string[]>[] = [];
      let turn = 0;
      for await (const block of blocks) {
        const answers = (threads[turn++ % jobs] as Thread).answers(block);
        answers.catch(() => undefined); // told when its turn comes
        pending.push(answers);
        // Each thread has one block in hand and one to go on with.
        if (pending.length >= 2 * jobs) yield await (pending.shift() as Promise<readonly string[]>);
      }
      for (const answers of pending) yield await answers;
    },
    stop: () => Promise.all(threads.map((thread) => thread.stop())),
  };
}

class Thread {
  private readonly thread: BoundedThread<readonly string[], readonly string[]>;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly version: string,
    bounds: Bounds,
  ) {
    this.thread = new BoundedThread("calculation", { version }, bounds);
  }

  /** One block after the other. */
  answers(block: readonly string[]): Promise<readonly string[]> {
    const answers = this.last.then(() => this.answersOf(block));
    this.last = answers.catch(() => undefined);
    return answers;
  }

  stop(): Promise<void> {
    return this.thread.stop();
  }

  /** A block that breaks a bound is halved until the line that does so stands alone, and that one is told. */
  private async answersOf(block: readonly string[]): Promise<readonly string[]> {
    const answers = await this.thread.ask(block);
    if (typeof answers !== "string") return answers;
    if (block.length <= 1)
      return block.map((line) => refusedLine(line, this.version, { code: "#NUM!", message: answers }));
    const half = block.length >> 1;
    return [...(await this.answersOf(block.slice(0, half))), ...(await this.answersOf(block.slice(half)))];
  }
}
