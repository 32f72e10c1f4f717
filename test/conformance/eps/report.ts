import type { JudgedCase, JudgedFigure } from "./verdict";

/** docs/conformance/eps.md */
export function report(cases: readonly JudgedCase[]): string {
  const figures = cases.flatMap((one) => one.figures);
  const count = (verdict: JudgedFigure["verdict"]) => figures.filter((figure) => figure.verdict === verdict).length;
  return [
    "# Conformance: earnings per share",
    "",
    "Written by the test run; do not edit. Every figure is the answer of a formula on the calculation engine, as a user types it",
    "(the formulas stand in `test/conformance/eps/figures.json`).",
    "",
    `${cases.length} published cases, ${figures.length} figures: ${count("ties")} tie out, ${count("explained")} differ where the source errs or plugs, ${count("differs")} are wrong.`,
    "",
    "| case | figure | printed | ours | verdict |",
    "|---|---|---|---|---|",
    ...cases.flatMap((one) => one.figures.map((figure) => row(one.id, figure))),
    "",
    "## Sources",
    "",
    ...cases.map(({ id, source }) => `- ${id}: ${source}`),
    "",
  ].join("\n");
}

function row(id: string, { what, printed, answer, verdict, why }: JudgedFigure): string {
  const words = verdict === "explained" ? `ours is right: ${why}` : verdict;
  return `| ${[id, what, printed, answer, words].join(" | ")} |`;
}
