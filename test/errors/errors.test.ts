import { openHeadless, type HeadlessWorkbook } from "../../src/engine/headless";
import { catalogue } from "../../src/functions/catalogue";
import cases from "./errors.json";

/**
 * Every kind of error that the functions give, as a user provokes it and reads it. docs/errors.md prints this list, so
 * a message that changes is seen by its readers.
 */
describe("errors in the words that a cell shows", () => {
  let workbook: HeadlessWorkbook;
  beforeAll(async () => {
    workbook = await openHeadless();
  });
  afterAll(() => workbook.dispose());

  test.each(cases)("$formula", async ({ formula, code, message }) => {
    expect(await workbook.evaluate([formula])).toEqual([{ formula, error: { code, message } }]);
  });

  test.each(catalogue)("$id has a case", ({ id }) => {
    expect(cases.filter(({ formula }) => formula.startsWith(`=${id}(`))).not.toEqual([]);
  });
});
