/** Sizes of a file, in characters and points, as pixels of the grid. */

const PIXELS_A_CHARACTER = 7;
/** What a column has beside its characters. */
const PIXELS_BESIDE = 5;
const PIXELS_A_POINT = 96 / 72;

export const pixelsWide = (characters: number) => Math.round(characters * PIXELS_A_CHARACTER) + PIXELS_BESIDE;

export const charactersWide = (pixels: number) => round(Math.max(0, pixels - PIXELS_BESIDE) / PIXELS_A_CHARACTER);

export const pixelsHigh = (points: number) => Math.round(points * PIXELS_A_POINT);

export const pointsHigh = (pixels: number) => round(pixels / PIXELS_A_POINT);

const round = (size: number) => Math.round(size * 100) / 100;

/** In Excel, of a column and a row of a sheet that tells none. */
export const USUAL = { characters: 8.43, points: 15 };

/** The size of what has none of its own, as a file says it. */
export function usualSizes({ width, height }: { readonly width: number; readonly height: number }) {
  return { characters: charactersWide(width), points: pointsHigh(height) };
}
