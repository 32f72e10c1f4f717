import familyOf from "../functions/families.json";
import type { Family, FamilyName } from "../functions/implementations";

/** Each family is a file of its own, which Excel loads when a cell first calls one of its functions. */
export const loadFamily: Readonly<Record<FamilyName, () => Promise<Family>>> = {
  loan: async () => (await import(/* webpackChunkName: "loan" */ "../functions/loanFunctions")).loanFunctions,
  agreement: async () =>
    (await import(/* webpackChunkName: "agreement" */ "../functions/agreementFunctions")).agreementFunctions,
  fit: async () => (await import(/* webpackChunkName: "fit" */ "../functions/fitFunctions")).fitFunctions,
  ledger: async () => (await import(/* webpackChunkName: "ledger" */ "../functions/ledgerFunctions")).ledgerFunctions,
  eps: async () => (await import(/* webpackChunkName: "eps" */ "../functions/epsFunctions")).epsFunctions,
  exhibit: async () =>
    (await import(/* webpackChunkName: "exhibit" */ "../functions/exhibitFunctions")).exhibitFunctions,
  disclosure: async () =>
    (await import(/* webpackChunkName: "disclosure" */ "../functions/disclosureFunctions")).disclosureFunctions,
};

/** Which family each function is of, known before any family is loaded. */
export const FAMILY_OF = familyOf as Readonly<Record<string, FamilyName>>;
