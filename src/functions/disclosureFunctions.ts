import * as epsDisclosure from "./eps/epsDisclosure";

/** What a footnote on earnings per share prints: the custom functions by their ids. */
export const disclosureFunctions = { ...epsDisclosure };
