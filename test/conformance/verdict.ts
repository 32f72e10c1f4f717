import type { Evaluation } from "../../src/engine/evaluation";
import { decimalsOf, type Figure, type FigureCase } from "./figure";

/** `ties`: ours is the printed figure. `explained`: the source errs, and ours is what is right. `differs`: ours is wrong. */
export type Verdict = "ties" | "explained" | "differs";

export interface JudgedFigure extends Figure {
  /** Our answer at the precision of the printed figure. */
  readonly answer: string;
  readonly verdict: Verdict;
}

export interface JudgedCase extends FigureCase {
  readonly figures: readonly JudgedFigure[];
}

export function judged(one: FigureCase, answers: readonly Evaluation[]): JudgedCase {
  return { ...one, figures: one.figures.map((figure, index) => judgedFigure(figure, answers[index] as Evaluation)) };
}

function judgedFigure(figure: Figure, evaluation: Evaluation): JudgedFigure {
  const answer = answerText(evaluation, decimalsOf(figure.printed));
  if (answer !== (figure.ours ?? figure.printed)) return { ...figure, answer, verdict: "differs" };
  return { ...figure, answer, verdict: figure.ours === undefined ? "ties" : "explained" };
}

/** The functions round; what they answer is only written out here, and a figure with more decimals shows that it has them. */
function answerText(evaluation: Evaluation, decimals: number): string {
  if ("error" in evaluation) return `${evaluation.error.code} ${evaluation.error.message}`;
  const { value } = evaluation;
  if (typeof value !== "number") return String(value);
  const shown = value.toFixed(decimals);
  return Number(shown) === value || Math.abs(Number(shown) - value) < 1e-9
    ? shown.replace(/^-(0\.?0*)$/, "$1")
    : String(value);
}
