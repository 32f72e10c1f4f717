import "../../src/engine/customFunctionsRuntime";
import { FAMILY_OF, loadFamily } from "../../src/excel/families";
import { untilDone } from "../../src/excel/untilDone";
import metadata from "../../src/functions/functions.json";
import type { FamilyName } from "../../src/functions/implementations";

type Registration = typeof import("../../src/excel/registration");
type Associated = Record<string, (...values: unknown[]) => unknown>;

/** A page that has just opened, with the functions registered on it. */
function openPage(openWorkbook: () => Promise<void>): { registration: Registration; associated: Associated } {
  const associated: Associated = {};
  Object.assign(CustomFunctions, {
    associate: (id: string, call: (...values: unknown[]) => unknown) => void (associated[id] = call),
  });
  let registration: Registration | undefined;
  jest.isolateModules(() => {
    registration = require("../../src/excel/registration") as Registration;
    registration.registerFunctions(untilDone(openWorkbook));
  });
  return { registration: registration as Registration, associated };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
const opensAtOnce = async () => {};

test("every function that Excel is told of is registered, and is in its family", async () => {
  expect(Object.keys(FAMILY_OF).sort()).toEqual(metadata.functions.map(({ id }) => id).sort());
  for (const name of Object.keys(loadFamily) as FamilyName[]) {
    const ofFamily = Object.entries(FAMILY_OF)
      .filter(([, family]) => family === name)
      .map(([id]) => id);
    expect(Object.keys(await loadFamily[name]()).sort()).toEqual(ofFamily.sort());
  }
});

test("an answer waits until the workbook's settings are known; later ones come at once", async () => {
  let open = () => {};
  const { associated } = openPage(() => new Promise((resolve) => (open = resolve)));
  const answered = jest.fn();
  const waiting = Promise.resolve(associated["INCREMENTALSHARES"]?.([[50_000]], [[24]], [[30]], null)).then(answered);
  await settled();
  expect(answered).not.toHaveBeenCalled();

  open();
  await waiting;
  expect(answered).toHaveBeenCalledWith([[10_000]]);
  expect(associated["INCREMENTALSHARES"]?.([[50_000]], [[24]], [[30]], null)).toEqual([[10_000]]);
});

test("when the settings cannot be read a cell says so, and the next call reads them again", async () => {
  let attempts = 0;
  const { associated } = openPage(async () => {
    attempts += 1;
    if (attempts === 1) throw new Error("The workbook's settings could not be read.");
  });
  const waiting = [
    associated["BASICEPS"]?.([[1]], [[1]], null, null),
    associated["BASICEPS"]?.([[2]], [[1]], null, null),
  ];

  for (const answer of waiting)
    await expect(answer).rejects.toMatchObject({
      code: CustomFunctions.ErrorCode.notAvailable,
      message: "The workbook's settings could not be read.",
    });
  expect(attempts).toBe(1);
  expect(await associated["BASICEPS"]?.([[1]], [[1]], null, null)).toEqual([[1]]);
  expect(attempts).toBe(2);
});

test("an error of a function reaches its cell while it waits, too", async () => {
  const { associated } = openPage(opensAtOnce);

  await expect(associated["BASICEPS"]?.([["a"]], [[1]], null, null)).rejects.toMatchObject({
    code: CustomFunctions.ErrorCode.invalidValue,
    message: 'income must be a number; received "a"',
  });
});

test("a figure that one of our functions spilled as a data type is a figure to the next one", async () => {
  const { associated } = openPage(opensAtOnce);
  const amount = { type: "Double", basicValue: 42_779, numberFormat: "#,##0;(#,##0);0" };

  expect(await associated["TIEOUT"]?.([[amount]], [[42_779]], null)).toEqual([["✓"]]);
  expect(associated["TIEOUT"]?.([[amount]], [[42_779]], null)).toEqual([["✓"]]);
});

test("families that no cell has called are loaded when asked for, and answer at once from then on", async () => {
  const { registration, associated } = openPage(opensAtOnce);
  await registration.loadFamilies();
  await associated["BASICEPS"]?.([[1]], [[1]], null, null);

  expect(associated["LOANBALANCE"]?.([[36_781]], null, null)).toEqual([[40_483]]);
  expect(associated["LOANPAYOFF"]?.(36_781, "death", null, null)).toHaveLength(6);
});
