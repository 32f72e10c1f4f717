import { CalculationError } from "../../core/errors";
import { toNumber } from "../../core/number/fraction";
import { FIGURE_KINDS, printedFigureOf, type FigureKind } from "../../core/loan/fit/printedSchedule";
import type { CellAnswer } from "../../functions/cells/answer";
import { serialOf } from "../../functions/cells/arguments";
import { fittedSheet, type FittedSheet } from "../../functions/loan/fittedSheet";
import type { InsertFittedLoan } from "../actionTypes";
import { a1 } from "../book/address";
import { apply } from "../book/apply";
import { freeName } from "../book/log";
import { DATE_FORMAT, HEADER_FORMAT, loanTermsName, OVER_FIGURES } from "../book/names";
import { ActionError, capitalized, report, type Report } from "../book/report";
import type { CellContent, CellFormat, Edit, OpenBook, Running } from "../book/book";

/** Where the parts stand: the terms at the left, the printed figures beside them, then the schedule of the terms. */
const FIRST_ROW = 2;
const TERMS_WIDTH = 5;
const PRINTED_COLUMN = 6;
/** Blank rows below the terms that are read with them. */
const SPARE_ROWS = 20;

/** The columns of LOANSCHEDULE that every loan has, after its date. */
const [OPENING, INTEREST, PAYMENT, CLOSING] = [1, 2, 3, 4];

const AMOUNT = "#,##0.00;(#,##0.00);0.00";
/** A difference stands out; where there is none the tick is quiet. */
const DIFFERENCE = '[Red]#,##0.00;[Red](#,##0.00);"✓"';

/**
 * Inserts a loan sheet with the terms that reproduce a printed schedule, and beside them the printed figures, the
 * schedule that follows from the terms, and the difference of every figure, computed less printed, all live.
 *
 * @throws ActionError where no terms make a schedule of the lines
 */
export async function insertFittedLoan(
  book: OpenBook,
  { lines, known }: InsertFittedLoan,
  running: Running = {},
): Promise<Report> {
  const fitted = fittedOrSaid(lines, known);
  const { sheetNames } = await book.look({});
  const sheet = freeName("Fitted loan", sheetNames);
  await apply(book, new FittedLoanSheet(sheet, fitted).edits(), running);
  return report(`Inserted the sheet ${sheet}. ${fitted.said.slice(0, 2).join(" ")}`, true);
}

function fittedOrSaid(lines: InsertFittedLoan["lines"], known: InsertFittedLoan["known"]): FittedSheet {
  try {
    return fittedSheet(lines, known);
  } catch (error) {
    throw error instanceof CalculationError ? new ActionError(`No terms were fitted: ${error.message}.`) : error;
  }
}

class FittedLoanSheet {
  private readonly kinds: readonly FigureKind[];
  private readonly scheduleColumn: number;
  private readonly decimals: number;

  constructor(
    private readonly sheet: string,
    private readonly fitted: FittedSheet,
  ) {
    const { rows, print } = fitted.printed;
    this.kinds = FIGURE_KINDS.filter((kind) => rows.some((row) => printedFigureOf(row, kind) !== null));
    this.scheduleColumn = PRINTED_COLUMN + 2 * this.kinds.length + 2;
    this.decimals = Math.round(-Math.log10(toNumber(print.unit)));
  }

  edits(): Edit[] {
    const { terms, said, payments } = this.fitted;
    const left = [...terms, ...said.map((text): readonly CellAnswer[] => [text]), ...payments];
    const name = loanTermsName(this.sheet);
    const printed = this.printedRows();
    return [
      { do: "addSheet", sheet: this.sheet },
      this.write(0, 0, [["Fitted loan: the terms that reproduce the printed schedule"]]),
      this.write(
        FIRST_ROW,
        0,
        left.map((row) => Array.from({ length: TERMS_WIDTH }, (_cell, column) => contentOf(row[column] ?? ""))),
      ),
      { do: "name", name, area: this.area(FIRST_ROW, 0, left.length + SPARE_ROWS, TERMS_WIDTH) },
      this.write(0, PRINTED_COLUMN, [["Printed figures, and the difference of each: computed less printed"]]),
      this.write(FIRST_ROW, PRINTED_COLUMN, printed),
      this.write(0, this.scheduleColumn, [["Schedule of the fitted terms"]]),
      this.write(FIRST_ROW, this.scheduleColumn, [[`=LOANSCHEDULE(${name})`]]),
      ...this.formats(left, printed.length),
      { do: "select", area: this.area(FIRST_ROW, 1, 1, 1) },
      { do: "recalculate" },
    ];
  }

  /** A header, and a line for each printed one: its date, then each figure with its difference. */
  private printedRows(): CellContent[][] {
    const { rows } = this.fitted.printed;
    const header = ["Date", ...this.kinds.flatMap((kind) => [capitalized(kind), "Difference"])];
    const lines = rows.map((row, line) => [
      serialOf(row.date),
      ...this.kinds.flatMap((kind, place) => {
        const figure = printedFigureOf(row, kind);
        return figure === null ? ["", ""] : [toNumber(figure), this.difference(kind, line, place)];
      }),
    ]);
    return [header, ...lines];
  }

