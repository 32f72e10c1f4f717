import type { PictureStep, WaterfallPicture } from "../../workbook/pictures/picture";
import { axisFor, figureWords } from "./axis";
import { fitted, GAP, placed, TEXT_SIZE, tidy, widthOf, type Drawing, type Shape, type Size } from "./drawing";

const BAR = 14;
/** A line of words over its bar. */
const ROW = TEXT_SIZE + BAR + 3 * GAP;

/**
 * A row for each step, its words over its bar, so that a name of any length has room. Every bar is measured from zero:
 * a step that hardly moves the figure looks as if it hardly did.
 */
export function drawWaterfall(picture: WaterfallPicture, { width }: Pick<Size, "width">): Drawing {
  const { steps, decimals } = picture;
  const figures = steps.flatMap(({ from, to }) => [from, to]);
  const axis = axisFor(figures);
  const room = Math.max(...steps.map((step) => widthOf(figureOf(step, decimals)))) + 2 * GAP;
  const [left, right] = axis.from < 0 ? [room, axis.to > 0 ? width - room : width - GAP] : [0, width - room];
  const x = (figure: number) => placed(figure, axis, left, right);
  const height = steps.length * ROW + GAP;
  return {
    width,
    height,
    shapes: [
      { is: "rule", from: [x(0), 0], to: [x(0), height], look: "zero" },
      ...steps.flatMap((step, index) => row(step, index * ROW, { x, decimals, width })),
      ...steps.slice(1).map((_step, index): Shape => {
        const at = x(steps[index]?.to ?? 0);
        return {
          is: "rule",
          from: [at, index * ROW + ROW - GAP],
          to: [at, (index + 1) * ROW + TEXT_SIZE + GAP],
          look: "guide",
        };
      }),
    ],
  };
}

/** What a total comes to, or what a step changes. */
function figureOf({ from, to, is }: PictureStep, decimals: number): string {
  return figureWords(is === "step" ? to - from : to, decimals);
}

interface Paper {
  readonly x: (figure: number) => number;
  readonly decimals: number;
  readonly width: number;
}

function row(step: PictureStep, top: number, { x, decimals, width }: Paper): Shape[] {
  const { label, from, to, note, is } = step;
  const y = tidy(top + TEXT_SIZE + GAP);
  const [start, end] = [Math.min(x(from), x(to)), Math.max(x(from), x(to))];
  const figure = figureOf(step, decimals);
  const words = `${label}: ${figure}${is === "total" ? "" : `, ${note}`}`;
  const box = { x: start, y, width: tidy(end - start), height: BAR };
  const over = is === "left out" ? `${label}: left out` : label;
  const shapes: Record<PictureStep["is"], Shape[]> = {
    total: [{ is: "bar", series: 0, box, words }],
    step: [{ is: "bar", series: 1, box, words }],
    "left out": [{ is: "outline", box: { ...box, x: tidy(x(to) - 1), width: 2 }, words }],
  };
  const isDown = to < 0 || (to === 0 && from < 0);
  return [
    { is: "text", x: 0, y: tidy(top + TEXT_SIZE), words: fitted(over, width), anchor: "start" },
    ...shapes[is],
    {
      is: "text",
      x: tidy(isDown ? start - GAP : end + GAP),
      y: tidy(y + BAR - 3),
      words: is === "left out" ? "" : figure,
      anchor: isDown ? "end" : "start",
      ...(is === "total" ? { isStrong: true as const } : {}),
    },
  ];
}
