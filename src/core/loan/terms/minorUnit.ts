/**
 * Takes the currency of an agreement, gives the unit in which it is paid. Law: an amount of money that changes hands is a
 * whole number of it.
 */
import { tenTo } from "../../number/whole";
import { fraction } from "../../number/fraction";
import type { RoundingRule } from "../../number/roundingRule";

/**
 * Decimals of the minor unit, where they are not the two of most currencies: by the code of ISO 4217, and by the signs
 * and words that stand for it. ¥ is the yen; the yuan, which shares the sign, is written CNY, RMB or CN¥.
 *
 * @see ISO 4217, List One, column "Minor unit"
 */
const DECIMALS: ReadonlyMap<string, number> = new Map([
  ...entries(0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
  ...entries(0, "¥ ￥ JP¥ YEN ₩ WON ₫ DONG ₲ FCFA CFA"),
  ...entries(3, "BHD IQD JOD KWD LYD OMR TND"),
  ...entries(4, "CLF UYW"),
]);

function entries(decimals: number, names: string): [string, number][] {
  return names.split(" ").map((name) => [name, decimals]);
}

/**
 * To the minor unit of a currency, half up: the cent of the dollar, the yen, the fils of the dinar.
 *
 * @param currency its code, sign or name, as the agreement writes it; one that is not known has two decimals
 */
export function minorUnit(currency: string): RoundingRule {
  const name = currency.toUpperCase().replace(/[\s.]/g, "");
  return { unit: fraction(1, tenTo(DECIMALS.get(name) ?? 2)), mode: "halfUp" };
}
