import * as dilution from "./dilution";
import * as dilutionSteps from "./dilutionSteps";
import * as eps from "./eps";
import * as epsPeriods from "./epsPeriods";
import * as tieOut from "./tieOut";
import * as twoClass from "./twoClass";
import * as weightedShares from "./weightedShares";

/** The custom functions of earnings per share, by their ids. */
export const epsFunctions = { ...weightedShares, ...eps, ...dilution, ...dilutionSteps, ...epsPeriods, ...twoClass, ...tieOut };
