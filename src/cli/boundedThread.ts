/** A thread behind bounds: what takes too long or too much memory is given up with words, and the next finds a new thread. */
import { once } from "node:events";
import { Worker } from "node:worker_threads";

/** What one message may take, and the script that answers it. */
export interface Bounds {
  readonly seconds: number;
  readonly megabytes: number;
  readonly script: string;
}

/** Answers messages, one at a time; an answer is never text. */
export class BoundedThread<Message, Answer extends object> {
  private worker: Worker | undefined;

  /**
   * @param what the work, in the words of a bound that it breaks: "formula"
   * @param workerData what the script begins with
   */
  constructor(
    private readonly what: string,
    private readonly workerData: unknown,
    private readonly bounds: Bounds,
  ) {}

  /** Starts the thread, if it does not run: it then has begun by the time of the first message. */
  start(): Worker {
    const { script, megabytes } = this.bounds;
    // What runs in it writes notes of its own to the console; they are kept from the user's output.
    this.worker ??= new Worker(script, {
      workerData: this.workerData,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
      stdout: true,
      stderr: true,
    });
    return this.worker;
  }

  /** The answer, or the words of why there is none. */
  async ask(message: Message): Promise<Answer | string> {
    const { seconds, megabytes } = this.bounds;
    const worker = this.start();
    const tooLong = AbortSignal.timeout(seconds * 1000);
    worker.postMessage(message);
    try {
      const [answer] = (await once(worker, "message", { signal: tooLong })) as [Answer];
      return answer;
    } catch (error) {
      await this.stop();
      if (tooLong.aborted) return `the ${this.what} was stopped after ${seconds} seconds`;
      const { code } = error as NodeJS.ErrnoException;
      if (code === "ERR_WORKER_OUT_OF_MEMORY") return `the ${this.what} needs more than ${megabytes} MB of memory`;
      throw error;
    }
  }

  async stop(): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    await worker?.terminate();
  }
}
