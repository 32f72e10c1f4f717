import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const LICENCE_FILE = /^(licen[cs]e|copying|notice)/i;

/** The packages whose code stands in the scripts that webpack made, webpack's own loader among them, with their licences. */
export function shippedPackages({ compilation }) {
  const folders = [...compilation.chunks]
    .flatMap((chunk) => [...compilation.chunkGraph.getChunkModulesIterable(chunk)])
    .flatMap((module) => module.modules ?? [module])
    .flatMap((module) => packageFolder(module.nameForCondition() ?? ""));
  return [...new Set([...folders, "node_modules/webpack"])]
    .map(described)
    .sort((one, other) => (titleOf(one) < titleOf(other) ? -1 : 1));
}

/** The innermost package that a file belongs to. */
function packageFolder(file) {
  return /^.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file) ?? [];
}

function described(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const files = readdirSync(folder)
    .filter((file) => LICENCE_FILE.test(file))
    .sort();
  const texts = files.map((file) => readFileSync(join(folder, file), "utf8").trim().replaceAll("\r\n", "\n"));
  const by = typeof author === "object" ? author.name : author;
  const stated = `${license}, as its package.json states${by ? `, by ${by}` : ""}; the package brings no text of it.`;
  return { name, version, license, licence: texts.join("\n\n") || stated };
}

function titleOf({ name, version }) {
  return `${name} ${version}`;
}

/** What the licences ask for: their texts, each once, with the packages that it is the licence of. */
export function noticesText(packages, product) {
  const licences = [...new Set(packages.map(({ licence }) => licence))];
  const parts = licences.map((licence) => {
    const titles = packages.filter((one) => one.licence === licence).map(titleOf);
    return `${titles.join("\n")}\n\n${licence}`;
  });
  const rule = `\n\n${"-".repeat(80)}\n\n`;
  return `The scripts of ${product} contain code of these packages, each under its licence.${rule}${parts.join(rule)}\n`;
}
