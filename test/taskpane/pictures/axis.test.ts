import fc from "fast-check";
import { axisFor, figureWords } from "../../../src/taskpane/pictures/axis";

const shown = (figures: readonly number[]) => {
  const { ticks, unit, unitWords, decimals } = axisFor(figures);
  return [ticks.map((tick) => figureWords(tick / unit, decimals)).join(" "), unitWords];
};

test.each([
  ["a loan", [92_909, 0], "0 20,000 40,000 60,000 80,000 100,000", ""],
  ["a figure that is a tick itself", [1000], "0 200 400 600 800 1,000", ""],
  ["cents", [0.05, 0.04], "0.00 0.01 0.02 0.03 0.04 0.05", ""],
  ["a loss", [-0.06, -0.08], "(0.08) (0.06) (0.04) (0.02) 0.00", ""],
  ["both signs", [-0.06, 0.17], "(0.10) (0.05) 0.00 0.05 0.10 0.15 0.20", ""],
  ["zeros", [0, 0], "0.0 0.2 0.4 0.6 0.8 1.0", ""],
  ["nothing", [], "0.0 0.2 0.4 0.6 0.8 1.0", ""],
  ["millions", [2_400_000], "0 500 1,000 1,500 2,000 2,500", "in thousands"],
  ["billions", [2_500_000_000], "0 500 1,000 1,500 2,000 2,500", "in millions"],
  ["the smallest", [1e-7], "0.00000000 0.00000002 0.00000004 0.00000006 0.00000008 0.00000010", ""],
])("%s", (_what, figures, ticks, unit) => {
  expect(shown(figures)).toEqual([ticks, unit]);
});

test("every figure and zero lie on the axis, between round ticks that are told apart", () => {
  const figure = fc.double({ min: -1e12, max: 1e12, noNaN: true }).filter((one) => one === 0 || Math.abs(one) > 1e-9);
  fc.assert(
    fc.property(fc.array(figure, { maxLength: 8 }), (figures) => {
      const { from, to, ticks, unit, decimals } = axisFor(figures);
      const edge = (to - from) * 1e-6;
      for (const one of [0, ...figures]) {
        expect(one).toBeGreaterThanOrEqual(from - edge);
        expect(one).toBeLessThanOrEqual(to + edge);
      }
      expect(ticks).toContain(0);
      expect(ticks.length).toBeLessThanOrEqual(8);
      const words = ticks.map((tick) => figureWords(tick / unit, decimals));
      expect(new Set(words).size).toBe(words.length);
      const step = (ticks[1] ?? 0) - (ticks[0] ?? 0);
      expect([1, 2, 5]).toContain(Number(step.toExponential(6).split("e")[0]));
    }),
  );
});
