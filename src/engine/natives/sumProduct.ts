/**
 * SUMPRODUCT. The engine's (Univer 0.25.1) multiplies arrays that Excel refuses, as their sizes differ, when they have
 * as many rows or as many columns.
 */
import type { BaseValueObject } from "@univerjs/engine-formula";
import { inWords } from "../../core/errors";
import { cellError } from "../cellValues";
import { native, type Native } from "./native";
import { cellsOf, columnsIn, range, refused, rowsIn, type Taken } from "./taken";

const moreArrays: Taken<BaseValueObject[]> = {
  isRange: true,
  repeating: true,
  read: (name, value, following) => {
    const isGiven = value !== undefined || following.length > 0;
    return isGiven ? [value, ...following].map((one) => range.read(name, one, [])) : [];
  },
};

export const sumProduct: Native = native("SUMPRODUCT", { array1: range, array2: moreArrays }, ({ array1, array2 }) => {
  const size = `${rowsIn(array1)} rows of ${columnsIn(array1)}`;
  const other = array2.find((one) => `${rowsIn(one)} rows of ${columnsIn(one)}` !== size);
  if (other) {
    const received = inWords(`${rowsIn(other)} rows of ${columnsIn(other)}`);
    throw refused("#VALUE!", "array2", `and all after it must be of the size of array1, ${size}`, received);
  }
  const factors = [array1, ...array2].map((one) => [...cellsOf(one)].map(factor));
  return factors[0]!.reduce(
    (sum, _first, index) => sum + factors.reduce((product, one) => product * one[index]!, 1),
    0,
  );
});

/** What is no number counts as 0. */
function factor(cell: BaseValueObject): number {
  if (cell.isError()) throw cellError(cell);
  return cell.isNumber() ? Number(cell.getValue()) : 0;
}
