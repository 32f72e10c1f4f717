/** The scale of figures along an axis: from a round figure to a round figure, with zero on it. */

export interface Axis {
  readonly from: number;
  readonly to: number;
  /** Round figures from one end to the other, ascending. */
  readonly ticks: readonly number[];
  /** What the printed ticks are divided by, so that they stay short: 1, a thousand, a million. */
  readonly unit: number;
  /** The unit in words, "" for 1. */
  readonly unitWords: string;
  /** Decimals that tell one tick from the next. */
  readonly decimals: number;
}

const MOST_STEPS = 5;
/** So many digits of a tick are read at a glance. */
const LONGEST_TICK = 1e6;
const UNITS: readonly (readonly [unit: number, words: string])[] = [
  [1, ""],
  [1e3, "in thousands"],
  [1e6, "in millions"],
  [1e9, "in billions"],
];

/** An axis on which every figure, and zero, has its place. Without a figure that is not zero it runs from 0 to 1. */
export function axisFor(figures: readonly number[]): Axis {
  const low = Math.min(0, ...figures);
  const high = Math.max(0, ...figures);
  const step = roundStep((high - low || 1) / MOST_STEPS);
  const [first, last] = [Math.floor(low / step + EDGE), Math.ceil((high || (low < 0 ? 0 : 1)) / step - EDGE)];
  const ticks = Array.from({ length: last - first + 1 }, (_tick, index) => inStep(first + index, step));
  const [unit, unitWords] = unitFor(Math.max(-low, high), step);
  return {
    from: ticks[0] ?? 0,
    to: ticks.at(-1) ?? 1,
    ticks,
    unit,
    unitWords,
    decimals: Math.max(0, -Math.floor(Math.log10(step / unit) + EDGE)),
  };
}

/** A figure that is a tick but for what doubles leave needs no tick beyond it. */
const EDGE = 1e-9;

/** 1, 2 or 5 of a power of ten, at least as much as asked for. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5].find((digit) => digit * power >= least * (1 - EDGE));
  return (step ?? 10) * power;
}

/** So many steps, without the last digits that multiplying doubles leaves: 0.3 and not 0.30000000000000004. */
function inStep(count: number, step: number): number {
  return Number((count * step).toPrecision(12));
}

/** The first unit in which the largest tick is short, unless it would hide the steps. */
function unitFor(largest: number, step: number): readonly [number, string] {
  return UNITS.find(([unit]) => largest / unit < LONGEST_TICK || step / (unit * 1000) < 1) ?? [1, ""];
}

/** A figure as the exhibits print it: in parentheses below zero. */
export function figureWords(figure: number, decimals: number): string {
  const words = Math.abs(figure).toLocaleString("en-US", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return figure < 0 && Number(words.replaceAll(",", "")) !== 0 ? `(${words})` : words;
}
