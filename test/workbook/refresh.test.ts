import "../../src/engine/customFunctionsRuntime";
import { insertEpsSheet } from "../../src/workbook/insertEpsSheet";
import { refreshEps } from "../../src/workbook/refresh";
import { rollForward } from "../../src/workbook/rollForward";
import { MemoryBook } from "../support/memoryBook";

const bookWithExhibit = async () => {
  const book = new MemoryBook();
  await insertEpsSheet(book, {});
  return book;
};

test("debug", async () => {
  const book = await bookWithExhibit();
  const dump = (sheet: string) => console.log(book.sheets.get(sheet)!.rows.map((row, y) => row.map((c, x) => `${c.content}${String(c.content).startsWith("=") ? " -> " + book.shows(`${sheet.includes(" ") ? `'${sheet}'` : sheet}!${String.fromCharCode(65 + x)}${y + 1}`) : ""}`).join(" | ")).join("\n"));
  dump("EPS");
  dump("EPS periods");
  console.log(await refreshEps(book, {}));
  book.type("'EPS periods'!C2", -400000);
  console.log(await refreshEps(book, {}));
  console.log(await refreshEps(book, {}));
  dump("Tieout log");
  console.log(await rollForward(book, {}));
  dump("EPS");
});
