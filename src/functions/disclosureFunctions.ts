import * as epsDisclosure from "./eps/epsDisclosure";
import * as epsFindings from "./eps/epsFindings";

/** What a footnote on earnings per share prints: the custom functions by their ids. */
export const disclosureFunctions = { ...epsDisclosure, ...epsFindings };
