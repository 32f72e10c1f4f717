/**
 * Writes src/functions/functions.json from the JSDoc of the functions: the one declaration that Excel, the workbench,
 * the task pane's catalogue, the command line's help and the reference pages read. `--check` compares instead.
 */
import { readFileSync, writeFileSync } from "node:fs";
import metadata from "custom-functions-metadata";

const SOURCES = ["src/functions/loan.ts", "src/functions/eps.ts"];
const TARGET = "src/functions/functions.json";

export async function generateMetadata() {
  const result = await metadata.generateCustomFunctionsMetadata(SOURCES);
  const generated = JSON.parse(result.metadataJson || '{"functions":[]}');
  const problems = [...(result.errors ?? []), ...generated.functions.flatMap(refusedByExcel), ...duplicates(generated)];
  if (problems.length > 0) throw new Error(problems.join("\n"));
  // The functions read error cells themselves, so that one bad cell does not spoil a whole column.
  return `${JSON.stringify({ allowErrorForDataTypeAny: true, ...generated }, null, 2)}\n`;
}

/** Names that the generator lets pass and Excel does not: too short, or shaped like a cell reference. */
function refusedByExcel({ id, description, parameters }) {
  return [
    ...(id.length < 3 ? [`${id}: a name has three letters or more`] : []),
    ...(/^[A-Z]{1,3}\d{1,7}$|^R\d+C\d+$/i.test(id) ? [`${id}: looks like a cell reference`] : []),
    ...(id === id.toUpperCase() ? [] : [`${id}: give the function an upper-case id`]),
    ...(description ? [] : [`${id}: has no description`]),
    ...parameters.filter((parameter) => !parameter.description).map(({ name }) => `${id}: ${name} has no description`),
  ];
}

function duplicates({ functions }) {
  const ids = functions.map(({ id }) => id);
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id}: declared twice`);
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const text = await generateMetadata();
  if (!process.argv.includes("--check")) writeFileSync(TARGET, text);
  else if (readFileSync(TARGET, "utf8") !== text) {
    console.error(`${TARGET} is out of date: run npm run metadata`);
    process.exitCode = 1;
  }
}
