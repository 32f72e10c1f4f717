/** One printed figure of a published case, and the formula that a user types to get it. */
export interface Figure {
  readonly what: string;
  readonly formula: string;
  /** As the source prints it. */
  readonly printed: string;
  /** What is right where the source is not, or rounds a component so that a column foots; at the printed precision. */
  readonly ours?: string;
  readonly why?: string;
}

/** A published case in figures. */
export interface FigureCase {
  readonly id: string;
  /** Cells that the formulas refer to, from A1 on. */
  readonly sheet?: readonly (readonly (string | number)[])[];
  readonly figures: readonly Figure[];
}

/** Decimals that a printed figure shows. */
export function decimalsOf(printed: string): number {
  return (printed.split(".")[1] ?? "").length;
}
