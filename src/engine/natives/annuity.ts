/**
 * Level payments at a rate a period, as PMT and the functions about it count them: what is received is positive, what
 * is paid negative. Each answer is of terms that do not cancel, so that a rate near 0 gives the figures near rate 0.
 *
 *     pv (1 + rate)^nper + pmt (1 + rate × type) ((1 + rate)^nper − 1) ÷ rate + fv = 0
 */
export interface Annuity {
  /** A period, as a fraction: 0.005 is half a per cent. */
  readonly rate: number;
  readonly nper: number;
  readonly pv: number;
  readonly fv: number;
  /** 0 for payments at the end of each period; any other number for payments at its start. */
  readonly type: number;
}

/**
 * Whether 1 + rate is to be multiplied as it stands: where a double holds it exactly, and it is not so near 1 that less 1
 * it would lose its figures; and below -1, where there is no logarithm. Elsewhere the logarithm of 1 + rate is exact.
 */
const isPlain = (rate: number) => rate <= -1 || (1 + rate - 1 === rate && Math.abs(rate) > 2 ** -10);

/** (1 + rate)^periods: what 1 comes to. */
function compounded(rate: number, periods: number): number {
  return isPlain(rate) ? (1 + rate) ** periods : Math.exp(periods * Math.log1p(rate));
}

/** ((1 + rate)^periods − 1) ÷ rate: what 1 at the end of each period comes to at the end of the last. */
function accumulated(rate: number, periods: number): number {
  if (rate === 0) return periods;
  return (isPlain(rate) ? (1 + rate) ** periods - 1 : Math.expm1(periods * Math.log1p(rate))) / rate;
}

/** A payment at the start of a period is a period's interest ahead of one at its end. */
const ahead = ({ rate, type }: Pick<Annuity, "rate" | "type">) => (type === 0 ? 1 : 1 + rate);

export function payment(annuity: Annuity): number {
  const { rate, nper, pv, fv } = annuity;
  return -(pv * compounded(rate, nper) + fv) / (ahead(annuity) * accumulated(rate, nper));
}

export function futureValue(annuity: Omit<Annuity, "fv">, pmt: number): number {
  const { rate, nper, pv } = annuity;
  return -(pv * compounded(rate, nper) + pmt * ahead(annuity) * accumulated(rate, nper));
}

export function presentValue(annuity: Omit<Annuity, "pv">, pmt: number): number {
  const { rate, nper, fv } = annuity;
  return -(fv * compounded(rate, -nper) - pmt * ahead(annuity) * accumulated(rate, -nper));
}

/** How many periods it takes; not a number where it never ends. */
export function periods(annuity: Omit<Annuity, "nper">, pmt: number): number {
  const { rate, pv, fv } = annuity;
  if (rate === 0) return -(pv + fv) / pmt;
  if (rate <= -1) return NaN;
  return Math.log1p((-(pv + fv) * rate) / (pmt * ahead(annuity) + pv * rate)) / Math.log1p(rate);
}

/**
 * The interest in the payment of a period. At the end of the periods before it is owed, for payments at the end,
 * (pv (1 + rate)^before × accumulated(from it on) − fv × accumulated(before)) ÷ accumulated(nper).
 */
export function interestPortion(annuity: Annuity, period: number): number {
  const { rate, nper, pv, fv, type } = annuity;
  if (type !== 0 && period === 1) return 0;
  const before = period - 1;
  const owed = pv * compounded(rate, before) * accumulated(rate, nper - before) - fv * accumulated(rate, before);
  return (-rate * owed) / accumulated(rate, nper) / ahead(annuity);
}

/** The principal in the payment of a period: the first, grown by the interest since. */
export function principalPortion(annuity: Annuity, period: number): number {
  const { rate, nper, pv, fv, type } = annuity;
  if (type !== 0 && period === 1) return payment(annuity);
  return (-(pv + fv) * compounded(rate, period - 1)) / accumulated(rate, nper) / ahead(annuity);
}

/** The principal in the payments of the periods from the first through the last; `fv` is 0. */
export function cumulativePrincipal(annuity: Annuity, first: number, last: number): number {
  const { rate, nper, pv, type } = annuity;
  const atEnds = (-pv * compounded(rate, first - 1) * accumulated(rate, last - first + 1)) / accumulated(rate, nper);
  const interestNotDue = type !== 0 && first === 1 ? -rate * pv : 0;
  return (atEnds + interestNotDue) / ahead(annuity);
}

/** What is owed when the last payment is made at this rate: 0 at the rate that RATE looks for. */
export function residue(annuity: Annuity, pmt: number): number {
  return annuity.fv - futureValue(annuity, pmt);
}
