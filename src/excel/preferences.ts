import { Storage, StorageType } from "@microsoft/office-js-helpers";
import type { Preferences } from "../taskpane/services";

interface Kept {
  readonly value: unknown;
}

/** Kept in the add-in's own storage; where a host forbids that, for as long as the pane is open. */
export function storedPreferences(): Preferences {
  const storage = openStorage();
  return {
    get: (key) => storage.get(key)?.value,
    set: (key, value) => void storage.set(key, { value }),
  };
}

function openStorage(): Storage<Kept> {
  try {
    return new Storage<Kept>("tieout");
  } catch {
    return new Storage<Kept>("tieout", StorageType.InMemoryStorage);
  }
}
