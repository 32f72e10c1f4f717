import { readFileSync } from "node:fs";
import { manifestFor } from "../../scripts/manifestFor";

const manifest = readFileSync("manifest.xml", "utf8");

test("without choices the manifest is itself, with bare function names", () => {
  expect(manifestFor(manifest)).toBe(manifest);
  expect(manifest).not.toContain("<Namespace");
});

test("every address moves to another origin", () => {
  const moved = manifestFor(manifest, { origin: "https://tieout.example.com/" });

  expect(moved).not.toContain("localhost");
  expect(moved).toContain('DefaultValue="https://tieout.example.com/taskpane.html"');
});

test("a namespace comes after the metadata, with its string", () => {
  const prefixed = manifestFor(manifest, { namespace: "ACME" });

  expect(prefixed).toMatch(/<\/Metadata>\s*<Namespace resid="Functions.Namespace"\/>\s*<\/ExtensionPoint>/);
  expect(prefixed).toContain('<bt:String id="Functions.Namespace" DefaultValue="ACME"/>');
});

test.each([
  [{ origin: "http://tieout.example.com" }, "ORIGIN must be an https address"],
  [{ origin: "https://tieout.example.com/addin" }, "ORIGIN must be an https address without a path"],
  [{ origin: "tieout" }, "ORIGIN must be an https address"],
  [
    { namespace: "AC ME" },
    'NAMESPACE must be 1 to 32 letters, digits and dots that begin with a letter; received "AC ME"',
  ],
  [{ namespace: '"/><x' }, "NAMESPACE must be"],
])("refuses %j", (choices, message) => {
  expect(() => manifestFor(manifest, choices)).toThrow(message);
});
