import type { JudgedCase, JudgedFigure } from "../verdict";
import { code, page, plural, table } from "./markdown";

/** What a page says of a case besides its figures. */
export interface FigureSource {
  readonly id: string;
  readonly heading: string;
  readonly words: string;
}

/** A page of printed figures, one by one beside ours. */
export function figurePage(
  title: string,
  introduction: string,
  cases: readonly JudgedCase[],
  sourceOf: (id: string) => FigureSource,
): string {
  const figures = cases.flatMap((one) => one.figures);
  const count = (verdict: JudgedFigure["verdict"]) => figures.filter((figure) => figure.verdict === verdict).length;
  return page(
    `# Conformance: ${title}`,
    introduction,
    `${plural(cases.length, "published case")}, ${plural(figures.length, "figure")}: ${count("ties")} tie out, ` +
      `${count("explained")} differ where the source errs or plugs, ${count("differs")} are wrong.`,
    ...cases.flatMap((one) => figureSection(one, sourceOf(one.id))),
  );
}

export function figureSection({ sheet, figures }: JudgedCase, { heading, words }: FigureSource): (string | string[])[] {
  return [
    `## ${heading}`,
    words,
    ...(sheet ? ["Cells from A1 on:", sheetTable(sheet)] : []),
    table(["figure", "typed as", "printed", "ours", "verdict"], figures.map(figureRow)),
  ];
}

function figureRow({ what, formula, printed, answer, verdict, why }: JudgedFigure): string[] {
  const words = verdict === "explained" ? `ours is right: ${why}` : verdict === "ties" ? "ties" : "WRONG";
  return [what.replaceAll("_", " "), code(formula), printed, answer, words];
}

function sheetTable(sheet: readonly (readonly (string | number)[])[]): string[] {
  const columns = Array.from({ length: Math.max(...sheet.map((row) => row.length)) }, (_column, index) =>
    String.fromCharCode("A".charCodeAt(0) + index),
  );
  const cell = (value: string | number) => (String(value).startsWith("=") ? code(String(value)) : value);
  return table(
    ["", ...columns],
    sheet.map((row, index) => [index + 1, ...row.map(cell)]),
  );
}
