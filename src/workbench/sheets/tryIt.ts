import type { IStyleData, IWorksheetData } from "@univerjs/core";
import { dayOf } from "../../core/calendar/civilDate";
import type { CatalogueEntry } from "../../functions/catalogue";
import { serialOf } from "../../functions/cells/arguments";
import { answerOf, byAnswer, isTable, type AnswerTable } from "./answers";
import { across, at, worksheet, type PlacedCell } from "./layout";
import * as style from "./styles";

const WIDTH = [..."ABCDEFGH"];
/** The columns of an answer beside its first, those for figures. */
const FIGURES = [..."BCDEFGH"];
const FIRST_LISTED = 17;

/** A sheet to type on, with every function of the catalogue, an example of it and its live answer. */
export function tryIt(): IWorksheetData {
  const { single, tables } = byAnswer();
  const listed = single.map(({ description, example }, index) => ({
    row: FIRST_LISTED + index,
    height: Math.max(wrappedHeight(description, 76), wrappedHeight(example, 40)),
  }));
  const blocks = blocksFrom(FIRST_LISTED + single.length + 1, tables);
  return worksheet("Try it", [...entry(), ...list(single), ...blocks.flatMap(blockCells)], {
    columnWidths: { A: 344, B: 130, C: 104, D: 104, E: 104, F: 104, G: 104, H: 104, I: 176, J: 120 },
    rowHeights: {
      1: 30,
      4: 26,
      16: 26,
      ...Object.fromEntries(listed.map(({ row, height }) => [row, height])),
      ...Object.fromEntries(blocks.flatMap(blockHeights)),
    },
    merged: [...listed.map(({ row }) => `C${row}:H${row}`), ...blocks.map(({ top }) => `A${top + 1}:H${top + 1}`)],
    gridlines: true,
  });
}

function entry(): PlacedCell[] {
  const shown = (row: number) => at(`C${row}`, `=FORMULATEXT(B${row})`, style.CODE);
  const typed = [style.ENTRY, style.RIGHT];
  return [
    at("A1", "Try the functions", style.TITLE),
    at(
      "A2",
      "Change a framed cell, or type = and a function's first letters in any empty one. Select an error to read what is wrong.",
      style.NOTE,
    ),
    ...across(WIDTH, 4, ["Your turn"], style.SECTION),
    at("A5", "A date"),
    at("B5", serialOf(dayOf(2000, 9, 12)), style.DATE, ...typed),
    at("A6", "Loan balance of Exhibit 10.10 on it"),
    at("B6", '=LOANBALANCE(B5,"Exhibit 10.10")', style.AMOUNT, style.BOLD),
    shown(6),
    at("A8", "Net income or loss"),
    at("B8", 377_000, style.AMOUNT, ...typed),
    at("A9", "Weighted-average common shares"),
    at("B9", 7_509_358, style.SHARES, ...typed),
    at("A10", "Incremental shares of options"),
    at("B10", 698_224, style.SHARES, ...typed),
    at("A11", "Basic earnings per share"),
    at("B11", "=BASICEPS(B8,B9)", style.PER_SHARE, style.BOLD),
    shown(11),
    at("A12", "Diluted earnings per share"),
    at("B12", "=DILUTEDEPS(B8,B9,B10)", style.PER_SHARE, style.BOLD),
    shown(12),
    at("A14", "Any formula of your own"),
    at("B14", "", ...typed),
  ];
}

function list(functions: readonly CatalogueEntry[]): PlacedCell[] {
  return [
    ...across(WIDTH, FIRST_LISTED - 1, ["Functions that answer one figure", "Answer", "What it is"], style.SECTION),
    ...functions.flatMap(({ id, description, example }, index) => {
      const row = FIRST_LISTED + index;
      return [
        at(`A${row}`, `=FORMULATEXT(B${row})`, style.CODE, style.WRAPPED, style.TOP),
        at(`B${row}`, example, styleOf(id), style.TOP),
        at(`C${row}`, description, style.WRAPPED, style.INDENTED),
      ];
    }),
  ];
}

function styleOf(id: string): IStyleData {
  const answer = answerOf(id);
  return isTable(answer) ? {} : answer.style;
}

/** A function with the table that its example answers, and the row where it begins. */
interface Block {
  readonly top: number;
  readonly shown: CatalogueEntry;
  readonly table: AnswerTable;
}

/** Functions whose answer fills several cells: each in a block of its own, with room below for the answer. */
function blocksFrom(first: number, functions: readonly CatalogueEntry[]): Block[] {
  let top = first;
  return functions.flatMap((shown) => {
    const table = answerOf(shown.id);
    if (!isTable(table)) return [];
    const block = { top, shown, table };
    top += 4 + table.lines.length;
    return [block];
  });
}

function blockCells({ top, shown: { id, description, example }, table: { lines, figures } }: Block): PlacedCell[] {
  const columns = FIGURES.slice(0, figures);
  const answer = top + 3;
  const body = lines.slice(1).map((_line, index) => answer + 1 + index);
  return [
    ...across(WIDTH, top, [id], style.SECTION),
    at(`A${top + 1}`, description, style.WRAPPED, style.TOP, style.NOTE),
    at(`A${top + 2}`, `=FORMULATEXT(A${answer})`, style.CODE),
    at(`A${answer}`, example, style.HEADING, style.WRAPPED),
    ...across(columns, answer, [], style.HEADING, style.RIGHT, style.WRAPPED),
    ...across([...FIGURES, "I", "J"].slice(figures), answer, [], style.HEADING),
    ...body.flatMap((row) => [
      at(`A${row}`, "", style.LEFT, style.WRAPPED),
      ...across(columns, row, [], style.RIGHT, style.WRAPPED),
      at(`I${row}`, "", style.WRAPPED),
    ]),
  ];
}

function blockHeights({ top, shown: { description }, table: { lines } }: Block): [row: number, pixels: number][] {
  const answer = lines.map((line, index): [number, number] => [top + 3 + index, 8 + 14 * line]);
  return [[top, 28], [top + 1, wrappedHeight(description, 205)], ...answer];
}

/** Pixels of a row whose text wraps after about so many characters. */
function wrappedHeight(text: string, charactersPerLine: number): number {
  return 8 + 16 * Math.max(1, Math.ceil(text.length / charactersPerLine));
}
