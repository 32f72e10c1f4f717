/** What the comments of the day counts say (src/core/calendar/dayCount*.ts), for docs/day-counts.md and for the tests. */

/**
 * @param {string} source a file of conventions, each an exported constant under its comment
 * @returns {Map<string, { rule: string, firstDay: string, lastDay: string, source: string, examples: string[] }>}
 *   by the name of the constant
 */
function commentsIn(source) {
  const commented = source.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export const (\w+)/g);
  return new Map([...commented].map(([, comment, constant]) => [constant, parts(comment)]));
}

function parts(comment) {
  const text = comment.replace(/^\s*\* ?/gm, "");
  const [rule, ...tags] = text.split(/^@/m);
  const tagged = (name) => tags.filter((tag) => tag.startsWith(`${name} `)).map((tag) => line(tag.slice(name.length)));
  const [firstDay, lastDay, source] = ["firstDay", "lastDay", "see"].map((name) => tagged(name)[0]);
  return {
    rule: rule.trim().split(/\n\n+/).map(line).join("\n\n"),
    firstDay,
    lastDay,
    source,
    examples: tagged("example"),
  };
}

function line(text) {
  return text.trim().replace(/\s+/g, " ");
}

const DATE = "(\\d{4}-\\d{2}-\\d{2})";
const EXAMPLE = new RegExp(
  `^${DATE} to ${DATE}(?: in ${DATE} to ${DATE})?(?:, (\\d+) a year)?(?:, maturity ${DATE})? = (.*)$`,
);

/**
 * @param {string} example "2003-11-01 to 2004-05-01 in 2003-11-01 to 2004-05-01, 2 a year = 1/2": two dates, the regular
 *   period that they lie in, its frequency, the maturity, and the years as a sum of ratios
 * @param {(date: string) => number} dayOf
 */
function exampleIn(example, dayOf) {
  const found = EXAMPLE.exec(example);
  if (!found) throw new Error(`no example of a day count: ${example}`);
  const [, start, end, periodStart, periodEnd, frequency, maturity, years] = found;
  const day = (date) => (date === undefined ? undefined : dayOf(date));
  return {
    start: dayOf(start),
    end: dayOf(end),
    context: {
      periodStart: day(periodStart),
      periodEnd: day(periodEnd),
      frequency: frequency === undefined ? undefined : Number(frequency),
      maturity: day(maturity),
    },
    ratios: years.split(" + ").map((ratio) => {
      const [numerator = 0, denominator = 1] = ratio.split("/").map(Number);
      return { numerator, denominator };
    }),
  };
}

module.exports = { commentsIn, exampleIn };
