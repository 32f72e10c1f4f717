import * as dilutionSteps from "./eps/dilutionSteps";
import * as epsPeriods from "./eps/epsPeriods";
import * as twoClass from "./eps/twoClass";

/** Earnings per share in whole tables, as they are filed and reviewed: the custom functions by their ids. */
export const exhibitFunctions = { ...dilutionSteps, ...epsPeriods, ...twoClass };
