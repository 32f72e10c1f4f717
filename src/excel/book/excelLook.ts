import { grownArea } from "../../workbook/book/tableGrowth";
import { DATE_FORMAT } from "../../functions/cells/answer";
import type {
  Area,
  CellContent,
  CellFormat,
  CellsSight,
  Grid,
  Look,
  SheetSight,
  Sight,
} from "../../workbook/book/book";

const GRID = ["formulas", "values", "rowIndex", "columnIndex"] as const;

const FORMATS: Excel.CellPropertiesLoadOptions = {
  format: {
    fill: { color: true },
    font: { bold: true, italic: true, color: true },
    borders: { style: true },
    horizontalAlignment: true,
    indentLevel: true,
    wrapText: true,
  },
};

/** Queues everything that a look wants; after one sync, {@link sightOf} reads it. */
export function askFor(context: Excel.RequestContext, look: Look) {
  const { worksheets, tables, names, settings } = context.workbook;
  return {
    all: worksheets.load("items/name,items/protection/protected"),
    sheets: (look.sheets ?? []).map((name) =>
      askForSheet(worksheets.getItemOrNullObject(name), name, look.formats ?? false),
    ),
    tables: (look.tables ?? []).map((name) => {
      const table = tables.getItemOrNullObject(name);
      return {
        name,
        table: table.load("name,showTotals"),
        sheet: table.worksheet.load("name"),
        range: grid(table.getRange()),
        used: look.around?.includes(name) ? askForValues(table.worksheet.getUsedRangeOrNullObject(true)) : undefined,
      };
    }),
    names: (look.names ?? []).map((name) => {
      const range = names.getItemOrNullObject(name).getRangeOrNullObject();
      return { name, range: grid(range), sheet: range.worksheet.load("name") };
    }),
    settings: (look.settings ?? []).map((key) => ({ key, setting: settings.getItemOrNullObject(key).load("value") })),
    areas: (look.areas ?? []).map((area) => askForCells(rangeOf(context, area), look)),
    selection: look.selection ? askForSelection(context.workbook.getSelectedRange(), look) : undefined,
  };
}

function askForSheet(sheet: Excel.Worksheet, name: string, formats: boolean) {
  const used = sheet.getUsedRangeOrNullObject();
  if (!formats) return { name, used: grid(used) };
  return { name, used: grid(used).load("numberFormat"), properties: used.getCellProperties(FORMATS) };
}

function askForCells(range: Excel.Range, { closely }: Look) {
  return { range: grid(range), first: closely ? askForFirst(range.getCell(0, 0).untrack()) : undefined };
}

const PLACE = "rowIndex,columnIndex,rowCount,columnCount";

function askForFirst(cell: Excel.Range) {
  return {
    cell: cell.load("numberFormat,text,values"),
    sheet: cell.worksheet.load("name"),
    ...(Office.context.requirements.isSetSupported("ExcelApi", "1.12") ? askForOwners(cell) : {}),
  };
}

/** A cell of a spill knows the cell of its formula, and that one knows the spill. */
function askForOwners(cell: Excel.Range) {
  const spills = [cell, cell.getSpillParentOrNullObject().untrack()].map((from) =>
    from.getSpillingToRangeOrNullObject(),
  );
  return {
    tables: cell.getTables(false).load("items/name"),
    spills: spills.map((spill) => spill.load(PLACE).untrack()),
  };
}

/** A whole column may be selected: only its cells in use are read. */
function askForSelection(selected: Excel.Range, { closely }: Look) {
  return {
    first: closely ? askForFirst(selected.getCell(0, 0).untrack()) : undefined,
    selected: selected.load(PLACE).untrack(),
    sheet: selected.worksheet.load("name"),
    used: grid(selected.getUsedRangeOrNullObject()),
  };
}

function askForValues(range: Excel.Range): Excel.Range {
  return range.load("values,rowIndex,columnIndex").untrack();
}

function filledIn({ values, rowIndex, columnIndex, isNullObject }: Excel.Range) {
  return (row: number, column: number) =>
    !isNullObject && (values[row - rowIndex]?.[column - columnIndex] ?? "") !== "";
}

function grid(range: Excel.Range): Excel.Range {
  return range.load(GRID.join(",")).untrack();
}

/** Untracked: it serves one request, so that none of its own is needed to let go of it. */
export function rangeOf(context: Excel.RequestContext, { sheet, row, column, rows, columns }: Area): Excel.Range {
  return context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, rows, columns).untrack();
}

