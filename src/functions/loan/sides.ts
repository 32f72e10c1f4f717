import type { Side } from "../../core/loan/terms/accounts";

/** Whose books an entry is for, by the words of the argument `side`. */
export const SIDES: Readonly<Record<Side, Side>> = { lender: "lender", borrower: "borrower" };
