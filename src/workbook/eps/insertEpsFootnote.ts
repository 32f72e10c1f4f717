import { antidilutiveSecurities } from "../../core/eps/disclosure/antidilutive";
import { epsUnderBoth } from "../../core/eps/disclosure/bothStandards";
import { epsReconciliation } from "../../core/eps/disclosure/reconciliation";
import { columnUnder, exhibitColumns } from "../../core/eps/periods/fiscalYear";
import type { InsertEpsFootnote } from "../actionTypes";
import { absolute, cellAt } from "../book/address";
import { apply } from "../book/apply";
import { FOOTNOTE_SHEET, HEADER_FORMAT, MIXED_FORMAT, NOTE_COLOR, PERIODS_TABLE } from "../book/names";
import type { Area, CellFormat, Edit, OpenBook, Running } from "../book/book";
import { ActionError, report, type Report } from "../book/report";
import { inActionWords, readPeriodTable } from "./exhibit";
import { FIRST_FIGURE_COLUMN } from "./layout";
import { rowsOf } from "./merge";
import { openEps, type OpenEps } from "./open";
import { latestEnd, periodsOf, withPlaceholders } from "./periods";
import { standardOn } from "./refresh";
import { dayOfSerial } from "./serials";

/**
 * Inserts the footnote's tables on a sheet of their own: the reconciliation, what was left out, and where it is asked for
 * US GAAP and IFRS side by side. They are formulas of the period table and of the period end and standard on the EPS sheet.
 */
export async function insertEpsFootnote(
  book: OpenBook,
  { bothStandards = false }: InsertEpsFootnote,
  running: Running = {},
): Promise<Report> {
  const open = await openEps(book, running);
  if (open.sight.sheetNames.includes(FOOTNOTE_SHEET))
    throw new ActionError(
      `This workbook has a sheet ${FOOTNOTE_SHEET} already. Its tables follow the period table by themselves; delete it to insert a new one.`,
    );
  const blocks = blocksOf(open).filter(({ isOfBoth }) => bothStandards || !isOfBoth);
  await apply(book, sheetOf(blocks, inputsOf(open)), running);
  return report(
    `Inserted the footnote's tables on the sheet ${FOOTNOTE_SHEET}. They follow the period end and the standard on ${open.record.sheet}.`,
    true,
  );
}

/** A table that spills from one formula. */
interface Block {
  readonly title: string;
  readonly call: string;
  /** Its rows and columns now. */
  readonly rows: number;
  readonly columns: number;
  readonly headerRows: number;
  /** Columns of each period. */
  readonly each: number;
  /** The number format of a column of its figures, by the number of the column after the words. */
  readonly format: (column: number) => string;
  readonly isOfBoth?: true;
}

const WHOLE = "#,##0;(#,##0);-";

function blocksOf(open: OpenEps): readonly Block[] {
  const periods = periodsOf(open.sight);
  const standard = standardOn(open);
  return inActionWords((): readonly Block[] => {
    const table = readPeriodTable(withPlaceholders(periods));
    const rules = { standard, weighting: "months" } as const;
    const given = exhibitColumns(table.periods, dayOfSerial(latestEnd(periods)), rules).flatMap(
      ({ columns }) => columns,
    );
    const columns = given.map(columnUnder(standard));
    const both = epsUnderBoth(given, table.classes, { ...rules, decimals: 2 });
    return [
      {
        title: "Reconciliation of income and shares, basic to diluted (ASC 260-10-50-1(a); IAS 33.70(a), (b))",
        call: "EPSRECONCILIATION",
        rows: 2 + epsReconciliation(columns, table.classes, { decimals: 2, standard }).length,
        columns: 2 + 3 * columns.length,
        headerRows: 2,
        each: 3,
        format: (column) => (column % 3 === 2 ? "0.00;(0.00);0.00" : WHOLE),
      },
      {
        title: "Securities left out that could dilute later (ASC 260-10-50-1(c); IAS 33.70(c))",
        call: "ANTIDILUTIVE",
        rows: 2 + antidilutiveSecurities(columns).length,
        columns: 2 + 2 * columns.length,
        headerRows: 1,
        each: 2,
        format: () => WHOLE,
      },
      {
        title: "US GAAP and IFRS side by side",
        call: "EPSSTANDARDS",
        rows: 2 + both.lines.length + both.notKnown.length + both.notes.length,
        columns: 2 + 3 * columns.length,
        headerRows: 2,
        each: 3,
        format: () => MIXED_FORMAT,
        isOfBoth: true,
      },
    ];
  });
}

