/**
 * The functions of level payments. The engine's (Univer 0.25.1) lose their figures at rates near 0 (PMT(1E-16,10,1000)
 * is #NUM!), count past the last period (CUMPRINC) and do not cut parts of periods (CUMIPMT).
 */
import {
  cumulativePrincipal,
  futureValue,
  interestPortion,
  payment,
  periods,
  presentValue,
  principalPortion,
  residue,
  type Annuity,
} from "./annuity";
import { currency, percent } from "./formats";
import { native, type Native } from "./native";
import { rateNear } from "./rateSearch";
import { number, optional, refused, strictNumber, type Taken } from "./taken";

const whole: Taken<number> = {
  read: (name, value, following) => Math.trunc(strictNumber.read(name, value, following)),
};
const omittable = optional(number, 0);
const terms = { rate: number, nper: number, pv: number, fv: omittable, type: omittable };
const ofPeriod = { rate: number, per: number, nper: number, pv: number, fv: omittable, type: omittable };

export const annuities: readonly Native[] = [
  native("PMT", terms, (annuity) => currency(payment(annuity))),

  native("FV", { rate: number, nper: number, pmt: number, pv: omittable, type: omittable }, ({ pmt, ...annuity }) =>
    currency(futureValue(annuity, pmt)),
  ),

  native("PV", { rate: number, nper: number, pmt: number, fv: omittable, type: omittable }, ({ pmt, ...annuity }) =>
    currency(presentValue(annuity, pmt)),
  ),

  native("NPER", { rate: number, pmt: number, pv: number, fv: omittable, type: omittable }, ({ pmt, ...annuity }) =>
    periods(annuity, pmt),
  ),

  native(
    "RATE",
    { nper: number, pmt: number, pv: number, fv: omittable, type: omittable, guess: optional(number, 0.1) },
    ({ pmt, guess, ...annuity }) => {
      if (annuity.nper <= 0) throw refused("#NUM!", "nper", "must be more than zero", annuity.nper);
      return percent(rateNear(guess, (rate) => residue({ ...annuity, rate }, pmt)));
    },
  ),

  native("IPMT", ofPeriod, ({ per, ...annuity }) => currency(interestPortion(annuity, within(annuity, per)))),
  native("PPMT", ofPeriod, ({ per, ...annuity }) => currency(principalPortion(annuity, within(annuity, per)))),

  cumulative("CUMIPMT", (annuity, first, last) => {
    const paid = (last - first + 1) * payment(annuity);
    return paid - cumulativePrincipal(annuity, first, last);
  }),
  cumulative("CUMPRINC", cumulativePrincipal),
];

/** A period that a payment falls in; a part of one counts on to the next, as in Excel. */
function within({ nper }: Annuity, per: number): number {
  if (per >= 1 && per < nper + 1) return per;
  throw refused("#NUM!", "per", `must be a period from 1 to nper, ${nper}`, per);
}

type Sum = (annuity: Annuity, first: number, last: number) => number;

function cumulative(id: string, sum: Sum): Native {
  const parameters = {
    rate: strictNumber,
    nper: whole,
    pv: strictNumber,
    start_period: whole,
    end_period: whole,
    type: strictNumber,
  };
  return native(id, parameters, ({ rate, nper, pv, start_period: first, end_period: last, type }) => {
    const positive = { rate, nper, pv };
    for (const [name, value] of Object.entries(positive)) {
      if (!(value > 0)) throw refused("#NUM!", name, "must be more than zero", value);
    }
    if (first < 1) throw refused("#NUM!", "start_period", "must be 1 or later", first);
    if (last < first) throw refused("#NUM!", "end_period", `must not be before start_period, ${first}`, last);
    if (last > nper) throw refused("#NUM!", "end_period", `must not be after nper, the last of ${nper} periods`, last);
    if (type !== 0 && type !== 1) throw refused("#NUM!", "type", "must be 0 or 1", type);
    return sum({ rate, nper, pv, fv: 0, type }, first, last);
  });
}
