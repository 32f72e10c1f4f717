import { CommandType, type IDisposable } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import {
  SelectionMoveType,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  type ISetSelectionsOperationParams,
} from "@univerjs/sheets";

/** Changes that are not the user's, beside those marked local: text under way in an editor, heights that follow from the text. */
const PASSING = /^doc\.|^sheet\.mutation\.set-worksheet-row-auto-height$/;

/** Calls back after each change that the user, or an action on the user's behalf, makes to the workbook. */
export function onChange(api: FUniver, changed: () => void): IDisposable {
  return api.addEvent(api.Event.CommandExecuted, ({ id, type, options }) => {
    if (type === CommandType.MUTATION && !PASSING.test(id) && !options?.["onlyLocal"]) changed();
  });
}

/** So long after the last of several changes. */
const SETTLED_MILLISECONDS = 250;

/** Calls back when a change of the workbook has settled: what depends on it is calculated by then, or soon told of again. */
export function onCalculated(api: FUniver, settled: () => void): IDisposable {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(waiting);
    waiting = setTimeout(settled, SETTLED_MILLISECONDS);
  };
  const watches = [onChange(api, wait), api.getFormula().calculationResultApplied(wait)];
  return {
    dispose: () => {
      clearTimeout(waiting);
      watches.forEach((watch) => watch.dispose());
    },
  };
}

/**
 * Calls back when another cell or sheet is selected, not while the pointer is still dragging. Univer's own event of a
 * changed selection leaves out those that follow a change of sheet.
 */
export function onSelection(api: FUniver, selected: () => void): IDisposable {
  return api.addEvent(api.Event.CommandExecuted, ({ id, params }) => {
    const settled = (params as ISetSelectionsOperationParams | undefined)?.type !== SelectionMoveType.MOVING;
    if (id === SetWorksheetActiveOperation.id || (id === SetSelectionsOperation.id && settled)) selected();
  });
}
