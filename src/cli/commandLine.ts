import { parseArgs } from "node:util";

/** What the user asks for. */
export type Command =
  | {
      readonly name: "eval";
      readonly formulas: readonly string[] | "stdin";
      readonly json: boolean;
      readonly sheet?: string;
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
  if (name === "eval") return evalCommand(rest, values);
  refuseOptions(name, values);
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

function evalCommand(formulas: readonly string[], { json = false, stdin = false, sheet }: Options): Command {
  if (stdin && formulas.length > 0) throw new UsageError("give formulas, or --stdin to read them, not both");
  if (!stdin && formulas.length === 0) throw new UsageError("eval takes one formula or more, or --stdin");
  return { name: "eval", formulas: stdin ? "stdin" : formulas, json, sheet };
}

function refuseOptions(name: string | undefined, { json, stdin, sheet }: Options): void {
  const given = Object.entries({ json, stdin, sheet }).find(([, value]) => value !== undefined);
  if (given) throw new UsageError(`--${given[0]} goes with eval${name ? `, not with ${name}` : ""}`);
}

function strayWords(name: string | undefined, rest: readonly string[]): string {
  if (name === undefined) return "no command is given";
  if (name.startsWith("=")) return `to evaluate a formula, write: tieout eval '${name}'`;
  return name === "functions" || name === "help"
    ? `${name} does not take "${rest.at(-1)}"`
    : `there is no command "${name}"`;
}
