import { CalculationError } from "../../core/errors";
import {
  columnUnder,
  exhibitColumns,
  yearsToDate,
  type ColumnBlock,
  type PeriodColumn,
  type YearToDateRules,
} from "../../core/eps/periods/fiscalYear";
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

/** The periods that the exhibit of a date sets side by side, as its standard presents them, with their table. */
export function readExhibit(given: ExhibitArguments): Exhibit {
  const exhibit = readExhibitAsGiven(given);
  const { standard } = exhibit.rules;
  const blocks = exhibit.blocks.map((block) => ({ ...block, columns: block.columns.map(columnUnder(standard)) }));
  return { ...exhibit, blocks };
}

/** The same with every line that the table gives, whatever its standard makes of it. */
export function readExhibitAsGiven(given: ExhibitArguments): Exhibit {
  const { rules, ...table } = readPeriodArguments(given);
  const day = isEmpty(given.asOf) ? undefined : readDate(givenCell("asOf", given.asOf));
  return { ...table, rules, blocks: exhibitColumns(table.periods, day, { ...rules, years: given.years }) };
}

/** The year to date at the end of every period, as the standard presents it. */
export function readYearsToDate(given: PeriodArguments): PeriodTable & { readonly columns: readonly PeriodColumn[] } {
  const { rules, ...table } = readPeriodArguments(given);
  return { ...table, columns: yearsToDate(table.periods, rules).map(columnUnder(rules.standard)) };
}

interface ExhibitArguments extends PeriodArguments {
  readonly asOf: Cell;
  readonly years?: number | undefined;
}

type Exhibit = PeriodTable & { readonly blocks: readonly ColumnBlock[]; readonly rules: YearToDateRules };

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

const MOST_YEARS = 50;

/** How many years an exhibit shows side by side; undefined where nothing is said. */
export function readYears(cell: Cell): number | undefined {
  if (isEmpty(cell)) return undefined;
  const years = readWhole(givenCell("years", cell));
  if (years >= 1 && years <= MOST_YEARS) return years;
  throw new CalculationError("out-of-range", "years", `must be from 1 to ${MOST_YEARS}`, years);
}
