/**
 * Makes the JSON Schema of the object form from the catalogue of fields. Law: what the form takes, the schema allows.
 */
import { DAY_COUNTS } from "../../calendar/dayCounts";
import { helpOf } from "./fieldHelp";
import { LOAN_FIELDS, type FieldValue, type LoanField } from "./fields";

const DATE = { type: "string", format: "date" };
const AMOUNT = { type: "number", minimum: 0, exclusiveMaximum: 1e13 };

const KINDS: Readonly<Record<Exclude<FieldValue["kind"], "choice">, object>> = {
  text: { type: "string" },
  amount: AMOUNT,
  rate: { type: "number", exclusiveMinimum: -1, maximum: 1 },
  date: DATE,
  count: { type: "integer", minimum: 0 },
  term: { type: ["number", "string"], exclusiveMinimum: 0, examples: [5, "60 months"] },
  yesNo: { type: "boolean" },
  frequency: { type: "string", examples: ["monthly", "quarterly", "every 2 weeks"] },
  dayCount: { type: ["string", "integer"], examples: ["equal periods", ...DAY_COUNTS.map(({ name }) => name)] },
  charge: { type: ["string", "number"], examples: ["3%", "5-4-3-2-1", "6 months of interest"] },
  rounding: { type: ["string", "number"], examples: ["none", "cent", "dollar", "0.05 down"] },
};

/**
 * The JSON Schema (2020-12) of the object form, from the same catalogue of fields as the form itself. The form refuses
 * more than it does, as it knows what contradicts what.
 */
export function loanJsonSchema(): object {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Loan agreement",
    type: "object",
    anyOf: [{ required: ["annualRate"] }, { required: ["index"] }],
    additionalProperties: false,
    properties: {
      $schema: { type: "string" },
      ...Object.fromEntries(LOAN_FIELDS.map((field) => [field.key, schemaOf(field)])),
      schedule: {
        type: "array",
        maxItems: 10_000,
        description: "The schedule that the agreement prints.",
        items: LINE,
      },
    },
  };
}

const LINE = {
  type: "object",
  required: ["date"],
  additionalProperties: false,
  properties: { date: DATE, reduction: AMOUNT, balance: AMOUNT, opening: AMOUNT, interest: AMOUNT, principal: AMOUNT },
};

function schemaOf(field: LoanField): object {
  const { list, values } = field;
  const [first] = values;
  const description = helpOf(field);
  const item = values.length === 1 && first ? valueSchema(first) : objectSchema(values);
  return list ? { type: "array", maxItems: 10_000, description, items: item } : { description, ...item };
}

function objectSchema(values: readonly FieldValue[]): object {
  return {
    type: "object",
    required: values.filter(({ optional }) => !optional).map(({ key }) => key),
    additionalProperties: false,
    properties: Object.fromEntries(values.map((value) => [value.key, valueSchema(value)])),
  };
}

function valueSchema({ kind, words }: FieldValue): object {
  return kind === "choice" ? { enum: words } : KINDS[kind];
}
