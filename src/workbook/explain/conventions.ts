import type { BusinessDayConvention } from "../../core/calendar/businessDays";
import { dayCountNamed } from "../../core/calendar/dayCounts";
import { CalculationError } from "../../core/errors";
import { frequencyWords, roundingWords } from "../../core/loan/fit/writtenTerms";
import { CHOICES } from "../../core/loan/form/fields";
import type { BetweenDates } from "../../core/loan/terms/agreement";
import type { LoanTerms } from "../../core/loan/terms/loanTerms";
import type { RoundingRule } from "../../core/number/roundingRule";
import { catalogue } from "../../functions/catalogue";
import { BUILT_IN_LOAN, openWorkbook } from "../../functions/cells/openWorkbook";
import { readLoan } from "../../functions/loan/loanArgument";
import { DAY_COUNT_MEANINGS, METHOD_MEANINGS, WORD_MEANINGS } from "../../functions/wordMeanings";
import { capitalized } from "../book/report";
import type { Answered } from "../formula/evaluate";
import { nameOf } from "../formula/readFormula";
import { NotCalculated, plain, rowsOf, theOne, type Computed } from "../formula/values";

/** A convention and what it means: ["Day count", "ACT/360. The actual days over a year of 360 days."]. */
export type Convention = readonly [name: string, words: string];

/** The conventions by which calls of our functions came to their figures, each once, for whoever reads the working. */
export function conventionsOf(answered: readonly Answered[]): readonly Convention[] {
  const all = answered.flatMap(conventionsOfCall);
  return all.filter(([name, words], index) => all.findIndex(([one, said]) => one === name && said === words) === index);
}

function conventionsOfCall({ call, args }: Answered): readonly Convention[] {
  const parameters = catalogue.find(({ id }) => id === nameOf(call))?.parameters ?? [];
  return parameters.flatMap(({ name }, index): readonly Convention[] => {
    const given = args[index] ?? null;
    return given instanceof NotCalculated ? [] : (BY_PARAMETER[name]?.(given) ?? []);
  });
}

type Given = Exclude<Computed, NotCalculated>;

/** What an argument decides, by its name. */
const BY_PARAMETER: Readonly<Record<string, (given: Given) => readonly Convention[]>> = {
  loan: loanConventions,
  convention: (given) => known(() => dayCountWords(dayCountNamed("convention", nameOrBasis(given)).name)),
  standard: (given) => {
    const standard = textOf(given).toUpperCase() === "IFRS" ? "IFRS" : "US GAAP";
    return [["Standard", `${standard}. ${WORD_MEANINGS["standard"]?.[standard] ?? ""}`]];
  },
  decimals: (given) => [
    ["Rounding", `Once, at the end, to ${textOf(given) || "2"} decimals; a tie goes away from zero.`],
  ],
};

function textOf(given: Given): string {
  return String(plain(theOne(given) ?? null) ?? "").trim();
}

/** One of Excel's bases is a number. */
function nameOrBasis(given: Given): string | number {
  const value = plain(theOne(given) ?? null);
  return typeof value === "number" ? value : textOf(given);
}

/** What is no loan, or no convention, is told of as the error of the function. */
function known(read: () => readonly Convention[]): readonly Convention[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof CalculationError) return [];
    throw error;
  }
}

function loanConventions(given: Given): readonly Convention[] {
  const { activeLoan } = openWorkbook();
  const chosen = given === null ? activeLoan : rowsOf(given).map((row) => row.map(plain));
  const isRange = chosen !== null && typeof chosen !== "string";
  return known(() => termsInWords(readLoan(isRange ? chosen : [[BUILT_IN_LOAN]]).terms));
}

/** The rules of an agreement that decide its figures. */
function termsInWords(terms: LoanTerms): readonly Convention[] {
  const { interest, rounding } = terms;
  return [
    ["Repayment", methodWords(terms)],
    ...dayCountWords(interest.dayCount?.name ?? null),
    [
      "Compounding",
      interest.compounding
        ? `The quoted rate compounds ${frequencyWords(interest.compounding)}, whatever the payments.`
        : "None within a period: interest is the balance times the rate times the part of a year.",
    ],
    ...(interest.on === "original" ? [["Interest on", "The original principal throughout."] as const] : []),
    ["Rounding of payments", roundedWords(rounding.payment)],
    ["Rounding of interest", roundedWords(rounding.interest)],
    ...(rounding.residue === "none" || terms.stated
      ? []
      : [["What rounding leaves", `The ${rounding.residue} payment takes it.`] as const]),
    ["Business days", `${BUSINESS_DAYS[terms.dates.businessDays]}${accrualWords(terms)}`],
    ...betweenWords(terms.betweenDates),
  ];
}

function methodWords({ method, stated, dates }: LoanTerms): string {
  if (stated) return "As the schedule of the agreement states it.";
  const [word = ""] = Object.entries(CHOICES.method).find(([, meaning]) => meaning === method) ?? [];
  return `${capitalized(word)}, ${frequencyWords(dates.frequency)}. ${METHOD_MEANINGS[word] ?? ""}`.trim();
}

function dayCountWords(name: string | null): readonly Convention[] {
  const words = name === null ? EQUAL_PERIODS : `${name}. ${DAY_COUNT_MEANINGS[name] ?? ""}`;
  return [["Day count", words]];
}

const EQUAL_PERIODS = "Equal periods. A month is a twelfth of a year, however long.";

const MODES = {
  halfUp: "; a tie goes away from zero",
  halfEven: "; a tie goes to the even neighbor",
  up: ", always up",
  down: ", always down",
} as const;

function roundedWords(rule: RoundingRule | null): string {
  if (rule === null) return "Not rounded.";
  const unit = roundingWords({ ...rule, mode: "halfUp" });
  return `To the ${Number.isNaN(Number(unit)) ? unit : `nearest ${unit}`}${MODES[rule.mode]}.`;
}

const BUSINESS_DAYS: Readonly<Record<BusinessDayConvention, string>> = {
  none: "A payment stays on its day, a weekend or a holiday too.",
  following: "Following: a payment on a weekend or a holiday falls due on the next business day.",
  modifiedFollowing:
    "Modified following: on the next business day, unless that is in another month; then on the one before.",
  preceding: "Preceding: a payment on a weekend or a holiday falls due on the business day before.",
  modifiedPreceding:
    "Modified preceding: on the business day before, unless that is in another month; then on the next.",
};

function accrualWords({ dates }: LoanTerms): string {
  if (dates.businessDays === "none") return "";
  return dates.accrual === "adjusted" ? " Interest runs to that day." : " Interest runs to the day as scheduled.";
}

function betweenWords({ interest, share, clause }: BetweenDates): readonly Convention[] {
  if (!interest && !share) return [];
  const counted = interest?.dayCount ? ` by ${interest.dayCount.name}` : "";
  const both = interest?.countsLastDay || share?.countsLastDay ? ", both days counted" : "";
  const part = share && `less the part of the next reduction that the days are of ${daysOf(share.basis)}`;
  const words = [interest && `interest${counted}${both}`, part].filter(Boolean).join(", ");
  return [["Between two dates", `The earlier balance, ${words}${clause === "" ? "" : ` (${clause})`}.`]];
}

function daysOf(basis: number | "period"): string {
  return basis === "period" ? "those between the two dates" : `${basis}`;
}
