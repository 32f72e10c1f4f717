/**
 * XLOOKUP and XMATCH. The engine's (Univer 0.25.1) take a blank cell for 0 and the text "5" for 5, read * and ? in an exact
 * search, and answer #N/A for an error that was found, and where nothing is found of a row, whatever is to be said then.
 */
import { NullValueObject, type BaseValueObject } from "@univerjs/engine-formula";
import { inWords } from "../../core/errors";
import { cellError } from "../cellValues";
import type { Argument } from "../lifting";
import { native, type Native } from "./native";
import { exactPlace, nearestPlace, patternPlace, type Direction } from "./search";
import { cellAt, columnsIn, number, optional, range, refused, rowsIn, type Taken } from "./taken";

type Place = (sought: BaseValueObject, range: BaseValueObject, from: Direction) => number | undefined;

/** By match_mode: exact, or the next smaller or larger, or a pattern. */
const PLACES: Readonly<Record<number, Place>> = {
  [0]: exactPlace,
  [-1]: (sought, range, from) => nearestPlace(sought, range, from, "below"),
  [1]: (sought, range, from) => nearestPlace(sought, range, from, "above"),
  [2]: patternPlace,
};

/** By search_mode. In a range that is sorted, as 2 and -2 ask for, the binary search finds what any search finds. */
const DIRECTIONS: Readonly<Record<number, Direction>> = {
  1: "forwards",
  [-1]: "backwards",
  2: "forwards",
  [-2]: "backwards",
};

function mode<T>(choices: Readonly<Record<number, T>>, whenOmitted: number, words: string): Taken<T> {
  return {
    optional: true,
    read: (name, value) => {
      const given = optional(number, whenOmitted).read(name, value, []);
      const chosen = choices[Math.trunc(given)];
      if (chosen === undefined) throw refused("#VALUE!", name, `must be ${words}`, given);
      return chosen;
    },
  };
}

/** What is looked for; left out, a blank cell is. */
const sought: Taken<BaseValueObject> = {
  read: (_name, value) => {
    if (value?.isError()) throw cellError(value);
    return value ?? NullValueObject.create();
  },
};

/** One row or one column. */
const line: Taken<BaseValueObject> = {
  isRange: true,
  read: (name, value, following) => {
    const given = range.read(name, value, following);
    if (rowsIn(given) === 1 || columnsIn(given) === 1) return given;
    const received = inWords(`${rowsIn(given)} rows of ${columnsIn(given)}`);
    throw refused("#VALUE!", name, "must be one row or one column", received);
  },
};

const anything: Taken<Argument> = { optional: true, read: (_name, value) => value };

const modes = { match_mode: mode(PLACES, 0, "-1, 0, 1 or 2"), search_mode: mode(DIRECTIONS, 1, "-2, -1, 1 or 2") };

export const lookups: readonly Native[] = [
  native(
    "XLOOKUP",
    { lookup_value: sought, lookup_array: line, return_array: range, if_not_found: anything, ...modes },
    ({ lookup_value, lookup_array, return_array, if_not_found, match_mode, search_mode }) => {
      const pick = columnsIn(lookup_array) === 1 ? rowOf : columnOf;
      const size = columnsIn(lookup_array) === 1 ? rowsIn : columnsIn;
      if (size(return_array) !== size(lookup_array)) {
        throw refused("#VALUE!", "return_array", "must be as long as lookup_array", size(return_array));
      }
      const place = match_mode(lookup_value, lookup_array, search_mode);
      return place === undefined ? (if_not_found ?? notFound()) : pick(return_array, place);
    },
  ),
  native("XMATCH", { lookup_value: sought, lookup_array: line, ...modes }, (given) => {
    const place = given.match_mode(given.lookup_value, given.lookup_array, given.search_mode);
    return place === undefined ? notFound() : place + 1;
  }),
];

function notFound(): CustomFunctions.Error {
  return new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, "lookup_array does not hold lookup_value");
}

function rowOf(range: BaseValueObject, row: number): BaseValueObject[][] {
  return [Array.from({ length: columnsIn(range) }, (_none, column) => cellAt(range, row, column))];
}

function columnOf(range: BaseValueObject, column: number): BaseValueObject[][] {
  return Array.from({ length: rowsIn(range) }, (_none, row) => [cellAt(range, row, column)]);
}
