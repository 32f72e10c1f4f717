import "../../src/engine/customFunctionsRuntime";
import { FAMILY_OF, loadFamily, type FamilyName } from "../../src/excel/families";
import metadata from "../../src/functions/functions.json";

type Registration = typeof import("../../src/excel/registration");
type Associated = Record<string, (...values: unknown[]) => unknown>;

/** A page that has just opened, with the functions registered on it. */
function openPage(): { registration: Registration; associated: Associated } {
  const associated: Associated = {};
  Object.assign(CustomFunctions, {
    associate: (id: string, call: (...values: unknown[]) => unknown) => void (associated[id] = call),
  });
  let registration: Registration | undefined;
  jest.isolateModules(() => {
    registration = require("../../src/excel/registration") as Registration;
    registration.registerFunctions();
  });
  return { registration: registration as Registration, associated };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

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
  const { registration, associated } = openPage();
  const answered = jest.fn();
  const waiting = Promise.resolve(associated["INCREMENTALSHARES"]?.([[50_000]], [[24]], [[30]], null)).then(answered);
  await settled();
  expect(answered).not.toHaveBeenCalled();

  registration.settingsAreKnown();
  await waiting;
  expect(answered).toHaveBeenCalledWith([[10_000]]);
  expect(associated["INCREMENTALSHARES"]?.([[50_000]], [[24]], [[30]], null)).toEqual([[10_000]]);
});

test("when the settings cannot be read a cell says so", async () => {
  const { registration, associated } = openPage();
  const answer = associated["BASICEPS"]?.([[1]], [[1]], null, null);
  registration.settingsAreUnknown(new Error("The workbook's settings could not be read."));

  await expect(answer).rejects.toMatchObject({
    code: CustomFunctions.ErrorCode.notAvailable,
    message: "The workbook's settings could not be read.",
  });
});

test("an error of a function reaches its cell while it waits, too", async () => {
  const { registration, associated } = openPage();
  const answer = associated["BASICEPS"]?.([["a"]], [[1]], null, null);
  registration.settingsAreKnown();

  await expect(answer).rejects.toMatchObject({
    code: CustomFunctions.ErrorCode.invalidValue,
    message: 'income must be a number; received "a"',
  });
});
