/** The formula engine over the values of a workbook's file. */
import { nearestWord } from "../../core/spelling";
import type { CellValue } from "../../engine/cells";
import type { Evaluation } from "../../engine/evaluation";
import type { StoredWorkbook } from "../../engine/storedWorkbook";
import { withPlainReferences } from "../../workbook/formula/plainReferences";
import { everyPartOf, nameOf, readFormula } from "../../workbook/formula/readFormula";
import { unknownSheetIn } from "../../workbook/formula/references";
import { StoredReferences } from "../../workbook/formula/storedBook";
import type { Place } from "../../workbook/formula/structuredReference";
import { isError, plain, type Value } from "../../workbook/formula/values";
import type { XlsxBook } from "./xlsxBook";

export interface FormulaAt extends Place {
  readonly formula: string;
}

/** An engine that starts with the first formulas that it is given. */
export class EngineOverBook {
  private opened: Promise<StoredWorkbook> | undefined;
  private readonly references: StoredReferences;

  constructor(
    private readonly book: XlsxBook,
    private readonly dateSystem: 1900 | 1904,
  ) {
    this.references = new StoredReferences(book);
  }

  /** The evaluation of each formula where it stands, all at once. */
  async evaluate(formulas: readonly FormulaAt[]): Promise<Evaluation[]> {
    const engine = await (this.opened ??= this.open());
    const evaluations = engine.evaluate(
      formulas.map((at) => ({ ...at, formula: withPlainReferences(at.formula, this.references, at) })),
    );
    return evaluations.map((evaluation, index) => {
      const formula = formulas[index]?.formula ?? evaluation.formula;
      const refused = this.refused(formula);
      return refused === undefined ? { ...evaluation, formula } : { formula, error: refused };
    });
  }

  async dispose(): Promise<void> {
    (await this.opened)?.dispose();
    this.opened = undefined;
  }

  private async open(): Promise<StoredWorkbook> {
    const { openStored } = await import(/* webpackChunkName: "engine" */ "../../engine/storedWorkbook");
    return openStored(
      this.book.sheetNames.map((name) => ({
        name,
        rows: this.book.rowsOf(name).map((row) => row?.map((value) => (value === undefined ? null : stored(value)))),
      })),
    );
  }

  /** Why a formula is not evaluated: a sheet that there is not, or days that the engine does not count from 1904. */
  private refused(formula: string): { readonly code: string; readonly message: string } | undefined {
    const tree = readFormula(formula)?.tree;
    if (!tree) return undefined;
    const sheet = unknownSheetIn(tree, this.book.sheetNames);
    if (sheet !== undefined) return { code: "#REF!", message: noSheet(sheet, this.book.sheetNames) };
    if (this.dateSystem === 1900) return undefined;
    const called = everyPartOf(tree).flatMap((part) => (part.type === "CallExpression" ? [nameOf(part)] : []));
    const name = called.find((one) => OF_DATES.has(one));
    if (name === undefined) return undefined;
    return { code: "#N/A", message: `${name} is not calculated here for a workbook that counts its days from 1904` };
  }
}

/** With the name that may be meant. */
export function noSheet(name: string, sheetNames: readonly string[]): string {
  const nearest = nearestWord(name, sheetNames);
  return `there is no sheet "${name}"${nearest === undefined ? "" : `; did you mean ${nearest}?`}`;
}

const OF_DATES = new Set(
  "DATE DATEVALUE DATEDIF DAY DAYS360 EDATE EOMONTH ISOWEEKNUM MONTH NETWORKDAYS NETWORKDAYS.INTL NOW TEXT TODAY WEEKDAY WEEKNUM WORKDAY WORKDAY.INTL YEAR YEARFRAC".split(
    " ",
  ),
);

function stored(value: Value): CellValue | null {
  const bare = plain(value);
  return isError(bare) ? bare.basicValue : (bare as CellValue | null);
}
