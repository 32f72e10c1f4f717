/**
 * Stands in for the global `CustomFunctions` of Excel's runtime where Excel is not the host, so that the functions can
 * throw and answer errors the one way they know. Where the real runtime is present it is left alone.
 */
class CellError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
    this.name = "CustomFunctions.Error";
  }
}

const ErrorCode = {
  invalidValue: "#VALUE!",
  notAvailable: "#N/A",
  divisionByZero: "#DIV/0!",
  invalidNumber: "#NUM!",
  nullReference: "#NULL!",
  invalidName: "#NAME?",
  invalidReference: "#REF!",
} as const;

const host = globalThis as { CustomFunctions?: unknown };
host.CustomFunctions ??= { Error: CellError, ErrorCode };

export {};
