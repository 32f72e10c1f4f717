import { openHeadless, type HeadlessWorkbook, type Rows } from "../../../src/engine/headless";

/** What a formula gives: its value, or rows of them; of an error "#NUM! and its words". */
export type Evaluated = (formula: string) => Promise<unknown>;

/** Evaluates formulas over a sheet with these cells from A1 on, before the tests of a suite and until their end. */
export function evaluatedOver(cells: Rows = []): Evaluated {
  let workbook: HeadlessWorkbook;
  beforeAll(async () => {
    workbook = await openHeadless({ cells });
  });
  afterAll(() => workbook.dispose());
  return async (formula) => {
    const [evaluation] = await workbook.evaluate([formula]);
    if (!evaluation) throw new Error("no answer");
    return "error" in evaluation ? `${evaluation.error.code} ${evaluation.error.message}` : evaluation.value;
  };
}
