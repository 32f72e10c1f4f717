import type { FigureCase } from "../figure";
import { contingentCase } from "./contingent";
import type { PublishedCase } from "./publishedCase";
import { reconciliationFigures } from "./reconciliation";
import { scenarioCase } from "./scenario";
import { stepFigures } from "./steps";
import { twoClassFigures } from "./twoClass";
import { weightedFigures } from "./weightedAverage";

const KINDS: Readonly<Record<string, (one: PublishedCase) => Pick<FigureCase, "sheet" | "figures">>> = {
  reconciliation: (one) => ({ figures: reconciliationFigures(one) }),
  weightedAverage: (one) => ({ figures: weightedFigures(one) }),
  twoClass: (one) => ({ figures: twoClassFigures(one) }),
  contingent: contingentCase,
  scenario: scenarioCase,
  steps: (one) => ({ figures: stepFigures(one) }),
};

/** A published case as the formulas that a user types and the figures that they must answer. */
export function figureCase(one: PublishedCase): FigureCase {
  const kind = KINDS[one.kind];
  if (!kind) throw new Error(`${one.id}: cases of kind ${one.kind} are not run`);
  return { id: one.id, ...kind(one) };
}
