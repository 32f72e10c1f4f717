import { longDate } from "../../core/calendar/civilDate";
import { absolute, cellAt } from "../book/address";
import { stopIfAsked } from "../book/apply";
import { exhibitOf, readPeriodTable, type Exhibit } from "../eps/exhibit";
import { figureId, figuresOn } from "../eps/figures";
import { filedFigures, type FiledFigure } from "../eps/filed";
import { FIRST_FIGURE_COLUMN } from "../eps/layout";
import { rowsOf } from "../eps/merge";
import type { OpenEps } from "../eps/open";
import { periodsOf } from "../eps/periods";
import { dayOfSerial } from "../eps/serials";
import { FILED_TABLE, PERIODS_TABLE } from "../book/names";
import { standardOn } from "../eps/refresh";
import type { Area, CellContent, Running, Sight } from "../book/book";
import { count } from "../book/report";
import type { Compared } from "./compared";

/** Beyond so many figures that are not on the exhibit, values are written for formulas: each would read the table. */
const MOST_FORMULAS = 500;
const FIGURES_BETWEEN_PAUSES = 250;

/** Every printed figure beside the computed one: the exhibit's cell, or for another period what EPSTABLE gives. */
export async function comparedFigures(
  open: OpenEps,
  running: Running,
): Promise<{ compared: Compared[]; sight: Sight }> {
  const filed = filedFigures(open.sight);
  const figureOf = figureFinder(open, filed.length);
  const compared: Compared[] = [];
  for (const [index, figure] of filed.entries()) {
    if (index % FIGURES_BETWEEN_PAUSES === 0) await pause(index, filed.length, running);
    const { computed, value, at } = figureOf(figure);
    const printed = printedCell(figure, open.sight);
    compared.push({
      label: figure.line,
      period: periodWords(figure.periodEnd, figure.months),
      computed,
      printed: `=${absolute(printed)}`,
      values: [value, figure.printed],
      unit: figure.unit,
      isPerShare: /\.eps/.test(figure.key),
      at: at ?? printed,
    });
  }
  return { compared, sight: open.sight };
}

async function pause(done: number, total: number, running: Running): Promise<void> {
  running.onProgress?.({ done, total });
  await new Promise((resume) => setTimeout(resume, 0));
  stopIfAsked(running);
}

function printedCell({ number }: FiledFigure, { tables }: Sight): Area {
  const area = tables[FILED_TABLE]?.area;
  return cellAt(area?.sheet ?? "", (area?.row ?? 0) + number, (area?.column ?? 0) + 3);
}

interface Found {
  readonly computed: string;
  readonly value: CellContent;
  readonly at?: Area;
}

function figureFinder(open: OpenEps, count: number): (figure: FiledFigure) => Found {
  const { record, sheet } = open;
  const onSheet = new Map(figuresOn(sheet, record.exhibit, rowsOf(sheet)).map((figure) => [figure.id, figure]));
  const elsewhere = exhibitsByPeriod(open);
  return (filed) => {
    const key = [filed.key, ...filed.otherwise].find((one) => onSheet.has(figureId(one, filed))) ?? filed.key;
    const figure = onSheet.get(figureId(key, filed));
    if (figure) {
      const at = cellAt(record.sheet, figure.row, figure.column);
      return { computed: `=${absolute(at)}`, value: figure.value, at };
    }
    return fromTable(filed, elsewhere(filed.periodEnd), open, count);
  };
}

/** The exhibit of any period, laid out once. */
function exhibitsByPeriod(open: OpenEps): (periodEnd: number) => Exhibit | undefined {
  const table = readPeriodTable(periodsOf(open.sight).table.values);
  const known = new Map<number, Exhibit | undefined>();
  return (periodEnd) => {
    if (!known.has(periodEnd))
      known.set(
        periodEnd,
        existing(() => exhibitOf(table, dayOfSerial(periodEnd), standardOn(open))),
      );
    return known.get(periodEnd);
  };
}

function existing<T>(find: () => T): T | undefined {
  try {
    return find();
  } catch {
    return undefined; // The period is not in the table: said in the tie-out itself.
  }
}

function fromTable(
  { key, otherwise, isNilWithoutLine, periodEnd, months }: FiledFigure,
  exhibit: Exhibit | undefined,
  open: OpenEps,
  count: number,
): Found {
  const column = exhibit?.columns.findIndex((other) => other.periodEnd === periodEnd && other.months === months) ?? -1;
  const keys = [key, ...otherwise];
  const line = keys.flatMap((one) => exhibit?.lines.find((other) => other.key === one) ?? [])[0];
  if (column >= 0 && !line && isNilWithoutLine) return { computed: "0", value: 0 };
  if (column < 0 || !line)
    return { computed: `="Not in ${PERIODS_TABLE}"`, value: `no such figure in ${PERIODS_TABLE}` };
  const value = line.figures[column] ?? 0;
  if (count > MOST_FORMULAS) return { computed: String(value), value };
  const standard = absolute(cellAt(open.record.sheet, rowsOf(open.sheet).get("standard") ?? 0, FIRST_FIGURE_COLUMN));
  return {
    computed: `=INDEX(EPSTABLE(${PERIODS_TABLE}[#All],${periodEnd},${standard}),${line.tableRow},${column + 2})`,
    value,
  };
}

function periodWords(periodEnd: number, months: number): string {
  return `${longDate(dayOfSerial(periodEnd))}, ${count(months, "month")}`;
}
