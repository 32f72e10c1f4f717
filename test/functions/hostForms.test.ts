import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { docstrings } from "../../scripts/docstrings";
import { LOAN_FIELDS } from "../../src/core/loan/form/fields";
import { plainArguments } from "../../src/functions/cells/dataTypes";

/**
 * The tables of every other test of the functions once more, with each value in a form in which an Excel hands it over.
 * A call goes the way that a call of Excel goes: data types are made plain where it enters.
 */
type Form = (value: unknown) => unknown;

/** An argument that is left out is null in every Excel. */
const inCells =
  (form: Form): Form =>
  (argument) => {
    if (Array.isArray(argument)) return argument.map((row) => (Array.isArray(row) ? row.map(form) : form(row)));
    return isBlank(argument) ? null : form(argument);
  };
const isBlank = (value: unknown) => value === "" || value === null || value === undefined;

const FORMS: readonly (readonly [name: string, form: Form])[] = [
  [
    "numbers are formatted, as Microsoft 365 hands over a spilled amount or date, and blanks are null",
    inCells((value) => {
      if (isBlank(value)) return null;
      return typeof value === "number" ? { type: "Double", basicValue: value, numberFormat: "#,##0.00" } : value;
    }),
  ],
  [
    "every value is a data type",
    inCells((value) => {
      if (typeof value === "number") return { type: "FormattedNumber", basicType: "Double", basicValue: value };
      if (typeof value === "boolean") return { type: "Boolean", basicType: "Boolean", basicValue: value };
      if (isBlank(value)) return { type: "Empty", basicType: "Empty", basicValue: "" };
      return typeof value === "string" ? { type: "String", basicType: "String", basicValue: value } : value;
    }),
  ],
  ['blanks are ""', inCells((value) => (isBlank(value) ? "" : value))],
];

let form: Form = (value) => value;

/** A file of functions whose calls come as a host makes them. */
function asHosted(functions: Record<string, unknown>): Record<string, unknown> {
  const hosted = Object.fromEntries(
    Object.entries(functions).map(([name, call]) => [
      name,
      typeof call !== "function" || name !== name.toUpperCase()
        ? call
        : (...values: unknown[]) => call(...plainArguments(values.map((value) => form(value)))),
    ]),
  );
  return Object.defineProperty(hosted, "__esModule", { value: true });
}

for (const file of new Set(docstrings().map((one) => join("../..", one.file))))
  jest.doMock(file, () => asHosted(jest.requireActual(file)));

/**
 * A printed schedule is searched once, whichever form its cells had: what is tried here is how they are read, and the search,
 * which takes seconds, asks for nothing but what was read.
 */
const SEARCH = "../../src/core/loan/fit/fit";
const found = new Map<string, unknown>();
jest.doMock(SEARCH, () => {
  const search = jest.requireActual<typeof import("../../src/core/loan/fit/fit")>(SEARCH);
  const fitSchedule: typeof search.fitSchedule = (printed, known) => {
    const asked = keyOf([printed, known.terms, LOAN_FIELDS.filter(({ key }) => known.has(key)).map(({ key }) => key)]);
    if (!found.has(asked)) found.set(asked, search.fitSchedule(printed, known));
    return found.get(asked) as ReturnType<typeof search.fitSchedule>;
  };
  return { ...search, fitSchedule };
});

/** Whole numbers of any size and conventions, which are functions with names, as text. */
function keyOf(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "bigint" || typeof part === "function" ? String(part) : part,
  );
}

/** Those that open a workbook are called by its engine, whatever the form. */
const isCalledByAnEngine = (file: string) => readFileSync(join(__dirname, file), "utf8").includes("openHeadless");
const THIS_FILE = "hostForms.test.ts";
const tables = readdirSync(__dirname, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".test.ts") && file !== THIS_FILE && !isCalledByAnEngine(file),
);

describe.each(FORMS)("when %s", (_name, ofForm) => {
  beforeAll(() => {
    form = ofForm;
  });

  // The functions are loaded once for all tables of a form: to load them for each takes as long as the calls.
  jest.isolateModules(() => describe.each(tables)("%s", (table) => void require(`./${table}`)));
});
