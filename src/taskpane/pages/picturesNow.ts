import { useEffect, useState } from "react";
import type { PaneServices } from "../services";
import { useBusy } from "../work";

/** What is drawn now, or why nothing is. */
export interface PicturesNow<Pictures> {
  readonly pictures?: Pictures;
  readonly message?: string;
}

/**
 * Reads pictures of the workbook when the page opens, and again when the workbook was changed or an action ended. A figure
 * that cannot be drawn while it is being typed is told in the pictures' place, not as a failure of the pane.
 *
 * @param read must stay the same function as long as it reads the same
 */
export function usePicturesNow<Pictures>(
  { watchChanges }: PaneServices,
  read: () => Promise<Pictures>,
): PicturesNow<Pictures> {
  const busy = useBusy();
  const [now, setNow] = useState<PicturesNow<Pictures>>({});
  const [changes, setChanges] = useState(0);
  useEffect(() => watchChanges?.(() => setChanges((count) => count + 1)), [watchChanges]);
  useEffect(() => {
    if (busy) return;
    let isLatest = true;
    const become = (next: PicturesNow<Pictures>) => isLatest && setNow(next);
    read().then(
      (pictures) => become({ pictures }),
      (error: unknown) => become({ message: error instanceof Error ? error.message : String(error) }),
    );
    return () => void (isLatest = false);
  }, [busy, changes, read]);
  return now;
}
