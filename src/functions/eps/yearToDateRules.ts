import { CalculationError } from "../../core/errors";
import type { YearToDateRules } from "../../core/eps/periods/fiscalYear";
import { choiceOf, readWhole } from "../../core/given";
import { givenCell, isEmpty, type Cell } from "../cells/arguments";
import { STANDARDS, WEIGHTINGS } from "./epsArguments";

/** How years to date are made of periods, as the arguments say it; US GAAP by months where they are silent. */
export function readRules(standard: Cell, weighting: Cell, yearEnd: Cell): YearToDateRules {
  return {
    standard: isEmpty(standard) ? "US GAAP" : choiceOf(STANDARDS)(givenCell("standard", standard)),
    weighting: isEmpty(weighting) ? "months" : choiceOf(WEIGHTINGS)(givenCell("weighting", weighting)),
    yearEnd: isEmpty(yearEnd) ? undefined : readYearEnd(yearEnd),
  };
}

function readYearEnd(cell: Cell): number {
  const month = readWhole(givenCell("yearEnd", cell));
  if (month >= 1 && month <= 12) return month;
  throw new CalculationError("out-of-range", "yearEnd", "must be a month from 1 to 12", month);
}
