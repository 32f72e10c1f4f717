import type { ColumnsPicture, PictureSeries } from "../../workbook/pictures/picture";
import { figureWords } from "./axis";
import { tidy, type Drawing, type Shape, type Size } from "./drawing";
import { groupsUnder, labelsUnder, plotFor, type Plot } from "./plot";

/** Share of a group's width that its columns take. */
const FILLED = 0.7;
const WIDEST_COLUMN = 44;

/** Columns beside each other or stacked, below zero downwards; what is marked over a column is a line across it. */
export function drawColumns(picture: ColumnsPicture, size: Size): Drawing {
  const { labels, series, isStacked, groups = [] } = picture;
  const plot = plotFor(isStacked ? stackEnds(picture) : series.flatMap(known), size, groups.length > 0 ? 2 : 1);
  const pitch = plot.box.width / Math.max(1, labels.length);
  const middle = (index: number) => tidy(plot.box.x + (index + 0.5) * pitch);
  const columns = labels.flatMap((_label, index) =>
    isStacked
      ? stack(picture, index, { plot, middle: middle(index), pitch })
      : group(picture, index, { plot, middle: middle(index), pitch }),
  );
  return {
    ...size,
    shapes: [
      ...plot.shapes,
      ...columns,
      ...labelsUnder(
        plot,
        labels.map((label, index) => [middle(index), label]),
      ),
      ...groupsUnder(plot, groups, pitch),
    ],
  };
}

interface Place {
  readonly plot: Plot;
  readonly middle: number;
  readonly pitch: number;
}

function known({ figures }: PictureSeries): number[] {
  return figures.filter((figure) => figure !== null);
}

/** How far up and down the columns of each label reach. */
function stackEnds({ labels, series }: ColumnsPicture): number[] {
  return labels.flatMap((_label, index) => {
    const figures = series.map(({ figures: all }) => all[index] ?? 0);
    const sum = (of: readonly number[]) => of.reduce((total, figure) => total + figure, 0);
    return [sum(figures.filter((figure) => figure > 0)), sum(figures.filter((figure) => figure < 0))];
  });
}

/** Figures above zero stand upon each other from zero up, those below hang from it. */
function stack(picture: ColumnsPicture, index: number, { plot, middle, pitch }: Place): Shape[] {
  const width = Math.min(pitch * FILLED, WIDEST_COLUMN);
  const reached = { up: 0, down: 0 };
  return picture.series.flatMap(({ figures }, series): Shape[] => {
    const figure = figures[index] ?? 0;
    if (figure === 0) return [];
    const way = figure > 0 ? "up" : "down";
    const from = reached[way];
    reached[way] += figure;
    return [bar(picture, { series, index, from, to: reached[way] }, { plot, x: middle - width / 2, width })];
  });
}

function group(picture: ColumnsPicture, index: number, { plot, middle, pitch }: Place): Shape[] {
  const columns = [...picture.series.keys()].filter((series) => picture.series[series]?.over === undefined);
  const width = Math.min((pitch * FILLED) / Math.max(1, columns.length), WIDEST_COLUMN);
  const left = (series: number) => middle + (columns.indexOf(series) - columns.length / 2) * width;
  return picture.series.flatMap(({ figures, over }, series): Shape[] => {
    const figure = figures[index];
    if (figure === null || figure === undefined) return [];
    const x = left(over ?? series);
    if (over === undefined) return [bar(picture, { series, index, from: 0, to: figure }, { plot, x, width })];
    const words = wordsFor(picture, series, index, figure);
    return [{ is: "mark", series, x1: tidy(x), x2: tidy(x + width), y: plot.y(figure), words }];
  });
}

interface Span {
  readonly series: number;
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

function bar(
  picture: ColumnsPicture,
  { series, index, from, to }: Span,
  { plot, x, width }: { readonly plot: Plot; readonly x: number; readonly width: number },
): Shape {
  const [one, other] = [plot.y(from), plot.y(to)];
  const box = { x: tidy(x), y: Math.min(one, other), width: tidy(width), height: tidy(Math.abs(one - other)) };
  return { is: "bar", series, box, words: wordsFor(picture, series, index, to - from) };
}

function wordsFor({ labels, series, decimals }: ColumnsPicture, one: number, index: number, figure: number): string {
  return `${labels[index] ?? ""}, ${series[one]?.name ?? ""}: ${figureWords(figure, decimals)}`;
}
