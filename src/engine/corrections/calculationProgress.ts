/**
 * Univer 0.25.1 says a second after a calculation began how far it has come, also of a workbook that was closed in
 * between: its words are gone by then, and what it throws ends the program. Here a closed workbook says nothing.
 */
import { TriggerCalculationController } from "@univerjs/sheets-formula";

interface Progress {
  readonly _disposed: boolean;
  _startProgress(): void;
}

const controller = TriggerCalculationController.prototype as unknown as Progress;
const startProgress = controller._startProgress;

controller._startProgress = function () {
  if (!this._disposed) startProgress.call(this);
};
