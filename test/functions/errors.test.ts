import { docstrings } from "../../scripts/docstrings";
import { openHeadless, type HeadlessWorkbook } from "../../src/engine/headless";

/** Every kind of error that the functions give, as a user provokes it and reads it, from their docstrings. */
const stated = docstrings().flatMap(({ errors }) => errors);

let workbook: HeadlessWorkbook;
beforeAll(async () => {
  workbook = await openHeadless();
});
afterAll(() => workbook.dispose());

test.each(stated)("$formula", async ({ formula, code, message }) => {
  expect(await workbook.evaluate([formula])).toEqual([{ formula, error: { code, message } }]);
});
