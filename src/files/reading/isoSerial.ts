const DAY = 86_400_000;
/** Serial 0 of each system, and the first day of March 1900, before which Excel counts a February 29 that was none. */
const START = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) };
const MARCH_1900 = 61;

/** The serial of a date that is stored as text, 2000-09-12T12:00:00, as strict workbooks do; undefined for other text. */
export function isoSerial(text: string, dateSystem: 1900 | 1904): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(text.trim());
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const days = (Date.UTC(year, month - 1, day) - START[dateSystem]) / DAY;
  const serial = dateSystem === 1900 && days < MARCH_1900 ? days - 1 : days;
  return serial + (hours * 3600 + minutes * 60 + seconds) / 86_400;
}
