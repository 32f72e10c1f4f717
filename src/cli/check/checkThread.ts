/** A thread that checks a workbook: a request comes in, and what was found goes out. */
import { parentPort } from "node:worker_threads";
import "../../engine/customFunctionsRuntime";
import { FileError } from "../../files/fileError";
import { checkBook, type CheckRequest } from "./checkBook";
import type { CheckedBook } from "./checkedBook";

/** What was found, or why nothing could be checked. */
export type CheckAnswer = { readonly checked: CheckedBook } | { readonly fault: string };

async function answerTo(request: CheckRequest): Promise<CheckAnswer> {
  try {
    return { checked: await checkBook(request) };
  } catch (error) {
    if (error instanceof FileError) return { fault: error.message };
    throw error;
  }
}

parentPort?.on("message", async (request: CheckRequest) => parentPort?.postMessage(await answerTo(request)));
