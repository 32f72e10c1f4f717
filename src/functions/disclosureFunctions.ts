import * as epsDisclosure from "./eps/epsDisclosure";
import * as epsFindings from "./eps/epsFindings";
import * as epsStandards from "./eps/epsStandards";

/** What a footnote on earnings per share prints: the custom functions by their ids. */
export const disclosureFunctions = { ...epsDisclosure, ...epsFindings, ...epsStandards };
