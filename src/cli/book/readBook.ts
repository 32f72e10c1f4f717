import { readFileSync } from "node:fs";
import { FileError } from "../../files/fileError";
import { readXlsx } from "../../files/readXlsx";
import type { XlsxFile } from "../../files/xlsxFile";
import { catalogue } from "../../functions/catalogue";

/** Our functions, by which the formulas of a file are read. */
export const NAMES: readonly string[] = catalogue.map(({ id }) => id);

export interface BookFile {
  readonly bytes: Uint8Array;
  readonly file: XlsxFile;
}

/** @throws FileError in words, with the name of the file */
export function readBook(path: string): BookFile {
  const bytes = bytesOf(path);
  try {
    return { bytes, file: readXlsx(bytes, { names: NAMES }) };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new FileError(`${path} cannot be read: ${error.message}`);
  }
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const words = code === "ENOENT" ? "there is no such file" : code === "EISDIR" ? "it is a folder" : message;
    throw new FileError(`${path} cannot be read: ${words}`);
  }
}
