import type { Day } from "../calendar/civilDate";
import type { Units } from "./amount";

/** Something that an agreement states, beside what follows from the rest of it. */
export interface Finding {
  readonly clause: string;
  readonly what: string;
  readonly stated: FindingValue;
  readonly computed: FindingValue;
  /** Computed less stated: an amount, or days. */
  readonly difference: FindingValue;
  readonly cause: string;
}

export type FindingValue = { readonly amount: Units } | { readonly date: Day } | { readonly days: number };

export function amounts(clause: string, what: string, stated: Units, computed: Units, cause: string): Finding {
  return {
    clause,
    what,
    stated: { amount: stated },
    computed: { amount: computed },
    difference: { amount: computed - stated },
    cause,
  };
}

export function dates(clause: string, what: string, stated: Day, computed: Day, cause: string): Finding {
  return {
    clause,
    what,
    stated: { date: stated },
    computed: { date: computed },
    difference: { days: computed - stated },
    cause,
  };
}
