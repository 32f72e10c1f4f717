import type { disclosureFunctions } from "../functions/disclosureFunctions";
import type { epsFunctions } from "../functions/epsFunctions";
import type { exhibitFunctions } from "../functions/exhibitFunctions";
import type { fitFunctions } from "../functions/fitFunctions";
import type { Implementation } from "../functions/implementations";
import type { ledgerFunctions } from "../functions/ledgerFunctions";
import type * as agreementFunctions from "../functions/loan/loanAgreement";
import type { loanFunctions } from "../functions/loanFunctions";

export type FamilyName = "loan" | "agreement" | "fit" | "ledger" | "eps" | "exhibit" | "disclosure";
export type Family = Readonly<Record<string, Implementation>>;

/** Each family is a file of its own, which Excel loads when a cell first calls one of its functions. */
export const loadFamily: Readonly<Record<FamilyName, () => Promise<Family>>> = {
  loan: async () => (await import(/* webpackChunkName: "loan" */ "../functions/loanFunctions")).loanFunctions,
  agreement: () => import(/* webpackChunkName: "agreement" */ "../functions/loan/loanAgreement"),
  fit: async () => (await import(/* webpackChunkName: "fit" */ "../functions/fitFunctions")).fitFunctions,
  ledger: async () => (await import(/* webpackChunkName: "ledger" */ "../functions/ledgerFunctions")).ledgerFunctions,
  eps: async () => (await import(/* webpackChunkName: "eps" */ "../functions/epsFunctions")).epsFunctions,
  exhibit: async () =>
    (await import(/* webpackChunkName: "exhibit" */ "../functions/exhibitFunctions")).exhibitFunctions,
  disclosure: async () =>
    (await import(/* webpackChunkName: "disclosure" */ "../functions/disclosureFunctions")).disclosureFunctions,
};

type Of<Functions, Name extends FamilyName> = Readonly<Record<keyof Functions, Name>>;

/** Which family each function is of; the type admits no function that does not exist and lets none be forgotten. */
export const FAMILY_OF: Of<typeof loanFunctions, "loan"> &
  Of<typeof agreementFunctions, "agreement"> &
  Of<typeof fitFunctions, "fit"> &
  Of<typeof ledgerFunctions, "ledger"> &
  Of<typeof epsFunctions, "eps"> &
  Of<typeof exhibitFunctions, "exhibit"> &
  Of<typeof disclosureFunctions, "disclosure"> = {
  LOANBALANCE: "loan",
  LOANSTEPS: "loan",
  LOANSCHEDULE: "loan",
  DAYCOUNT: "loan",
  LOANINTEREST: "agreement",
  LOANPAYOFF: "agreement",
  LOANCOLLATERAL: "agreement",
  LOANFINDINGS: "agreement",
  LOANFIT: "fit",
  LOANROLLFORWARD: "ledger",
  LOANMATURITIES: "ledger",
  LOANENTRIES: "ledger",
  LOANEFFECTIVERATE: "ledger",
  LOANAMORTIZEDCOST: "ledger",
  LOANPORTFOLIO: "ledger",
  WEIGHTEDSHARES: "eps",
  INCREMENTALSHARES: "eps",
  BASICEPS: "eps",
  DILUTEDEPS: "eps",
  DILUTEDSHARES: "eps",
  TIEOUT: "eps",
  DILUTIONSTEPS: "exhibit",
  EPSTABLE: "exhibit",
  EPSYTD: "exhibit",
  TWOCLASSEPS: "exhibit",
  EPSRECONCILIATION: "disclosure",
  ANTIDILUTIVE: "disclosure",
  EPSFINDINGS: "disclosure",
};
