import { IUndoRedoService, type Injector, type IUndoRedoItem } from "@univerjs/core";
import { replaceMethod } from "../serviceMethods";

/** The steps that actions made, each as the whole that it is. */
const madeByActions = new WeakSet<IUndoRedoItem>();

/**
 * Runs several changes that the user takes back in one step. The grid's own way of joining steps takes them back in
 * the order in which they were made, which fails as soon as one builds on another: here the last goes first.
 */
export async function inOneUndoStep(injector: Injector, unitID: string, changes: () => Promise<void>): Promise<void> {
  const service = injector.get(IUndoRedoService);
  const taken = takeSteps(service);
  try {
    await changes();
  } finally {
    const steps = taken.release();
    if (steps.length > 0) {
      const step = joined(unitID, steps);
      madeByActions.add(step);
      service.pushUndoRedo(step);
    }
  }
}

/** Lets further changes follow each step of the user's, to be taken back with it. Steps that actions made have none. */
export function followEachStep(injector: Injector, follow: (step: IUndoRedoItem) => void): void {
  const service = injector.get(IUndoRedoService);
  const push = service.pushUndoRedo.bind(service);
  replaceMethod(service, "pushUndoRedo", (step) => {
    if (madeByActions.has(step)) return push(step);
    const taken = takeSteps(service);
    try {
      follow(step);
    } finally {
      const following = taken.release();
      push(following.length > 0 ? { ...step, ...joined(step.unitID, [step, ...following]) } : step);
    }
  });
}

/** Keeps the steps that are made from now on to itself, until it is released and hands them over. */
function takeSteps(service: IUndoRedoService): { readonly release: () => readonly IUndoRedoItem[] } {
  const steps: IUndoRedoItem[] = [];
  const push = service.pushUndoRedo.bind(service);
  replaceMethod(service, "pushUndoRedo", (step) => void steps.push(step));
  return {
    release: () => {
      replaceMethod(service, "pushUndoRedo", push);
      return steps;
    },
  };
}

function joined(unitID: string, steps: readonly IUndoRedoItem[]): IUndoRedoItem {
  return {
    unitID,
    undoMutations: [...steps].reverse().flatMap(({ undoMutations }) => undoMutations),
    redoMutations: steps.flatMap(({ redoMutations }) => redoMutations),
  };
}
