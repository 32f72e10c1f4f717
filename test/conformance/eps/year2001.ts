/** Serial of the first of a month of 2001; month 13 is the January after. */
export const first = (month: number) => Math.round(Date.UTC(2001, month - 1, 1) / 86_400_000) + 25_569;

/** A serial as a user types it. */
export function date(serial: number): string {
  const day = new Date((serial - 25_569) * 86_400_000);
  return `DATE(${day.getUTCFullYear()},${day.getUTCMonth() + 1},${day.getUTCDate()})`;
}
