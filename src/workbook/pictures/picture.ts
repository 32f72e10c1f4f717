/** Figures to be drawn. What draws them knows nothing of loans or shares; a table of the same figures stands behind each. */
import type { CellContent } from "../book/book";

/** A figure for each label, or for each day; null where there is none. */
export interface PictureSeries {
  readonly name: string;
  readonly figures: readonly (number | null)[];
  /** The series, by its index, over whose columns these figures are marked: what was filed over what is computed. */
  readonly over?: number;
}

interface About {
  readonly title: string;
  /** How the figures read: amounts to the unit, or to the cent and beyond. */
  readonly decimals: number;
  /** What a label is: "Year", "Period ended", "Date". */
  readonly labelsAre: string;
}

/** A heading of labels beside each other. */
export interface PictureGroup {
  readonly label: string;
  readonly labels: number;
}

/** Columns for each label, beside each other, or stacked so that they add up. */
export interface ColumnsPicture extends About {
  readonly kind: "columns";
  readonly isStacked: boolean;
  readonly labels: readonly string[];
  /** Headings under the labels, each of so many of them. */
  readonly groups?: readonly PictureGroup[];
  readonly series: readonly PictureSeries[];
}

/** A point of a line. Days may be counted from anywhere: the distance of two is what is drawn. */
export interface PicturePoint {
  readonly day: number;
  readonly label: string;
  readonly figure: number;
}

/** An amount through time, with a day that was chosen. */
export interface LinePicture extends About {
  readonly kind: "line";
  readonly name: string;
  readonly points: readonly PicturePoint[];
  readonly chosen?: PicturePoint;
}

/** A figure that is reached, or what one more step does to it. */
export interface PictureStep {
  readonly label: string;
  /** The figure before the step, 0 for one that stands by itself. */
  readonly from: number;
  readonly to: number;
  /** What stands beside the figure in the table: why a step is taken, or is not. */
  readonly note: string;
  readonly is: "total" | "step" | "left out";
}

/** From one figure to another, step by step. */
export interface WaterfallPicture extends About {
  readonly kind: "waterfall";
  readonly name: string;
  readonly steps: readonly PictureStep[];
}

export type Picture = ColumnsPicture | LinePicture | WaterfallPicture;

/** The figures of a picture as a table with a header row. */
export function tableOf(picture: Picture): readonly (readonly CellContent[])[] {
  switch (picture.kind) {
    case "columns":
      return [
        [picture.labelsAre, ...picture.series.map(({ name }) => name)],
        ...picture.labels.map((label, index) => [label, ...picture.series.map(({ figures }) => figures[index] ?? "")]),
      ];
    case "line":
      return [
        [picture.labelsAre, picture.name],
        ...picture.points.map(({ label, figure }) => [label, figure]),
        ...(picture.chosen ? [[`${picture.chosen.label} (chosen)`, picture.chosen.figure]] : []),
      ];
    case "waterfall":
      return [
        [picture.labelsAre, "Change", picture.name, "Why"],
        ...picture.steps.map(({ label, from, to, note, is }) => [label, is === "step" ? to - from : "", to, note]),
      ];
  }
}
