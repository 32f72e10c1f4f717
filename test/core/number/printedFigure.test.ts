import fc from "fast-check";
import { compare, exactly, isNegative, toNumber, type Fraction } from "../../../src/core/number/fraction";
import { printedFigure } from "../../../src/core/number/printedFigure";

const read = (text: string) => {
  const figure = printedFigure(text);
  return figure && { value: toNumber(figure.value), unit: toNumber(figure.unit), isPercent: figure.isPercent };
};

/** Texts of which two readers once had two opinions, and why it is this one. */
describe("decided", () => {
  test.each([
    [
      "1,234-",
      { value: -1234, unit: 1, isPercent: false },
      "ledgers print a credit with its minus behind; it says nothing else",
    ],
    [
      "12.5%",
      { value: 0.125, unit: 0.001, isPercent: true },
      "a hundredth; who asks for an amount refuses it as a percentage",
    ],
    ["(0.06", undefined, "half of a negative, or a figure cut off with its parenthesis: which is not told"],
    ["¥3", { value: 3, unit: 1, isPercent: false }, "a currency sign is none of the figure, whatever the currency"],
    ["--", { value: 0, unit: 1, isPercent: false }, "what filings in plain text print for a dash, and a dash is nil"],
    ["1 234", undefined, "two figures, or one with its thousands apart: a filing in English writes 1,234"],
  ])("%s is %o: %s", (text, expected, _why) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("as filings print it", () => {
  test.each([
    ["7,541,024", 7_541_024, 1],
    ["7541024", 7_541_024, 1],
    ["$    5,000", 5_000, 1],
    ["$ (462,000)", -462_000, 1],
    ["($462,000)", -462_000, 1],
    ["(462,000 )", -462_000, 1],
    ["(462,000\t)", -462_000, 1],
    ["( 462,000)", -462_000, 1],
    ["$-5", -5, 1],
    ["-$5", -5, 1],
    ["- $ 5", -5, 1],
    ["−0.06", -0.06, 0.01],
    ["–5", -5, 1],
    ["(0.06)", -0.06, 0.01],
    ["(.06)", -0.06, 0.01],
    ["$(.06)", -0.06, 0.01],
    [".05", 0.05, 0.01],
    ["0.00", 0, 0.01],
    ["(0.00)", 0, 0.01],
    ["0.10", 0.1, 0.01],
    ["3.0", 3, 0.1],
    ["€ 1.26", 1.26, 0.01],
    ["1,234.50 €", 1234.5, 0.01],
    ["\u00a0$\u00a01,234\u00a0", 1234, 1],
    ["999,999,999,999,999.99", 999_999_999_999_999.99, 0.01],
  ])("%j is %d, to %d", (text, value, unit) => {
    expect(read(text)).toEqual({ value, unit, isPercent: false });
  });

  test.each(["-", "–", "—", "−", "--", "---", "$ -", "$—", "-%", "— %", " - "])("%j is nil", (text) => {
    expect(read(text)).toMatchObject({ value: 0, unit: 1 });
  });

  test.each([
    ["12.5 %", 0.125, 0.001],
    ["(12.5)%", -0.125, 0.001],
    ["(12.5%)", -0.125, 0.001],
    ["-3%", -0.03, 0.01],
  ])("%s is %d", (text, value, unit) => {
    expect(read(text)).toEqual({ value, unit, isPercent: true });
  });

  test("digits beyond what a double holds are kept", () => {
    const figure = printedFigure("12,345,678,901,234,567.89");
    expect(figure?.value).toEqual({ numerator: 1234567890123456789n, denominator: 100 });
  });
});

describe("refused", () => {
  test.each([
    ["no figure", ["", " ", "n/a", "nil", "about 1", "$", "()", "%", ".", ",", "-.", "$ $"]],
    [
      "thousands that are not apart by three",
      ["1,23", "12,34", "1,2345", "1234,567", "1,,234", ",123", "1,234,", "0,123"],
    ],
    ["another way to write decimals", ["1.234,56", "1'234", "1.2.3", "5.", "1e3", "½", "١٢"]],
    ["half of a parenthesis", ["(5", "5)", "$ (5", "((5))", "(5))"]],
    ["two signs", ["-(5)", "(-5)", "--5", "-5-", "(5-)", "+-5"]],
    ["two currencies, or one within", ["$€5", "$5 $", "1$2"]],
    ["a percentage twice", ["5%%", "(5%)%"]],
    ["two figures, or a figure and a note", ["1 2", "5 -", "- -", "0.05(1)", "0.05 (a)", "1,234*", "(5) 6"]],
    ["a rule under a column", ["----", "-----------", "====", "____"]],
  ])("%s", (_case, texts) => {
    for (const text of texts) expect({ text, figure: printedFigure(text) }).toEqual({ text, figure: undefined });
  });

  test("digits without end, before they are read", () => {
    const million = 1_000_000;
    for (const text of [
      "9".repeat(million),
      `0.${"0".repeat(million)}1`,
      "1,234".repeat(million),
      "-".repeat(million),
    ]) {
      expect(printedFigure(text)).toBeUndefined();
    }
  });
});

describe("laws", () => {
  const figure = fc.record({
    units: fc.bigInt({ min: 0n, max: 10n ** 18n }),
    decimals: fc.integer({ min: 0, max: 4 }),
    dress: fc.constantFrom<(digits: string) => string>(
      (digits) => digits,
      (digits) => `$ ${digits}`,
      (digits) => `${digits}  `,
      (digits) => `£${digits}`,
    ),
    negative: fc.constantFrom<(digits: string) => string>(
      (digits) => `(${digits})`,
      (digits) => `$ (${digits} )`,
      (digits) => `-${digits}`,
      (digits) => `${digits}-`,
    ),
    grouped: fc.boolean(),
  });

  test("what is printed is read back exactly, and its negative is that", () => {
    fc.assert(
      fc.property(figure, ({ units, decimals, dress, negative, grouped }) => {
        const padded = String(units).padStart(decimals + 1, "0");
        const whole = padded.slice(0, padded.length - decimals);
        const digits = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
        const text = decimals > 0 ? `${digits}.${padded.slice(padded.length - decimals)}` : digits;
        const expected: Fraction = { numerator: units, denominator: 10 ** decimals };
        const [plain, minus] = [printedFigure(dress(text)), printedFigure(negative(text))];
        expect(compare(plain!.value, expected)).toBe(0);
        expect(toNumber(plain!.unit)).toBe(1 / 10 ** decimals);
        expect(compare(minus!.value, { ...expected, numerator: -units })).toBe(0);
        expect(isNegative(minus!.value)).toBe(units > 0n);
      }),
    );
  });

  test("no other text is taken for a figure: what is read has one form of its own", () => {
    const marks = fc.string({
      unit: fc.constantFrom("1", "2", "0", ",", ".", "(", ")", "-", "$", "%", " "),
      maxLength: 9,
    });
    fc.assert(
      fc.property(marks, (text) => {
        const figure = printedFigure(text);
        if (!figure || !/\d/.test(text)) return;
        const digits = text.replace(/[^\d.]/g, "");
        const magnitude = Number(digits) / (text.includes("%") ? 100 : 1);
        const isMinus = /[(-]/.test(text);
        expect(toNumber(figure.value)).toBeCloseTo(isMinus ? -magnitude : magnitude, 12);
        expect(text.trim()).not.toMatch(/\d\s+\d/);
        expect((text.match(/\(/g) ?? []).length).toBe((text.match(/\)/g) ?? []).length);
      }),
      { numRuns: 2000 },
    );
    expect(exactly(0)).toEqual(printedFigure("0")?.value);
  });
});
