import * as dilution from "./dilution";
import * as eps from "./eps";
import * as tieOut from "./tieOut";
import * as weightedShares from "./weightedShares";

/** Earnings per share, figure by figure: the custom functions by their ids. */
export const epsFunctions = { ...weightedShares, ...eps, ...dilution, ...tieOut };
