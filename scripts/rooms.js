/**
 * The rooms of the house: each folder of src in a line, and what it may import. `docs/architecture.md` shows them, and
 * `test/architecture.test.ts` holds the imports to them.
 *
 * A room within another may import of that other what its line names; of the rest of src, what the other may.
 * "core/*" means the files that lie in core itself, not those of its rooms. A room that src does not have yet is
 * `awaited`: its rule holds from the day it stands, and the test then asks for the word to go.
 */

/** @typedef {{ what: string, mayImport: string[], never?: string[], awaited?: boolean }} Room */

const CORE_FILES = ["core/*"];
const LOAN = "core/loan";

/** @type {Record<string, Room>} */
const ROOMS = {
  core: { what: "loans, earnings per share, calendar, numbers: pure, no host, no clock", mayImport: [] },
  "core/number": { what: "whole numbers, exact ratios, rounding", mayImport: CORE_FILES },
  "core/calendar": { what: "days, business days, frequencies, day counts", mayImport: [...CORE_FILES, "core/number"] },
  [LOAN]: {
    what: "from the terms of an agreement to its schedule and a balance on any day",
    mayImport: [...CORE_FILES, "core/number", "core/calendar"],
  },
  [`${LOAN}/terms`]: { what: "what an agreement says, as values", mayImport: [] },
  [`${LOAN}/resolved`]: {
    what: "what follows from the terms before a balance is known: periods, rates, events",
    mayImport: ["core/loan/*", "core/loan/terms"],
  },
  [`${LOAN}/repayment`]: {
    what: "how each method repays: a file a method",
    mayImport: ["core/loan/*", "core/loan/terms", "core/loan/resolved"],
  },
  [`${LOAN}/schedule`]: {
    what: "interest, payment and balance of every period",
    mayImport: ["core/loan/*", "core/loan/terms", "core/loan/resolved", "core/loan/repayment"],
  },
  [`${LOAN}/account`]: {
    what: "the balance on any day, its working, payoff, collateral",
    mayImport: ["core/loan/*", "core/loan/terms", "core/loan/resolved", "core/loan/repayment", "core/loan/schedule"],
  },
  [`${LOAN}/ledger`]: {
    what: "what was received and charged, line by line, and how a loan stands by it",
    mayImport: ["core/loan/*", "core/loan/terms", "core/loan/resolved", "core/loan/schedule", "core/loan/account"],
  },
  [`${LOAN}/fit`]: {
    what: "from a printed schedule to the terms that make it",
    mayImport: [
      "core/loan/*",
      "core/loan/terms",
      "core/loan/resolved",
      "core/loan/repayment",
      "core/loan/schedule",
      "core/loan/form",
    ],
  },
  [`${LOAN}/findings`]: {
    what: "what does not tie in a printed schedule, and why",
    mayImport: [
      "core/loan/*",
      "core/loan/terms",
      "core/loan/resolved",
      "core/loan/repayment",
      "core/loan/schedule",
      "core/loan/account",
      "core/loan/ledger",
      "core/loan/fit",
    ],
  },
  [`${LOAN}/reporting`]: {
    what: "what the ledger and the footnote take: roll-forward, maturities, entries, amortized cost",
    mayImport: [
      "core/loan/*",
      "core/loan/terms",
      "core/loan/resolved",
      "core/loan/repayment",
      "core/loan/schedule",
      "core/loan/account",
      "core/loan/ledger",
    ],
  },
  [`${LOAN}/form`]: {
    what: "from what was typed, on a sheet or as an object, to the terms",
    mayImport: ["core/loan/*", "core/loan/terms"],
  },
  "core/eps": {
    what: "earnings per share: basic, diluted, two-class, year to date",
    mayImport: [...CORE_FILES, "core/number", "core/calendar"],
  },
  "core/eps/securities": {
    what: "what may become shares: kinds, terms, what each reports to the sequence",
    mayImport: ["core/eps/*"],
  },
  "core/eps/periods": {
    what: "quarters, years to date, their statement and exhibit",
    mayImport: ["core/eps/*", "core/eps/securities"],
  },
  "core/eps/disclosure": {
    what: "what a footnote on earnings per share must say: the reconciliation, what was left out",
    mayImport: ["core/eps/*", "core/eps/securities", "core/eps/periods"],
  },
  functions: { what: "one adapter a function: cells in, cell out", mayImport: ["core"] },
  "functions/cells": { what: "what every adapter needs: cells, dates, tables, answers", mayImport: [] },
  "functions/loan": {
    what: "the loan functions and the loan sheet",
    mayImport: ["functions/cells"],
    never: ["core/loan/schedule", "core/loan/repayment", "core/loan/resolved"],
  },
  "functions/eps": { what: "the earnings-per-share functions", mayImport: ["functions/cells"] },
  workbook: {
    what: "actions on the open workbook, against an interface: look, plan, apply",
    mayImport: ["core", "functions"],
  },
  "workbook/book": { what: "the workbook as the actions see it", mayImport: [] },
  "workbook/formula": { what: "formulas read and evaluated", mayImport: ["workbook/*", "workbook/book"] },
  "workbook/loan": { what: "the actions on loan sheets", mayImport: ["workbook/*", "workbook/book"] },
  "workbook/eps": {
    what: "the actions on earnings-per-share sheets",
    mayImport: ["workbook/*", "workbook/book", "workbook/formula"],
  },
  "workbook/check": {
    what: "formulas of ours calculated again, beside what a workbook shows for them",
    mayImport: ["workbook/*", "workbook/book", "workbook/formula"],
  },
  "workbook/explain": {
    what: "the working behind a cell",
    mayImport: ["workbook/*", "workbook/book", "workbook/formula"],
  },
  "workbook/tieOut": { what: "figures beside filed ones", mayImport: ["workbook/*", "workbook/book", "workbook/eps"] },
  "workbook/import": {
    what: "CSV files, company facts and printed exhibits, read into periods",
    mayImport: ["workbook/*", "workbook/book", "workbook/eps", "workbook/formula"],
  },
  "workbook/samples": {
    what: "the gallery: loans and earnings per share that tie out to published figures",
    mayImport: ["workbook/*", "workbook/book", "workbook/loan"],
  },
  "workbook/pictures": {
    what: "figures of loans and periods, to be drawn",
    mayImport: ["workbook/*", "workbook/book", "workbook/eps", "workbook/loan"],
  },
  files: {
    what: "a workbook as a file: an .xlsx read, and patched",
    mayImport: ["core", "workbook/book", "workbook/formula/ownFunctions.ts", "workbook/formula/tokens.ts"],
  },
  "files/archive": { what: "the zip archive and the XML of its parts", mayImport: ["files/*"] },
  "files/formulas": { what: "formulas as a file stores them, and as a person types them", mayImport: ["files/*"] },
  "files/reading": {
    what: "from the parts to sheets and cells",
    mayImport: ["files/*", "files/archive", "files/formulas"],
  },
  "files/patching": {
    what: "edits, made in the text of the parts that they change",
    mayImport: ["files/*", "files/archive", "files/formulas", "files/reading"],
  },
  taskpane: { what: "the pane: a view of the actions", mayImport: ["core", "functions", "workbook", "files"] },
  "taskpane/forms": {
    what: "the forms: a loan, an EPS table, a formula, each with its live result",
    mayImport: ["taskpane/*"],
  },
  "taskpane/pages": { what: "a page an action", mayImport: ["taskpane/*", "taskpane/forms", "taskpane/pictures"] },
  "taskpane/pictures": { what: "pictures as shapes, and shapes as SVG", mayImport: ["taskpane/*"] },
  excel: {
    what: "what Excel loads: registration, start-up, the page, the ribbon",
    mayImport: ["core", "functions", "workbook", "files", "taskpane"],
  },
  "excel/book": {
    what: "the open workbook by Excel.run: the only place that calls it",
    mayImport: ["excel/families.ts"],
  },
  engine: { what: "the formula engine with our functions in it", mayImport: ["core", "functions"] },
  "engine/natives": {
    what: "functions of the engine whose answers are wrong, written again",
    mayImport: ["engine/*"],
  },
  "engine/corrections": {
    what: "what is put right in the engine",
    mayImport: ["engine/*", "engine/natives"],
  },
  workbench: {
    what: "the page with a grid, in a browser",
    mayImport: ["core", "functions", "engine", "workbook", "files", "taskpane"],
  },
  "workbench/sheets": {
    what: "the sheets that it opens with",
    mayImport: ["workbench/book/univerSettings.ts", "workbench/book/univerStyles.ts"],
  },
  "workbench/files": {
    what: "the workbook as a file: opened, saved, exported, printed",
    mayImport: ["workbench/*", "workbench/book"],
  },
  "workbench/book": {
    what: "the grid as the actions see it",
    mayImport: ["workbench/*", "workbench/corrections"],
  },
  "workbench/charts": {
    what: "charts over the cells of the grid",
    mayImport: ["workbench/*", "workbench/book"],
  },
  "workbench/corrections": { what: "what is put right in the grid", mayImport: ["workbench/*"] },
  cli: { what: "the `tieout` command", mayImport: ["core", "functions", "engine", "workbook", "files"] },
};

