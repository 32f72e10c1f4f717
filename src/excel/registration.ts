import { FAMILY_OF, loadFamily, type Family, type FamilyName } from "./families";

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

/** From now on functions answer at once, as soon as their family is loaded. */
export function settingsAreKnown(): void {
  isKnown = true;
  known();
}

/** Formulas that wait show #N/A with the reason. */
export function settingsAreUnknown(reason: Error): void {
  unknown(reason);
}

export function registerFunctions(): void {
  for (const [id, family] of Object.entries(FAMILY_OF)) CustomFunctions.associate(id, answering(id, family));
}

const loaded: Partial<Record<FamilyName, Family>> = {};

function answering(id: string, family: FamilyName) {
  return (...values: unknown[]) => {
    const ready = isKnown && loaded[family];
    return ready ? ready[id]?.(...values) : whenReady(id, family, values);
  };
}

async function whenReady(id: string, family: FamilyName, values: readonly unknown[]): Promise<unknown> {
  const functions = await Promise.all([load(family), settings]).then(([functions]) => functions, refuse);
  return functions[id]?.(...values);
}

/** A family that could not be loaded is asked for again by the next call. */
async function load(family: FamilyName): Promise<Family> {
  try {
    return (loaded[family] ??= await loadFamily[family]());
  } catch {
    throw new Error("Tieout could not be loaded whole. Check the connection, then calculate again with Ctrl+Alt+F9.");
  }
}

function refuse({ message }: Error): never {
  throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, message);
}
