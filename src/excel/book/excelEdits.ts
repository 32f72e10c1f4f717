import { rangeOf } from "./excelLook";
import type { Area, CellContent, CellFormat, Chart, Edit, Rule } from "../../workbook/book/book";

/** Queues one edit; nothing is sent before the next sync. */
export function makeEdit(context: Excel.RequestContext, edit: Edit): void {
  const { worksheets, tables, names, settings, application } = context.workbook;
  switch (edit.do) {
    case "addSheet":
      return void worksheets.add(edit.sheet);
    case "deleteSheet":
      return worksheets.getItem(edit.sheet).delete();
    case "insertRows":
      return void wholeRows(context, edit).insert("Down").untrack();
    case "deleteRows":
      return wholeRows(context, edit).delete("Up");
    case "addTable":
      tables.add(rangeOf(context, edit.area), true).set({ name: edit.table, style: "TableStyleLight1" });
      return;
    case "addTableRows":
      return void tables.getItem(edit.table).rows.add(undefined, typed(edit.contents));
    case "deleteTableRows":
      return lastRows(tables.getItem(edit.table), edit.count).delete("Up");
    case "addTableColumn":
      return void tables.getItem(edit.table).columns.add(undefined, typed(edit.contents.map((cell) => [cell])));
    case "deleteTableColumn":
      return tables.getItem(edit.table).columns.getItem(edit.header).delete();
    case "addChart":
      return drawChart(context, edit.sheet, edit.chart);
    case "write":
      rangeOf(context, edit.area).formulas = typed(edit.contents);
      return;
    case "format":
      return formatRange(rangeOf(context, edit.area), edit.format);
    case "columnWidth":
      return setWidth(
        rangeOf(context, { ...edit, row: 0, rows: 1, columns: 1 })
          .getEntireColumn()
          .untrack(),
        edit.characters,
      );
    case "printPage":
      return setPrintPage(context, edit.area);
    case "name":
      names.getItemOrNullObject(edit.name).delete();
      return void names.add(edit.name, rangeOf(context, edit.area));
    case "deleteName":
      return names.getItemOrNullObject(edit.name).delete();
    case "setting":
      if (edit.value === null) return settings.getItemOrNullObject(edit.key).delete();
      return void settings.add(edit.key, edit.value);
    case "select":
      worksheets.getItem(edit.area.sheet).activate();
      return rangeOf(context, edit.area).select();
    case "recalculate":
      if (!edit.cells) return application.calculate("Full");
      // "Full" would calculate every open workbook, with the functions of every other add-in.
      for (const cells of edit.cells) rangeOf(context, cells).setDirty();
      return application.calculate("Recalculate");
  }
}

function wholeRows(
  context: Excel.RequestContext,
  { sheet, row, count }: { sheet: string; row: number; count: number },
) {
  return context.workbook.worksheets
    .getItem(sheet)
    .getRange(`${row + 1}:${row + count}`)
    .untrack();
}

function lastRows(table: Excel.Table, count: number): Excel.Range {
  const last = table.getDataBodyRange().getLastRow();
  return last.getOffsetRange(1 - count, 0).getBoundingRect(last);
}

function setWidth(column: Excel.Range, characters: number): void {
  if (characters === 0) column.columnHidden = true;
  // Excel counts here in points: a column of 8.43 characters is 48 of them.
  else column.format.columnWidth = characters * 5.25 + 3.75;
}

function setPrintPage(context: Excel.RequestContext, area: Area): void {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.9")) return;
  const { pageLayout } = context.workbook.worksheets.getItem(area.sheet);
  pageLayout.orientation = "Landscape";
  pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 1 };
  pageLayout.setPrintArea(rangeOf(context, area));
}

/** Excel makes a chart of one range; each series then has its own cells, labels and name. */
function drawChart(context: Excel.RequestContext, sheet: string, { title, kind, series, labels, over }: Chart): void {
  const [first, ...others] = series;
  if (!first) return;
  const chart = context.workbook.worksheets
    .getItem(sheet)
    .charts.add(CHART_TYPES[kind], rangeOf(context, first.figures), first.figures.rows > 1 ? "Columns" : "Rows");
  chart.title.text = title;
  chart.legend.visible = others.length > 0;
  chart.legend.position = "Bottom";
  for (const [index, { name, figures }] of series.entries()) {
    const made = index === 0 ? chart.series.getItemAt(0) : chart.series.add(name);
    if (index === 0) made.name = name;
    else made.setValues(rangeOf(context, figures));
    made.setXAxisValues(rangeOf(context, labels));
  }
  chart.setPosition(
    rangeOf(context, { ...over, rows: 1, columns: 1 }),
    rangeOf(context, {
      ...over,
      row: over.row + over.rows - 1,
      column: over.column + over.columns - 1,
      rows: 1,
      columns: 1,
    }),
  );
}

const CHART_TYPES = { line: "Line", columns: "ColumnClustered", stackedColumns: "ColumnStacked" } as const;

function formatRange(range: Excel.Range, wanted: CellFormat): void {
  const { format } = range;
  if (wanted.numberFormat !== undefined) range.set({ numberFormat: wanted.numberFormat as unknown as string[][] });
  if (wanted.bold !== undefined) format.font.bold = wanted.bold;
  if (wanted.italic !== undefined) format.font.italic = wanted.italic;
  if (wanted.size !== undefined) format.font.size = wanted.size;
  if (wanted.color !== undefined) format.font.color = wanted.color;
  if (wanted.fill === null) format.fill.clear();
  else if (wanted.fill !== undefined) format.fill.color = wanted.fill;
  if (wanted.align !== undefined) format.horizontalAlignment = ALIGNMENTS[wanted.align];
  if (wanted.indent !== undefined) format.indentLevel = wanted.indent;
  if (wanted.wrap !== undefined) format.wrapText = wanted.wrap;
  if (wanted.bottom !== undefined) format.borders.getItem("EdgeBottom").style = RULES[wanted.bottom];
}

const ALIGNMENTS = {
  general: "General",
  left: "Left",
  center: "Center",
  right: "Right",
  centerAcross: "CenterAcrossSelection",
} as const;
const RULES: Readonly<Record<Rule, "None" | "Continuous" | "Double">> = {
  none: "None",
  single: "Continuous",
  double: "Double",
};

/** Text that Excel would read as a number, a date or a truth value is kept text by the apostrophe one types for that. */
function typed(contents: readonly (readonly CellContent[])[]): CellContent[][] {
  return contents.map((row) =>
    row.map((cell) => (typeof cell === "string" && READ_AS_VALUE.test(cell) ? `'${cell}` : cell)),
  );
}

const READ_AS_VALUE = /^\s*[-+@$(]*[\d.,]|^[+@-]./;
