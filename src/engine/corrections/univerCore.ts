/**
 * Univer's core with its reader of typed text put right. The reader is a plain function that the other packages of
 * Univer import, so that it cannot be replaced while they run: whoever builds or tests them has "@univerjs/core" mean
 * this module (webpack.config.js, jest.config.js).
 */
import { getNumfmtParseValueFilter as readByUniver } from "@univerjs/core/index.js";
import { typedFigureReader } from "./typedFigures";

export * from "@univerjs/core/index.js";

export const getNumfmtParseValueFilter = typedFigureReader(readByUniver);
