import { annuities } from "./annuities";
import { cashFlows } from "./cashFlows";
import { dates } from "./dates";
import type { Native } from "./native";
import { roundings } from "./rounding";
import { workdays } from "./workdays";

/** Excel's own functions whose answers the engine (Univer 0.25.1) gets wrong, written again. */
export const natives: readonly Native[] = [...annuities, ...cashFlows, ...dates, ...roundings, ...workdays];
