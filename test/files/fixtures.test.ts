import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { read, utils, type CellObject, type WorkBook } from "@e965/xlsx";
import { unzipSync } from "fflate";
import { readZip } from "../../src/files/archive/readZip";
import { typedFormula } from "../../src/files/formulas/typedFormula";
import { patchXlsx } from "../../src/files/patchXlsx";
import { readXlsx } from "../../src/files/readXlsx";
import type { XlsxCell, XlsxFile } from "../../src/files/xlsxFile";
import metadata from "../../src/functions/functions.json";
import { OwnFunctions } from "../../src/workbook/formula/ownFunctions";

const FOLDER = join(__dirname, "fixtures");
const FILES = readdirSync(FOLDER).filter((name) => /\.xls[xm]$/.test(name));
const NAMES = { names: metadata.functions.map(({ id }) => id), namespace: "" };
const own = new OwnFunctions(NAMES.names);
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(FOLDER, name)));

/** A cell that no fixture uses, with what is written there. */
const EDIT = { row: 40, column: 8, value: 'new <text> & "more"' };
const edited = (name: string) => {
  const bytes = bytesOf(name);
  const sheet = readXlsx(bytes, NAMES).sheets[0]?.name ?? "";
  return patchXlsx(bytes, [{ do: "cell", sheet, ...EDIT }], NAMES);
};

test("there are twelve or more, of eight writers", () => {
  expect(FILES.length).toBeGreaterThanOrEqual(12);
  const writers = ["excel", "exceljs", "hucre", "libreoffice", "openpyxl", "prefixed", "sheetjs", "streamed"];
  expect(writers.filter((writer) => !FILES.some((name) => name.startsWith(writer)))).toEqual([]);
});

describe.each(FILES)("%s", (name) => {
  test("a second reader finds the same values and formulas", () => {
    expectAgreement(readXlsx(bytesOf(name), NAMES), read(bytesOf(name), { sheetStubs: true }));
  });

  test("with one cell changed, every other part is the same byte for byte, packed and in its place", () => {
    const [before, after] = [readZip(bytesOf(name)), readZip(edited(name))];
    const sheet = readZip(bytesOf(name)).find((entry) => /worksheets\/[^/]*1\.xml$/.test(entry.name))?.name ?? "";
    const mayChange = new Set([sheet, "xl/workbook.xml"]);
    expect(after.map((entry) => entry.name)).toEqual(before.map((entry) => entry.name));
    const changed = before.filter(
      ({ record }, at) => Buffer.compare(record, after[at]?.record ?? new Uint8Array()) !== 0,
    );
    expect(changed.map((entry) => entry.name).filter((one) => !mayChange.has(one))).toEqual([]);
    expect(changed.map((entry) => entry.name)).toContain(sheet);
  });

  test("with one cell changed, it reads as before but for that cell", () => {
    const [before, after] = [readXlsx(bytesOf(name), NAMES), readXlsx(edited(name), NAMES)];
    const isElsewhere = ({ row, column }: XlsxCell) => row !== EDIT.row || column !== EDIT.column;
    const withoutEdit = (file: XlsxFile) => ({
      ...file,
      sheets: file.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.filter(isElsewhere) })),
    });
    expect(withoutEdit(after)).toEqual(withoutEdit(before));
    expect(after.sheets[0]?.cells.find((cell) => !isElsewhere(cell))?.value).toBe(EDIT.value);
    expectAgreement(after, read(edited(name), { sheetStubs: true }));
  });

  test("the text of the sheet is the same but for that cell", () => {
    const sheet = Object.keys(unzipSync(bytesOf(name))).find((one) => /worksheets\/[^/]*1\.xml$/.test(one)) ?? "";
    const [before, after] = [bytesOf(name), edited(name)].map((bytes) =>
      new TextDecoder().decode(unzipSync(bytes)[sheet]),
    );
    const isNew = /<(x:)?row r="41"><(x:)?c r="I41"[^>]*>.*?<\/(x:)?row>/;
    const positions = /(<(?:x:)?(?:row|c)\b[^>]*?) r="[A-Z]*\d+"| ref="[A-Z0-9:]+"(?=\/>)/g;
    const plain = (text = "") =>
      text
        .replace(isNew, "")
        .replace(positions, "$1")
        .replace(/<dimension[^>]*>/, "");
    expect(after).toMatch(isNew);
    expect(plain(after)).toBe(plain(before));
  });
});

const isInstalled = ["/usr/bin/libreoffice", "/usr/bin/soffice"].some((path) => existsSync(path));

(isInstalled ? test : test.skip)(
  "LibreOffice opens each of them, changed (needs Debian's libreoffice-calc)",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "tieout-files-"));
    try {
      FILES.forEach((name) => writeFileSync(join(folder, name), edited(name)));
      const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
      const paths = FILES.map((name) => join(folder, name));
      execFileSync("libreoffice", [profile, "--headless", "--convert-to", "csv", "--outdir", folder, ...paths], {
        stdio: "pipe",
      });
      const unopened = FILES.filter((name) => {
        const path = join(folder, name.replace(/\.xls[xm]$/, ".csv"));
        return !existsSync(path) || !readFileSync(path, "utf8").includes('new <text> & ""more""');
      });
      expect(unopened).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  300_000,
);

/**
 * Values and formulas of two readers, cell by cell. SheetJS differs by rule:
 * - it takes _xlfn. from names, from SINGLE and ANCHORARRAY too, which are then no operators;
 * - it repeats an array's formula in each cell that the array fills;
 * - it gives errors as numbers, with their code as the text shown;
 * - what has no stored value is a stub, by a type of its own.
 */
function expectAgreement(ours: XlsxFile, theirs: WorkBook): void {
  expect(ours.sheets.map(({ name }) => name)).toEqual(theirs.SheetNames);
  for (const { name, cells } of ours.sheets) {
    const sheet = theirs.Sheets[name] ?? {};
    const spills = cells.flatMap(({ spill }) => (spill ? [spill] : []));
    const isFilled = (row: number, column: number) =>
      spills.some(
        (one) =>
          (row !== one.row || column !== one.column) &&
          row >= one.row &&
          row < one.row + one.rows &&
          column >= one.column &&
          column < one.column + one.columns,
      );
    const known = cells.filter(({ value, formula }) => value !== null || formula !== undefined);
    const found = Object.entries(sheet).flatMap(([address, cell]: [string, CellObject]) => {
      const isStub = cell.t === "z";
      if (address.startsWith("!") || ((isStub || cell.v === undefined) && cell.f === undefined)) return [];
      const { r: row, c: column } = utils.decode_cell(address);
      const value = isStub ? undefined : cell.t === "e" ? cell.w : cell.v;
      const formula = cell.f === undefined || isFilled(row, column) ? undefined : typedFormula(marked(cell.f), own);
      return [{ row, column, value, formula }];
    });
    const inOrder = (a: { row: number; column: number }, b: { row: number; column: number }) =>
      a.row - b.row || a.column - b.column;
    const plain = known.map(({ row, column, value, formula }) => ({
      row,
      column,
      value: typeof value === "object" && value !== null ? value.error : (value ?? undefined),
      formula,
    }));
    expect({ name, cells: plain.sort(inOrder) }).toEqual({ name, cells: found.sort(inOrder) });
  }
}

function marked(formula: string): string {
  return formula.replace(/(?<![\w.])(?=(?:SINGLE|ANCHORARRAY)\()/gi, "_xlfn.");
}
