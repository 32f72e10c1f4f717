/**
 * Writes what the JSDoc of the functions declares, once for Excel, the workbench, the task pane's catalogue, the command
 * line's help and the reference pages: src/functions/functions.json, Excel's metadata, and src/functions/examples.json, a
 * formula for each that shows it at work and needs nothing else in the workbook. `--check` compares instead.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import metadata from "custom-functions-metadata";
import { problemsOfNames } from "./functionNames.js";
import { sourceModule } from "./sourceModule.js";

const SOURCES = [
  "loan/loan",
  "loan/loanAgreement",
  "loan/loanFit",
  "loan/ledger",
  "loan/carrying",
  "loan/portfolio",
  "loan/dayCount",
  "eps/weightedShares",
  "eps/eps",
  "eps/dilution",
  "eps/dilutionSteps",
  "eps/epsPeriods",
  "eps/epsDisclosure",
  "eps/epsFindings",
  "eps/twoClass",
  "tieOut",
].map((file) => `src/functions/${file}.ts`);
const METADATA = "src/functions/functions.json";
const EXAMPLES = "src/functions/examples.json";

export async function generateMetadata() {
  const result = await metadata.generateCustomFunctionsMetadata(SOURCES);
  const generated = JSON.parse(result.metadataJson || '{"functions":[]}');
  const problems = [
    ...(result.errors ?? []),
    ...problemsOfNames(generated.functions.map(({ id }) => id)),
    ...generated.functions.flatMap(withoutHelp),
  ];
  if (problems.length > 0) throw new Error(problems.join("\n"));
  // The functions read error cells themselves, so that one bad cell does not spoil a whole column.
  return `${JSON.stringify({ allowErrorForDataTypeAny: true, ...withOfferedWords(generated) }, null, 2)}\n`;
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

/** The @example of each function, by its id; @throws Error for a function without one. */
function generateExamples() {
  const examples = Object.fromEntries(SOURCES.flatMap((path) => examplesIn(readFileSync(path, "utf8"))));
  return `${JSON.stringify(examples, null, 2)}\n`;
}

function examplesIn(source) {
  const comments = source.match(/\/\*\*[\s\S]*?\*\//g) ?? [];
  return comments.flatMap((comment) => {
    const id = /@customfunction (\S+)/.exec(comment)?.[1];
    const example = /^ \* @example (=.*)$/m.exec(comment)?.[1];
    if (id && !example) throw new Error(`${id}: has no @example`);
    return id ? [[id, example]] : [];
  });
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const written = { [METADATA]: await generateMetadata(), [EXAMPLES]: generateExamples() };
  for (const [path, text] of Object.entries(written)) {
    if (!process.argv.includes("--check")) writeFileSync(path, text);
    else if (!existsSync(path) || readFileSync(path, "utf8") !== text) {
      console.error(`${path} is out of date: run npm run metadata`);
      process.exitCode = 1;
    }
  }
}
