import { FileError } from "../fileError";

const ZIP = [0x50, 0x4b];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

/** Tells what a file is that is no zip archive, before it is read as one. */
export function requireArchive(bytes: Uint8Array): void {
  if (startsWith(bytes, ZIP)) return;
  if (bytes.length === 0) throw new FileError("the file is empty");
  if (startsWith(bytes, COMPOUND_FILE)) {
    // Both stand in the frame of the older files, in which a stream has its name in letters of two bytes.
    throw new FileError(
      contains(bytes, "EncryptedPackage")
        ? "the file is encrypted: open it in Excel with its password, and save it without"
        : "the file is an .xls, of Excel 97 to 2003: save it as .xlsx in Excel",
    );
  }
  throw new FileError(
    isText(bytes) ? "the file is text, such as CSV, and not an .xlsx or .xlsm" : "the file is not an .xlsx or .xlsm",
  );
}

/** Tells what an archive is that is no workbook. @param workbook the part that it begins with */
export function requireWorkbook(names: readonly string[], workbook: string | undefined): string {
  if (names.includes("mimetype") && names.includes("content.xml")) {
    throw new FileError("the file is an OpenDocument file: save it as .xlsx");
  }
  if (workbook !== undefined && /\.bin$/i.test(workbook)) {
    throw new FileError("the file is an .xlsb, in binary parts: save it as .xlsx in Excel");
  }
  if (workbook === undefined) throw new FileError("the file is a zip archive and not a workbook");
  return workbook;
}

function startsWith(bytes: Uint8Array, first: readonly number[]): boolean {
  return first.every((byte, at) => bytes[at] === byte);
}

function contains(bytes: Uint8Array, name: string): boolean {
  return new TextDecoder("latin1").decode(bytes).includes([...name].join("\0"));
}

function isText(bytes: Uint8Array): boolean {
  return !bytes.subarray(0, 1000).some((byte) => byte < 9 || (byte > 13 && byte < 32));
}
