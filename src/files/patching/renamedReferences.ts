import { tokenTypes } from "@borgar/fx/xlsx";
import { quoted } from "../../workbook/book/address";
import { piecesOf } from "../../workbook/formula/tokens";
import { tagStart, walkXml, type Attributes } from "../archive/xml";
import { escapedText } from "./cellXml";
import { escaped, withAttributes } from "./partText";

const { CONTEXT, CONTEXT_QUOTE } = tokenTypes;

/** Elements that hold a formula, whatever their prefix: of cells, names, formats, validations, charts and tables. */
const FORMULAS = /^(?:\w+:)?(?:f|formula|formula1|formula2|definedName|calculatedColumnFormula|totalsRowFormula)$/;

/** The text of a part in which formulas, links and pivot tables name a sheet by its new name. */
export function renamedReferences(text: string, part: string, from: string, to: string): string {
  if (!text.toLowerCase().includes(escaped(from.replaceAll("'", "''")).toLowerCase())) return text;
  const pieces: string[] = [];
  let at = 0;
  let formula: { start: number; text: string } | undefined;
  const put = (start: number, end: number, piece: string) => {
    pieces.push(text.slice(at, start), piece);
    at = end;
  };
  walkXml(text, part, {
    opened(name, attributes, tagEnd) {
      const renamed = renamedAttributes(name, attributes, from, to);
      const start = tagStart(text, tagEnd);
      if (renamed) put(start, tagEnd, withAttributes(text.slice(start, tagEnd), renamed));
      if (FORMULAS.test(name)) formula = { start: tagEnd, text: "" };
    },
    text(piece) {
      if (formula) formula.text += piece;
    },
    closed(name, end) {
      if (!formula || !FORMULAS.test(name)) return;
      const renamed = renamedFormula(formula.text, from, to);
      if (renamed !== formula.text) put(formula.start, text.lastIndexOf("</", end - 1), escapedText(renamed));
      formula = undefined;
    },
  });
  return pieces.join("") + text.slice(at);
}

/** @param formula without "=" */
export function renamedFormula(formula: string, from: string, to: string): string {
  const tokens = piecesOf(`=${formula}`);
  return tokens
    .map(({ type, value }) => (type === CONTEXT || type === CONTEXT_QUOTE ? renamedPlace(value, from, to) : value))
    .join("")
    .slice(1);
}

/** Loan, 'Loan sheet', or Loan:EPS for all sheets from one to another. A sheet of another book has its book before it. */
function renamedPlace(place: string, from: string, to: string): string {
  const names = place
    .replace(/^'(.*)'$/s, "$1")
    .replaceAll("''", "'")
    .split(":");
  if (!names.some((name) => isSame(name, from))) return place;
  const renamed = names.map((name) => (isSame(name, from) ? to : name));
  return renamed.every((name) => quoted(name) === name)
    ? renamed.join(":")
    : `'${renamed.join(":").replaceAll("'", "''")}'`;
}

function renamedAttributes(name: string, attributes: Attributes, from: string, to: string) {
  const local = name.slice(name.indexOf(":") + 1);
  if (local === "worksheetSource" && isSame(attributes.sheet ?? "", from)) return { sheet: to };
  if (local !== "hyperlink" || attributes.location === undefined) return undefined;
  const location = renamedFormula(attributes.location, from, to);
  return location === attributes.location ? undefined : { location };
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
