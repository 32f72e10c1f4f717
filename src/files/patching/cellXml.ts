import { quoted } from "../../core/errors";
import { columnName } from "../../workbook/book/address";
import { LIMITS } from "../archive/limits";
import { FileError } from "../fileError";
import type { Rectangle, XlsxValue } from "../xlsxFile";
import { escaped } from "./partText";

/** What a cell is to hold, as it is stored. */
export interface CellContent {
  readonly value: XlsxValue;
  /** As a file stores it. */
  readonly formula?: string | undefined;
  /** What a dynamic array fills: A4:C9, with the number of its mark. */
  readonly spill?: { readonly reference: string; readonly mark: string } | undefined;
}

/** A cell's element. A blank one that looks as any other is none. */
export function cellXml(prefix: string, name: string, style: number, content: CellContent): string {
  const { value, formula, spill } = content;
  if (value === null && formula === undefined && style === 0) return "";
  const { type, inner } = storedValue(prefix, name, value, formula !== undefined);
  const attributes = `r="${name}"${style > 0 ? ` s="${style}"` : ""}${type && ` t="${type}"`}${spill ? ` cm="${spill.mark}"` : ""}`;
  const array = spill ? ` t="array" ref="${spill.reference}"` : "";
  const stored = formula === undefined ? "" : `<${prefix}f${array}>${escapedText(formula)}</${prefix}f>`;
  return stored + inner === ""
    ? `<${prefix}c ${attributes}/>`
    : `<${prefix}c ${attributes}>${stored}${inner}</${prefix}c>`;
}

export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** A4:C9, or A4 for one cell. */
export function referenceTo({ row, column, rows, columns }: Rectangle): string {
  const first = cellName(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${cellName(row + rows - 1, column + columns - 1)}`;
}

/** Text stands in its cell: the list of shared texts stays as it is. That of a formula is a plain value. */
function storedValue(
  prefix: string,
  name: string,
  value: XlsxValue,
  isResult: boolean,
): { type: string; inner: string } {
  const plain = (type: string, text: string) => ({ type, inner: `<${prefix}v>${text}</${prefix}v>` });
  if (value === null) return { type: "", inner: "" };
  if (typeof value === "number") return plain("", storedNumber(name, value));
  if (typeof value === "boolean") return plain("b", value ? "1" : "0");
  if (typeof value === "object") return plain("e", storedError(name, value.error));
  if (value.length > LIMITS.text) {
    throw new FileError(`${name} must hold a text of ${LIMITS.text} characters or fewer; received ${value.length}`);
  }
  const text = escapedText(value);
  if (isResult) return plain("str", text);
  const inner = `<${prefix}is><${prefix}t xml:space="preserve">${text}</${prefix}t></${prefix}is>`;
  return { type: "inlineStr", inner };
}

function storedNumber(name: string, value: number): string {
  if (!Number.isFinite(value)) throw new FileError(`${name} must hold a number that ends; received ${value}`);
  return String(value === 0 ? 0 : value);
}

const ERRORS = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"];
/** Errors of newer Excels, which are stored as this one with their kind elsewhere; Excel calculates them again. */
const NEWER_ERRORS = [
  "#SPILL!",
  "#CALC!",
  "#FIELD!",
  "#BLOCKED!",
  "#UNKNOWN!",
  "#CONNECT!",
  "#BUSY!",
  "#EXTERNAL!",
  "#PYTHON!",
];

function storedError(name: string, error: string): string {
  if (ERRORS.includes(error)) return error;
  if (NEWER_ERRORS.includes(error)) return "#VALUE!";
  throw new FileError(`${name} must hold an error that Excel knows; received ${quoted(error)}`);
}

/** Characters that XML does not allow are written as Excel writes them, and so are letters that look like that. */
export function escapedText(text: string): string {
  return text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")
    .replace(UNWRITABLE, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`)
    .replace(/[&<>]/g, (character) => escaped(character));
}

const UNWRITABLE =
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
