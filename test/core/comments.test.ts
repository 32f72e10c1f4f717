import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** The comments of the core are its specification: every file says what it is, and everything that it exports what it does. */
const core = join(__dirname, "../../src/core");
const sources = readdirSync(core, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => ts.createSourceFile(file, readFileSync(join(core, file), "utf8"), ts.ScriptTarget.Latest, true));

const isExported = (node: ts.Statement) =>
  ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

function nameOf(node: ts.Statement): string {
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.map(({ name }) => name.getText()).join(", ");
  return (node as ts.DeclarationStatement).name?.getText() ?? node.getText().slice(0, 40);
}

test("every file begins with what it is", () => {
  expect(sources.filter(({ text }) => !text.startsWith("/**")).map(({ fileName }) => fileName)).toEqual([]);
});

test("everything that is exported says what it is", () => {
  const silent = sources.flatMap(({ fileName, statements }) =>
    statements
      .filter((node) => isExported(node) && ts.getJSDocCommentsAndTags(node).length === 0)
      .map((node) => `${fileName}: ${nameOf(node)}`),
  );
  expect(silent).toEqual([]);
});
