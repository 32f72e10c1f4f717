import { addMonths, dayOf } from "../../../src/core/calendar/civilDate";
import { draw } from "../../../src/taskpane/pictures/draw";
import { TEXT_SIZE, widthOf, type Drawing, type Shape } from "../../../src/taskpane/pictures/drawing";
import type { ColumnsPicture, LinePicture, Picture, WaterfallPicture } from "../../../src/workbook/pictures/picture";

const SIZE = { width: 296, height: 190 };

function columns(changes: Partial<ColumnsPicture>): ColumnsPicture {
  return {
    kind: "columns",
    title: "Runoff",
    decimals: 0,
    labelsAre: "Year",
    isStacked: true,
    labels: ["2025", "2026"],
    series: [
      { name: "Principal", figures: [100, 300] },
      { name: "Interest", figures: [20, 10] },
    ],
    ...changes,
  };
}

function line(days: readonly number[], figures: readonly number[], chosen?: LinePicture["chosen"]): LinePicture {
  const points = days.map((day, index) => ({ day, label: String(day), figure: figures[index] ?? 0 }));
  const about = { kind: "line", title: "Balance", name: "Balance", decimals: 2, labelsAre: "Date" } as const;
  return { ...about, points, ...(chosen ? { chosen } : {}) };
}

function waterfall(steps: WaterfallPicture["steps"]): WaterfallPicture {
  return { kind: "waterfall", title: "Dilution", name: "Per share", decimals: 4, labelsAre: "Step", steps };
}

const yearsFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_year, index) => String(first + index));
const monthly = (count: number) =>
  Array.from({ length: count }, (_month, index) => addMonths(dayOf(2025, 1, 15), index));
const LONG = "Options of the 2014 Equity Incentive Plan, as amended and restated on May 4, 2019";

const AWKWARD: readonly (readonly [string, Picture])[] = [
  ["two years", columns({})],
  ["no label at all", columns({ labels: [], series: [{ name: "Principal", figures: [] }] })],
  ["one year", columns({ labels: ["2025"], series: [{ name: "Principal", figures: [1000] }] })],
  ["zeros", columns({ series: [{ name: "Principal", figures: [0, 0] }] })],
  ["blanks", columns({ isStacked: false, series: [{ name: "Basic", figures: [null, 0.05] }] })],
  [
    "30 years",
    columns({ labels: yearsFrom(2025, 31), series: [{ name: "Principal", figures: Array<number>(31).fill(80_000) }] }),
  ],
  [
    "200 years",
    columns({ labels: yearsFrom(2025, 200), series: [{ name: "Principal", figures: Array<number>(200).fill(8) }] }),
  ],
  [
    "negative amortization",
    columns({
      series: [
        { name: "Principal", figures: [-100, 300] },
        { name: "Interest", figures: [120, 90] },
      ],
    }),
  ],
  ["losses alone", columns({ isStacked: false, decimals: 2, series: [{ name: "Basic", figures: [-0.06, -0.08] }] })],
  ["billions", columns({ series: [{ name: "Principal", figures: [2.5e9, 1.2e10] }] })],
  [
    "40 quarters, filed over computed",
    columns({
      isStacked: false,
      labels: Array.from({ length: 40 }, (_quarter, index) => `Mar ${2000 + index}`),
      series: [
        { name: "Basic", figures: Array<number>(40).fill(0.5) },
        { name: "Diluted", figures: Array<number>(40).fill(0.4) },
        { name: "Diluted, as filed", figures: Array<number>(40).fill(0.4), over: 1 },
      ],
    }),
  ],
  ["one point", line([dayOf(2025, 3, 1)], [1000])],
  ["within a year", line(monthly(4), [1000, 750, 500, 0])],
  [
    "30 years by month",
    line(
      monthly(360),
      monthly(360).map((_day, index) => 1e6 - index * 2500),
    ),
  ],
  [
    "200 years",
    line(
      monthly(2400),
      monthly(2400).map(() => 5),
    ),
  ],
  ["nothing owed", line(monthly(3), [0, 0, 0])],
  [
    "a day at the start",
    line(
      monthly(24),
      monthly(24).map(() => 2_500_000),
      { day: dayOf(2025, 1, 15), label: "first", figure: 2_500_000 },
    ),
  ],
  [
    "a day at the end",
    line(
      monthly(24),
      monthly(24).map(() => 2_500_000),
      { day: dayOf(2026, 12, 15), label: "last", figure: 2_500_000 },
    ),
  ],
  [
    "steps with long names",
    waterfall([
      { label: "Basic", from: 0, to: 3, note: "", is: "total" },
      { label: LONG, from: 3, to: 2.8, note: "", is: "step" },
      { label: LONG, from: 2.8, to: 2.8, note: "antidilutive", is: "left out" },
      { label: "Diluted", from: 0, to: 2.8, note: "", is: "total" },
    ]),
  ],
  [
    "a loss",
    waterfall([
      { label: "Basic", from: 0, to: -0.06, note: "", is: "total" },
      { label: "Diluted", from: 0, to: -0.06, note: "", is: "total" },
    ]),
  ],
  ["no earnings", waterfall([{ label: "Basic", from: 0, to: 0, note: "", is: "total" }])],
  [
    "a loss that a step deepens",
    waterfall([
      { label: "Basic", from: 0, to: 0.01, note: "", is: "total" },
      { label: "Subsidiary", from: 0.01, to: -0.02, note: "", is: "step" },
      { label: "Diluted", from: 0, to: -0.02, note: "", is: "total" },
    ]),
  ],
];

