/**
 * Takes what a form says of charges for a prepayment, makes the terms of them. Law: a number is a part of the principal, never a
 * count of per cent.
 */
import type { Day } from "../../../calendar/civilDate";
import { CalculationError } from "../../../errors";
import { isPresent, refused, type Given } from "../../../given";
import { dividedBy, exactly, fraction, type Fraction } from "../../../number/fraction";
import type { PrepaymentCharge, PrepaymentChargeRule } from "../../terms/prepayment";
import type { GivenLoan } from "../givenLoan";
import { requireFrom } from "../readDates";
import { readRate } from "../values";

/** The charges of a form, by the day to which each is; one without such a day comes last. */
export function readPrepaymentCharges(given: GivenLoan, startDate: Day): readonly PrepaymentCharge[] {
  const charges = (given.fields.get("prepaymentCharges") ?? []).map(([charge, until]) => ({
    ...readCharge(charge ?? { name: "prepaymentCharges", value: null }),
    place: charge,
    until: isPresent(until) ? requireFrom(startDate, until, given.readDate(until.name, until.value)) : null,
  }));
  charges.sort((a, b) => (a.until ?? Infinity) - (b.until ?? Infinity));
  const twice = charges.find(({ until }, row) => row > 0 && charges[row - 1]?.until === until)?.place;
  if (twice) {
    throw new CalculationError(
      "invalid-input",
      twice.name,
      "must end on another day than the other charges",
      twice.value,
    );
  }
  return charges.map(({ place: _place, ...charge }) => charge);
}

const PERCENT = /^(\d+(?:\.\d+)?) ?(?:%|percent|per cent)(?: of (?:the )?(?:principal|balance|amount prepaid))?$/;
const STEPS = /^\d+(?:\.\d+)? ?%?(?: ?[-–\/,] ?\d+(?:\.\d+)? ?%?)+$/;
const MONTHS = /^(\d{1,3}) months?(?:'|’)?(?: of)?(?: interest)$/;

function readCharge(given: Given): PrepaymentChargeRule {
  if (typeof given.value === "number") return { kind: "share", share: requireShare(given, readRate(given)) };
  const text = typeof given.value === "string" ? given.value.trim().toLowerCase() : "";
  const [, percent] = PERCENT.exec(text) ?? [];
  if (percent !== undefined) return { kind: "share", share: requireShare(given, ofPercent(percent)) };
  const [, months] = MONTHS.exec(text) ?? [];
  if (months !== undefined) return { kind: "months", months: Number(months) };
  if (STEPS.test(text)) {
    const steps = text.match(/\d+(?:\.\d+)?/g) ?? [];
    return { kind: "stepDown", shares: steps.map((step) => requireShare(given, ofPercent(step))) };
  }
  const rule =
    'must be a part of the principal (3 % or 0.03), per cent by year of the loan ("5-4-3-2-1"), or "6 months of interest"';
  throw refused(given, rule);
}

function ofPercent(text: string): Fraction {
  return dividedBy(exactly(Number(text)), fraction(100));
}

function requireShare(given: Given, share: Fraction): Fraction {
  if (share.numerator >= 0 && share.numerator <= share.denominator) return share;
  throw new CalculationError("out-of-range", given.name, "must be from 0 to 100 %", given.value);
}
