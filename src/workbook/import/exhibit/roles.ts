import { toNumber } from "../../../core/number/fraction";
import type { Section } from "./captions";
import type { ExhibitLine } from "./tables";

/** What a line of an exhibit is; what no rule knows is left out, and listed. */
export const LINE_ROLES = [
  "Net income",
  "Continuing income",
  "Discontinued or other income",
  "Preferred dividends",
  "Other deduction",
  "Income available to common",
  "Continuing income available to common",
  "Weighted shares",
  "Part of weighted shares",
  "Security",
  "Add-back",
  "Diluted shares",
  "Diluted income",
  "Basic EPS",
  "Diluted EPS",
  "Basic and diluted EPS",
  "Basic EPS, continuing",
  "Diluted EPS, continuing",
  "Other per-share figure",
  "Subtotal",
  "Leave out",
] as const;

export type LineRole = (typeof LINE_ROLES)[number];

/** A line with the part that it plays. */
export interface RoleLine extends ExhibitLine {
  readonly role: LineRole;
  /** What heads the class in the period table, where the line is one of potential shares. */
  readonly className?: string;
  /** How the figures of a line stand between two totals, where these prove it. */
  readonly stands?: "added" | "deducted";
}

export type Part = "income" | "shares" | "perShare";

/** What stands above a line says what lines of its kind usually are. */
export interface Above {
  /** Whether the last line that was understood held shares, or income. */
  readonly part?: Part | undefined;
  readonly hasShares: boolean;
  /** Whether income available to the common stock stands above. */
  readonly hasAvailable?: boolean;
  /** The section in which classes were listed since the last count of average shares. */
  readonly listed?: Section | "none" | undefined;
}

/** Without the marks of notes, and without what the caption says of its scale. */
export function plainCaption(caption: string): string {
  return caption
    .toLowerCase()
    .replace(/\((?:[a-z]|\d{1,2}|(?:in |000'?s|\$ ?)?(?:thousands|millions|0{3})[^)]*)\)/g, " ")
    .replace(/[*†‡:]/g, " ")
    .replace(/(?<=[a-z]{3})\d{1,2}$/, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Whether a line takes away: some of its figures stand in parentheses, and none is positive. */
export function isReduction(line: Pick<ExhibitLine, "cells"> | undefined): boolean {
  const figures = [...(line?.cells.values() ?? [])].map(({ value }) => toNumber(value));
  return figures.some((figure) => figure < 0) && figures.every((figure) => figure <= 0);
}

/** Lines that stand between income from continuing operations and net income. */
export const OTHER_LINES =
  /\b(discontinued|extraordinary|cumulative effects?|accounting (changes?|principles?)|changes? in accounting)\b/;
/** What stands before them. */
export const BEFORE_OTHERS = /\b(before|continuing)\b/;
