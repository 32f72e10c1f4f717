/**
 * Takes what a form says of the books, makes what the loan is carried at and what its accounts are called. Law: a price
 * has one reading; a fee without a date is one at the start.
 */
import { choiceOf, isPresent, readYesNo, type Given } from "../../../given";
import { addMonths, longDate, type Day } from "../../../calendar/civilDate";
import { CalculationError } from "../../../errors";
import { dividedBy, exactly, fraction, plus, rounded, times, ZERO, type Fraction } from "../../../number/fraction";
import { accountNamed, accountNames } from "../../terms/accounts";
import { DEFAULT_TERMS } from "../../terms/defaultTerms";
import type { AccountName, BookTerms, CarryingTerms } from "../../terms/bookTerms";
import type { LoanTerms } from "../../terms/loanTerms";
import { CHOICES } from "../fields";
import { fieldOf, type GivenLoan, type ReadField } from "../givenLoan";
import { readAmount, readPositiveAmount, readRate, readWords } from "../values";

/** What a loan is carried at when it begins. @throws CalculationError for a price that is given twice */
export function readCarryingTerms(
  given: GivenLoan,
  field: ReadField,
  { startDate, principal }: Pick<LoanTerms, "startDate" | "principal">,
): CarryingTerms {
  refuseSecondPrice(given);
  const amount = (key: string) => field(key, (place) => readPartOrAmount(place, principal)) ?? ZERO;
  const fees = undatedFees(given).map((place) => readFeeAtStart(given, place, startDate));
  return {
    issuePrice: field("issuePrice", readPositiveAmount),
    proceeds: field("proceeds", readPositiveAmount),
    discount: amount("discount"),
    premium: amount("premium"),
    costsAndFees: [amount("issueCosts"), amount("originationFee"), ...fees].reduce(plus),
    originationCosts: amount("originationCosts"),
    marketRate: field("marketRate", readRate),
    index: field("effectiveIndex", choiceOf(CHOICES.effectiveIndex)) ?? DEFAULT_TERMS.carrying.index,
  };
}

const PART = /^(\d+(?:\.\d+)?) ?(?:%|percent|points?)(?: of (?:the )?(?:loan|principal)(?: amount)?)?$/i;

/** An amount; or so many percent, or points, of the principal, to the cent. */
function readPartOrAmount(place: Given, principal: Fraction): Fraction {
  const [, percent] = typeof place.value === "string" ? (PART.exec(place.value.trim()) ?? []) : [];
  if (percent === undefined) return readAmount(place);
  return rounded(times(principal, dividedBy(exactly(Number(percent)), fraction(100))), 2);
}

/** A reduction of which a share is earned by the day is earned by service, where the form is silent. */
export function readBookTerms(given: GivenLoan, field: ReadField, hasShare: boolean): BookTerms {
  return {
    isEmployee: field("employee", readYesNo) ?? false,
    reductions: field("reductions", choiceOf(CHOICES.reductions)) ?? (hasShare ? "forgiven" : "paid"),
    accounts: (given.fields.get("accounts") ?? []).map(readAccount),
  };
}

/** The form without fees that have no date, which are read as fees at the start. */
export function withDatedFees(given: GivenLoan): GivenLoan {
  const fees = given.fields.get("fees") ?? [];
  if (!fees.some(isUndated)) return given; // as nearly always
  return {
    ...given,
    fields: new Map(given.fields).set(
      "fees",
      fees.filter((row) => !isUndated(row)),
    ),
  };
}

function undatedFees(given: GivenLoan): Given[] {
  return (given.fields.get("fees") ?? []).filter(isUndated).flatMap((row) => row.filter(isPresent));
}

/** One value alone is an amount: on a sheet the first, in an object that of the amount. */
function isUndated(row: readonly Given[]): boolean {
  return row.filter(isPresent).length === 1;
}

/** A number that the loan would also have as a date may be a date whose amount was forgotten. */
function readFeeAtStart({ readDate }: GivenLoan, place: Given, startDate: Day): Fraction {
  const amount = readAmount(place);
  const day = dayIfAny(() => readDate(place.name, place.value));
  if (day === undefined || day < startDate || day > addMonths(startDate, MOST_MONTHS)) return amount;
  const rule =
    `must have an amount behind it if it is the date ${longDate(day)}; ` +
    "a fee of that amount at the start stands as Origination fee";
  throw new CalculationError("invalid-input", place.name, rule, place.value);
}

const MOST_MONTHS = 600;

function dayIfAny(read: () => Day): Day | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof CalculationError) return undefined;
    throw error;
  }
}

/** What each price leaves no room for. */
const NOT_WITH: Readonly<Record<string, readonly string[]>> = {
  proceeds: ["issuePrice", "discount", "premium", "issueCosts", "originationFee", "originationCosts", "marketRate"],
  issuePrice: ["discount", "premium", "marketRate"],
  marketRate: ["discount", "premium"],
  discount: ["premium"],
};

function refuseSecondPrice(given: GivenLoan): void {
  for (const [key, others] of Object.entries(NOT_WITH)) {
    const price = fieldOf(given, key);
    const second = price && others.map((other) => fieldOf(given, other)).find(isPresent);
    if (!price || !second) continue;
    const rule = `must be left out, as ${price.name} settles it`;
    throw new CalculationError("invalid-input", second.name, rule, second.value);
  }
}

function readAccount([account, name]: readonly Given[]): AccountName {
  const place = account ?? { name: "accounts", value: null };
  const word = readWords(place);
  const role = accountNamed(word);
  if (role) return { role, name: readWords(name ?? { name: `${place.name}, second value`, value: null }) };
  const rule = `must be an account of a loan (${accountNames().join(", ")})`;
  throw new CalculationError("invalid-input", place.name, rule, word);
}
