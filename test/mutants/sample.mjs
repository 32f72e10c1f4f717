import { createHash } from "node:crypto";
import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";
import { changeOf, isSameChange } from "./change.mjs";

/** At most so many mutants are run. Which those are follows from the mutants themselves. */
const most = Number(process.env.MOST_MUTANTS ?? Infinity);
/** The changes that alone are tried again; undefined for any. */
const left = process.env.LEFT_MUTANTS && JSON.parse(process.env.LEFT_MUTANTS);

/** A place in the draw that a mutant keeps for as long as its file stays as it is. */
function drawn({ fileName, location: { start }, mutatorName, replacement }) {
  const name = [fileName.replace(/^.*\/src\//, "src/"), start.line, start.column, mutatorName, replacement].join(" ");
  return createHash("sha256").update(name).digest("hex");
}

const sample = new Set();

/** Lines and columns are counted from nought here, and from one in results. */
function isLeft({ location: { start, end }, ...mutant }) {
  const fromOne = ({ line, column }) => ({ line: line + 1, column: column + 1 });
  const change = changeOf({ ...mutant, location: { start: fromOne(start), end: fromOne(end) } });
  return left.some((one) => isSameChange(one, change));
}

/** Lets only a sample of the mutants through to the tests; Stryker shows all of them here first. */
function group(mutants) {
  const tried = left ? mutants.filter(isLeft) : mutants;
  const inOrder = tried.map(({ id, ...mutant }) => ({ id, place: drawn(mutant) }));
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