export function sightOf(asked: ReturnType<typeof askFor>): Sight {
  const present = asked.tables.filter(({ table }) => !table.isNullObject);
  const names = asked.all.items.map(({ name }) => name);
  return {
    sheetNames: names,
    protectedSheets: asked.all.items.filter(({ protection }) => protection.protected).map(({ name }) => name),
    sheets: Object.fromEntries(
      asked.sheets
        .filter(({ name }) => names.includes(name))
        .map(({ name, used, properties }) => [name, sheetOf(used, properties?.value)]),
    ),
    tables: Object.fromEntries(
      present.map(({ name, table, sheet, range, used }) => {
        const area = areaOf(range, sheet.name);
        return [
          name,
          {
            name,
            area,
            hasTotals: table.showTotals,
            ...(used ? { around: grownArea(area, filledIn(used)) } : {}),
            ...contentsOf(range),
          },
        ];
      }),
    ),
    names: Object.fromEntries(
      asked.names.flatMap(({ name, range, sheet }) =>
        range.isNullObject ? [] : [[name, { ...areaOf(range, sheet.name), ...contentsOf(range) }]],
      ),
    ),
    settings: Object.fromEntries(
      asked.settings.flatMap(({ key, setting }) => (setting.isNullObject ? [] : [[key, setting.value]])),
    ),
    areas: asked.areas.map(({ range, first }) => ({ ...contentsOf(range), ...(first ? closeSightOf(first) : {}) })),
    ...(asked.selection ? { selection: selectionOf(asked.selection) } : {}),
  };
}

function selectionOf({ selected, sheet, used, first }: ReturnType<typeof askForSelection>): Area & CellsSight {
  const closely = first ? closeSightOf(first) : {};
  if (!used.isNullObject) return { ...areaOf(used, sheet.name), ...contentsOf(used), ...closely };
  const area = { sheet: sheet.name, row: selected.rowIndex, column: selected.columnIndex, rows: 1, columns: 1 };
  return { ...area, contents: [[""]], values: [[""]], ...closely };
}

function closeSightOf({ cell, sheet, tables, spills }: ReturnType<typeof askForFirst>): Omit<CellsSight, keyof Grid> {
  const spill = spills?.find(({ isNullObject }) => !isNullObject);
  const [table] = tables?.items ?? [];
  return {
    numberFormat: numberFormatOf(cell),
    text: String(cell.text[0]?.[0]),
    ...(spill ? { spill: placeOf(spill, sheet.name) } : {}),
    ...(table ? { table: table.name } : {}),
  };
}

/** A date that a function answers brings its format into a cell without one of its own: its month is a word then. */
function numberFormatOf({ numberFormat, values, text }: Excel.Range): string {
  const own = String(numberFormat[0]?.[0] ?? GENERAL);
  const isDate = typeof values[0]?.[0] === "number" && /\p{L}{3}/u.test(String(text[0]?.[0]));
  return own === GENERAL && isDate ? DATE_FORMAT : own;
}

const GENERAL = "General";

function placeOf({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range, sheet: string): Area {
  return { sheet, row: rowIndex, column: columnIndex, rows: rowCount, columns: columnCount };
}

function areaOf(range: Excel.Range, sheet: string): Area {
  const { rowIndex, columnIndex, formulas } = range;
  return { sheet, row: rowIndex, column: columnIndex, rows: formulas.length, columns: formulas[0]?.length ?? 0 };
}

function contentsOf({ formulas, values }: Excel.Range): Grid {
  return { contents: formulas as CellContent[][], values: values as CellContent[][] };
}

/** The used range may begin below or right of A1; a sight begins at A1. */
function sheetOf(used: Excel.Range, properties: Excel.CellProperties[][] | undefined): SheetSight {
  if (used.isNullObject) return { contents: [], values: [], formats: [] };
  const fromA1 = <T>(cells: readonly (readonly T[])[], blank: T): T[][] => [
    ...Array.from({ length: used.rowIndex }, () => Array<T>(used.columnIndex + (cells[0]?.length ?? 0)).fill(blank)),
    ...cells.map((row) => [...Array<T>(used.columnIndex).fill(blank), ...row]),
  ];
  const { contents, values } = contentsOf(used);
  return {
    contents: fromA1(contents, ""),
    values: fromA1(values, ""),
    formats: properties
      ? fromA1(
          properties.map((row, y) => row.map((cell, x) => formatOf(cell, used.numberFormat[y]?.[x]))),
          {},
        )
      : [],
  };
}

function formatOf({ format = {} }: Excel.CellProperties, numberFormat: string): CellFormat {
  const { fill, font, borders, horizontalAlignment, indentLevel, wrapText } = format;
  return {
    numberFormat,
    bold: font?.bold ?? false,
    italic: font?.italic ?? false,
    color: font?.color ?? "#000000",
    fill: !fill?.color || fill.color === "#FFFFFF" ? null : fill.color,
    align: ALIGNMENTS[String(horizontalAlignment)] ?? "general",
    indent: indentLevel ?? 0,
    wrap: wrapText ?? false,
    bottom: RULES[String(borders?.bottom?.style)] ?? "none",
  };
}

const ALIGNMENTS: Readonly<Record<string, CellFormat["align"]>> = {
  Left: "left",
  Center: "center",
  Right: "right",
  CenterAcrossSelection: "centerAcross",
};
const RULES: Readonly<Record<string, CellFormat["bottom"]>> = { Continuous: "single", Double: "double" };
