import { IUndoRedoService, type Injector, type IUndoRedoItem } from "@univerjs/core";

/**
 * Runs several changes that the user takes back in one step. The grid's own way of joining steps takes them back in
 * the order in which they were made, which fails as soon as one builds on another: here the last goes first.
 */
export async function inOneUndoStep(injector: Injector, unitID: string, changes: () => Promise<void>): Promise<void> {
  const service = injector.get(IUndoRedoService);
  const steps: IUndoRedoItem[] = [];
  const { pushUndoRedo } = service;
  // The service may stand behind a proxy, whose assignments the grid's own calls do not see: definitions they do.
  const takenBy = (value: typeof pushUndoRedo) =>
    Object.defineProperty(service, "pushUndoRedo", { value, configurable: true });
  takenBy((step) => void steps.push(step));
  try {
    await changes();
  } finally {
    takenBy(pushUndoRedo.bind(service));
    if (steps.length > 0) service.pushUndoRedo(joined(unitID, steps));
  }
}

function joined(unitID: string, steps: readonly IUndoRedoItem[]): IUndoRedoItem {
  return {
    unitID,
    undoMutations: [...steps].reverse().flatMap(({ undoMutations }) => undoMutations),
    redoMutations: steps.flatMap(({ redoMutations }) => redoMutations),
  };
}