/**
 * Whether a path lies in a room, or is what a name of a rule means: a folder, a file, or "core/*".
 * @param {string} path
 * @param {string} name
 */
function isIn(path, name) {
  if (!name.endsWith("/*")) return path === name || path.startsWith(`${name}/`);
  const folder = name.slice(0, -1);
  return path.startsWith(folder) && !path.slice(folder.length).includes("/");
}

/**
 * The rooms that a file lies in, from the outermost.
 * @param {string} file
 */
function roomsOf(file) {
  return Object.keys(ROOMS)
    .filter((room) => isIn(file, room))
    .sort((a, b) => a.length - b.length);
}

/**
 * The rule that an import breaks, in words; undefined when it breaks none.
 * @param {string} file
 * @param {string} imported
 */
function brokenRule(file, imported) {
  return roomsOf(file)
    .map((room, depth, rooms) => broken(room, rooms[depth - 1], imported))
    .find((rule) => rule !== undefined);
}

/**
 * @param {string} room
 * @param {string | undefined} outer
 * @param {string} imported
 */
function broken(room, outer, imported) {
  const { mayImport, never = [] } = ROOMS[room];
  if (never.some((name) => isIn(imported, name))) return `${room} never imports ${never.join(", ")}`;
  const isOwn = isIn(imported, room);
  const isForTheOuter = outer !== undefined && !isIn(imported, outer);
  if (isOwn || isForTheOuter || mayImport.some((name) => isIn(imported, name))) return undefined;
  return `${room} imports only ${mayImport.join(", ") || "itself"}`;
}

module.exports = { ROOMS, brokenRule, isIn, roomsOf };
