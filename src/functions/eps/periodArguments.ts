import { CalculationError } from "../../core/errors";
import { exhibitColumns, type ColumnBlock, type YearToDateRules } from "../../core/eps/periods/fiscalYear";
import { choiceOf, readWhole } from "../../core/given";
import { asRange, givenCell, isEmpty, readDate, type Cell, type Range } from "../cells/arguments";
import { readWeighting, STANDARDS } from "./epsArguments";
import { readPeriods, type PeriodTable } from "./periodTable";

/** The arguments by which every function of a period table says what it is about. */
interface PeriodArguments {
  /** The table, by the name that the function gives it. */
  readonly table: readonly [name: string, range: Range];
  readonly standard?: Cell;
  readonly securities?: Range | Cell;
  readonly weighting?: Cell;
  readonly yearEnd?: Cell;
}

/** A period table with the rules by which its years to date are made. */
export function readPeriodArguments(given: PeriodArguments): PeriodTable & { readonly rules: YearToDateRules } {
  const rules = readRules(given);
  const [name, range] = given.table;
  return { ...readPeriods(name, asRange(range), given.securities, rules.weighting), rules };
}

/** The periods that the exhibit of a date sets side by side, with their table. */
export function readExhibit(
  given: PeriodArguments & { readonly asOf: Cell; readonly years?: number | undefined },
): PeriodTable & { readonly blocks: readonly ColumnBlock[] } {
  const { rules, ...table } = readPeriodArguments(given);
  const day = isEmpty(given.asOf) ? undefined : readDate(givenCell("asOf", given.asOf));
  return { ...table, blocks: exhibitColumns(table.periods, day, { ...rules, years: given.years }) };
}

/** US GAAP by months where the arguments are silent. */
function readRules({ standard, weighting, yearEnd }: PeriodArguments): YearToDateRules {
  return {
    standard: isEmpty(standard) ? "US GAAP" : choiceOf(STANDARDS)(givenCell("standard", standard)),
    weighting: readWeighting(weighting, "months"),
    yearEnd: isEmpty(yearEnd) ? undefined : readYearEnd(yearEnd),
  };
}

function readYearEnd(cell: Cell): number {
  const month = readWhole(givenCell("yearEnd", cell));
  if (month >= 1 && month <= 12) return month;
  throw new CalculationError("out-of-range", "yearEnd", "must be a month from 1 to 12", month);
}
