import { civilDate, startOfYear } from "../../core/calendar/civilDate";
import type { LinePicture, PicturePoint } from "../../workbook/pictures/picture";
import { figureWords } from "./axis";
import { GAP, placed, TEXT_SIZE, tidy, widthOf, type Drawing, type Shape, type Size } from "./drawing";
import { plotFor, withinPlot, type Plot } from "./plot";

/** An amount through time, each day at its place; a chosen day has a dot with its figure. */
export function drawLine(picture: LinePicture, size: Size): Drawing {
  const { points, chosen } = picture;
  const all = chosen ? [...points, chosen] : points;
  const plot = plotFor(
    all.map(({ figure }) => figure),
    size,
  );
  const span = { from: points[0]?.day ?? 0, to: points.at(-1)?.day ?? 1 };
  const time = span.to > span.from ? span : { from: span.from, to: span.from + 1 };
  const x = ({ day }: Pick<PicturePoint, "day">) => placed(day, time, plot.box.x, plot.box.x + plot.box.width);
  const line = [...all].sort((a, b) => a.day - b.day);
  return {
    ...size,
    shapes: [
      ...plot.shapes,
      { is: "line", points: line.map((point) => [x(point), plot.y(point.figure)] as const) },
      ...years(plot, time, (day) => x({ day })),
      ...(chosen ? chosenShapes(picture, plot, [x(chosen), plot.y(chosen.figure)]) : []),
    ],
  };
}

/** The beginning of years under the line, as many as there is room for; of less than a year its first and last day. */
function years({ box }: Plot, { from, to }: { from: number; to: number }, x: (day: number) => number): Shape[] {
  const y = tidy(box.y + box.height + TEXT_SIZE + GAP);
  const [first, last] = [civilDate(from).year + 1, civilDate(to).year];
  const room = Math.max(1, Math.floor(box.width / (widthOf("2000") + 2 * GAP)));
  const count = last - first + 1;
  if (count < 1)
    return [{ is: "text", x: withinPlot(box.x, `${last}`, box), y, words: String(last), anchor: "middle" }];
  const every = roundYears(Math.ceil(count / room));
  const shown = Array.from({ length: count }, (_year, index) => first + index).filter((year) => year % every === 0);
  let free = -Infinity;
  return (shown.length > 0 ? shown : [first]).flatMap((year): Shape[] => {
    const at = x(startOfYear(year));
    const words = String(year);
    const middle = withinPlot(at, words, box);
    const tick: Shape = {
      is: "rule",
      from: [at, tidy(box.y + box.height)],
      to: [at, tidy(box.y + box.height + 3)],
      look: "grid",
    };
    if (middle - widthOf(words) / 2 < free) return [tick];
    free = middle + widthOf(words) / 2 + GAP;
    return [tick, { is: "text", x: middle, y, words, anchor: "middle" }];
  });
}

function roundYears(least: number): number {
  return [1, 2, 5, 10, 20, 25, 50, 100].find((years) => years >= least) ?? least;
}

/** The dot with a guide down to the day, and the figure beside it where there is room. */
function chosenShapes({ chosen, decimals }: LinePicture, { box }: Plot, [x, y]: readonly [number, number]): Shape[] {
  if (!chosen) return [];
  const words = figureWords(chosen.figure, decimals);
  const isLeft = x + GAP + widthOf(words) > box.x + box.width;
  return [
    { is: "rule", from: [x, tidy(box.y + box.height)], to: [x, y], look: "guide" },
    { is: "dot", x, y, words: `${chosen.label}: ${words}` },
    {
      is: "text",
      x: tidy(isLeft ? x - GAP : x + GAP),
      y: tidy(Math.max(TEXT_SIZE, y - GAP)),
      words,
      anchor: isLeft ? "end" : "start",
      isStrong: true,
    },
  ];
}
