import type { Suite } from "../suite";
import { eps, exhibit } from "../suites";
import type { JudgedCase } from "../verdict";
import { countsOf, countsOfCases } from "./counts";
import { figurePage, figureSection, type FigureSource } from "./figurePage";
import { indexPage } from "./indexPage";
import { page } from "./markdown";
import { suiteCounts, suitePage, suiteSection } from "./suitePage";

/** What a run came to, by suite. */
export interface Run {
  readonly eps: readonly JudgedCase[];
  readonly exhibit: readonly JudgedCase[];
  readonly dayCounts: readonly Suite[];
  readonly schedules: readonly Suite[];
  readonly fits: readonly Suite[];
  readonly functions: readonly Suite[];
}

const WRITTEN = "Written by `npm run conformance`, compared by every test run; do not edit.";

/** Each page of docs/conformance by its name, and their index. */
export function pagesOf(run: Run): Readonly<Record<string, string>> {
  return {
    "conformance.md": indexPage([
      { title: "Earnings per share", path: "conformance/eps.md", counts: countsOfCases(run.eps) },
      { title: "Exhibit 10.10", path: "conformance/loans.md", counts: countsOfCases(run.exhibit) },
      ...run.schedules.map((suite) => line(suite, "loans.md")),
      ...run.fits.map((suite) => line(suite, "fits.md")),
      ...run.dayCounts.map((suite) => line(suite, "day-counts.md")),
      ...run.functions.map((suite) => line(suite, "spreadsheet-functions.md")),
    ]),
    "conformance/eps.md": epsPage(run.eps),
    "conformance/loans.md": suitePage("loans", WRITTEN, run.schedules, ...run.exhibit.flatMap(exhibitSection)),
    "conformance/fits.md": suitePage("fits of printed schedules", FITS, run.fits),
    "conformance/day-counts.md": suitePage("day counts", WRITTEN, run.dayCounts),
    "conformance/spreadsheet-functions.md": suitePage("spreadsheet functions", FUNCTIONS, run.functions),
  };
}

function line(suite: Suite, page: string) {
  return { title: suite.title, path: `conformance/${page}`, counts: countsOf(suite) };
}

const FITS = `${WRITTEN}

LOANFIT is given each schedule as its suite prints it, and none of the terms that its lines could tell. A case agrees when
the terms that it finds make every printed figure; one figure that they do not make, and it differs.`;

const FUNCTIONS = `${WRITTEN}

PMT, IPMT, PPMT, CUMIPMT, CUMPRINC, FV, YEARFRAC and DAYS360, twice: what our functions answer where such a case is a loan
or a span of days, and what the engine answers with its own functions of these names, which the workbench and the \`tieout\`
command calculate beside ours. In Excel they are Excel's.`;

function epsPage(cases: readonly JudgedCase[]): string {
  const sources = new Map(eps.cases.map((one) => [one.id, one]));
  return figurePage("earnings per share", EPS, cases, (id) => {
    const { standard, source, url, checked, ours } = sources.get(id)!;
    const named = url ? `[${source}](${url})` : source;
    const words = [
      `${standard ? `${standard}: ` : ""}${named}.`,
      ...(checked === "arithmetic" ? ["Figures at second hand, which agree with each other by arithmetic."] : []),
      ...(ours ? [`One input is ours, to exercise a rule: ${ours}.`] : []),
    ];
    return { id, heading: id, words: words.join(" ") };
  });
}

const EPS = `${WRITTEN} Figures of the examples of SFAS 128 (ASC 260) and IAS 33, of exhibits that companies filed, and of
textbooks. Where the page does not say that figures are known at second hand, they were read in the source.`;

function exhibitSection(one: JudgedCase): string[] {
  const heading = one.id === "exhibit-10-10-balances" ? "Exhibit 10.10: balances" : "Exhibit 10.10: worked example";
  const source: FigureSource = { id: one.id, heading, words: `[${exhibit.source}](${exhibit.url}).` };
  return figureSection(one, source).map((block) => (typeof block === "string" ? block : block.join("\n")));
}

/** The page of a suite that a reader may add; it repeats none of the suite's terms and figures. */
export function actusPage(suite: Suite): string {
  const agreeing = suite.results.filter(({ difference }) => difference === null).map(({ id }) => id);
  return page(
    "# Conformance: contracts of ACTUS",
    ACTUS,
    suiteCounts([suite]),
    ...suiteSection(suite),
    `Agree: ${agreeing.join(", ")}.`,
  );
}

const ACTUS = `Written by \`npm run conformance\` and compared by a test run where the suite is present; do not edit.

The reference tests of [ACTUS](https://www.actusfrf.org) state contracts by their terms and every payment to many digits. They
are under CC BY-SA 4.0, which asks that what is made of them be shared under the same licence; so they are not carried, and
a clone runs without them. To run them, put \`actus-tests-pam.json\`, \`actus-tests-lam.json\` and \`actus-tests-ann.json\` of
[actus-tests](https://github.com/actusfrf/actus-tests/tree/master/tests) into \`test/conformance/cases/actus\`, and call
\`npx jest test/conformance\`. Of these files the contracts with odd numbers run: those with even numbers have not been
looked at, and are kept for a check by somebody else.`;
