/**
 * A line of a batch as JSON, and the id by which it is answered, whatever stands in it. Apart from what reads calls, so that the
 * command answers for its threads without loading what they calculate with.
 */
import type { ErrorWithWords } from "../../engine/evaluation";

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The id of a line, so that a line which asks for nothing sound is still answered by it; null where it has none. */
export function idOf(line: unknown): unknown {
  return isObject(line) && "id" in line ? line.id : null;
}

/** What a line holds, or why it holds nothing. */
export function parsedLine(line: string): { readonly value: unknown } | { readonly error: ErrorWithWords } {
  try {
    return { value: JSON.parse(line) };
  } catch {
    const received = line.trim() === "" ? "a blank line" : JSON.stringify(line.slice(0, 60));
    return { error: { code: "#VALUE!", message: `line must be JSON; received ${received}` } };
  }
}

/** The answer to a line that was given up, with the reason. */
export function refusedLine(line: string, version: string, error: ErrorWithWords): string {
  const parsed = parsedLine(line);
  return JSON.stringify({ id: "error" in parsed ? null : idOf(parsed.value), version, error });
}
