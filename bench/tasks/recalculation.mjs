import { listOf } from "./random.mjs";

/**
 * A column of formulas in the workbench's engine without a screen: all depend on one cell, which changes, and all are
 * calculated again. Ours beside as many of a built-in function.
 */
const FORMULAS = {
  LOANBALANCE: (row) => `=LOANBALANCE(A${row}+$C$1)`,
  ROUND: (row) => `=ROUND((A${row}+$C$1)*1.05,0)`,
};
const SIZES = [1000, 10_000, 50_000];
const SERIAL = 36_000;

const recalculated =
  (formula, cells) =>
  async ({ engine }) => {
    const workbook = await engine().openHeadless();
    await workbook.set("C1", [[0]]);
    await workbook.set(
      "A1",
      listOf(cells, (index) => [SERIAL + (index % 1000)]),
    );
    await workbook.set(
      "B1",
      listOf(cells, (index) => [formula(index + 1)]),
    );
    const last = () => workbook.read(`B${cells}`)[0][0];
    const run = async () => {
      const before = last();
      await workbook.set("C1", [[100]]);
      if (typeof last() !== "number" || last() === before)
        throw new Error(`the last cell shows ${JSON.stringify(last())}`);
    };
    return { run, answers: () => [] };
  };

const counted = (label) => Number(label.replace(/\D/g, ""));

export const recalculation = {
  title: "Recalculation in the workbench's engine, without a screen",
  operation: "cell",
  operations: counted,
  once: true,
  isLong: (label) => counted(label) > 1000,
  variants: Object.fromEntries(
    SIZES.flatMap((cells) =>
      Object.entries(FORMULAS).map(([name, formula]) => [
        `${cells.toLocaleString("en-US")} ${name}`,
        recalculated(formula, cells),
      ]),
    ),
  ),
};
