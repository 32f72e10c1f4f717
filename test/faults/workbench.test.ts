import { ICommandService, type IExecutionOptions } from "@univerjs/core";
import { setOpenWorkbook } from "../../src/functions/cells/openWorkbook";
import { replaceMethod } from "../../src/workbench/serviceMethods";
import type { OpenBook } from "../../src/workbook/book/book";
import { openHeadlessBook } from "../support/headlessBook";
import { testEveryStep } from "./everyStep";

jest.setTimeout(30 * 60_000);
afterEach(() => setOpenWorkbook({ activeLoan: null }));

const SETTINGS = ["tieout.eps", "tieout.activeLoan", "tieout.loan"];

/** What every sheet shows and how it looks, tables and settings. */
async function pictureOf(book: OpenBook): Promise<unknown> {
  const tables = ["EPS_Periods", "EPS_Filed", "Tieout_log"];
  const {
    sheets,
    sheetNames,
    tables: found,
    settings,
  } = await book.look({ everySheet: true, formats: true, tables, settings: SETTINGS });
  const written = Object.entries(sheets).map(([name, { contents, formats }]) => [
    name,
    contents.flatMap((row, y) =>
      row.flatMap((content, x) => (content === "" ? [] : [[y, x, content, formats[y]?.[x]]])),
    ),
  ]);
  return { written, sheetNames, tables: Object.values(found).map(({ name, area }) => [name, area]), settings };
}

/**
 * A step is a look at the grid, a list of edits, or whatever changes the grid on the way; what the engine writes of what it
 * calculated is none. A change that is asked for and waited for fails with an exception, another by coming to nothing.
 */
testEveryStep("in the workbench", (job) => {
  const { book, injector, dispose } = openHeadlessBook();
  let [at, taken] = [Infinity, 0];
  const fails = () => ++taken === at;
  const stop = () => {
    if (fails()) throw new Error("The grid stopped in the middle.");
  };
  const isChange = (id: string, options?: IExecutionOptions) =>
    id.includes(".mutation.") && !id.startsWith("formula.") && !options?.fromFormula;

  const service = injector.get(ICommandService);
  const executed = service.executeCommand.bind(service);
  const executedNow = service.syncExecuteCommand.bind(service);
  replaceMethod(service, "executeCommand", ((id: string, params?: object, options?: IExecutionOptions) =>
    isChange(id, options) && fails()
      ? Promise.resolve(false)
      : executed(id, params, options)) as typeof service.executeCommand);
  replaceMethod(service, "syncExecuteCommand", ((id: string, params?: object, options?: IExecutionOptions) => {
    if (isChange(id, options)) stop();
    return executedNow(id, params, options);
  }) as typeof service.syncExecuteCommand);

  const stepping: OpenBook = {
    ...book,
    look: (...args) =>
      Promise.resolve()
        .then(stop)
        .then(() => book.look(...args)),
    perform: (...args) =>
      Promise.resolve()
        .then(stop)
        .then(() => book.perform(...args)),
  };
  return {
    prepare: () => job.prepare(book),
    run: () => job.run(stepping),
    picture: () => pictureOf(book),
    failAt: (number) => void ([at, taken] = [number, 0]),
    steps: () => taken,
    dispose,
  };
});
