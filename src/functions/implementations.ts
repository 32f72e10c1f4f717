import * as dayCount from "./dayCount";
import * as dilution from "./dilution";
import * as dilutionSteps from "./dilutionSteps";
import * as eps from "./eps";
import * as epsPeriods from "./epsPeriods";
import * as loan from "./loan";
import * as loanAgreement from "./loanAgreement";
import * as tieOut from "./tieOut";
import * as twoClass from "./twoClass";
import * as weightedShares from "./weightedShares";

/** A custom function as a host calls it: omitted arguments are null, ranges are rows of cells. */
export type Implementation = (...values: any[]) => unknown;

/** Every custom function by its id. An id is the name of the function in its file, and in a cell. */
export const implementations: Readonly<Record<string, Implementation>> = { ...weightedShares, ...eps, ...dilution, ...dilutionSteps, ...epsPeriods, ...twoClass, ...tieOut, ...loan, ...loanAgreement, ...dayCount };
