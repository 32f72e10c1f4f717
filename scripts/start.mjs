/** `npm start`: builds the workbench if need be and serves it to this machine alone, until Ctrl-C. */
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import sirv from "sirv";
import { freshBuild } from "./freshBuild.mjs";
import { toThisMachine } from "./thisMachine.mjs";

const FIRST_PORT = 3000;
const PORTS_TRIED = 20;
/** Both forms of loopback, so that `localhost` reaches us whichever one a browser tries first. */
const LOOPBACK = ["127.0.0.1", "::1"];

/** What page.html says for itself, and what only a header can say. */
const HEADERS = {
  "Content-Security-Policy": "frame-ancestors 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** The progress line counts up on a terminal; elsewhere there is one line at the start. */
let shown = -1;

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
try {
  const wanted = wantedPort();
  await buildWorkbench();
  const { servers, port } = await serve(wanted);
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => stop(servers));
  console.log(`\nThe workbench is at http://localhost:${port}\nPress Ctrl-C to stop.`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function buildWorkbench() {
  const started = performance.now();
  const built = await freshBuild("workbench", "index.html", { mode: "production", report: showProgress });
  if (built) console.log(`Built the workbench in ${((performance.now() - started) / 1000).toFixed(0)} s.`);
}

function showProgress(fraction) {
  const percent = Math.floor(fraction * 10) * 10;
  if (percent === shown) return;
  if (process.stdout.isTTY)
    process.stdout.write(`\rBuilding the workbench: ${percent} %${percent === 100 ? "\n" : ""}`);
  else if (shown < 0) console.log("Building the workbench…");
  shown = percent;
}

function wantedPort() {
  const { PORT } = process.env;
  if (!PORT) return FIRST_PORT;
  const port = Number(PORT);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new Error(`PORT must be a whole number from 1 to 65535; received "${PORT}"`);
}

async function serve(first) {
  const last = Math.min(first + PORTS_TRIED - 1, 65_535);
  for (let port = first; port <= last; port++) {
    const servers = await listen(port);
    if (servers) return { servers, port };
    console.log(`Port ${port} is taken; trying ${port + 1}.`);
  }
  throw new Error(`Ports ${first} to ${last} are all taken. Choose another: PORT=8080 npm start`);
}

/** Servers on both loopback addresses, or nothing when the port is taken on either. */
async function listen(port) {
  const files = sirv("dist/workbench", {
    dev: true,
    etag: true,
    setHeaders: (response) => Object.entries(HEADERS).forEach(([name, value]) => response.setHeader(name, value)),
  });
  const servers = [];
  for (const address of LOOPBACK) {
    try {
      servers.push(await listening(createServer(toThisMachine(files)), port, address));
    } catch (error) {
      if (error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT") continue;
      servers.forEach((server) => server.close());
      if (error.code === "EADDRINUSE") return undefined;
      throw error.code === "EACCES"
        ? new Error(`Port ${port} may not be used by this account; choose one above 1023.`)
        : error;
    }
  }
  return servers;
}

function listening(server, port, address) {
  return new Promise((resolve, reject) => server.once("error", reject).listen(port, address, () => resolve(server)));
}

function stop(servers) {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
  console.log("\nStopped.");
}
