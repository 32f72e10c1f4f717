import { CalculationError } from "../../core/errors";
import { readPositive, refused, type Given } from "../../core/given";
import { compare, dividedBy, exactly, ONE, plus, type Fraction } from "../../core/number/fraction";

/** New shares and old ones, in the words in which a split is announced. */
interface Announced {
  readonly after: Fraction;
  readonly before: Fraction;
}

const NUMBERS = [
  ...["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
  ...["eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"],
];
const NUMBER = `\\d+(?:\\.\\d+)?|${NUMBERS.join("|")}`;
const ANNOUNCED = new RegExp(`\\b(${NUMBER})[\\s-]*(?:for|to|:)[\\s-]*(?:each |every )?(${NUMBER})\\b`, "i");
const PERCENT = new RegExp(`(?<![\\w.])(${NUMBER})[\\s-]*(?:%|per ?cent\\b)`, "i");

/** "3-for-2", "3:2", "three for two", wherever it stands in words; undefined where there is none. */
function announcedIn(value: unknown): Announced | undefined {
  const [, after, before] = (typeof value === "string" && ANNOUNCED.exec(value)) || [];
  if (after === undefined || before === undefined) return undefined;
  return { after: numberNamed(after), before: numberNamed(before) };
}

function numberNamed(word: string): Fraction {
  const named = NUMBERS.indexOf(word.toLowerCase());
  return exactly(named >= 0 ? named : Number(word));
}

/** Whether words hold a ratio, as "3-for-2 stock split" and "5% stock dividend" do. */
export function holdsRatio(value: unknown): boolean {
  return announcedIn(value) !== undefined || percentIn(value) !== undefined;
}

function percentIn(value: unknown): Fraction | undefined {
  const [, percent] = (typeof value === "string" && PERCENT.exec(value)) || [];
  return percent === undefined ? undefined : dividedBy(numberNamed(percent), exactly(100));
}

/** "5%" of "5% stock dividend", "five percent"; the words themselves where they hold no percentage. */
export function percentWords(words: string): string {
  return PERCENT.exec(words)?.[0] ?? words;
}

/** Shares after a split for one before: 2, "2-for-1", "3:2". */
export function readSplitFactor(given: Given): Fraction {
  const announced = announcedIn(given.value);
  return announced ? dividedPositive(given, announced.after, announced.before) : readPositive(given);
}

/** Shares after a reverse split for one before: 0.1, "1-for-10"; "10-to-1" says the same, 10 would multiply the shares. */
export function readReverseFactor(given: Given): Fraction {
  const announced = announcedIn(given.value);
  const factor = readSplitFactor(given);
  if (compare(factor, ONE) < 0) return factor;
  if (announced && compare(announced.before, ONE) === 0 && compare(factor, ONE) > 0) return dividedBy(ONE, factor);
  const rule = 'must be less than one for a reverse split (0.1 or "1-for-10")';
  throw new CalculationError("out-of-range", given.name, rule, given.value);
}

/**
 * Shares after a stock dividend for one before: 1.05 of 0.05, "5%" and "1-for-20". Of more shares than are held, "3-for-2"
 * counts those held, as the dividend of a split does; a whole number of them could be meant either way.
 */
export function readDividendFactor(given: Given): Fraction {
  const announced = announcedIn(given.value);
  if (announced) return announcedDividend(given, announced);
  const words = String(given.value).trim();
  const percent = percentWords(words).length === words.length ? percentIn(given.value) : undefined;
  const dividend = percent ?? readPositive(given);
  if (percent || compare(dividend, ONE) <= 0) return plus(ONE, dividend);
  const rule = `must be a fraction or a percentage: write ${twoReadings(given.value)}`;
  throw refused(given, rule);
}

function twoReadings(value: unknown): string {
  const number = Number(value);
  return `"${number}%" (${number / 100}) for ${number} per cent, "${number * 100}%" for ${number} new shares on each one held`;
}

function announcedDividend(given: Given, { after, before }: Announced): Fraction {
  const ratio = dividedPositive(given, after, before);
  if (compare(ratio, ONE) <= 0) return plus(ONE, ratio);
  if (compare(before, ONE) !== 0) return ratio;
  const [more, held] = [Number(after.numerator), "for each one held"];
  const rule = `must be a percentage, as it may mean ${more} new shares ${held} ("${more * 100}%") or ${more} in all ("${(more - 1) * 100}%")`;
  throw refused(given, rule);
}

function dividedPositive({ name }: Given, after: Fraction, before: Fraction): Fraction {
  const part = (value: Fraction) => readPositive({ name, value: Number(value.numerator) / Number(value.denominator) });
  return dividedBy(part(after), part(before));
}

/** New shares for each one held, of rights: "1-for-7"; undefined where a number of shares is given. */
export function rightsRatio(given: Given): Fraction | undefined {
  const announced = announcedIn(given.value);
  return announced && dividedPositive(given, announced.after, announced.before);
}
