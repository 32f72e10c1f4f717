import { parseA1Ref, parseStructRef, type RangeA1, type ReferenceStructXlsx } from "@borgar/fx/xlsx";
import type { Area, CellsSight, OpenBook, Sight } from "../book/book";
import { everyPartOf, type Expression, type Reference } from "./readFormula";
import { partOf, type Place } from "./structuredReference";
import { asValues, Cells } from "./values";

/** The cells of a reference, of A1# for what A1 spills; undefined where there are none to be read. */
export type CellsOf = (reference: string) => Cells | undefined;

/** What a reference of a formula means, as far as it tells by itself. */
type Meaning =
  | { readonly kind: "area"; readonly area: Area }
  /** Whole columns or rows: as much of them as the sheet uses. */
  | { readonly kind: "lines"; readonly sheet: string; readonly range: RangeA1 }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "table"; readonly table: string; readonly part: ReferenceStructXlsx };

/**
 * Reads the cells of every reference of a formula, in one round trip, or two where one asks for what a cell spills.
 * What cannot be read (another workbook, several sheets at once, a name of a value) has none.
 */
export async function referencesOf(
  book: OpenBook,
  tree: Expression,
  place: Place,
  sheetNames: readonly string[],
): Promise<CellsOf> {
  const meanings = new Map(
    everyPartOf(tree)
      .filter((part): part is Reference => part.type === "ReferenceIdentifier")
      .map((reference) => [reference.value, meaningOf(reference, place, sheetNames)]),
  );
  const all = [...meanings.values()];
  const areas = all.flatMap((meaning) => (meaning?.kind === "area" ? [meaning.area] : []));
  const words = all.flatMap((meaning) => (meaning?.kind === "name" ? [meaning.name] : []));
  const sight = await book.look({
    areas,
    closely: true,
    names: words,
    tables: [...words, ...all.flatMap((meaning) => (meaning?.kind === "table" ? [meaning.table] : []))],
    sheets: all.flatMap((meaning) => (meaning?.kind === "lines" ? [meaning.sheet] : [])),
  });
  const seenAt = new Map(areas.map((area, index) => [area, sight.areas[index]]));
  const spills = await spillsIn(book, tree, (text) => {
    const meaning = meanings.get(text);
    return meaning?.kind === "area" ? seenAt.get(meaning.area)?.spill : undefined;
  });
  return (reference) => {
    const spilled = spills.get(reference);
    if (spilled) return spilled;
    const meaning = meanings.get(reference);
    return meaning?.kind === "area"
      ? cellsAt(meaning.area, seenAt.get(meaning.area))
      : meaning && cellsOf(meaning, sight, place);
  };
}

export function meaningOf(
  { kind, value }: Pick<Reference, "kind" | "value">,
  place: Place,
  sheetNames: readonly string[],
): Meaning | undefined {
  if (kind === "table") {
    const part = parseStructRef(value);
    const table = part?.table || place.table;
    return part && table && !part.workbookName ? { kind, table, part } : undefined;
  }
  const known = parseA1Ref(value);
  if (!known || known.workbookName) return undefined;
  if ("range" in known) return areaOrLines(known.sheetName ?? "", known.range, place, sheetNames);
  return known.name && !known.sheetName ? { kind: "name", name: known.name } : undefined;
}

function areaOrLines(
  sheetName: string,
  range: RangeA1,
  place: Place,
  sheetNames: readonly string[],
): Meaning | undefined {
  const sheet = sheetNames.find((name) => name.toLowerCase() === (sheetName || place.sheet).toLowerCase());
  if (sheet === undefined || range.trim) return undefined;
  const { top: row, left: column, bottom, right } = inOrder(range);
  if (row === null || column === null || bottom === null || right === null) return { kind: "lines", sheet, range };
  return { kind: "area", area: { sheet, row, column, rows: bottom - row + 1, columns: right - column + 1 } };
}

/** The first sheet that a formula names and that there is not. */
export function unknownSheetIn(tree: Expression, sheetNames: readonly string[]): string | undefined {
  const known = new Set(sheetNames.map((name) => name.toLowerCase()));
  return everyPartOf(tree)
    .map((part) => (part.type === "ReferenceIdentifier" ? parseA1Ref(part.value) : undefined))
    .map((reference) => (reference?.workbookName ? undefined : reference?.sheetName))
    .find((name) => name !== undefined && name !== "" && !known.has(name.toLowerCase()));
}

/** B9:A1 means A1:B9. */
export function inOrder({ top, left, bottom, right }: RangeA1) {
  const ordered = (a: number | null | undefined, b: number | null | undefined) =>
    typeof a === "number" && typeof b === "number"
      ? ([Math.min(a, b), Math.max(a, b)] as const)
      : ([null, null] as const);
  const [[first, last], [start, end]] = [ordered(top, bottom), ordered(left, right)];
  return { top: first, bottom: last, left: start, right: end };
}

/** A1#: what the formula in A1 fills. */
async function spillsIn(
  book: OpenBook,
  tree: Expression,
  spillAt: (reference: string) => Area | undefined,
): Promise<ReadonlyMap<string, Cells>> {
  const asked = everyPartOf(tree).flatMap((part): [string, Area][] => {
    if (part.type !== "UnaryExpression" || part.operator !== "#") return [];
    const [of] = part.arguments;
    const spill = of?.type === "ReferenceIdentifier" ? spillAt(of.value) : undefined;
    return of?.type === "ReferenceIdentifier" && spill ? [[`${of.value}#`, spill]] : [];
  });
  if (asked.length === 0) return new Map();
  const { areas } = await book.look({ areas: asked.map(([, area]) => area) });
  return new Map(
    asked.flatMap(([text, area], index) => {
      const cells = cellsAt(area, areas[index]);
      return cells ? [[text, cells] as const] : [];
    }),
  );
}

function cellsAt(area: Area, seen: CellsSight | undefined): Cells | undefined {
  const isOne = area.rows === 1 && area.columns === 1;
  return seen && new Cells(asValues(seen, isOne ? seen.numberFormat : undefined), area);
}

function cellsOf(meaning: Exclude<Meaning, { kind: "area" }>, sight: Sight, place: Place): Cells | undefined {
  if (meaning.kind === "lines") return linesOf(meaning, sight);
  if (meaning.kind === "table") {
    const table = sight.tables[meaning.table];
    return table && partOf(table, meaning.part, place);
  }
  const named = sight.names[meaning.name];
  if (named) return new Cells(asValues(named), named);
  const table = sight.tables[meaning.name];
  return table && partOf(table, undefined, place);
}

function linesOf({ sheet, range }: Extract<Meaning, { kind: "lines" }>, { sheets }: Sight): Cells | undefined {
  const used = sheets[sheet];
  if (!used) return undefined;
  const { top, bottom, left, right } = inOrder(range);
  const [row, column] = [top ?? 0, left ?? 0];
  const rows = asValues(used)
    .slice(row, (bottom ?? Infinity) + 1)
    .map((line) => line.slice(column, (right ?? Infinity) + 1));
  const isEmpty = rows.length === 0 || rows[0]?.length === 0;
  return new Cells(isEmpty ? [[null]] : rows, {
    sheet,
    row,
    column,
    rows: Math.max(1, rows.length),
    columns: Math.max(1, rows[0]?.length ?? 0),
  });
}
