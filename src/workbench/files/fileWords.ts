import type { KeptPart } from "../../files/xlsxFile";
import { count } from "../../workbook/book/report";
import type { DateSystem } from "./dateSystem";

/** "A", "A and B", "A, B and C" */
export function listInWords(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** "3 charts and 1 pivot table", whatever sheets they stand on. */
export function keptInWords(kept: readonly KeptPart[]): string {
  const counts = new Map<string, number>();
  for (const { kind, count: more } of kept) counts.set(kind, (counts.get(kind) ?? 0) + more);
  return listInWords([...counts].map(([kind, number]) => count(number, kind, pluralOf(kind))));
}

/** "range that some may edit" is in the plural "ranges that some may edit". */
function pluralOf(kind: string): string {
  const [, noun = kind, rest = ""] = /^(.*?)( (?:that|to|of) .*)?$/.exec(kind) ?? [];
  return `${noun.endsWith("y") ? `${noun.slice(0, -1)}ies` : `${noun}s`}${rest}`;
}

/** What a user is told once of a file that was opened: what is in it and not in sight, and what is seen otherwise. */
export function openedInWords(file: {
  readonly dateSystem: DateSystem;
  readonly kept: readonly KeptPart[];
  readonly protectedSheets: readonly string[];
  /** Formulas that answer with an error here, where the file has a figure. */
  readonly notCalculated: readonly string[];
}): string[] {
  const { dateSystem, kept, protectedSheets, notCalculated } = file;
  const total = kept.reduce((sum, part) => sum + part.count, 0);
  return [
    ...(total > 0 ? [`${keptInWords(kept)} ${total === 1 ? "is" : "are"} kept in the file and not shown.`] : []),
    ...(dateSystem === 1904
      ? [
          "The workbook counts days from 1904. Here they are counted from 1900: each date is the same day, and is saved as the file counts it.",
        ]
      : []),
    ...(protectedSheets.length > 0
      ? [
          `${listInWords(protectedSheets)} ${protectedSheets.length === 1 ? "is" : "are"} protected: a change there can only be saved as a new workbook.`,
        ]
      : []),
    ...(notCalculated.length > 0
      ? [
          `${count(notCalculated.length, "formula")} cannot be calculated here (the first is ${notCalculated[0]}); the file keeps the figures that it has for them.`,
        ]
      : []),
  ];
}
