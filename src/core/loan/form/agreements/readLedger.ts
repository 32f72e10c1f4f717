/**
 * Takes what a form says was received and charged, makes the terms of the ledger. Law: every line keeps the place it was
 * written in.
 */
import { CalculationError } from "../../../errors";
import { choiceOf, isPresent, plainWord, readText, refused, type Given } from "../../../given";
import { isPositive } from "../../../number/fraction";
import { USUAL_ORDER } from "../../terms/defaultTerms";
import type { Claim, LateChargeTerms, LedgerLine, LedgerLineKind, LedgerTerms } from "../../terms/ledgerTerms";
import { CHOICES } from "../fields";
import type { GivenLoan, ReadField } from "../givenLoan";
import { readAmount, readCount, readRate, readWords } from "../values";

/** The lists of dated lines, with what each line is. */
const LINES: Readonly<Record<string, LedgerLineKind>> = {
  receipts: "receipt",
  principalReceipts: "principalReceipt",
  returnedReceipts: "returnedReceipt",
  lateCharges: "lateCharge",
  waivers: "waiver",
  escrow: "escrow",
};

/** What the form says was received and charged; null when it says nothing of it. Lines are by date. */
export function readLedger(given: GivenLoan, field: ReadField): LedgerTerms | null {
  const terms = {
    appliedTo: readOrder(given),
    unpaidInterest: field("unpaidInterest", choiceOf(CHOICES.unpaidInterest)) ?? "bearsNone",
    lateCharge: readLateCharge(field),
    clause: field("paymentsClause", readWords) ?? "",
  } as const;
  const lines = Object.entries(LINES).flatMap(([key, kind]) =>
    (given.fields.get(key) ?? []).map((values, row) => readLine(given, { key, kind, row }, values)),
  );
  if (lines.length === 0) return null;
  return { ...terms, lines: lines.sort((a, b) => a.date - b.date) };
}

function readLine(
  given: GivenLoan,
  { key, kind, row }: { readonly key: string; readonly kind: LedgerLineKind; readonly row: number },
  [first, second]: readonly Given[],
): LedgerLine {
  const place = first ?? { name: key, value: null };
  const date = given.readDate(place.name, place.value);
  const amount = second ?? { name: `${place.name}, second value`, value: null };
  if (kind === "receipt" && typeof amount.value === "number" && amount.value < 0) {
    const rule = "must be zero or more; a payment that came back is a Returned payment";
    throw new CalculationError("out-of-range", amount.name, rule, amount.value);
  }
  return { date, kind, amount: readAmount(amount), row };
}

const CLAIM_WORDS: Readonly<Record<string, Claim>> = {
  "late charges": "lateCharges",
  "late charge": "lateCharges",
  "late fees": "lateCharges",
  "late fee": "lateCharges",
  fees: "fees",
  fee: "fees",
  charges: "fees",
  costs: "fees",
  interest: "interest",
  "accrued interest": "interest",
  "unpaid interest": "interest",
  principal: "principal",
};

/** "fees, interest, principal" in one value, or a value each. */
function readOrder({ fields }: GivenLoan): readonly Claim[] {
  const values = (fields.get("appliedTo") ?? []).flat().filter(isPresent);
  if (values.length === 0) return USUAL_ORDER;
  const order = values.flatMap((value) =>
    readText(value)
      .split(/,|;|>|→|\bthen\b|\band\b/)
      .map(plainWord)
      .filter((word) => word !== "")
      .map((word) => claimNamed(value, word)),
  );
  const repeated = order.find((claim, index) => order.indexOf(claim) !== index);
  if (repeated === undefined) return order;
  const place = values[values.length - 1] ?? { name: "appliedTo", value: null };
  throw new CalculationError("invalid-input", place.name, "must name each kind once", place.value);
}

function claimNamed({ name, value }: Given, word: string): Claim {
  const claim = CLAIM_WORDS[word];
  if (claim) return claim;
  const rule = 'must name late charges, fees, interest and principal in an order, such as "fees, interest, principal"';
  throw refused({ name, value }, rule);
}

function readLateCharge(field: ReadField): LateChargeTerms | null {
  const rate = field("lateChargeRate", readPositiveRate);
  const amount = field("lateChargeAmount", (value) => {
    if (rate === null) return readAmount(value);
    const rule = "must be left out, as the late charge rate says what a late payment costs";
    throw new CalculationError("invalid-input", value.name, rule, value.value);
  });
  const graceDays = field("graceDays", readCount) ?? 0;
  const clause = field("lateChargeClause", readWords) ?? "";
  return rate === null && amount === null && graceDays === 0 ? null : { rate, amount, graceDays, clause };
}

function readPositiveRate(given: Given): LateChargeTerms["rate"] {
  const rate = readRate(given);
  if (isPositive(rate)) return rate;
  throw new CalculationError("out-of-range", given.name, "must be more than zero", given.value);
}
