import { parseArgs } from "node:util";

/** What the user asks for. */
export type Command =
  | {
      readonly name: "eval";
      readonly formulas: readonly string[] | "stdin";
      readonly json: boolean;
      readonly sheet?: string;
      /** A workbook's file, and the cell that the formulas are taken to stand in. */
      readonly book?: { readonly path: string; readonly at?: string };
    }
  | {
      readonly name: "check";
      readonly path: string;
      readonly json: boolean;
      readonly tolerance: number;
      /** A copy of the workbook to write, with what was found on a sheet of it. */
      readonly copy?: string;
    }
  | {
      readonly name: "batch";
      readonly jobs?: number;
      readonly pieces?: { readonly directory: string; readonly size: number };
    }
  | { readonly name: "functions" }
  | { readonly name: "help"; readonly topic?: string }
  | { readonly name: "version" };

/** A command line that asks for nothing the command can do, with words that say what is wrong with it. */
export class UsageError extends Error {}

const OPTIONS = {
  json: { type: "boolean" },
  stdin: { type: "boolean" },
  sheet: { type: "string" },
  book: { type: "string" },
  at: { type: "string" },
  tolerance: { type: "string" },
  write: { type: "string" },
  jobs: { type: "string" },
  pieces: { type: "string" },
  size: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

type Options = ReturnType<typeof parsed>["values"];

/** @throws UsageError */
export function readCommandLine(words: readonly string[]): Command {
  const { values, positionals } = parsed(words);
  const [name, ...rest] = positionals;
  if (values.version) return { name: "version" };
  if (values.help) return { name: "help", topic: name === "help" ? rest[0] : undefined };
  refuseOptions(name, values);
  if (name === "eval") return evalCommand(rest, values);
  if (name === "batch" && rest.length === 0) return batchCommand(values);
  if (name === "check") return checkCommand(rest, values);
  if (name === "functions" && rest.length === 0) return { name };
  if (name === "help" && rest.length <= 1) return { name, topic: rest[0] };
  throw new UsageError(strayWords(name, rest));
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function evalCommand(formulas: readonly string[], options: Options): Command {
  const { json = false, stdin = false, sheet, book, at } = options;
  if (stdin && formulas.length > 0) throw new UsageError("give formulas, or --stdin to read them, not both");
  if (!stdin && formulas.length === 0) throw new UsageError("eval takes one formula or more, or --stdin");
  if (sheet !== undefined && book !== undefined) throw new UsageError("give --sheet or --book, not both");
  if (at !== undefined && book === undefined) throw new UsageError("--at goes with --book");
  return {
    name: "eval",
    formulas: stdin ? "stdin" : formulas,
    json,
    ...(sheet === undefined ? {} : { sheet }),
    ...(book === undefined ? {} : { book: { path: book, ...(at === undefined ? {} : { at }) } }),
  };
}

function checkCommand(paths: readonly string[], { json = false, tolerance = "0", write }: Options): Command {
  const [path, ...more] = paths;
  if (path === undefined || more.length > 0) {
    throw new UsageError(`check takes one workbook, such as book.xlsx; received ${paths.length}`);
  }
  if (!/^\d{1,15}(?:\.\d{1,15})?$/.test(tolerance)) {
    throw new UsageError(`--tolerance takes an amount of 0 or more, such as 0.005; received "${tolerance}"`);
  }
  return { name: "check", path, json, tolerance: Number(tolerance), ...(write === undefined ? {} : { copy: write }) };
}

/** How many lines a piece has where nothing is said: some seconds of work. */
const USUAL_SIZE = 100_000;

function batchCommand({ jobs, pieces, size }: Options): Command {
  if (size !== undefined && pieces === undefined) throw new UsageError("--size goes with --pieces");
  return {
    name: "batch",
    jobs: jobs === undefined ? undefined : countOf("jobs", jobs, 256),
    pieces:
      pieces === undefined
        ? undefined
        : { directory: pieces, size: size === undefined ? USUAL_SIZE : countOf("size", size, 10_000_000) },
  };
}

function countOf(option: string, text: string, most: number): number {
  const count = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= most) return count;
  throw new UsageError(`--${option} takes a whole number from 1 to ${most}; received "${text}"`);
}

const OPTIONS_OF: Readonly<Record<string, readonly string[]>> = {
  eval: ["json", "stdin", "sheet", "book", "at"],
  check: ["json", "tolerance", "write"],
  batch: ["jobs", "pieces", "size"],
};

function refuseOptions(name: string | undefined, values: Options): void {
  const given = Object.keys(values).find((option) => !OPTIONS_OF[name ?? ""]?.includes(option));
  if (given === undefined) return;
  const owners = Object.keys(OPTIONS_OF).filter((command) => OPTIONS_OF[command]?.includes(given));
  throw new UsageError(`--${given} goes with ${owners.join(" and ")}${name ? `, not with ${name}` : ""}`);
}

function strayWords(name: string | undefined, rest: readonly string[]): string {
  if (name === undefined) return "no command is given";
  if (name.startsWith("=")) return `to evaluate a formula, write: tieout eval '${name}'`;
  return name === "functions" || name === "help" || name === "batch"
    ? `${name} does not take "${rest.at(-1)}"`
    : `there is no command "${name}"`;
}
