import { asFigure } from "../../../src/core/number/spelledOut";

describe("a number that a note spells out with the figure behind it is the figure", () => {
  test.each([
    ["Five percent (5%) per annum", "5% per annum"],
    ["Five percent (5%)per annum", "5% per annum"],
    ["Five percent (5%)", "5%"],
    ["sixty ( 60 )", "60"],
    ["One Hundred Thousand and 00/100 Dollars ($100,000.00)", "$100,000.00"],
    ["ONE MILLION TWO HUNDRED FIFTY THOUSAND U.S. DOLLARS ($1,250,000)", "$1,250,000"],
  ])("%s", (text, figure) => expect(asFigure(text)).toBe(figure));

  test.each(["Six percent (5%)", "five percent", "Annex (5)", "(5%)"])("%s stays as it is", (text) =>
    expect(asFigure(text)).toBe(text),
  );
});
