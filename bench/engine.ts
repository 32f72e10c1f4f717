/** The workbench's engine without a screen, for the recalculation of whole columns. */
export { openHeadless } from "../src/engine/headless";
