/**
 * Takes what a form says of rounding, makes the terms of it. Law: what is said to be none is none; where nothing is said,
 * money is paid and posted in whole minor units of its currency.
 */
import { choiceOf, readYesNo } from "../../../given";
import { compare, fraction } from "../../../number/fraction";
import type { RoundingRule } from "../../../number/roundingRule";
import { tenTo } from "../../../number/whole";
import type { RoundingTerms } from "../../terms/loanTerms";
import { minorUnit } from "../../terms/minorUnit";
import { CHOICES } from "../fields";
import { saidOr, type GivenLoan, type ReadField } from "../givenLoan";
import { isPrecomputed } from "./precomputed";
import { readRoundingRule } from "../values";

/**
 * How payment, interest and printed figures are rounded where nothing is said of them: to the minor unit of the currency,
 * half up; not at all where fewer decimals than that are carried.
 */
export function silentRounding(currency: string, decimals: number | null): RoundingRule | null {
  const minor = minorUnit(currency);
  return decimals !== null && compare(minor.unit, fraction(1, tenTo(decimals))) < 0 ? null : minor;
}

/**
 * How the loan is rounded, but for the decimals that it carries. The balance is not rounded where nothing is said: it is
 * what payment and interest leave. Nor is then a payment of precomputed interest: it is an equal part of a total that is agreed.
 *
 * @param silent of payment and interest where nothing is said
 */
export function readRounding(
  given: GivenLoan,
  field: ReadField,
  silent: RoundingRule | null,
): Omit<RoundingTerms, "decimals"> {
  return {
    payment: saidOr(field, "paymentRounding", readRoundingRule, isPrecomputed(given) ? null : silent),
    interest: saidOr(field, "interestRounding", readRoundingRule, silent),
    balance: field("balanceRounding", readRoundingRule),
    carriesInterest: field("carryInterest", readYesNo) ?? false,
    residue: field("residue", choiceOf(CHOICES.residue)) ?? "last",
  };
}
