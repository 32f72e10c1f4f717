import { serialOf } from "../../functions/cells/arguments";
import { absolute } from "../book/address";
import { apply } from "../book/apply";
import type { Area, CellContent, CellFormat, Edit, OpenBook, Running } from "../book/book";
import { freeName } from "../book/log";
import {
  DATE_FORMAT,
  formatToUnit,
  HEADER_FORMAT,
  loanTermsName,
  MIXED_FORMAT,
  NOTE_COLOR,
  OVER_FIGURES,
  TIED_OUT_FORMAT,
} from "../book/names";
import { found, report, type Report } from "../book/report";
import { loanSheet } from "../loan/insertLoanSheet";
import { agreementTemplate } from "../loan/loanTemplate";
import {
  sampleNamed,
  type KnownFigure,
  type LoanSample,
  type Sample,
  type SampleCell,
  type TableSample,
} from "./samples";

/** Where the parts of the sheet stand that ties a sample out. */
const FIGURES_ROW = 3;
const WIDTHS = [48, 16, 16, 12, 16, 16, 16, 16, 16, 16];

/** Inserts the sheets of a sample: its loan, or its table with the answer, and its figures beside the published ones. */
export async function insertSample(book: OpenBook, { id }: { id: string }, running: Running = {}): Promise<Report> {
  const sample = sampleNamed(id);
  const { sheetNames } = await book.look({});
  const { edits, shown } = sampleSheets(sample, sheetNames);
  await apply(book, edits, running);
  const said = `Inserted the sample ${sample.title}. The sheet ${shown.sheet} ties it out to published figures.`;
  return report(said, true, [found(shown, "its figures beside the published ones")]);
}

interface SampleSheets {
  readonly edits: readonly Edit[];
  /** The figures that tie out. */
  readonly shown: Area;
}

/** @param taken names of sheets that there are already */
export function sampleSheets(sample: Sample, taken: readonly string[]): SampleSheets {
  return "loan" in sample ? loanSheets(sample, taken) : tableSheets(sample, taken);
}

function loanSheets(sample: LoanSample, taken: readonly string[]): SampleSheets {
  const loan = freeName(sample.sheet, taken);
  const check = freeName(`${sample.sheet} ties out`, taken);
  const figures = figureEdits(sample, check, (formula) => formula.replaceAll("{loan}", loanTermsName(loan)));
  const edits: Edit[] = [
    { do: "addSheet", sheet: check },
    ...figures.edits,
    ...loanSheet(loan, agreementTemplate(sample.loan, serialOf(sample.workedAt))),
  ];
  return { edits, shown: figures.area };
}

function tableSheets(sample: TableSample, taken: readonly string[]): SampleSheets {
  const sheet = freeName(sample.sheet, taken);
  const { inputs } = sample;
  const top = FIGURES_ROW + sample.figures.length + 3;
  const area: Area = { sheet, row: top, column: 0, rows: inputs.length, columns: inputs[0]?.length ?? 0 };
  const filled = (formula: string) => formula.replaceAll("{inputs}", absolute(area));
  const figures = figureEdits(sample, sheet, filled);
  const below = top + inputs.length + 2;
  const edits: Edit[] = [
    { do: "addSheet", sheet },
    ...figures.edits,
    write(sheet, top - 1, [["What is given"]]),
    write(
      sheet,
      top,
      inputs.map((row) => row.map(contentOf)),
    ),
    write(sheet, below - 1, [["What follows"]]),
    write(sheet, below, [[`=${filled(sample.answer)}`]]),
    ...[top - 1, below - 1].map((row) => format(sheet, row, 0, { bold: true })),
    { do: "format", area: { ...area, rows: 1 }, format: { ...HEADER_FORMAT, wrap: true } },
    ...figureColumns(inputs).map((column) => format(sheet, top, column, OVER_FIGURES)),
    ...inputs.flatMap((row, index) => row.flatMap((cell, column) => inputFormat(cell, sheet, top + index, column))),
    {
      do: "format",
      area: { sheet, row: below, column: 1, rows: 24, columns: 8 },
      format: { numberFormat: MIXED_FORMAT, align: "right" },
    },
    { do: "select", area: { ...figures.area, columns: 1, rows: 1 } },
    { do: "recalculate" },
  ];
  return { edits, shown: figures.area };
}

/** The title, what there is to see, and a row for each figure. */
function figureEdits(sample: Sample, sheet: string, filled: (formula: string) => string) {
  const header = ["Figure", "Computed", "Published", "Ties out", "Source"];
  const rows = sample.figures.map((figure, index) => figureRow(figure, FIGURES_ROW + 1 + index, filled));
  const area: Area = { sheet, row: FIGURES_ROW, column: 0, rows: 1 + rows.length, columns: header.length };
  const body = { row: FIGURES_ROW + 1, rows: rows.length, columns: 1 };
  const edits: Edit[] = [
    write(sheet, 0, [[sample.title], [sample.about]]),
    write(sheet, FIGURES_ROW, [header, ...rows]),
    format(sheet, 0, 0, { bold: true, size: 14 }),
    format(sheet, 1, 0, { color: NOTE_COLOR }),
    { do: "format", area: { ...area, rows: 1 }, format: HEADER_FORMAT },
    { do: "format", area: { ...area, column: 1, rows: 1, columns: 3 }, format: OVER_FIGURES },
    ...sample.figures.flatMap(({ unit }, index) =>
      [1, 2].map((column) => format(sheet, FIGURES_ROW + 1 + index, column, { numberFormat: formatToUnit(unit) })),
    ),
    { do: "format", area: { ...area, ...body, column: 2 }, format: { color: PUBLISHED_COLOR } },
    { do: "format", area: { ...area, ...body, column: 3 }, format: TIED_OUT_FORMAT },
    ...WIDTHS.map((characters, column): Edit => ({ do: "columnWidth", sheet, column, characters })),
  ];
  return { edits, area };
}

/** Figures that were typed and not computed are blue, as on the exhibits. */
const PUBLISHED_COLOR = "#1F4E9E";

function figureRow({ label, formula, known, unit, source }: KnownFigure, row: number, filled: (one: string) => string) {
  return [label, `=${filled(formula)}`, known, `=TIEOUT(B${row + 1},C${row + 1},${unit})`, source];
}

/** The columns of a table that hold figures or dates below its header. */
function figureColumns([header = [], ...rows]: TableSample["inputs"]): number[] {
  return [...header.keys()].filter((column) =>
    rows.some((row) => row[column] !== "" && typeof row[column] !== "string"),
  );
}

function inputFormat(cell: SampleCell, sheet: string, row: number, column: number): Edit[] {
  if (typeof cell === "object") return [format(sheet, row, column, { numberFormat: DATE_FORMAT, ...OVER_FIGURES })];
  return typeof cell === "number" ? [format(sheet, row, column, { numberFormat: MIXED_FORMAT })] : [];
}

function contentOf(cell: SampleCell): CellContent {
  return typeof cell === "object" ? serialOf(cell.day) : cell;
}

function write(sheet: string, row: number, contents: readonly (readonly CellContent[])[]): Edit {
  const columns = contents[0]?.length ?? 0;
  return { do: "write", area: { sheet, row, column: 0, rows: contents.length, columns }, contents };
}

function format(sheet: string, row: number, column: number, look: CellFormat): Edit {
  return { do: "format", area: { sheet, row, column, rows: 1, columns: 1 }, format: look };
}
