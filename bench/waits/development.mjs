/** What is waited for by those who work on the code: the workbench started, the add-in built, the tests. By the clock. */
import { spawn, spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("../..", import.meta.url));
const PORT = "3473";

async function started() {
  const start = performance.now();
  const server = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: project,
    env: { ...process.env, PORT },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let told = "";
  for await (const chunk of server.stdout) {
    told += chunk;
    if (told.includes("http://localhost:")) break;
  }
  server.kill("SIGINT");
  return performance.now() - start;
}

/** Built anew from the parts that webpack keeps, as after a change. */
async function rebuilt() {
  rmSync(join(project, "dist", "workbench", ".made-from"), { force: true });
  return started();
}

function npm(...words) {
  const start = performance.now();
  const { status } = spawnSync("npm", words, { cwd: project, stdio: "ignore" });
  return { took: performance.now() - start, words: status === 0 ? "" : " (it failed)" };
}

export async function starts() {
  return [
    { what: "`npm start` after a change, until the page is served", ours: await rebuilt() },
    { what: "`npm start` when nothing changed", ours: await started() },
  ];
}

export function build() {
  const { took, words } = npm("run", "build");
  return [{ what: `\`npm run build\`, all that is published${words}`, ours: took }];
}

export function tests() {
  const { took, words } = npm("test");
  return [{ what: `\`npm test\`${words}`, ours: took }];
}
