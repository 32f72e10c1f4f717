import { CommandType } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";

/** Changes that are not the user's, beside those marked local: text under way in an editor, heights that follow from the text. */
const PASSING = /^doc\.|^sheet\.mutation\.set-worksheet-row-auto-height$/;

/** Calls back after each change that the user, or an action on the user's behalf, makes to the workbook. */
export function onChange(api: FUniver, changed: () => void): void {
  api.addEvent(api.Event.CommandExecuted, ({ id, type, options }) => {
    if (type === CommandType.MUTATION && !PASSING.test(id) && !options?.["onlyLocal"]) changed();
  });
}
