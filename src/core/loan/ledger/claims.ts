/**
 * Takes what is owed and an amount received, makes what of it pays which claim. Law: the parts sum to the amount; none is
 * more than was owed of its kind.
 */
import type { Units } from "../amountScale";
import { USUAL_ORDER } from "../terms/defaultTerms";
import type { Claim } from "../terms/ledgerTerms";

/** What is owed of each kind, or what is paid of it. */
export type Claims = Readonly<Record<Claim, Units>>;

/** Nothing of any kind. */
export const NO_CLAIMS: Claims = { lateCharges: 0, fees: 0, interest: 0, principal: 0 };

/** An amount over the claims in order; what is more than they come to is left over. Late charges go with the fees. */
export function applied(amount: Units, owed: Claims, order: readonly Claim[]): { paid: Claims; rest: Units } {
  const paid: Record<Claim, Units> = { ...NO_CLAIMS };
  let rest = amount;
  for (const claim of wholeOrder(order)) {
    const part = Math.min(rest, Math.max(0, owed[claim]));
    paid[claim] += part;
    rest -= part;
  }
  return { paid, rest };
}

/** Late charges are fees where the order does not name them; what it does not name at all comes last. */
function wholeOrder(order: readonly Claim[]): readonly Claim[] {
  const named = order.includes("lateCharges")
    ? order
    : order.flatMap((claim): Claim[] => (claim === "fees" ? ["lateCharges", "fees"] : [claim]));
  return [...named, ...(["lateCharges", ...USUAL_ORDER] as const).filter((claim) => !named.includes(claim))];
}

/** a + sign × b, kind by kind. */
export function together(a: Claims, b: Claims, sign: 1 | -1 = 1): Claims {
  return {
    lateCharges: a.lateCharges + sign * b.lateCharges,
    fees: a.fees + sign * b.fees,
    interest: a.interest + sign * b.interest,
    principal: a.principal + sign * b.principal,
  };
}

/** All kinds together. */
export function totalOf({ lateCharges, fees, interest, principal }: Claims): Units {
  return lateCharges + fees + interest + principal;
}
