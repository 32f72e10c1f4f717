/** Formulas written as a user types them. */

export type Constant = string | number | boolean;

/** An array constant: {"Principal",1000;"Annual rate",0.05}. */
export function constant(rows: readonly (readonly Constant[])[]): string {
  return `{${rows.map((row) => row.map(constantText).join(",")).join(";")}}`;
}

export function constantText(value: Constant): string {
  if (typeof value === "string") return `"${value.replaceAll('"', '""')}"`;
  return String(value).toUpperCase();
}

/** A call, without the arguments at its end that are left out. */
export function call(name: string, ...args: readonly (string | undefined)[]): string {
  const given = args.slice(0, args.findLastIndex((argument) => argument !== undefined) + 1);
  return `=${name}(${given.map((argument) => argument ?? "").join(",")})`;
}

/** An ISO date as an argument: DATE(2000,9,12). */
export function dateText(isoDate: string): string {
  return `DATE(${isoDate.split("-").map(Number).join(",")})`;
}

const MILLISECONDS_A_DAY = 86_400_000;
const DAYS_BEFORE_1970 = 25_569;

/** An ISO date as the serial that a cell holds for it, from March 1, 1900 on. */
export function serialOf(isoDate: string): number {
  return Date.parse(isoDate) / MILLISECONDS_A_DAY + DAYS_BEFORE_1970;
}

export function isoDateOf(serial: number): string {
  return new Date((serial - DAYS_BEFORE_1970) * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}