/** The cells of the EPS sheet that say the period end and the standard. */
function inputsOf({ record, sheet }: OpenEps): string {
  const rows = rowsOf(sheet);
  return ["asOf", "standard"]
    .map((key) => absolute(cellAt(record.sheet, rows.get(key) ?? 0, FIRST_FIGURE_COLUMN)))
    .join(",");
}

const FIRST_BLOCK_ROW = 3;
/** Blank rows below a table, for the lines that more classes of securities bring it. */
const ROOM_TO_GROW = 8;

function sheetOf(blocks: readonly Block[], inputs: string): Edit[] {
  const edits: Edit[] = [];
  let row = FIRST_BLOCK_ROW;
  for (const block of blocks) {
    edits.push(...blockEdits(block, row, inputs));
    row += 1 + block.rows + ROOM_TO_GROW;
  }
  return [
    { do: "addSheet", sheet: FOOTNOTE_SHEET },
    ...widths(blocks),
    write(0, "Footnote: earnings per share"),
    format({ row: 0 }, { bold: true }),
    write(1, "Each table is one formula in its first cell. The last column names the XBRL elements, or the clauses."),
    format({ row: 1 }, { color: NOTE_COLOR }),
    ...edits,
    { do: "select", area: cellAt(FOOTNOTE_SHEET, 0, 0) },
    { do: "recalculate" },
  ];
}

/** Nothing wraps: no program makes a row higher for what a formula answers. */
const [WORDS, PERIOD, FIGURE] = [100, 38, 19];

/** Wide where some table has the name of a period over its figures. */
function widths(blocks: readonly Block[]): Edit[] {
  const columns = Math.max(...blocks.map((block) => block.columns));
  const isOfPeriod = (column: number) => blocks.some(({ each }) => (column - 1) % each === 0);
  const widthOf = (column: number) => (column === 0 ? WORDS : isOfPeriod(column) ? PERIOD : FIGURE);
  return Array.from({ length: columns - 1 }, (_column, column): Edit => ({
    do: "columnWidth",
    sheet: FOOTNOTE_SHEET,
    column,
    characters: widthOf(column),
  }));
}

function blockEdits(
  { title, call, rows, columns, headerRows, format: formatAt }: Block,
  row: number,
  inputs: string,
): Edit[] {
  const lines = { row: row + 1 + headerRows, rows: rows - headerRows + ROOM_TO_GROW - 1 };
  return [
    write(row, title),
    format({ row }, { bold: true }),
    write(row + 1, `=${call}(${PERIODS_TABLE}[#All],${inputs})`),
    format({ row: row + 1, rows: headerRows, columns }, { ...HEADER_FORMAT, align: "center" }),
    format({ ...lines, column: 0 }, { align: "left" }),
    ...Array.from({ length: columns - 2 }, (_column, index) =>
      format({ ...lines, column: index + 1 }, { numberFormat: formatAt(index) }),
    ),
  ];
}

function write(row: number, content: string): Edit {
  return { do: "write", area: cellAt(FOOTNOTE_SHEET, row, 0), contents: [[content]] };
}

function format(part: Partial<Area> & Pick<Area, "row">, wanted: CellFormat): Edit {
  return {
    do: "format",
    area: { sheet: FOOTNOTE_SHEET, column: 0, rows: 1, columns: 1, ...part },
    format: wanted,
  };
}
