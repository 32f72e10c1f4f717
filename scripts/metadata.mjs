/**
 * Writes src/functions/functions.json from the JSDoc of the functions: the one declaration that Excel, the workbench,
 * the task pane's catalogue, the command line's help and the reference pages read. `--check` compares instead.
 */
import { readFileSync, writeFileSync } from "node:fs";
import metadata from "custom-functions-metadata";
import { problemsOfNames } from "./functionNames.js";
import { sourceModule } from "./sourceModule.js";

const SOURCES = [
  "loan/loan",
  "loan/loanAgreement",
  "loan/dayCount",
  "eps/weightedShares",
  "eps/eps",
  "eps/dilution",
  "eps/dilutionSteps",
  "eps/epsPeriods",
  "eps/twoClass",
  "tieOut",
].map((file) => `src/functions/${file}.ts`);
const TARGET = "src/functions/functions.json";

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

if (import.meta.url === `file://${process.argv[1]}`) {
  const text = await generateMetadata();
  if (!process.argv.includes("--check")) writeFileSync(TARGET, text);
  else if (readFileSync(TARGET, "utf8") !== text) {
    console.error(`${TARGET} is out of date: run npm run metadata`);
    process.exitCode = 1;
  }
}
