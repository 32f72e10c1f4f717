import { readFileSync } from "node:fs";
import { manifestFor } from "../../scripts/manifestFor";
import { publication } from "../../scripts/publication";

const manifest = readFileSync("manifest.xml", "utf8");
const published = (choices: Parameters<typeof publication>[0] = {}) =>
  manifestFor(manifest, publication({ origin: "https://intranet.example.com/tieout", ...choices }));

test("every address moves, below a path too, and the Id with them", () => {
  const moved = published();

  expect(moved).not.toContain("localhost");
  expect(moved).toContain('DefaultValue="https://intranet.example.com/tieout/taskpane.html"');
  expect(moved).toContain("<Id>20058ac1-ee57-5456-b1db-32db641010bc</Id>");
});

test("without a prefix functions have bare names", () => {
  expect(published()).not.toContain("<Namespace");
  expect(published()).toContain("Type =LOANBALANCE(date)");
});

test("a namespace comes after the metadata, with its string, and formulas are shown as they are typed", () => {
  const prefixed = published({ namespace: "ACME" });

  expect(prefixed).toMatch(/<\/Metadata>\s*<Namespace resid="Functions.Namespace"\/>\s*<\/ExtensionPoint>/);
  expect(prefixed).toContain('<bt:String id="Functions.Namespace" DefaultValue="ACME"/>');
  expect(prefixed).toContain("Type =ACME.LOANBALANCE(date) or =ACME.DILUTEDEPS(...)");
});

test("a name stands wherever users read it, and breaks nothing", () => {
  const named = published({ name: 'Tieout & Co. "<EMEA>" $1' });
  const words = "Tieout &#38; Co. &#34;&#60;EMEA&#62;&#34; $1";

  expect(named).toContain(`<DisplayName DefaultValue="${words}"/>`);
  expect(named).toContain(`<bt:String id="Tab.Label" DefaultValue="${words}"/>`);
  expect(named).toContain(`DefaultValue="${words} is ready"`);
  expect(named).toContain('<CustomTab id="Tieout.Tab">');
});
