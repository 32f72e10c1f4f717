/** What the measurements of waits run of the product, bundled for Node. */
export { openHeadless } from "../src/engine/headless";
export { loadFamilies, registerFunctions } from "../src/excel/registration";
export { actions } from "../src/workbook/actions";
export { readImport } from "../src/workbook/import/readImport";
export { openHeadlessBook } from "../test/support/headlessBook";
export { previewOf, quarters } from "../test/support/periods";
