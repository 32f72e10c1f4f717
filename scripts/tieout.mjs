#!/usr/bin/env node
/** `npm run -s tieout -- …`: the command line, built first if need be. Nothing but its answers goes to standard output. */
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { freshBuild } from "./freshBuild.mjs";

const SOURCES = ["src/core", "src/functions", "src/engine", "src/workbook", "src/files", "src/cli"];

const project = fileURLToPath(new URL("..", import.meta.url));
/** Where the user is: npm says so, as it runs its scripts in the project. */
const here = process.env.INIT_CWD ?? process.cwd();

process.chdir(project);
let told = false;
await freshBuild("cli", "main.js", { report: tell, sources: SOURCES });
process.chdir(here);
createRequire(import.meta.url)("../dist/cli/main.js");

function tell() {
  if (!told) console.error("Building the command, once: a few seconds…");
  told = true;
}
