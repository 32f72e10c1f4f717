import fc from "fast-check";
import "../../src/engine/customFunctionsRuntime";
import { catalogue } from "../../src/functions/catalogue";
import { brokenCalls } from "./brokenCalls";
import { faultsOf } from "./faults";
import { seedCalls } from "./seedCalls";
import { writeFileSync } from "node:fs";
jest.setTimeout(3_000_000);
const seeds = seedCalls();
const RUNS = Number(process.env.RUNS ?? 500);
const out: Record<string, unknown>[] = [];
const ONLY = (process.env.ONLY ?? "").split(",").filter(Boolean);
test.each(catalogue.filter(({ id }) => ONLY.length === 0 || ONLY.includes(id)))("$id", (own) => {
  const kinds = new Map<string, { n: number; args: unknown; ms?: number }>();
  const samples = fc.sample(brokenCalls(seeds.get(own.id)!, own.parameters.length), {
    numRuns: RUNS,
    seed: Number(process.env.SEED ?? 1),
  });
  for (const args of samples) {
    const t = performance.now();
    const faults = faultsOf(own, args);
    const ms = performance.now() - t;
    if (ms > 100) faults.push("slow");
    for (const f of faults) {
      const key = f.replace(/\d+/g, "#").slice(0, 60);
      const k = kinds.get(key);
      const size = JSON.stringify(args).length;
      if (!k) kinds.set(key, { n: 1, args, ms, f } as never);
      else {
        k.n++;
        if (size < JSON.stringify(k.args).length) Object.assign(k, { args, f, ms });
      }
    }
  }
  for (const [, k] of kinds) out.push({ id: own.id, ...(k as object) });
  process.stdout.write(`${own.id} seeds ${seeds.get(own.id)!.length} kinds ${kinds.size}\n`);
});
afterAll(() =>
  writeFileSync(
    "/tmp/house/fuzz.json",
    JSON.stringify(out, (_k, v) => (typeof v === "number" && !Number.isFinite(v) ? String(v) : v), 1),
  ),
);
