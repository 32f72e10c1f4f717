import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { OFFICE_JS } from "../../scripts/publication";
import { ExcelHost, type RequestBody } from "../support/excelHost";
import type { MemoryBook } from "../support/memoryBook";

const CLIENT = readFileSync(require.resolve("@microsoft/office-js/dist/excel-web-16.00.debug.js"), "utf8");

/** Plays Excel to a page: Microsoft's own client where the page asks Microsoft for it, and a workbook behind that. */
export async function playExcel(page: Page, book: MemoryBook): Promise<void> {
  const host = new ExcelHost(book);
  await page.exposeFunction("answerExcel", (body: RequestBody) => host.answer(body));
  const script = `var Office = {}, OSF = {};\n${CLIENT}\n${readFileSync("test/excel/officePage.js", "utf8")}`;
  await page.route(OFFICE_JS.public, (route) => route.fulfill({ contentType: "text/javascript", body: script }));
}
