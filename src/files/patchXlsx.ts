import { OwnFunctions } from "../workbook/formula/ownFunctions";
import { Parts } from "./archive/parts";
import { FileError } from "./fileError";
import { Draft } from "./patching/draft";
import { FilePatch } from "./patching/filePatch";
import type { XlsxEdit } from "./xlsxEdit";
import type { FunctionNames } from "./xlsxFile";

/**
 * The bytes of a file with edits made. Only the parts that an edit changes are written anew, and in them only what it
 * changes: all else stays byte for byte, whether or not it is understood here.
 *
 * @throws FileError in words, and nothing is changed, for a file that is none, for an edit that cannot be made, and for
 *   a file that is signed or protected against the edit
 */
export function patchXlsx(bytes: Uint8Array, edits: readonly XlsxEdit[], functions: FunctionNames): Uint8Array {
  const parts = new Parts(bytes);
  if (edits.length === 0) return bytes;
  if (parts.names.some((name) => /^_xmlsignatures\//i.test(name))) {
    throw new FileError(
      "the workbook is signed, and a change would break its signature: save an unsigned copy in Excel",
    );
  }
  const patch = new FilePatch(new Draft(parts), new OwnFunctions(functions.names), functions.namespace);
  edits.forEach((edit) => patch.add(edit));
  return patch.bytes;
}
