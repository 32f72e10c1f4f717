/**
 * Takes a printed schedule and what is known of its terms, tries the terms that are open. Law: of all terms tried those
 * come first that make the most printed figures; then those with the fewest decimals of the rate; then the usual ones.
 */
import { loanSchedule } from "../schedule/schedule";
import { candidates, type Candidate, type Reach } from "./candidates";
import { orNoLoan } from "./orNoLoan";
import type { Question } from "./question";
import { makesEveryFigure } from "./reproduction";
import { percentDecimals } from "./simplestRate";
import { Allowance, solved, type Tried } from "./solve";

/** How far the search goes, and where it goes next while nothing that a bank would quote makes the schedule. */
const REACHES: readonly Reach[] = [
  { finer: false, compounding: false },
  { finer: true, compounding: false },
  { finer: false, compounding: true },
];

/** Terms that were found, with the candidate that they were. */
interface Found {
  readonly tried: Tried;
  readonly candidate: Candidate;
}

/** The terms tried, the best first: all that make every figure, or else the ones that make most. */
export function search(question: Question): readonly Tried[] {
  let found: readonly Found[] = [];
  const every: Candidate[] = [];
  for (const reach of REACHES) {
    const allowed = new Allowance();
    const all = candidates(question, reach, allowed);
    every.push(...all);
    found = ranked([...found, ...tryAll(question, all, USUAL_DECIMALS, allowed)]);
    if (isSettled(found)) break;
  }
  if (!isSettled(found)) found = ranked([...found, ...tryAll(question, every, Infinity, new Allowance())]);
  return found.map(({ tried }) => tried);
}

/** A rate that a bank would quote has no more decimals of a per cent: 6.125 %. */
const USUAL_DECIMALS = 3;

function isSettled([best]: readonly Found[]): boolean {
  return best !== undefined && makesEveryFigure(best.tried.reproduction) && decimalsOf(best.tried) <= USUAL_DECIMALS;
}

/** Once terms are found, others are tried as far as a bank would quote their rate, and a few of each reckoning. */
function tryAll({ printed }: Question, all: readonly Candidate[], most: number, allowed: Allowance): readonly Found[] {
  const whole: Found[] = [];
  const ofReckoning = new Map<string, number>();
  let part: Found[] = [];
  let mostReproduced = 0;
  let mostDecimals = most;
  for (const candidate of all) {
    const already = ofReckoning.get(candidate.reckoning) ?? 0;
    if (allowed.isSpent || candidate.decimals > mostDecimals || already >= OF_ONE_RECKONING) continue;
    const tried = solved(candidate, { printed, mostDecimals }, allowed);
    if (tried === null) continue;
    const { reproduced } = tried.reproduction;
    if (makesEveryFigure(tried.reproduction)) {
      whole.push({ tried, candidate });
      ofReckoning.set(candidate.reckoning, already + 1);
      mostDecimals = Math.min(mostDecimals, Math.max(USUAL_DECIMALS, decimalsOf(tried)));
    } else if (reproduced >= mostReproduced && orNoLoan(() => loanSchedule(tried.terms))) {
      part = [...(reproduced > mostReproduced ? [] : part), { tried, candidate }];
      mostReproduced = reproduced;
    }
  }
  return ranked(whole.length > 0 ? whole : part);
}

const OF_ONE_RECKONING = 3;

function decimalsOf({ terms }: Tried): number {
  return percentDecimals(terms.interest.annualRate);
}

function ranked(found: readonly Found[]): readonly Found[] {
  return [...found].sort(
    (a, b) =>
      b.tried.reproduction.reproduced - a.tried.reproduction.reproduced ||
      decimalsOf(a.tried) - decimalsOf(b.tried) ||
      placesApart(a.candidate, b.candidate),
  );
}

function placesApart({ places: a }: Candidate, { places: b }: Candidate): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3];
}
