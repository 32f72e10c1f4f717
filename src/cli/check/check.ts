/** `tieout check`: what a workbook's file stores for our functions, against what they answer now. */
import { join } from "node:path";
import { BoundedThread, type Bounds } from "../boundedThread";
import { UsageError, type Command } from "../commandLine";
import type { CheckRequest } from "./checkBook";
import { checkJson, checkText } from "./checkOutput";
import type { CheckAnswer } from "./checkThread";

const TIES = 0;
const DIFFERS = 1;
const NOT_CHECKED = 2;

const BOUNDS: Bounds = { seconds: 600, megabytes: 4096, script: join(__dirname, "checkThread.js") };

type CheckCommand = Extract<Command, { name: "check" }>;

/**
 * Checks a workbook and prints what was found: 0 where every formula of ours ties, 1 where one differs, 2 where none
 * differs and one could not be checked.
 *
 * @throws UsageError for a file that cannot be read or written
 */
export async function check(
  { path, json, tolerance, copy }: CheckCommand,
  version: string,
  bounds: Bounds = BOUNDS,
): Promise<number> {
  const thread = new BoundedThread<CheckRequest, CheckAnswer>("check", undefined, bounds);
  const answer = await thread.ask({ path, tolerance, ...(copy === undefined ? {} : { copy }) });
  await thread.stop();
  if (typeof answer === "string") {
    process.stderr.write(`tieout: ${answer}\n`);
    return NOT_CHECKED;
  }
  if ("fault" in answer) throw new UsageError(answer.fault);
  const { checked } = answer;
  process.stdout.write(json ? checkJson(path, checked, version) : checkText(checked));
  if (copy !== undefined) process.stderr.write(`${copy} written\n`);
  if (checked.differences.length > 0) return DIFFERS;
  return checked.unchecked.length > 0 ? NOT_CHECKED : TIES;
}
