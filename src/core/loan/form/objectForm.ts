/** Takes an agreement as an object of a program, makes what a form says. Law: a key that is not known is refused. */
import { refused, type Given } from "../../given";
import { dayOfIsoDate, type Day } from "../../calendar/civilDate";
import { CalculationError } from "../../errors";
import type { Loan } from "../loan";
import { LOAN_FIELDS, type LoanField } from "./fields";
import { readGivenLoan } from "./readGivenLoan";
import type { GivenLine, GivenLoan } from "./givenLoan";

const SCHEDULE_KEYS = ["date", "reduction", "balance", "opening", "interest", "principal"];

/**
 * The loan of an agreement in its object form, for programs: the fields of a loan sheet by their keys (`principal`,
 * `annualRate`, `payments` …; docs/specs/loan-sheet.md has them all), amounts in currency units, rates as fractions of
 * a year, dates as 2000-09-12, dated fields as lists of { date, amount }, and `schedule` as a list of the lines that
 * the agreement prints. The JSON Schema of it is what `loanJsonSchema` gives.
 *
 * @throws CalculationError `invalid-input` for a key that is not known, or a value that is not of its field's kind;
 * `out-of-range` for one that breaks a bound, or terms that make no schedule; its argument is the key:
 * `advances[0].date`
 */
export function loanFromObject(agreement: unknown): Loan {
  return readGivenLoan(givenByObject(agreement));
}

/**
 * The object form of an agreement: the fields of a loan sheet by their keys, dates as 2000-09-12, dated fields as
 * lists of objects, and `schedule` as a list of its lines: { date, reduction, balance } and, to be checked, { opening,
 * interest, principal }. The JSON Schema of it is published beside the documentation; this check is the stricter one,
 * as it knows what contradicts what.
 *
 * @throws CalculationError `invalid-input` for a key that it does not know, or a value that is not of its field's kind
 */
function givenByObject(value: unknown): GivenLoan {
  const object = requireObject("loan", value);
  const known = new Set([...LOAN_FIELDS.map(({ key }) => key), "schedule", "$schema"]);
  const unknown = Object.keys(object).find((key) => !known.has(key));
  if (unknown !== undefined) throw new CalculationError("invalid-input", "loan", "must have known keys only", unknown);
  const fields = LOAN_FIELDS.filter(({ key }) => object[key] !== undefined && object[key] !== null);
  return {
    name: "loan",
    readDate,
    fields: new Map(fields.map((field) => [field.key, rowsOf(field, object[field.key])])),
    schedule: object.schedule === undefined ? [] : requireList("schedule", object.schedule).map(lineOf),
  };
}

function rowsOf(field: LoanField, value: unknown): Given[][] {
  if (!field.list) return [[{ name: field.key, value }]];
  return requireList(field.key, value).map((item, index) => {
    const name = `${field.key}[${index}]`;
    if (field.values.length === 1) return [{ name, value: item }];
    const object = requireObject(
      name,
      item,
      field.values.map(({ key }) => key),
    );
    return field.values.map(({ key }) => ({ name: `${name}.${key}`, value: object[key] }));
  });
}

function lineOf(value: unknown, index: number): GivenLine {
  const name = `schedule[${index}]`;
  const object = requireObject(name, value, SCHEDULE_KEYS);
  const optional = (key: string) =>
    object[key] === undefined || object[key] === null ? null : { name: `${name}.${key}`, value: object[key] };
  return {
    date: { name: `${name}.date`, value: object.date },
    reduction: optional("reduction"),
    balance: optional("balance"),
    opening: optional("opening"),
    interest: optional("interest"),
    principal: optional("principal"),
  };
}

function readDate(name: string, value: unknown): Day {
  const day = typeof value === "string" ? dayOfIsoDate(value) : undefined;
  if (day !== undefined) return day;
  throw refused({ name, value }, "must be a date such as 2000-09-12");
}

function requireObject(name: string, value: unknown, keys?: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw refused({ name, value }, "must be an object");
  }
  const unknown = keys && Object.keys(value).find((key) => !keys.includes(key));
  if (unknown === undefined) return value as Readonly<Record<string, unknown>>;
  throw new CalculationError("invalid-input", name, `must have no other keys than ${keys?.join(", ")}`, unknown);
}

function requireList(name: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value) && value.length <= 10_000) return value;
  throw refused({ name, value }, "must be a list of no more than 10,000");
}
