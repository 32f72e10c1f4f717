import type { epsFunctions } from "../functions/epsFunctions";
import type { Implementation } from "../functions/implementations";
import type { loanFunctions } from "../functions/loanFunctions";

export type FamilyName = "loan" | "eps";
export type Family = Readonly<Record<string, Implementation>>;

/** Each family is a file of its own, which Excel loads when a cell first calls one of its functions. */
export const loadFamily: Readonly<Record<FamilyName, () => Promise<Family>>> = {
  loan: async () => (await import(/* webpackChunkName: "loan" */ "../functions/loanFunctions")).loanFunctions,
  eps: async () => (await import(/* webpackChunkName: "eps" */ "../functions/epsFunctions")).epsFunctions,
};

/** Which family each function is of; the type admits no function that does not exist and lets none be forgotten. */
export const FAMILY_OF: Readonly<Record<keyof typeof loanFunctions, "loan"> & Record<keyof typeof epsFunctions, "eps">> = {
  LOANBALANCE: "loan",
  LOANSTEPS: "loan",
  LOANSCHEDULE: "loan",
  LOANINTEREST: "loan",
  LOANPAYOFF: "loan",
  LOANCOLLATERAL: "loan",
  LOANFINDINGS: "loan",
  DAYCOUNT: "loan",
  WEIGHTEDSHARES: "eps",
  INCREMENTALSHARES: "eps",
  BASICEPS: "eps",
  DILUTEDEPS: "eps",
  DILUTEDSHARES: "eps",
  DILUTIONSTEPS: "eps",
  EPSTABLE: "eps",
  EPSYTD: "eps",
  TWOCLASSEPS: "eps",
  TIEOUT: "eps",
};
