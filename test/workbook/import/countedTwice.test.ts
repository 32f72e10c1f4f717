import "../../../src/engine/customFunctionsRuntime";
import { actions, type ImportedPeriod } from "../../../src/workbook/actions";
import { MemoryBook } from "../../support/memoryBook";
import { previewOf, quarters } from "../../support/periods";

const SHARE_BASED = "Dilutive shares attributable to share-based payment";

const withClasses = (...classes: Readonly<Record<string, number>>[]): ImportedPeriod[] =>
  quarters(classes.length).map((period, index) => ({ ...period, securities: classes[index] ?? {}, printed: {} }));

/** The header row of the period table, and its rows from the first class on, after one import and then another. */
async function imported(first: readonly ImportedPeriod[], second: readonly ImportedPeriod[]) {
  const book = new MemoryBook();
  await actions.importPeriods(book, { preview: previewOf(first) });
  const { said } = await actions.importPeriods(book, { preview: previewOf(second) });
  const { tables } = await book.look({ tables: ["EPS_Periods"] });
  return { said, classes: (tables["EPS_Periods"]?.values ?? []).map((row) => row.slice(4)) };
}

const OPTIONS_AND_UNITS = [
  { "Stock options": 100_000, RSUs: 75_000 },
  { "Stock options": 110_000, RSUs: 80_000 },
];

test("the total of classes that the table has is left out, and told", async () => {
  const total = withClasses({ [SHARE_BASED]: 175_000 }, { [SHARE_BASED]: 190_000 });
  const { said, classes } = await imported(withClasses(...OPTIONS_AND_UNITS), total);
  expect(classes).toEqual([
    ["Stock options", "RSUs"],
    [100_000, 75_000],
    [110_000, 80_000],
  ]);
  expect(said).toContain(
    `${SHARE_BASED} of the import is what Stock options and RSUs of the table make together: ` +
      "left out of 2 periods, so that no share counts twice.",
  );
});

test("a period of which the source says nothing does not hide it", async () => {
  const { classes } = await imported(withClasses(...OPTIONS_AND_UNITS), withClasses({}, { [SHARE_BASED]: 190_000 }));
  expect(classes[0]).toEqual(["Stock options", "RSUs"]);
});

test("in a period that the table lacks it is all there is, and stays", async () => {
  const total = withClasses({ [SHARE_BASED]: 175_000 }, { [SHARE_BASED]: 190_000 }, { [SHARE_BASED]: 200_000 });
  const { classes } = await imported(withClasses(...OPTIONS_AND_UNITS), total);
  expect(classes).toEqual([
    ["Stock options", "RSUs", SHARE_BASED],
    [100_000, 75_000, ""],
    [110_000, 80_000, ""],
    ["", "", 200_000],
  ]);
});

test("the parts of a class that the table has are left out as well", async () => {
  const total = withClasses({ [SHARE_BASED]: 175_000 }, { [SHARE_BASED]: 190_000 });
  const { said, classes } = await imported(total, withClasses(...OPTIONS_AND_UNITS));
  expect(classes).toEqual([[SHARE_BASED], [175_000], [190_000]]);
  expect(said).toContain(
    `Stock options and RSUs of the import are together what ${SHARE_BASED} of the table is: left out`,
  );
});

test("a class that the table has under other words is one", async () => {
  const { classes } = await imported(withClasses({ Options: 5_000 }), withClasses({ [SHARE_BASED]: 5_000 }));
  expect(classes).toEqual([["Options"], [5_000]]);
});

test.each([
  ["of other shares", [{ [SHARE_BASED]: 175_001 }, { [SHARE_BASED]: 190_000 }]],
  ["that agrees in one period alone", [{ [SHARE_BASED]: 175_000 }, { [SHARE_BASED]: 1 }]],
  ["of the table's own words", [{ "Stock options": 175_000 }, { "Stock options": 190_000 }]],
  ["that is nil", [{ [SHARE_BASED]: 0 }, { [SHARE_BASED]: 0 }]],
])("a class %s is imported", async (_situation, classes) => {
  const { said } = await imported(withClasses(...OPTIONS_AND_UNITS), withClasses(...classes));
  expect(said).not.toContain("counts twice");
});

test("beside a class of its own the total of the two others is found", async () => {
  const held = OPTIONS_AND_UNITS.map((classes) => ({ ...classes, "Convertible notes": 40_000 }));
  const total = withClasses({ [SHARE_BASED]: 175_000 }, { [SHARE_BASED]: 190_000 });
  expect((await imported(withClasses(...held), total)).said).toContain("Stock options and RSUs of the table make");
});
