/**
 * A file stores widths with the margins of a cell, five pixels of the seven that a digit of the usual font takes; people
 * see and type them without (ECMA-376 part 1, 18.3.1.13). Hidden or next to it, a width is a part of a character.
 */
const DIGIT = 7;
const MARGIN = 5;

export function charactersOf(stored: number): number {
  const pixels = Math.round(stored * DIGIT);
  return pixels <= DIGIT + MARGIN ? hundredths(pixels / (DIGIT + MARGIN)) : hundredths((pixels - MARGIN) / DIGIT);
}

/** The width of a column in which so many characters are to fit, whole steps of eight pixels. */
export function charactersFitting(characters: number): number {
  return hundredths((Math.ceil((characters * DIGIT + MARGIN) / STEP) * STEP - MARGIN) / DIGIT);
}

const STEP = 8;

export function storedWidth(characters: number): number {
  const pixels = characters < 1 ? characters * (DIGIT + MARGIN) : characters * DIGIT + MARGIN;
  return Math.trunc((Math.round(pixels) / DIGIT) * 256) / 256;
}

function hundredths(number: number): number {
  return Math.round(number * 100) / 100;
}