type Text = Extract<Shape, { is: "text" }>;
type Bar = Extract<Shape, { is: "bar" }>;

const textsOf = ({ shapes }: Drawing) =>
  shapes.filter((shape): shape is Text => shape.is === "text" && shape.words !== "");
const barsOf = ({ shapes }: Drawing) => shapes.filter((shape): shape is Bar => shape.is === "bar");

function extentOf({ x, y, words, anchor }: Text) {
  const width = widthOf(words);
  const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
  return { left, right: left + width, top: y - TEXT_SIZE, bottom: y };
}

describe.each(AWKWARD)("%s", (_what, picture) => {
  const drawing = draw(picture, SIZE);

  test("no words lie on others, nor out of the picture", () => {
    const texts = textsOf(drawing).map((text) => ({ ...extentOf(text), words: text.words }));
    for (const [index, one] of texts.entries()) {
      expect(one.left).toBeGreaterThanOrEqual(-0.5);
      expect(one.right).toBeLessThanOrEqual(drawing.width + 0.5);
      expect(one.bottom).toBeLessThanOrEqual(drawing.height);
      for (const other of texts.slice(index + 1)) {
        const isApart =
          one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;
        expect([one.words, other.words, isApart]).toEqual([one.words, other.words, true]);
      }
    }
  });

  test("every shape is a place on the paper", () => {
    for (const shape of drawing.shapes) expect(JSON.stringify(shape)).not.toMatch(/null|NaN/);
    for (const { box } of barsOf(drawing)) {
      expect(Math.min(box.x, box.y, box.width, box.height)).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(drawing.width);
      expect(box.y + box.height).toBeLessThanOrEqual(drawing.height);
    }
  });
});

test("a stack is as high as its figures together, each part as its figure", () => {
  const bars = barsOf(draw(columns({}), SIZE));
  const [principal, interest, larger, smaller] = bars.map(({ box }) => box);
  expect((principal?.height ?? 0) / (interest?.height ?? 1)).toBeCloseTo(100 / 20, 1);
  expect((larger?.height ?? 0) / (smaller?.height ?? 1)).toBeCloseTo(300 / 10, 0);
  expect((interest?.y ?? 0) + (interest?.height ?? 0)).toBeCloseTo(principal?.y ?? -1, 1);
  expect(bars.map(({ words }) => words)).toEqual([
    "2025, Principal: 100",
    "2025, Interest: 20",
    "2026, Principal: 300",
    "2026, Interest: 10",
  ]);
});

test("what is below zero hangs from the line of zero, and what is above stands on it", () => {
  const { shapes } = draw(
    columns({ isStacked: false, labels: ["a", "b"], series: [{ name: "EPS", figures: [-1, 2] }] }),
    SIZE,
  );
  const zero = shapes.find((shape) => shape.is === "rule" && shape.look === "zero") as Extract<Shape, { is: "rule" }>;
  const [loss, income] = barsOf({ ...SIZE, shapes }).map(({ box }) => box);
  expect(loss?.y).toBeCloseTo(zero.from[1], 1);
  expect((income?.y ?? 0) + (income?.height ?? 0)).toBeCloseTo(zero.from[1], 1);
});

test("a line has each day at its distance from the others, and passes through the chosen one", () => {
  const { shapes } = draw(line([0, 100, 400], [30, 20, 0], { day: 200, label: "chosen", figure: 15 }), SIZE);
  const [drawn] = shapes.filter((shape) => shape.is === "line");
  const [first, second, chosen, last] = (drawn?.points ?? []).map(([x]) => x) as [number, number, number, number];
  expect((second - first) / (last - first)).toBeCloseTo(100 / 400, 2);
  expect((chosen - first) / (last - first)).toBeCloseTo(200 / 400, 2);
  expect(shapes).toContainEqual(expect.objectContaining({ is: "dot", x: chosen, words: "chosen: 15.00" }));
});

test("a step of the dilution reaches from the figure before it to the one after it", () => {
  const drawing = draw(
    waterfall([
      { label: "Basic", from: 0, to: 4, note: "", is: "total" },
      { label: "Options", from: 4, to: 3, note: "lowers it", is: "step" },
      { label: "Notes", from: 3, to: 3, note: "antidilutive", is: "left out" },
      { label: "Diluted", from: 0, to: 3, note: "", is: "total" },
    ]),
    SIZE,
  );
  const [basic, options, diluted] = barsOf(drawing).map(({ box }) => box);
  expect((options?.x ?? 0) + (options?.width ?? 0)).toBeCloseTo((basic?.x ?? 0) + (basic?.width ?? 0), 1);
  expect(options?.x).toBeCloseTo((diluted?.x ?? 0) + (diluted?.width ?? 0), 1);
  expect(textsOf(drawing).map(({ words }) => words)).toEqual([
    "Basic",
    "4.0000",
    "Options",
    "(1.0000)",
    "Notes: left out",
    "Diluted",
    "3.0000",
  ]);
});
