import { plainArguments } from "../functions/cells/dataTypes";
import type { Family, FamilyName } from "../functions/implementations";
import { FAMILY_OF, loadFamily } from "./families";

/**
 * Makes the functions known to Excel, at once: Excel calls them as soon as it has a workbook. What they must know of
 * the workbook (its date system, its active loan) is read a moment later; until then answers wait, and the cell shows
 * #BUSY!: a figure is never computed on a guess. From then on they answer at once.
 *
 * @param opened settles when the workbook's settings are read; asked again by the next call when they could not be
 */
export function registerFunctions(opened: () => Promise<void>): void {
  let isOpen = false;
  const functionsWhenReady = async (family: FamilyName) => {
    const [functions] = await Promise.all([load(family), opened()]).catch(refuse);
    isOpen = true;
    return functions;
  };
  for (const [id, family] of Object.entries(FAMILY_OF)) {
    CustomFunctions.associate(id, (...values: unknown[]) => {
      const ready = isOpen && loaded[family];
      const call = (functions: Family) => functions[id]?.(...plainArguments(values));
      return ready ? call(ready) : functionsWhenReady(family).then(call);
    });
  }
}

/** Loads every family that no cell has called yet, so that its first call need not wait for the network. */
export async function loadFamilies(): Promise<void> {
  for (const family of Object.keys(loadFamily) as FamilyName[]) await load(family);
}

const loaded: Partial<Record<FamilyName, Family>> = {};

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
