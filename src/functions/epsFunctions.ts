import * as dilution from "./eps/dilution";
import * as eps from "./eps/eps";
import * as tieOut from "./tieOut";
import * as weightedShares from "./eps/weightedShares";

/** Earnings per share, figure by figure: the custom functions by their ids. */
export const epsFunctions = { ...weightedShares, ...eps, ...dilution, ...tieOut };
