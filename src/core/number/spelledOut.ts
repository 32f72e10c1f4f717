/**
 * Takes a figure that a note spells out and repeats in parentheses, "two hundred thousand dollars ($200,000)", makes the
 * figure of it. Law: only where the words say the same number; where they differ the text is left as it is.
 */
import { toNumber } from "./fraction";
import { printedFigure } from "./printedFigure";

const ONES = [
  ...["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
  ...["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"],
];
const TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const POWERS: Readonly<Record<string, number>> = { thousand: 1_000, million: 1_000_000, billion: 1_000_000_000 };
/** What a note says beside the number: its currency, and that there are no cents. */
const BESIDE = /\b(and|no|00\/100|xx\/100|even|only|u\.?s\.?|united states|dollars?|per ?cent|percent|the sum of)\b/g;

const SPELLED = /^([a-z][a-z ,.\/&01-]*?)\s*\(\s*([^()]*\d[^()]*?)\s*\)\s*(.*)$/i;

/** "Five percent (5%) per annum" is "5% per annum". */
export function asFigure(text: string): string {
  const [, words = "", figure = "", rest = ""] = SPELLED.exec(text.trim()) ?? [];
  const spelled = numberIn(words);
  if (spelled === undefined || spelled !== figureOf(figure)) return text;
  return `${figure} ${rest}`.trim();
}

/** The number that English words spell; undefined where there is any other word among them. */
function numberIn(words: string): number | undefined {
  const each = words
    .toLowerCase()
    .replace(BESIDE, " ")
    .split(/[\s,.-]+/)
    .filter((word) => word !== "");
  let [total, group] = [0, 0];
  for (const word of each) {
    const [one, ten, power] = [ONES.indexOf(word), TENS.indexOf(word), POWERS[word]];
    if (one >= 0) group += one;
    else if (ten >= 0) group += 20 + 10 * ten;
    else if (word === "hundred") group *= 100;
    else if (power !== undefined) [total, group] = [total + group * power, 0];
    else return undefined;
  }
  return each.length > 0 ? total + group : undefined;
}

/** A percentage as so many percent. */
function figureOf(text: string): number | undefined {
  const figure = printedFigure(text.replace(/%$/, "").trim());
  return figure && toNumber(figure.value);
}
