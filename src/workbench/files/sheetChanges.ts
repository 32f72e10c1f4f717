import { FileError } from "../../files/fileError";
import type { WriteCell, XlsxEdit } from "../../files/xlsxEdit";
import type { KeptPart, Rectangle, XlsxValue } from "../../files/xlsxFile";
import { a1, cellAt } from "../../workbook/book/address";
import { placeOf, type CellReading, type SheetReading, type TableReading } from "./bookReading";
import { asCountedByFile, type DateSystem } from "./dateSystem";
import { lookChange, unformattedAt } from "./looks";
import { charactersWide, pointsHigh } from "./sizes";

/** What is to be known of a file for changes of it. */
export interface FileFacts {
  readonly dateSystem: DateSystem;
  readonly kept: readonly KeptPart[];
}

/**
 * The edits that make a sheet of a file what a sheet of the grid is.
 *
 * @param old the sheet as it was when the file was opened or saved; a blank one for one that was added since
 */
export function sheetChanges(old: Omit<SheetReading, "id">, now: SheetReading, file: FileFacts): XlsxEdit[] {
  const sheet = now.name;
  return [
    ...without(old.merged, now.merged).map((area): XlsxEdit => ({ do: "unmerge", area: { sheet, ...area } })),
    ...cellChanges(old, now, file.dateSystem),
    ...sizes(old.widths, now.widths).map(([column, pixels]): XlsxEdit => ({
      do: "columnWidth",
      sheet,
      column,
      characters: charactersWide(pixels),
    })),
    ...sizes(old.heights, now.heights).map(([row, pixels]): XlsxEdit => ({
      do: "rowHeight",
      sheet,
      row,
      points: pointsHigh(pixels),
    })),
    ...without(now.merged, old.merged).map((area): XlsxEdit => ({ do: "merge", area: { sheet, ...area } })),
    ...tableChanges(old.tables, now),
    ...(isSame(old.frozen, now.frozen) ? [] : [{ do: "freeze", sheet, ...now.frozen } satisfies XlsxEdit]),
    ...(old.showsGridlines === now.showsGridlines
      ? []
      : [{ do: "gridlines", sheet, shown: now.showsGridlines } satisfies XlsxEdit]),
    ...(now.page && !isSame(old.page, now.page)
      ? [{ do: "printPage", area: { sheet, ...now.page } } satisfies XlsxEdit]
      : []),
  ];
}

/**
 * Cells that a formula no longer fills are given up before something is written there, and cells that it fills from now
 * on are blank before it does.
 */
function cellChanges(
  before: Pick<SheetReading, "cells" | "unformatted">,
  now: SheetReading,
  system: DateSystem,
): XlsxEdit[] {
  const steps: [shrinking: XlsxEdit[], plain: XlsxEdit[], growing: XlsxEdit[]] = [[], [], []];
  for (const key of keysOf(before.cells, now.cells)) {
    const [old, cell] = [cellIn(before, key), cellIn(now, key)];
    const edit = cellChange(old, cell, { sheet: now.name, ...placeOf(key) }, system);
    if (!edit) continue;
    const [held, holds] = [sizeOf(old), sizeOf(cell)];
    const shrinks = held.rows * held.columns > 1 && holds.rows <= held.rows && holds.columns <= held.columns;
    steps[shrinks ? 0 : cell.spilled ? 2 : 1].push(edit);
  }
  return steps.flat();
}

function cellIn({ cells, unformatted }: Pick<SheetReading, "cells" | "unformatted">, key: number): CellReading {
  const { row, column } = placeOf(key);
  return cells.get(key) ?? { value: null, look: unformattedAt(unformatted, row, column) };
}

/** Row by row, each from left to right. */
function keysOf(before: SheetReading["cells"], now: SheetReading["cells"]): number[] {
  return [...new Set([...before.keys(), ...now.keys()])].sort((one, other) => one - other);
}

function sizeOf({ spilled }: CellReading) {
  return { rows: spilled?.length ?? 1, columns: spilled?.[0]?.length ?? 1 };
}

type Place = Pick<WriteCell, "sheet" | "row" | "column">;

function cellChange(old: CellReading, cell: CellReading, place: Place, system: DateSystem): XlsxEdit | undefined {
  const format = lookChange(old.look, cell.look);
  const isAsBefore = !format && old.value === cell.value && old.formula === cell.formula;
  if (isAsBefore && !old.spilled && !cell.spilled) return undefined;
  const [stored, held] = [storedIn(cell, place, system), storedIn(old, undefined, system)];
  if (isSame(stored, held))
    return format && { do: "format", area: cellAt(place.sheet, place.row, place.column), format };
  const isRecalculated = cell.formula !== undefined && cell.formula === old.formula && format === undefined;
  return { do: "cell", ...place, ...stored, ...(format && { format }), ...(isRecalculated && { isRecalculated }) };
}

/** What a file with that date system stores of a cell. */
function storedIn({ value, formula, spilled, look }: CellReading, place: Place | undefined, system: DateSystem) {
  const stored = (one: XlsxValue): XlsxValue => {
    if (typeof one !== "number" || system === 1900) return one;
    const serial = asCountedByFile(one, look.numberFormat ?? "General", system);
    if (place && serial < 0 && serial !== one) throw tooEarly(place);
    return serial;
  };
  return {
    value: stored(value),
    ...(formula !== undefined && { formula }),
    ...(spilled && { spilled: spilled.map((line) => line.map(stored)) }),
  };
}

function tooEarly({ sheet, row, column }: Place): FileError {
  const cell = a1({ row, column, rows: 1, columns: 1 });
  return new FileError(
    `a workbook that counts days from 1904 must hold dates from January 1, 1904 on; ${sheet}!${cell} is earlier`,
  );
}

/** The lines whose size is another now. A line that has the usual size again keeps, in the file, the one that it had. */
function sizes(
  before: ReadonlyMap<number, number>,
  now: ReadonlyMap<number, number>,
): [line: number, pixels: number][] {
  return [...now].filter(([line, pixels]) => before.get(line) !== pixels);
}

function tableChanges(before: readonly TableReading[], { name: sheet, tables }: SheetReading): XlsxEdit[] {
  const gone = before.find(({ id }) => tables.every((table) => table.id !== id));
  if (gone) throw new FileError(`the file must keep its tables; ${gone.name} was deleted`);
  return tables.flatMap((table): XlsxEdit[] => {
    const { id, name, area } = table;
    const old = before.find((other) => other.id === id);
    if (!old) return [{ do: "addTable", table: name, area: { sheet, ...area } }];
    if (old.name !== name) throw new FileError(`a table of the file must keep its name; ${old.name} is now ${name}`);
    if (old.area.row !== area.row || old.area.column !== area.column)
      throw new FileError(`a table of the file must stay where it begins; ${name} was moved to ${a1(area)}`);
    return isSame(old.area, area) ? [] : [{ do: "resizeTable", table: name, area }];
  });
}

function without(areas: readonly Rectangle[], others: readonly Rectangle[]): Rectangle[] {
  const known = new Set(others.map(a1));
  return areas.filter((area) => !known.has(a1(area)));
}

/** Of plain values. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
