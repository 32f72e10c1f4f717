import { minorUnit } from "../../../../src/core/loan/terms/minorUnit";
import { loanFromObject } from "../../../../src/core/loan/form/objectForm";
import { toNumber } from "../../../../src/core/number/fraction";

/** ISO 4217, List One: the column "Minor unit". */
test.each([
  ["$", 0.01],
  ["US$", 0.01],
  ["EUR", 0.01],
  ["CNY", 0.01],
  ["JPY", 1],
  ["jpy", 1],
  ["¥", 1],
  ["yen", 1],
  ["KRW", 1],
  ["₩", 1],
  ["ISK", 1],
  ["KWD", 0.001],
  ["TND", 0.001],
  ["CLF", 0.0001],
  ["shells", 0.01],
])("%s is paid in units of %d", (currency, unit) => {
  expect([toNumber(minorUnit(currency).unit), minorUnit(currency).mode]).toEqual([unit, "halfUp"]);
});

/** 1,000,000 at 3 % over twelve months: 1,000,000 x 0.0025 / (1 - 1.0025^-12) = 84,693.6986; interest 2,294.5158 then. */
test.each([
  [{}, [84_693.7, 2_294.52]],
  [{ currency: "JPY" }, [84_694, 2_295]],
  [{ currency: "KWD" }, [84_693.699, 2_294.516]],
  [{ currency: "JPY", paymentRounding: "cent", interestRounding: "none" }, [84_693.7, 2_294.51575]],
  [{ decimals: 1 }, [84_693.7, 2_294.5]], // fewer decimals than a cent has: to the unit that is carried
])("payment and second interest of a loan where %j is all that is said", (said, expected) => {
  const terms = { principal: 1_000_000, startDate: "2025-01-15", annualRate: 0.03, payments: 12 };
  const { loan, payments, interests } = loanFromObject({ ...terms, ...said }).schedule;
  expect([payments[0], interests[1]].map((units) => (units ?? NaN) / loan.scale.one)).toEqual(expected);
});
