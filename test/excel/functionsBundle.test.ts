import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { FAMILY_OF } from "../../src/excel/families";

/** What may cross the wire, compressed as a server does at best. Excel shows #BUSY! until it is there. */
const LIMITS: Readonly<Record<string, number>> = {
  functions: 16_384,
  eps: 24_576,
  exhibit: 34_816,
  disclosure: 43_008,
  loan: 73_728,
  agreement: 81_920,
  fit: 81_920,
  ledger: 79_872,
};

const folder = mkdtempSync(join(tmpdir(), "functions-bundle-"));
let files: Readonly<Record<string, readonly string[]>> = {};

beforeAll(() => {
  const builder = join(__dirname, "../support/functionsBundle.js");
  const root = join(__dirname, "../..");
  files = JSON.parse(execFileSync(process.execPath, [builder, folder], { cwd: root, encoding: "utf8" }));
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true }));

const sizeOf = (part: string) =>
  (files[part] ?? []).reduce((size, file) => size + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0);

test.each(Object.entries(LIMITS))("%s is %d bytes at most, gzipped", (part, limit) => {
  expect(sizeOf(part)).toBeGreaterThan(0);
  expect(sizeOf(part)).toBeLessThanOrEqual(limit);
});

test("every family has a limit", () => {
  expect(Object.keys(LIMITS)).toEqual(expect.arrayContaining(Object.values(FAMILY_OF)));
});
