/**
 * A value that somebody typed, with its place in words, and the readers of the plain kinds. Law: nothing is taken for
 * something else; an error says the place, the rule and what stands there. One set for every door: cells, objects, JSON.
 */
import { CalculationError } from "./errors";
import { exactly, isNegative, isPositive, type Fraction } from "./number/fraction";

/** A value as it was given, and what an error calls the place: "annualRate", "income row 3", "loan row 5, Principal". */
export interface Given {
  readonly name: string;
  readonly value: unknown;
}

/** Takes a given value, makes what it stands for. Throws a CalculationError that names the place. */
export type Reader<T> = (given: Given) => T;

/** Whether the place holds nothing: no value, null or the empty text. */
export function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === "";
}

/**
 * Whether the place holds anything: a row keeps its optional places, so that the ones after them stay where they are.
 */
export function isPresent(given: Given | undefined): given is Given {
  return given !== undefined && !isBlank(given.value);
}

/** The reader of a value that may be left out, and what holds then. */
export function optional<T, U>(read: Reader<T>, otherwise: U): Reader<T | U> {
  const reader: Reader<T | U> = (given) => (isBlank(given.value) ? otherwise : read(given));
  return Object.assign(reader, { otherwise });
}

/** Whether a reader is one of {@link optional}. */
export function isOptional(read: Reader<unknown>): boolean {
  return "otherwise" in read;
}

/**
 * A number, exactly as it shows. Text that looks like a number is refused: it is a mistake to show. No amount, count,
 * price or rate of this world is as large or as small as what is refused, and what is left can be multiplied and divided.
 */
export function readNumber(given: Given): Fraction {
  const value = readDouble(given, "must be a number");
  const size = Math.abs(value);
  if (value === 0 || (size >= SMALLEST && size < LARGEST)) return exactly(value);
  const rule = size < LARGEST ? "must be zero or at least 1E-21 in size" : "must be less than 1E+21 in size";
  throw new CalculationError("out-of-range", given.name, rule, value);
}

const LARGEST = 1e21;
const SMALLEST = 1e-21;

/** What something is divided by: more than zero. */
export function readPositive(given: Given): Fraction {
  const value = readNumber(given);
  if (isPositive(value)) return value;
  throw new CalculationError("out-of-range", given.name, "must be more than zero", given.value);
}

/** A count or a price: zero or more. */
export function readNotNegative(given: Given): Fraction {
  const value = readNumber(given);
  if (!isNegative(value)) return value;
  throw new CalculationError("out-of-range", given.name, "must be zero or more", given.value);
}

/** A whole number that a double holds exactly. */
export function readWhole(given: Given): number {
  const value = readDouble(given, "must be a number");
  if (Number.isSafeInteger(value)) return value;
  throw refused(given, "must be a whole number");
}

/** A finite number as it came, for the readers that go on to bound it. */
export function readDouble({ name, value }: Given, rule: string): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw refused({ name, value }, rule);
}

/** The error of a value that is no answer to what its place asks. */
export function refused({ name, value }: Given, rule: string): CalculationError {
  return new CalculationError("invalid-input", name, rule, value);
}

/** Text that is not blank, without the spaces about it. */
export function readText({ name, value }: Given): string {
  if (typeof value === "string" && value.trim() !== "") return value.trim();
  throw refused({ name, value }, "must be text");
}

/** Yes or no, y or n; TRUE or FALSE, as such or as words; 1 or 0. */
export function readYesNo(given: Given): boolean {
  const { value } = given;
  if (typeof value === "boolean") return value;
  if (value === 0 || value === 1) return value === 1;
  const answer = typeof value === "string" ? YES_OR_NO.get(plainWord(value)) : undefined;
  if (answer !== undefined) return answer;
  throw refused(given, "must be yes or no (TRUE or FALSE)");
}

const YES_OR_NO: ReadonlyMap<string, boolean> = new Map([
  ["yes", true],
  ["y", true],
  ["true", true],
  ["no", false],
  ["n", false],
  ["false", false],
]);

/** The reader of one of a few words, which gives what the word stands for; that of each set of choices is made once. */
export function choiceOf<T>(choices: Readonly<Record<string, T>>): Reader<T> {
  const known = prepared.get(choices) as Reader<T> | undefined;
  if (known) return known;
  const reader = choiceReader(choices);
  prepared.set(choices, reader);
  return reader;
}

const prepared = new WeakMap<object, Reader<unknown>>();

function choiceReader<T>(choices: Readonly<Record<string, T>>): Reader<T> {
  const meanings = new Map(Object.entries(choices).map(([word, meaning]) => [plainWord(word), meaning]));
  const rule = `must be ${oneOf(Object.keys(choices))}`;
  return ({ name, value }) => {
    const word = plainWord(value);
    if (meanings.has(word)) return meanings.get(word) as T;
    throw refused({ name, value }, rule);
  };
}

/** A word as it is compared: without regard to case, spacing, hyphens and a closing colon. What is no text is no word. */
export function plainWord(value: unknown): string {
  if (typeof value !== "string") return "";
  return value
    .toLowerCase()
    .replace(/[\s\-_]+/g, " ")
    .replace(/ ?: *$/, "")
    .trim();
}

function oneOf(words: readonly string[]): string {
  const quoted = words.map((word) => `"${word}"`);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`;
}
