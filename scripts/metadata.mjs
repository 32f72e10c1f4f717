/**
 * Writes what the docstrings of the functions declare, once for Excel, the workbench, the task pane's catalogue, the
 * command line's help and the reference pages: functions.json, Excel's metadata; docstrings.json, what each answers and
 * a formula that shows it at work; families.json, which family each is of. `--check` compares instead.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import metadata from "custom-functions-metadata";
import { docstrings } from "./docstrings.js";
import { problemsOfNames } from "./functionNames.js";
import { sourceModule } from "./sourceModule.js";

const FOLDER = "src/functions";

/** Which family each function is of, by their ids. */
function familiesById() {
  const { FAMILIES } = sourceModule(`${FOLDER}/implementations.ts`);
  return Object.fromEntries(
    Object.entries(FAMILIES).flatMap(([family, functions]) => Object.keys(functions).map((id) => [id, family])),
  );
}

/**
 * The functions in the order in which lists show them: families, in them files, in these as they are written.
 * @throws Error for a function without a docstring or without a family
 */
function declared() {
  const [known, families] = [docstrings(), familiesById()];
  const missing = [
    ...known.filter(({ id }) => !families[id]).map(({ id, file }) => `${id}: no family of ${FOLDER} has ${file}`),
    ...Object.keys(families)
      .filter((id) => !known.some((one) => one.id === id))
      .map((id) => `${id}: has no docstring with @customfunction`),
  ];
  if (missing.length > 0) throw new Error(missing.join("\n"));
  const files = new Set(Object.keys(families).map((id) => known.find((one) => one.id === id).file));
  return [...files]
    .flatMap((file) => known.filter((one) => one.file === file))
    .map((one) => ({ ...one, family: families[one.id] }));
}

/** Excel's metadata of these functions, in their order. */
async function metadataOf(functions) {
  const result = await metadata.generateCustomFunctionsMetadata([...new Set(functions.map(({ file }) => file))]);
  const generated = JSON.parse(result.metadataJson || '{"functions":[]}');
  const problems = [
    ...(result.errors ?? []),
    ...problemsOfNames(generated.functions.map(({ id }) => id)),
    ...generated.functions.flatMap(withoutHelp),
  ];
  if (problems.length > 0) throw new Error(problems.join("\n"));
  // The functions read error cells themselves, so that one bad cell does not spoil a whole column.
  return { allowErrorForDataTypeAny: true, ...withOfferedWords(generated) };
}

/**
 * The generator makes enums of TypeScript enums alone, whose words would stand in the code a second time. These are of
 * the lists that the functions read by, in the form that Microsoft documents for metadata written by hand.
 */
function withOfferedWords({ functions, ...rest }) {
  const { OFFERED_WORDS } = sourceModule("src/functions/offeredWords.ts");
  const offers = (parameter) =>
    OFFERED_WORDS[parameter.name] ? { ...parameter, type: "string", customEnumId: parameter.name } : parameter;
  const enums = Object.entries(OFFERED_WORDS).map(([id, words]) => ({
    id,
    type: "string",
    values: words.map(({ word, tooltip }) => ({ name: word, stringValue: word, tooltip })),
  }));
  return {
    ...rest,
    functions: functions.map((one) => ({ ...one, parameters: one.parameters.map(offers) })),
    enums,
  };
}

/** What a user would find empty in Excel's help. */
function withoutHelp({ id, description, parameters }) {
  return [
    ...(description ? [] : [`${id}: has no description`]),
    ...parameters.filter((parameter) => !parameter.description).map(({ name }) => `${id}: ${name} has no description`),
  ];
}

const functions = declared();
const written = {
  "functions.json": await metadataOf(functions),
  "docstrings.json": Object.fromEntries(functions.map(({ id, returns, example }) => [id, { returns, example }])),
  "families.json": Object.fromEntries(functions.map(({ id, family }) => [id, family])),
};
for (const [name, value] of Object.entries(written)) {
  const [path, text] = [`${FOLDER}/${name}`, `${JSON.stringify(value, null, 2)}\n`];
  if (!process.argv.includes("--check")) writeFileSync(path, text);
  else if (!existsSync(path) || readFileSync(path, "utf8") !== text) {
    console.error(`${path} is out of date: run npm run metadata`);
    process.exitCode = 1;
  }
}
