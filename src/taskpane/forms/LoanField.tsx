import { helpOf } from "../../core/loan/form/fieldHelp";
import type { FieldKind } from "../../core/loan/form/fields";
import { entryOf, fieldNamed, withEntry } from "../../workbook/loan/form/loanForm";
import { EntryField, WordField, type EntryFieldProps } from "./EntryField";
import type { FieldsProps } from "./loanFields";
import { offersOf } from "./loanWords";

/** What stands under a field that most loans have; any other has the words of its help. */
const HINTS: Readonly<Record<string, string>> = {
  name: "Such as Equipment loan; its sheet is called so.",
  principal: "What was lent.",
  startDate: "Interest runs from this day.",
  annualRate: "The stated rate, such as 6.25.",
  payments: "How many there are.",
  termYears: "In years, such as 5; or 60 months.",
  maturityDate: "The day of the last payment.",
  payment: "What each payment is; the last pays what is left.",
  firstPaymentDate: "One period after the start where it is left empty.",
};

const LABELS: Readonly<Record<string, string>> = {
  name: "Name of the loan",
  method: "How it is repaid",
  paymentRounding: "Payments are rounded to the",
};

const ENTRY_KINDS: Readonly<Partial<Record<FieldKind, EntryFieldProps["kind"]>>> = {
  amount: "figure",
  count: "figure",
  rate: "percent",
  date: "date",
};

/** One field of the loan, by its key, as its kind asks for. */
export function LoanField({ field: key, form, change, problemAt }: FieldsProps & { readonly field: string }) {
  const field = fieldNamed(key);
  const row = form.rows.find((one) => one.key === key);
  const isElsewhere = !row && form.outOfReach.includes(key);
  const common = {
    label: LABELS[key] ?? field.label,
    value: entryOf(form, key),
    onChange: (entry: string) => change(withEntry(form, key, entry)),
    problem: problemAt(key),
  };
  if (isElsewhere) return null;
  const offers = offersOf(field);
  if (offers) return <WordField {...common} offers={offers} />;
  const isFormula = row?.place?.formulas[0] === true && row.entries[0] === row.place.was[0];
  const hint = isFormula
    ? "A formula on the sheet gives it; what you type here replaces it."
    : (HINTS[key] ?? helpOf(field));
  return <EntryField {...common} hint={hint} kind={ENTRY_KINDS[field.values[0]?.kind ?? "text"] ?? "text"} />;
}
