import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const loan = join(__dirname, "..", "..", "..", "src", "core", "loan");
const files = readdirSync(loan, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts"));
const roomOf = (file: string) => (file.includes("/") ? dirname(file) : file);

/** The files of the loan core that a file imports, types included. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(loan, file), "utf8");
  return [...text.matchAll(/\bfrom\s+"(\.[^"]+)"/g)]
    .map(([, path = ""]) => relative(loan, join(loan, dirname(file), path)).replaceAll("\\", "/"))
    .filter((path) => !path.startsWith(".."))
    .map((path) => `${path}.ts`);
}

/** The rooms in the order in which an agreement goes through them: each knows those before it, and no others. */
const BEFORE: Readonly<Record<string, readonly string[]>> = {
  terms: [],
  "amountScale.ts": ["terms"],
  "columns.ts": ["amountScale.ts"],
  resolved: ["terms", "amountScale.ts", "columns.ts"],
  repayment: ["terms", "amountScale.ts", "columns.ts", "resolved"],
  schedule: ["terms", "amountScale.ts", "columns.ts", "resolved", "repayment"],
  account: ["terms", "amountScale.ts", "columns.ts", "resolved", "schedule"],
  "loan.ts": ["terms", "schedule", "account"],
  "scheduleTable.ts": ["amountScale.ts", "columns.ts", "resolved", "schedule", "account", "loan.ts"],
  findings: ["terms", "amountScale.ts", "columns.ts", "schedule", "account", "loan.ts"],
  form: ["terms", "loan.ts"],
};

test.each(files)("%s knows the rooms before its own alone", (file) => {
  const room = roomOf(file);
  const others = importsOf(file)
    .map(roomOf)
    .filter((other) => other !== room);
  expect(BEFORE[room]).toEqual(expect.arrayContaining(others));
});

test("no file knows itself by way of others", () => {
  const known = new Map(files.map((file) => [file, importsOf(file)]));
  const circles: string[] = [];
  const walk = (file: string, way: readonly string[]) => {
    if (way.includes(file)) return void circles.push([...way.slice(way.indexOf(file)), file].join(" > "));
    for (const next of known.get(file) ?? []) walk(next, [...way, file]);
    known.set(file, []); // walked
  };
  for (const file of files) walk(file, []);
  expect(circles).toEqual([]);
});

test("no room holds more than a dozen files", () => {
  const rooms = [...new Set(files.map(dirname))];
  const full = rooms.filter((room) => files.filter((file) => dirname(file) === room).length > 12);
  expect(full).toEqual([]);
});
