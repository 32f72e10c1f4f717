/**
 * What US GAAP and IFRS treat apart in a way that the figures of a period do not tell: words for a reader who compares the two.
 * Each applies where the period has what it speaks of.
 */
import { isPositive, isZero } from "../../number/fraction";
import { amountOf } from "../periods/numerator";
import type { PeriodFigures } from "../periods/period";
import { lineOf } from "../securities/security";
import type { SecurityTerms } from "../securities/terms";

/** A note, and the periods that it applies to. */
interface Note {
  readonly applies: (period: PeriodFigures) => boolean;
  readonly words: string;
}

const anyTerms = (is: (terms: SecurityTerms) => boolean) => (period: PeriodFigures) => period.securities.some(is);

const NOTES: readonly Note[] = [
  {
    applies: ({ participating }) => participating !== undefined,
    words:
      "Earnings allocated to participating securities stand as given. ASC 260-10-45-60 to 45-61A allocates to every security that participates, unvested awards with dividends of their own included; IAS 33.A14 to equity instruments that do, and assumes their conversion where that dilutes.",
  },
  {
    applies: ({ components = [] }) => !isZero(amountOf(components, "cumulativeEffect")),
    words:
      "The cumulative effect of an accounting change stands as given. IAS 8.22 restates earlier periods, so that none is in profit or loss.",
  },
  {
    applies: ({ deductions = [] }) => deductions.some(({ key }) => /accretion|redeemable/i.test(key)),
    words:
      "Accretion stands as given. ASC 480-10-S99-3A takes that of temporary equity from income available to common stockholders; what a holder can have redeemed is a liability under IAS 32.18, and its cost is in profit or loss.",
  },
  {
    applies: anyTerms((terms) => /mandator/i.test(`${terms.label} ${lineOf(terms)}`)),
    words:
      "A mandatorily convertible security stands as a potential share. IAS 33.23 counts its shares as outstanding, in basic earnings per share too, from the contract on; ASC 260-10-45-40 from its conversion.",
  },
  {
    applies: anyTerms(({ unrecognizedCost }) => isPositive(unrecognizedCost)),
    words:
      "Cost not yet recognized stands as given. ASC 260-10-45-29 takes the average of the period; IAS 33.47A the fair value of the services still to be rendered.",
  },
  {
    applies: anyTerms(({ kind, number }) => kind === "writtenPut" && isPositive(number)),
    words:
      "Written puts and forward purchases are taken by the reverse treasury stock method (ASC 260-10-45-35; IAS 33.63). The shares of a forward purchase that must be settled for cash leave basic earnings per share under ASC 480-10-45-4, not under IAS 33.",
  },
  {
    applies: anyTerms(({ kind, number }) => kind === "convertible" && isPositive(number)),
    words:
      "Convertible securities stand as given. Contracts that may be settled in cash or in shares are presumed to be settled in shares (ASC 260-10-45-45; IAS 33.58); debt whose principal is paid in cash adds no interest back under ASC 260-10-45-40(b), and is an option here under both.",
  },
];

/** The notes that apply to any of the periods, in order. */
export function notesOf(periods: readonly PeriodFigures[]): readonly string[] {
  return NOTES.filter(({ applies }) => periods.some((period) => !period.pending && applies(period))).map(
    ({ words }) => words,
  );
}
