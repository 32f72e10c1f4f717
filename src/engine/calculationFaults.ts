/**
 * In Univer 0.25.1 an exception thrown while a formula is evaluated ends the whole calculation, and every cell after it
 * keeps a stale value. Here the formula that failed answers #VALUE!, and the others are calculated.
 */
import { ErrorType, Interpreter } from "@univerjs/engine-formula";
import { errorValue } from "./cellValues";

const { execute, executeAsync } = Interpreter.prototype;

Interpreter.prototype.execute = function (node) {
  try {
    return execute.call(this, node);
  } catch (fault) {
    return faultValue(fault);
  }
};

Interpreter.prototype.executeAsync = function (node) {
  return executeAsync.call(this, node).catch(faultValue);
};

function faultValue(fault: unknown) {
  const reason = fault instanceof RangeError ? "it nests too deep or is too large" : String(fault);
  return errorValue(ErrorType.VALUE, `the formula could not be evaluated: ${reason}`);
}
