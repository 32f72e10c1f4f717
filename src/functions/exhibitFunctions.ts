import * as dilutionSteps from "./dilutionSteps";
import * as epsPeriods from "./epsPeriods";
import * as twoClass from "./twoClass";

/** Earnings per share in whole tables, as they are filed and reviewed: the custom functions by their ids. */
export const exhibitFunctions = { ...dilutionSteps, ...epsPeriods, ...twoClass };
