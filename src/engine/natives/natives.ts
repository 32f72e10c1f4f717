import { annuities } from "./annuities";
import { cashFlows } from "./cashFlows";
import { dates } from "./dates";
import { lookups } from "./lookups";
import type { Native } from "./native";
import { roundings } from "./rounding";
import { sumProduct } from "./sumProduct";
import { text } from "./text";
import { workdays } from "./workdays";

/** Excel's own functions whose answers the engine (Univer 0.25.1) gets wrong, written again. */
export const natives: readonly Native[] = [
  ...annuities,
  ...cashFlows,
  ...dates,
  ...lookups,
  ...roundings,
  ...workdays,
  sumProduct,
  text,
];
