import { createHash } from "node:crypto";
import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

/** At most so many mutants are run. Which those are follows from the mutants themselves. */
const most = Number(process.env.MOST_MUTANTS ?? Infinity);

/** A place in the draw that a mutant keeps for as long as its file stays as it is. */
function drawn({ fileName, location: { start }, mutatorName, replacement }) {
  const name = [fileName.replace(/^.*\/src\//, "src/"), start.line, start.column, mutatorName, replacement].join(" ");
  return createHash("sha256").update(name).digest("hex");
}

const sample = new Set();

/** Lets only a sample of the mutants through to the tests; Stryker shows all of them here first. */
function group(mutants) {
  const inOrder = mutants.map(({ id, ...mutant }) => ({ id, place: drawn(mutant) }));
  inOrder.sort((one, other) => (one.place < other.place ? -1 : 1));
  inOrder.slice(0, most).forEach(({ id }) => sample.add(id));
  return Promise.resolve([mutants.map(({ id }) => id)]);
}

function check(mutants) {
  const answerTo = ({ id }) =>
    sample.has(id) ? { status: "passed" } : { status: "compileError", reason: "not drawn" };
  return Promise.resolve(Object.fromEntries(mutants.map((mutant) => [mutant.id, answerTo(mutant)])));
}

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Checker, "sample", { init: () => Promise.resolve(), check, group }),
];
