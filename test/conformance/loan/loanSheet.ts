import type { Evaluation } from "../../../src/engine/evaluation";
import { constant, type Constant } from "../formula";

/** Rows of a loan sheet: a label and its values. A row with a value left out is left out itself. */
export type SheetRow = readonly (Constant | undefined)[];

function loanSheet(rows: readonly SheetRow[]): string {
  const said = rows.filter((row): row is readonly Constant[] => row.every((value) => value !== undefined));
  const width = Math.max(...said.map((row) => row.length));
  return constant(said.map((row) => [...row, ...Array<Constant>(width - row.length).fill("")]));
}

export function scheduleFormula(rows: readonly SheetRow[]): string {
  return `=LOANSCHEDULE(${loanSheet(rows)})`;
}

/** A line of LOANSCHEDULE, the day as its serial. */
export interface ScheduleLine {
  readonly date: number;
  readonly opening: number;
  readonly interest: number;
  readonly payment: number;
  readonly closing: number;
}

/** The lines of payments: without the header and the line on which the loan starts. */
export function scheduleLines(evaluation: Evaluation): ScheduleLine[] {
  if (!("formats" in evaluation)) throw new Error(`no schedule: ${JSON.stringify(evaluation)}`);
  const [header = [], , ...lines] = evaluation.value;
  const column = (heading: string) => {
    const index = header.indexOf(heading);
    if (index < 0) throw new Error(`no column ${heading} in ${header.join(", ")}`);
    return (line: readonly unknown[]) => Number(line[index]);
  };
  const [date, opening, interest] = [column("Date"), column("Opening"), column("Interest")];
  const [payment, closing] = [column("Payment"), column("Closing")];
  return lines.map((line) => ({
    date: date(line),
    opening: opening(line),
    interest: interest(line),
    payment: payment(line),
    closing: closing(line),
  }));
}
