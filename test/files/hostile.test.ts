import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { writeZip } from "../../src/files/archive/writeZip";
import { emptyXlsx } from "../../src/files/emptyXlsx";
import { FileError } from "../../src/files/fileError";
import { patchXlsx } from "../../src/files/patchXlsx";
import { readXlsx } from "../../src/files/readXlsx";
import { bookOf } from "./bookOf";

const NAMES = { names: ["LOANBALANCE"], namespace: "" };
const fixture = (name: string) => new Uint8Array(readFileSync(join(__dirname, "fixtures", name)));
const sheetOf = (cells: string) =>
  bookOf({ "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${cells}</sheetData></worksheet>` });
const text = (characters: string) => strToU8(characters);

/** An Office file within the frame of the older ones: encrypted, or an .xls. */
function compoundFile(stream: string): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(
    [...stream].flatMap((letter) => [letter.charCodeAt(0), 0]),
    1024,
  );
  return bytes;
}

/** An archive whose directory says of a part what is not true. */
function lying(change: (view: DataView, line: number) => void): Uint8Array {
  const bytes = emptyXlsx("Loan").slice();
  const view = new DataView(bytes.buffer);
  const end = bytes.length - 22;
  change(view, view.getUint32(end + 16, true));
  return bytes;
}

const ALIKE = new Uint8Array(60_000_000);

test.each<[string, () => Uint8Array, string]>([
  // What is no workbook.
  ["nothing", () => new Uint8Array(), "the file is empty"],
  ["text", () => text("Date,Amount\n1,2\n"), "the file is text, such as CSV, and not an .xlsx"],
  ["a page", () => text("<html><table></table></html>"), "the file is text, such as CSV, and not an .xlsx"],
  ["a picture", () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), "the file is not an .xlsx or .xlsm"],
  ["an .xls", () => compoundFile("Workbook"), "the file is an .xls, of Excel 97 to 2003: save it as .xlsx in Excel"],
  [
    "an encrypted .xlsx",
    () => compoundFile("EncryptedPackage"),
    "the file is encrypted: open it in Excel with its password, and save it without",
  ],
  [
    "an .ods",
    () => zipSync({ mimetype: text("application/vnd.oasis.opendocument.spreadsheet"), "content.xml": text("<x/>") }),
    "the file is an OpenDocument file: save it as .xlsx",
  ],
  [
    "a document",
    () => zipSync({ "[Content_Types].xml": text("<Types/>"), "word/document.xml": text("<x/>") }),
    "the file is a zip archive and not a workbook",
  ],
  [
    "an .xlsb",
    () =>
      bookOf({
        "_rels/.rels":
          '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        "xl/workbook.bin": "\0",
      }),
    "the file is an .xlsb, in binary parts: save it as .xlsx in Excel",
  ],
  ["any zip", () => zipSync({ "a.txt": text("a") }), "the file is a zip archive and not a workbook"],
  // Damaged archives.
  ["a cut archive", () => fixture("excel.xlsx").slice(0, 8000), "the file is damaged or was cut short"],
  ["an archive with its end alone", () => fixture("excel.xlsx").slice(-200), "the file is not an .xlsx or .xlsm"],
  [
    "a part with other bytes",
    () => {
      const bytes = fixture("sheetjs-inline.xlsx");
      bytes[200]! ^= 0xff;
      return bytes;
    },
    "does not unpack to what was packed",
  ],
  [
    "more parts than there are",
    () => lying((view) => view.setUint16(view.byteLength - 12, 60_000, true)),
    "the file must have 20000 parts or fewer; it has 60000",
  ],
  [
    "a directory elsewhere",
    () => lying((view) => view.setUint32(view.byteLength - 6, 0xfffffff0, true)),
    "the file is damaged or was cut short",
  ],
  ["an encrypted part", () => lying((view, line) => view.setUint16(line + 8, 1, true)), "is encrypted"],
  [
    "an unknown way of packing",
    () => lying((view, line) => view.setUint16(line + 10, 99, true)),
    "is packed in an unknown way",
  ],
  [
    "parts that share their bytes",
    () => lying((view, line) => view.setUint32(line + 42, view.getUint32(line + 46 + 19 + 42, true), true)),
    "the file is damaged",
  ],
  [
    "a part said to be huge",
    () => lying((view, line) => view.setUint32(line + 24, 0xf0000000, true)),
    "must unpack to 500 MB or less",
  ],
  [
    "a part that is larger than it says",
    () => lying((view, line) => view.setUint32(line + 65 + 24, 10, true)),
    "does not unpack to what was packed",
  ],
  ["a bomb", () => bookOf({ "xl/worksheets/sheet1.xml": ALIKE }), "must unpack to 200 times its size or less"],
  [
    "a bomb that hides its size",
    () => {
      const bytes = writeZip([{ name: "_rels/.rels", bytes: ALIKE }]);
      new DataView(bytes.buffer).setUint32(bytes.length - 22 - 46 - 11 + 24, 1000, true);
      return bytes;
    },
    "does not unpack to what was packed",
  ],
  [
    "a part twice",
    () =>
      writeZip([
        { name: "a.xml", bytes: text("a") },
        { name: "A.XML", bytes: text("b") },
      ]),
    "the file has the part A.XML twice",
  ],
  // Parts that are none.
  [
    "no sheet behind its name",
    () => bookOf({ "xl/_rels/workbook.xml.rels": "<Relationships/>" }),
    'the file names the sheet "Loan", which it does not have',
  ],
  [
    "a sheet outside the archive",
    () =>
      bookOf({
        "xl/_rels/workbook.xml.rels":
          '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="../../../../etc/passwd"/></Relationships>',
      }),
    "the file names the part etc/passwd, which it does not have",
  ],
  ["a broken relationship of itself", () => bookOf({ "_rels/.rels": "<Relationships" }), "is not well-formed XML"],
  [
    "a document type",
    () =>
      bookOf({ "xl/workbook.xml": '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><workbook>&b;</workbook>' }),
    "has a document type (DTD)",
  ],
  [
    "a foreign entity",
    () => sheetOf('<row r="1"><c r="A1" t="str"><v>&xxe;</v></c></row>'),
    "is not well-formed XML: undefined entity",
  ],
  [
    "deep elements",
    () => bookOf({ "xl/workbook.xml": "<a>".repeat(5000) }),
    "must have 200 elements within each other or fewer",
  ],
  [
    "an element that does not end",
    () => bookOf({ "xl/worksheets/sheet1.xml": "<worksheet><sheetData><row>" }),
    "is not well-formed XML: unclosed tag",
  ],
  [
    "bytes that are no text",
    () => bookOf({ "xl/workbook.xml": new Uint8Array([0x3c, 0x61, 0xff, 0xfe, 0x3e]) }),
    "is not text in UTF-8",
  ],
  [
    "an unknown encoding",
    () => bookOf({ "xl/workbook.xml": '<?xml version="1.0" encoding="klingon"?><workbook/>' }),
    "is not text in KLINGON",
  ],
  // Cells that are none.
  [
    "a cell beyond the last",
    () => sheetOf('<row r="1"><c r="XFE1"><v>1</v></c></row>'),
    'must name cells from A1 to XFD1048576; it names "XFE1"',
  ],
  ["row 0", () => sheetOf('<row r="0"><c r="A0"><v>1</v></c></row>'), "must name cells from A1"],
  ["a row beyond the last", () => sheetOf('<row r="1048577"/>'), "must name cells from A1"],
  [
    "a number that is none",
    () => sheetOf('<row r="1"><c r="A1"><v>1,5</v></c></row>'),
    'must have a number in row 1, column 1; it has "1,5"',
  ],
  [
    "a text that is not there",
    () => sheetOf('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'),
    "names the text 7, which the file does not have",
  ],
  [
    "a text by a wrong number",
    () => sheetOf('<row r="1"><c r="A1" t="s"><v>__proto__</v></c></row>'),
    "names the text __proto__, which the file does not have",
  ],
  [
    "a formula shared by nobody",
    () => sheetOf('<row r="1"><c r="A1"><f t="shared" si="0"/><v>1</v></c></row>'),
    "must be one that stands in a cell before it",
  ],
  [
    "formulas that share in a circle",
    () =>
      sheetOf('<row r="1"><c r="A1"><f t="shared" ref="A1:B1" si="0"/></c><c r="B1"><f t="shared" si="0"/></c></row>'),
    "must be one that stands in a cell before it",
  ],
])("%s is refused in words, at once", (_name, make, words) => {
  const bytes = make();
  const start = performance.now();
  const refusal = thrownBy(() => readXlsx(bytes, NAMES));
  expect(refusal).toBeInstanceOf(FileError);
  expect((refusal as Error).message).toContain(words);
  // Of the processor's time a second is ten times what is needed; a busy machine takes longer by the clock.
  expect(performance.now() - start).toBeLessThan(10_000);
});

test("names of an object's own ways are names like others", () => {
  const { sheets, names } = readXlsx(
    bookOf({
      "xl/workbook.xml":
        '<workbook xmlns:r="r"><sheets><sheet name="__proto__" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="constructor">1</definedName></definedNames></workbook>',
    }),
    NAMES,
  );
  expect([sheets[0]?.name, names[0]?.name]).toEqual(["__proto__", "constructor"]);
  expect(({} as Record<string, unknown>).cells).toBeUndefined();
});

test("a file that is none is not patched either", () => {
  const edits = [{ do: "addSheet", sheet: "More" }] as const;
  expect(() => patchXlsx(text("a,b"), edits, NAMES)).toThrow("the file is text");
  expect(() => patchXlsx(fixture("excel.xlsx").slice(0, 8000), edits, NAMES)).toThrow("was cut short");
});

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}
