import { isBlank, isPresent, plainWord, type Given } from "../../core/given";
import { CalculationError, inWords } from "../../core/errors";
import { LOAN_FIELDS, type LoanField } from "../../core/loan/form/fields";
import type { GivenLine, GivenLoan } from "../../core/loan/form/givenLoan";
import { isEmpty, readDate, type Cell, type Range } from "../cells/arguments";
import { nearestWord } from "../cells/spelling";
import {
  checked,
  givenIn,
  isScheduleHeader,
  isTotal,
  lineOf,
  placeName,
  scheduleColumns,
  type Place,
  type ScheduleColumns,
} from "./loanScheduleTable";

const MOST_ROWS = 10_000;
const MOST_CELLS = 200_000;

/**
 * Reads a loan sheet: rows of a label and its values, in any order, and from a row on that begins with Date the
 * schedule that the agreement prints. Blank rows are passed over, and so are words behind a value, and titles: a text that
 * stands alone in its row.
 *
 * @throws CalculationError `invalid-input` for a label that is unknown or stands twice
 */
export function givenBySheet(name: string, range: Range): GivenLoan {
  const fields = new Map<string, Given[][]>();
  const schedule: GivenLine[] = [];
  let columns: ScheduleColumns | null = null;
  for (const [row, cells] of range.entries()) {
    const column = cells.findIndex((cell) => !isEmpty(cell));
    if (column < 0) continue;
    const place: Place = { row, cells, column };
    const field = fieldLabelled(cells[column]);
    if (isScheduleHeader(place)) columns = scheduleColumns(name, place);
    else if (field) addField(name, fields, field, place);
    else if (isHeading(place)) continue;
    else if (columns && isTotal(place, columns)) addTotal(name, fields, place, columns);
    else if (columns) schedule.push(lineOf(name, place, columns));
    else throw unknownLabel(name, place);
  }
  return { name, readDate: (place, value) => readDate({ name: place, value }), fields, schedule };
}

/** Text that stands alone in its row: a title, or the heading of a part. */
function isHeading({ cells, column }: Place): boolean {
  return typeof cells[column] === "string" && cells.every((cell, at) => at === column || isEmpty(cell));
}

/** Refuses a range that no agreement fills, such as two whole columns. */
export function requireSheetSize(name: string, range: Range): void {
  const cells = range.length * (range[0]?.length ?? 0);
  if (range.length <= MOST_ROWS && cells <= MOST_CELLS) return;
  const rule = `must have no more than ${MOST_ROWS} rows and ${MOST_CELLS} cells`;
  throw new CalculationError("out-of-range", name, rule, inWords(`${range.length} rows, ${cells} cells`));
}

function addField(name: string, fields: Map<string, Given[][]>, field: LoanField, place: Place): void {
  const known = fields.get(field.key) ?? [];
  const values = valuesOf(name, field, place);
  if (values.length === 0) return;
  if (known.length > 0 && !field.list) {
    const rule = `must not repeat a label (${field.label}); it stands above`;
    throw new CalculationError("invalid-input", placeName(name, place, place.column), rule, place.cells[place.column]);
  }
  fields.set(field.key, [...known, values]);
}

/** A total below the schedule is a figure that the agreement states. */
function addTotal(name: string, fields: Map<string, Given[][]>, place: Place, columns: ScheduleColumns): void {
  const total = givenIn(name, place, columns, "reduction");
  const word = { name: `${placeName(name, place, place.column)} (Total)`, value: "total" };
  if (total) fields.set("figures", [...(fields.get("figures") ?? []), [word, total]]);
}

/** The values behind a label: as many as the field has, or, of a plain list, all. Words after them are notes. */
function valuesOf(name: string, field: LoanField, place: Place): Given[] {
  const first = place.column + 1;
  const cells = place.cells.slice(first);
  const isPlainList = field.list && field.values.length === 1;
  const wanted = isPlainList ? cells.length : field.values.length;
  refuseSurplus(name, field, place, first + wanted);
  const given = cells.slice(0, wanted).map((value, index): Given => {
    const cellName = `${placeName(name, place, first + index)} (${field.label})`;
    return {
      name: cellName,
      value: isBlankValue(value, field, isPlainList ? 0 : index) ? null : checked(value, cellName),
    };
  });
  return isPlainList ? given.filter(isPresent) : given.slice(0, given.findLastIndex(isPresent) + 1);
}

function refuseSurplus(name: string, field: LoanField, place: Place, from: number): void {
  const surplus = place.cells.findIndex((cell, column) => column >= from && typeof cell === "number" && cell !== 0);
  if (surplus < 0) return;
  const rule = `must be blank or a note, as ${field.label} takes no further value`;
  throw new CalculationError("invalid-input", placeName(name, place, surplus), rule, place.cells[surplus]);
}

/** Some Excels hand a blank over as 0, which is no date and no word. */
function isBlankValue(value: Cell, field: LoanField, index: number): boolean {
  const kind = field.values[index]?.kind ?? "text";
  const takesZero =
    kind === "amount" || kind === "rate" || kind === "count" || kind === "dayCount" || kind === "rounding";
  return isBlank(value) || (value === 0 && !takesZero);
}

const BY_LABEL = new Map(
  LOAN_FIELDS.flatMap((field) => [field.label, ...field.aliases].map((label) => [plainWord(label), field] as const)),
);

function fieldLabelled(cell: Cell): LoanField | undefined {
  return BY_LABEL.get(plainWord(cell));
}

function unknownLabel(name: string, place: Place): CalculationError {
  const label = checked(place.cells[place.column], placeName(name, place, place.column));
  const rule =
    typeof label === "string"
      ? `must be a label of a loan sheet, such as ${suggestion(plainWord(label))}`
      : "must begin with a label";
  return new CalculationError("invalid-input", placeName(name, place, place.column), rule, label);
}

/** The known label that an unknown one is most like, if it is at all. */
function suggestion(word: string): string {
  const nearest = nearestWord(word, [...BY_LABEL.keys()]);
  return BY_LABEL.get(nearest ?? "")?.label ?? "Principal, Start date, Annual rate";
}
