import type { Suite } from "../suite";
import { COUNT_COLUMNS, countCells, countsOf } from "./counts";
import { code, page, table } from "./markdown";

/** A page of suites: counts first, then of each suite its source, what differs and why, and every case as it was typed. */
export function suitePage(title: string, introduction: string, suites: readonly Suite[], ...more: string[]): string {
  return page(
    `# Conformance: ${title}`,
    introduction,
    suiteCounts(suites),
    ...more,
    ...suites.flatMap((suite) => [...suiteSection(suite), caseTable(suite)]),
  );
}

export function suiteCounts(suites: readonly Suite[]): string[] {
  return table(
    ["suite", ...COUNT_COLUMNS],
    suites.map((suite) => [suite.title, ...countCells(countsOf(suite))]),
  );
}

export function suiteSection({ title, carried, tolerance, results, reasons, notRun }: Suite): (string | string[])[] {
  const source = carried.url ? `[${carried.source}](${carried.url})` : carried.source;
  const differing = Object.fromEntries(
    results.flatMap(({ id, difference }) => (difference === null ? [] : [[id, reasons[id] ?? "WRONG"]])),
  );
  return [
    `## ${title}`,
    `${source}. Licence: ${licenceLink(carried)}. Figures agree within ${tolerance}.`,
    ...reasonList("Differ:", differing),
    ...reasonList("Not run:", notRun),
  ];
}

const CASES = "../../test/conformance/cases";

function licenceLink({ licence, licenceText }: Suite["carried"]): string {
  if (!licenceText) return licence;
  return `[${licence}](${licenceText.startsWith("https:") ? licenceText : `${CASES}/${licenceText}`})`;
}

function caseTable({ results }: Suite): string[] {
  return table(
    ["case", "typed as", "agrees", "differs"],
    results.map(({ id, formula, agreement, difference }) => [
      id,
      code(formula),
      difference === null ? agreement : "",
      difference ?? "",
    ]),
  );
}

/** Cases by what they have in common. */
function reasonList(heading: string, reasons: Readonly<Record<string, string>>): (string | string[])[] {
  const byReason = new Map<string, string[]>();
  for (const [id, reason] of Object.entries(reasons)) byReason.set(reason, [...(byReason.get(reason) ?? []), id]);
  if (byReason.size === 0) return [];
  return [heading, [...byReason].map(([reason, ids]) => `- ${reason}: ${ids.join(", ")}`)];
}
