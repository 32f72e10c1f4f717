import "../../support/customFunctions";
import { DAYCOUNT } from "../../../src/functions/loan/dayCount";

const [START, END] = [[[45_292]], [[45_323]]]; // January 1 and February 1, 2024

test.each([
  ["frequency", () => DAYCOUNT(START, END, "ACT/ACT ICMA", undefined, undefined, "now and then")],
  ["maturity", () => DAYCOUNT(START, END, "30E/360 ISDA", undefined, undefined, undefined, "some day")],
])("%s is refused by its name", (argument, call) => {
  expect(call).toThrow(new RegExp(`^${argument} must be `));
});
