import { openHeadless } from "../../../src/engine/headless";

test("A1# is all that A1 spills, however much that is", async () => {
  const workbook = await openHeadless({ cells: [["=SEQUENCE(E1)", "=SUM(A1#)", "=A1#*2", "=ROWS(A1#)", 3]] });
  expect(workbook.read("A1:D4")).toEqual([
    [1, 6, 2, 3],
    [2, "", 4, ""],
    [3, "", 6, ""],
    ["", "", "", ""],
  ]);

  await workbook.set("E1", [[4]]);
  expect(workbook.read("A1:D4")).toEqual([
    [1, 10, 2, 4],
    [2, "", 4, ""],
    [3, "", 6, ""],
    [4, "", 8, ""],
  ]);
  expect(
    await workbook.evaluate(["=A1#", "= A1# ", "=SUM(A1#)", "=BASICEPS(A1#,2)", "=COUNT(Sheet1!A1#)"]),
  ).toMatchObject([
    { value: [[1], [2], [3], [4]] },
    { value: [[1], [2], [3], [4]] },
    { value: 10 },
    { value: [[0.5], [1], [1.5], [2]] },
    { value: 4 },
  ]);
  workbook.dispose();
});

test("A1# alone in a cell follows A1", async () => {
  const workbook = await openHeadless({ cells: [["=C1#", "", "=SEQUENCE(D1)", 2]] });
  expect(workbook.read("A1:A3")).toEqual([[1], [2], [""]]);

  await workbook.set("D1", [[3]]);
  expect(workbook.read("A1:A3")).toEqual([[1], [2], [3]]);
  workbook.dispose();
});

test("# where nothing spills is an error with words", async () => {
  const workbook = await openHeadless({ cells: [[5]] });
  const error = { code: "#REF!", message: "# asks for the spill of a cell whose formula does not spill" };
  expect(await workbook.evaluate(["=A1#", "=SUM(A1#)", "=A2#+1"])).toMatchObject([{ error }, { error }, { error }]);
  workbook.dispose();
});

test("@ takes one value: of a function's answer the first, of a range the one in its row", async () => {
  const workbook = await openHeadless({
    cells: [
      ["=@BASICEPS({5;6},1)", "=@BASICEPS(7,1)", "=@E1", "=@E1:E2", 8],
      ["", "", "", "=@E1:E2", 9],
    ],
  });
  expect(workbook.read("A1:D2")).toEqual([
    [5, 7, 8, 8],
    ["", "", "", 9],
  ]);
  workbook.dispose();
});
