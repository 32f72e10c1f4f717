/**
 * Writes src/functions/functions.json from the JSDoc of the functions: the one declaration that Excel, the workbench,
 * the task pane's catalogue, the command line's help and the reference pages read. `--check` compares instead.
 */
import { readFileSync, writeFileSync } from "node:fs";
import metadata from "custom-functions-metadata";
import { problemsOfNames } from "./functionNames.js";

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
  return `${JSON.stringify({ allowErrorForDataTypeAny: true, ...generated }, null, 2)}\n`;
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
