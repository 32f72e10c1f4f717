import "../../src/engine/customFunctionsRuntime";
import { setOpenWorkbook } from "../../src/functions/cells/openWorkbook";
import { MemoryBook } from "../support/memoryBook";
import { testEveryStep } from "./everyStep";

afterEach(() => setOpenWorkbook({ activeLoan: null }));

testEveryStep("in memory", (job) => {
  const book = new MemoryBook();
  book.addSheet("Mine", [["mine", 1]]);
  let [at, taken] = [Infinity, 0];
  const step = () => {
    taken += 1;
    if (taken === at) throw new Error("The connection was lost.");
  };
  const look = book.look.bind(book);
  book.look = (...args) =>
    Promise.resolve()
      .then(step)
      .then(() => look(...args));
  book.beforeEdit = step;
  return {
    prepare: () => job.prepare(book),
    run: () => job.run(book),
    picture: () => book.picture(),
    failAt: (number) => void ([at, taken] = [number, 0]),
    steps: () => taken,
  };
});
