/** A picture as shapes on paper, before anything of the page is known: what is tested, and what a component puts out. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Series are told apart by their look, not by colour alone: 0 is filled, 1 is hatched, and so on. */
export type Shape =
  | { readonly is: "bar"; readonly series: number; readonly box: Box; readonly words: string }
  /** A change that lowers, or what is left out. */
  | { readonly is: "outline"; readonly box: Box; readonly words: string }
  /** What is marked over a column. */
  | {
      readonly is: "mark";
      readonly series: number;
      readonly x1: number;
      readonly x2: number;
      readonly y: number;
      readonly words: string;
    }
  | { readonly is: "line"; readonly points: readonly (readonly [x: number, y: number])[] }
  | {
      readonly is: "rule";
      readonly from: readonly [number, number];
      readonly to: readonly [number, number];
      readonly look: "grid" | "zero" | "guide";
    }
  | { readonly is: "dot"; readonly x: number; readonly y: number; readonly words: string }
  | {
      readonly is: "text";
      readonly x: number;
      readonly y: number;
      readonly words: string;
      readonly anchor: "start" | "middle" | "end";
      readonly isStrong?: true;
    };

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const TEXT_SIZE = 11;
/** Width of a character at that size, on the wide side: digits of Segoe UI and Arial are 6.1. */
const CHARACTER = 6.3;

export function widthOf(words: string): number {
  return words.length * CHARACTER;
}

/** Words that fit a width, the rest as dots; the table behind the picture has them whole. */
export function fitted(words: string, width: number): string {
  const most = Math.floor(width / CHARACTER);
  return words.length <= most ? words : `${words.slice(0, Math.max(0, most - 1)).trimEnd()}…`;
}

/** Space between a text and what it belongs to. */
export const GAP = 6;

/** The place of a figure along a length. */
export function placed(figure: number, { from, to }: { from: number; to: number }, start: number, end: number): number {
  return tidy(start + ((figure - from) / (to - from)) * (end - start));
}

/** Hundredths of a pixel are enough. */
export function tidy(length: number): number {
  return Math.round(length * 100) / 100;
}