  private difference(kind: FigureKind, line: number, place: number): string {
    const printed = this.address(FIRST_ROW + 1 + line, PRINTED_COLUMN + 1 + 2 * place);
    return `=ROUND(ROUND(${this.computed(kind, line)},${this.decimals})-${printed},${this.decimals})`;
  }

  /** What the schedule makes of a figure: a line is of the payments after the line before it, up to its own date. */
  private computed(kind: FigureKind, line: number): string {
    const date = this.address(FIRST_ROW + 1 + line, PRINTED_COLUMN);
    const before =
      line === 0 ? String(serialOf(this.fitted.fit.terms.startDate)) : this.address(FIRST_ROW + line, PRINTED_COLUMN);
    const dates = this.column(0);
    const sum = (column: number) => `SUMIFS(${this.column(column)},${dates},">"&${before},${dates},"<="&${date})`;
    const closing = (day: string) => `INDEX(${this.column(CLOSING)},MATCH(${day},${dates},1))`;
    switch (kind) {
      case "opening":
        return closing(before);
      case "interest":
        return sum(INTEREST);
      case "payment":
        return sum(PAYMENT);
      case "principal":
        return `${sum(PAYMENT)}-${sum(INTEREST)}`;
      case "balance":
        return closing(date);
    }
  }

  /** A column of the schedule, without its header. */
  private column(place: number): string {
    const rows = this.fitted.fit.schedule.dates.length + 1;
    const column = this.scheduleColumn + place;
    return `${this.address(FIRST_ROW + 1, column)}:${this.address(FIRST_ROW + rows, column)}`;
  }

  private formats(left: readonly (readonly CellAnswer[])[], printedRows: number): Edit[] {
    const rows = this.fitted.fit.schedule.dates.length + 1;
    const lines = printedRows - 1;
    const width = 1 + 2 * this.kinds.length;
    return [
      ...[0, PRINTED_COLUMN, this.scheduleColumn].map((column) => this.format(0, column, 1, 1, { bold: true })),
      this.format(FIRST_ROW, 1, left.length, 1, { align: "left" }),
      ...left.flatMap((row, index) => {
        const numberFormat = formatOf(row[1] ?? "");
        return numberFormat ? [this.format(FIRST_ROW + index, 1, 1, 1, { numberFormat })] : [];
      }),
      this.format(FIRST_ROW, PRINTED_COLUMN, 1, width, { ...HEADER_FORMAT, ...OVER_FIGURES }),
      this.format(FIRST_ROW + 1, PRINTED_COLUMN, lines, 1, { numberFormat: DATE_FORMAT, ...OVER_FIGURES }),
      ...this.kinds.flatMap((_kind, place) => [
        this.format(FIRST_ROW + 1, PRINTED_COLUMN + 1 + 2 * place, lines, 1, { numberFormat: AMOUNT }),
        this.format(FIRST_ROW + 1, PRINTED_COLUMN + 2 + 2 * place, lines, 1, {
          numberFormat: DIFFERENCE,
          align: "right",
        }),
      ]),
      this.format(FIRST_ROW, this.scheduleColumn, 1, CLOSING + 1, { ...HEADER_FORMAT, ...OVER_FIGURES }),
      this.format(FIRST_ROW + 1, this.scheduleColumn, rows, 1, { numberFormat: DATE_FORMAT }),
      this.format(FIRST_ROW + 1, this.scheduleColumn + OPENING, rows, CLOSING, { numberFormat: AMOUNT }),
      ...[26, 18, 40, 3, 3, 3].map((characters, column) => this.width(column, characters)),
      ...Array.from({ length: width }, (_column, at) => this.width(PRINTED_COLUMN + at, 14)),
      ...Array.from({ length: CLOSING + 1 }, (_column, at) => this.width(this.scheduleColumn + at, 14)),
    ];
  }

  private area(row: number, column: number, rows: number, columns: number) {
    return { sheet: this.sheet, row, column, rows, columns };
  }

  private address(row: number, column: number): string {
    return a1(this.area(row, column, 1, 1));
  }

  private write(row: number, column: number, contents: readonly (readonly CellContent[])[]): Edit {
    return { do: "write", area: this.area(row, column, contents.length, contents[0]?.length ?? 0), contents };
  }

  private format(row: number, column: number, rows: number, columns: number, format: CellFormat): Edit {
    return { do: "format", area: this.area(row, column, rows, columns), format };
  }

  private width(column: number, characters: number): Edit {
    return { do: "columnWidth", sheet: this.sheet, column, characters };
  }
}

/** A cell's answer as it is typed: a number that brings its format is typed without it. */
function contentOf(answer: CellAnswer): CellContent {
  if (typeof answer !== "object") return answer;
  return "basicValue" in answer ? answer.basicValue : answer.code;
}

function formatOf(answer: CellAnswer): string | undefined {
  return typeof answer === "object" && "numberFormat" in answer ? answer.numberFormat : undefined;
}
