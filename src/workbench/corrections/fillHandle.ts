import { SelectionShapeExtension } from "@univerjs/preset-sheets-core";

/** The parts of the grid's fill handle that it keeps to itself. */
interface FillHandle {
  /** What a drag has reached; -1 before there was any. */
  _targetSelection: Readonly<Record<"startRow" | "endRow" | "startColumn" | "endColumn", number>>;
  _autoFillForPointerdown(event: unknown): void;
}

const NO_DRAG = { startRow: -1, endRow: -1, startColumn: -1, endColumn: -1 };

/**
 * Lets each press of the fill handle begin without a range to fill. Univer 0.25.1 remembers the range of the last drag,
 * and a press without a drag fills that one again from what is selected now: a click on the handle of L4 overwrote
 * K5:K12, which had been filled before.
 */
export function pressFillHandleAfresh(): void {
  const handle = SelectionShapeExtension.prototype as unknown as FillHandle;
  const press = handle._autoFillForPointerdown;
  handle._autoFillForPointerdown = function (this: FillHandle, event) {
    this._targetSelection = NO_DRAG;
    press.call(this, event);
  };
}
