import { implementations, type Implementation } from "../functions/implementations";

/**
 * What the functions must know of the workbook (its date system, its active loan) is read once Excel is ready, a moment
 * after it may call them. Until then answers wait, and the cell shows #BUSY!: a figure is never computed on a guess.
 */
let isKnown = false;
let known: () => void;
let unknown: (reason: Error) => void;
const settings = new Promise<void>((resolve, reject) => {
  known = resolve;
  unknown = reject;
});
// Whoever awaits an answer hears of a failure; without formulas in the workbook nobody has to.
settings.catch(() => {});

/** From now on functions answer at once. */
export function settingsAreKnown(): void {
  isKnown = true;
  known();
}

/** Formulas show #N/A with the reason, and answer when they are calculated again after the settings became known. */
export function settingsAreUnknown(reason: Error): void {
  unknown(reason);
}

export function registerFunctions(): void {
  for (const [id, call] of Object.entries(implementations)) CustomFunctions.associate(id, whenKnown(call));
}

function whenKnown(call: Implementation): Implementation {
  return (...values) => (isKnown ? call(...values) : settings.then(() => call(...values), refuse));
}

function refuse(reason: Error): never {
  throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, reason.message);
}
