import { exactly, toNumber } from "../../core/number/fraction";
import { printedFigure, typedFigure } from "../../core/number/printedFigure";
import { TIEOUT } from "../../functions/tieOut";
import type { Area, CellContent } from "../book/book";
import { formatToUnit } from "../book/names";

/** A computed figure and the printed one that it must tie out to. */
export interface Compared {
  readonly label: string;
  /** "September 30, 2002, 3 months"; "" for ranges. */
  readonly period: string;
  /** Formulas for the sheet: the computed cell, the printed cell. */
  readonly computed: string;
  readonly printed: string;
  /** What they show now. */
  readonly values: readonly [computed: CellContent, printed: CellContent];
  readonly unit: number | "";
  /** Whether it is an amount a share; undefined for ranges, which may hold anything. */
  readonly isPerShare?: boolean;
  /** Where the computed figure is, or the printed one where nothing is computed. */
  readonly at: Area;
}

/** A tick, the difference, or the words of why there is neither. */
export function outcome({ values: [computed, printed], unit }: Compared): CellContent {
  try {
    return TIEOUT([[computed]], [[printed]], [[unit]])[0]?.[0] as CellContent;
  } catch (error) {
    return (error as Error).message;
  }
}

/** As exhibits print such figures: to the finest step that the printed one, or its unit, shows. */
export function formatOf({ values: [, printed], unit }: Compared): string {
  const shown = typeof printed === "number" ? typedFigure(exactly(printed)) : printedFigure(String(printed));
  const steps = [...(unit === "" ? [] : [unit]), ...(shown ? [toNumber(shown.unit)] : [])];
  return formatToUnit(Math.min(1, ...steps));
}
