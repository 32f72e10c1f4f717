/**
 * Work that is done once, for all who ask for it. A failure is told to those who waited for it and is not remembered:
 * whoever asks next has it tried again.
 */
export function untilDone<Made>(work: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () => {
    made ??= work().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
