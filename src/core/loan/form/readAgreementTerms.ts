/**
 * Takes what a form says beside the amortization, makes balances between dates, events, collateral and stated figures.
 */
import { choiceOf, isPresent, readYesNo, type Given } from "../../given";
import { CalculationError } from "../../errors";
import type { RoundingRule } from "../../number/roundingRule";
import type { BetweenDates, Collateral, Outcome, StatedFigure } from "../terms/agreement";
import type { LoanTerms } from "../terms/loanTerms";
import { CHOICES } from "./fields";
import { saidOr, type GivenLoan, type ReadField } from "./givenLoan";
import { readAmount, readCount, readDayCount, readRoundingRule, readWords } from "./values";

type AgreementTerms = Pick<LoanTerms, "betweenDates" | "outcomes" | "collateral" | "figures">;

/**
 * What an agreement says beside the amortization: balances between dates, events, collateral, figures it prints.
 *
 * @param interestRounding that of the interest of a period, which the interest between dates has where the form is silent
 */
export function readAgreementTerms(
  given: GivenLoan,
  field: ReadField,
  interestRounding: RoundingRule | null,
): AgreementTerms {
  return {
    betweenDates: readBetweenDates(field, interestRounding),
    outcomes: (given.fields.get("outcomes") ?? []).map(readOutcome),
    collateral: readCollateral(field),
    figures: (given.fields.get("figures") ?? []).map((row) => readFigure(given, row)),
  };
}

function readBetweenDates(field: ReadField, interestRounding: RoundingRule | null): BetweenDates {
  const kind = field("balanceBetweenDates", choiceOf(CHOICES.balanceBetweenDates)) ?? "principal";
  const countsLastDay = field("countBothDays", readYesNo) ?? false;
  const rounding = saidOr(field, "betweenRounding", readRoundingRule, interestRounding);
  return {
    interest:
      kind === "principal"
        ? null
        : {
            along: field("interestAlong", choiceOf(CHOICES.interestAlong)) ?? "schedule",
            dayCount: field("betweenDayCount", readDayCount),
            countsLastDay,
            rounding,
          },
    share:
      kind === "share"
        ? {
            countsLastDay,
            basis: field("proRataBasis", readBasis) ?? "period",
            rounding: saidOr(field, "proRataRounding", readRoundingRule, rounding),
          }
        : null,
    clause: field("betweenClause", readWords) ?? "",
  };
}

function readBasis(given: Given): number {
  const basis = readCount(given);
  if (basis >= 1 && basis <= 10_000) return basis;
  throw new CalculationError("out-of-range", given.name, "must be a number of days, such as 365", basis);
}

function readOutcome([event, balance, collateral, clause]: readonly Given[]): Outcome {
  const name = event?.name ?? "event";
  return {
    event: readWords(event ?? { name, value: null }),
    balance: choiceOf(CHOICES.outcome)(balance ?? { name: `${name}, second value`, value: null }),
    collateral: isPresent(collateral) ? choiceOf(CHOICES.collateral)(collateral) : "returned",
    clause: isPresent(clause) ? readWords(clause) : "",
  };
}

function readCollateral(field: ReadField): Collateral | null {
  const shares = field("collateralShares", readCount);
  return shares === null ? null : { shares, clause: field("collateralClause", readWords) ?? "" };
}

function readFigure({ readDate }: GivenLoan, [figure, amount, maybeDate, clause]: readonly Given[]): StatedFigure {
  // A clause may stand behind a date that is left blank.
  const date = maybeDate?.value === "" || maybeDate?.value === null ? undefined : maybeDate;
  const place = figure ?? { name: "figure", value: null };
  const equals = choiceOf(CHOICES.figure)(place);
  const second: Given = amount ?? { name: `${place.name}, second value`, value: null };
  const third: Given = date ?? { name: `${place.name}, third value`, value: null };
  const isDate = equals === "startDate";
  const isExample = !isDate && equals !== "principal" && equals !== "reduction" && equals !== "total";
  return {
    equals,
    amount: isDate ? null : readAmount(second),
    date: isDate || isExample || isPresent(date) ? readDate(third.name, third.value) : null,
    clause: isPresent(clause) ? readWords(clause) : "",
  };
}
