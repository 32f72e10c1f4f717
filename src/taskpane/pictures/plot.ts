import type { PictureGroup } from "../../workbook/pictures/picture";
import { axisFor, figureWords, type Axis } from "./axis";
import { fitted, GAP, placed, TEXT_SIZE, tidy, widthOf, type Box, type Shape, type Size } from "./drawing";

/** A picture whose figures run upwards: its axis with the lines at its ticks, and the box in which its figures stand. */
export interface Plot {
  readonly box: Box;
  readonly axis: Axis;
  readonly shapes: readonly Shape[];
  /** The height on paper of a figure. */
  readonly y: (figure: number) => number;
}

/** Height under the plot for the labels. */
const FOOT = TEXT_SIZE + 2 * GAP;

/** Height of a line of labels after the first. */
const LINE = TEXT_SIZE + GAP;

/** @param lines of labels under the plot */
export function plotFor(figures: readonly number[], { width, height }: Size, lines = 1): Plot {
  const axis = axisFor(figures);
  const texts = axis.ticks.map((tick) => figureWords(tick / axis.unit, axis.decimals));
  const gutter = tidy(Math.max(...texts.map(widthOf)) + GAP);
  const head = TEXT_SIZE + (axis.unitWords === "" ? 0 : TEXT_SIZE + GAP);
  const box = {
    x: gutter,
    y: head,
    width: tidy(width - gutter - 2),
    height: tidy(height - head - FOOT - (lines - 1) * LINE),
  };
  const y = (figure: number) => placed(figure, axis, box.y + box.height, box.y);
  const shapes = axis.ticks.flatMap((tick, index): Shape[] => [
    { is: "rule", from: [box.x, y(tick)], to: [tidy(box.x + box.width), y(tick)], look: tick === 0 ? "zero" : "grid" },
    { is: "text", x: tidy(gutter - GAP), y: tidy(y(tick) + TEXT_SIZE / 3), words: texts[index] ?? "", anchor: "end" },
  ]);
  const units: Shape[] =
    axis.unitWords === "" ? [] : [{ is: "text", x: 0, y: TEXT_SIZE, words: axis.unitWords, anchor: "start" }];
  return { box, axis, shapes: [...units, ...shapes], y };
}

/** Labels under the plot at their places: as many as stand beside each other without touching, the first among them. */
export function labelsUnder({ box }: Plot, labels: readonly (readonly [x: number, words: string])[]): Shape[] {
  const longest = Math.max(0, ...labels.map(([, words]) => widthOf(words)));
  const pitch = labels.length > 1 ? box.width / labels.length : box.width;
  const every = Math.max(1, Math.ceil((longest + GAP) / pitch));
  let free = -Infinity;
  return labels.flatMap(([x, words], index): Shape[] => {
    const middle = withinPlot(x, words, box);
    if (index % every !== 0 || middle - widthOf(words) / 2 < free) return [];
    free = middle + widthOf(words) / 2 + GAP;
    return [{ is: "text", x: middle, y: tidy(box.y + box.height + TEXT_SIZE + GAP), words, anchor: "middle" }];
  });
}

/** Headings under the labels, each in the middle of its own and cut to their width. */
export function groupsUnder({ box }: Plot, groups: readonly PictureGroup[], pitch: number): Shape[] {
  let x = box.x;
  return groups.map(({ label, labels }): Shape => {
    const width = labels * pitch;
    const middle = tidy(x + width / 2);
    x += width;
    const y = tidy(box.y + box.height + TEXT_SIZE + GAP + LINE);
    return { is: "text", x: middle, y, words: fitted(label, width - GAP), anchor: "middle" };
  });
}

/** The middle of a text that does not stand out of the picture at the right. */
export function withinPlot(x: number, words: string, { x: left, width }: Box): number {
  const half = widthOf(words) / 2;
  return tidy(Math.max(half, Math.min(x, left + width - half)));
}
