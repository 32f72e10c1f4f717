/** @jest-environment jsdom */
import "../../src/engine/customFunctionsRuntime";
import { excelBook } from "../../src/excel/book/excelSheet";
import { setOpenWorkbook } from "../../src/functions/cells/openWorkbook";
import { connectExcel } from "../support/excelClient";
import { ExcelHost } from "../support/excelHost";
import { MemoryBook } from "../support/memoryBook";
import { testEveryStep } from "./everyStep";

jest.setTimeout(30 * 60_000);
afterEach(() => setOpenWorkbook({ activeLoan: null }));

const settled = () => new Promise((resume) => setTimeout(resume, 10));

/** A step is any action of any request, in their order; the host does those before it and stops there. */
testEveryStep("in Excel, through Microsoft's own client", (job) => {
  const book = new MemoryBook();
  book.addSheet("Mine", [["mine", 1]]);
  const host = new ExcelHost(book);
  connectExcel(host);
  let [at, taken] = [Infinity, 0];
  const answer = host.answer.bind(host);
  host.answer = (body) => {
    const [first, count] = [taken, body.Actions.length];
    taken += count;
    if (first < at && at <= taken) host.failures.set(host.requests + 1, { after: at - first - 1 });
    return answer(body);
  };
  return {
    prepare: () => job.prepare(excelBook).then(settled),
    run: () => job.run(excelBook),
    picture: () => book.picture(),
    failAt: (number) => void ([at, taken] = [number, 0]),
    steps: () => taken,
  };
});
