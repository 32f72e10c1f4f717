import { basicEps } from "../../../src/core/eps/basicEps";
import { exactly, fraction, rounded, toNumber, ZERO } from "../../../src/core/number/fraction";

test.each([
  // Exhibit 11 of HemaCare Corporation, September 30, 2002: as filed
  ["three months of 2002", -462_000, 7_737_946, 0, -0.06],
  ["three months of 2001", 5_000, 7_541_024, 0, 0],
  ["nine months of 2002", -619_000, 7_647_197, 0, -0.08],
  ["nine months of 2001", 377_000, 7_509_358, 0, 0.05],
  // IAS 33.12, 14-15: dividends on preference stock come off, and make a loss larger
  ["preferred dividends lower an income", 1_200, 400, 200, 2.5],
  ["and raise a loss", -1_200, 400, 200, -3.5],
])("%s", (_case, income, shares, dividends, filed) => {
  const eps = basicEps(exactly(income), exactly(shares), exactly(dividends));
  expect(toNumber(rounded(eps, 2))).toBe(filed);
});

test("is exact until it is printed", () => {
  expect(basicEps(fraction(1), fraction(3), ZERO)).toEqual(fraction(1, 3));
});

test.each([0, -1])("%d shares have no earnings each", (shares) => {
  const words = `shares must be more than zero; received ${shares}`;
  expect(() => basicEps(exactly(5), exactly(shares), ZERO)).toThrow(words);
});
