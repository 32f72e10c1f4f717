import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";

const SCRIPT = join(__dirname, "..", "..", "scripts", "start.mjs");

export interface Started {
  readonly url: string;
  /** Everything printed so far. */
  readonly printed: () => string;
  /** Presses Ctrl-C and answers the exit code. */
  readonly interrupt: () => Promise<number | null>;
}

/** What `npm start` runs, until it prints its address. */
export function npmStart(port: number): Promise<Started> {
  const child = run(String(port));
  let printed = "";
  return new Promise((resolve, reject) => {
    const take = (text: Buffer) => {
      printed += text.toString();
      const url = /http:\/\/localhost:\d+/.exec(printed)?.[0];
      if (url) resolve({ url, printed: () => printed, interrupt: () => interrupt(child) });
    };
    child.stdout?.on("data", take);
    child.stderr?.on("data", take);
    child.once("exit", (code) => reject(new Error(`npm start ended with ${code}: ${printed}`)));
  });
}

/** The exit code and the words of a start that fails. */
export function failedStart(port: string): Promise<{ readonly code: number | null; readonly words: string }> {
  const child = run(port);
  let words = "";
  child.stderr?.on("data", (text: Buffer) => (words += text.toString()));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, words })));
}

function run(port: string): ChildProcess {
  return spawn(process.execPath, [SCRIPT], { env: { ...process.env, PORT: port }, stdio: ["ignore", "pipe", "pipe"] });
}

function interrupt(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once("exit", resolve);
    child.kill("SIGINT");
  });
}
