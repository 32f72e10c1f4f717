/** What a form says of a loan, before any of it is read: types that a sheet and an object share. */
import type { CalculationError } from "../../errors";
import type { Given } from "../../given";
import type { ReadDate } from "./values";

/** What a form says of a loan: the values of each field by its key, one entry a row, and the lines of its schedule. */
export interface GivenLoan {
  /** What an error calls the whole: "loan". */
  readonly name: string;
  readonly readDate: ReadDate;
  readonly fields: ReadonlyMap<string, readonly (readonly Given[])[]>;
  readonly schedule: readonly GivenLine[];
  /** What is wrong with it that was seen before a value is read, such as a label that is not known. */
  readonly problems?: readonly CalculationError[];
  /** The fields that such a label was most likely meant for, by their keys: they are not missed as well. */
  readonly meant?: ReadonlySet<string>;
  /** Labels that no rule needs, such as Borrower: passed over, and told. */
  readonly passedOver?: readonly Given[];
  /** What was read in one of several ways, in sentences. */
  readonly notes?: readonly string[];
}

/** A line of the schedule that a form prints; null, or nothing, where the line leaves a figure out. */
export interface GivenLine {
  readonly date: Given;
  readonly reduction: Given | null;
  readonly balance: Given | null;
  readonly opening?: Given | null;
  readonly interest?: Given | null;
  readonly principal?: Given | null;
}

/** Reads one field: null where the form is silent. */
export type ReadField = <T>(key: string, reader: (given: Given) => T) => T | null;

/** What a field says, which may be that there is none, as of a rounding; where the form is silent, what that means. */
export function saidOr<T>(field: ReadField, key: string, reader: (given: Given) => T, silent: T): T {
  const said = field(key, (given) => ({ value: reader(given) }));
  return said === null ? silent : said.value;
}

/** The one value of a field that stands once; undefined where the form is silent. */
export function fieldOf({ fields }: GivenLoan, key: string): Given | undefined {
  return fields.get(key)?.[0]?.[0];
}
