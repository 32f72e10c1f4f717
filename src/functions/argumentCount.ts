interface Parameter {
  readonly optional?: boolean | undefined;
  readonly repeating?: boolean | undefined;
}

/** Counted here and not by the engine, whose #N/A would come without words. */
export function wrongCount(
  id: string,
  parameters: readonly Parameter[],
  count: number,
): CustomFunctions.Error | undefined {
  const least = parameters.filter(({ optional, repeating }) => !optional && !repeating).length;
  const most = parameters.at(-1)?.repeating ? Infinity : parameters.length;
  if (count >= least && count <= most) return undefined;
  const expected = least === most ? `${least}` : most === Infinity ? `${least} or more` : `${least} to ${most}`;
  return new CustomFunctions.Error(
    CustomFunctions.ErrorCode.invalidValue,
    `${id} takes ${expected} argument${expected === "1" ? "" : "s"}; received ${count}`,
  );
}
