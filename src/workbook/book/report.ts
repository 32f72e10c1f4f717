import { a1 } from "./address";
import type { Area } from "./book";

/** What an action did, in a sentence, with the places that the user may want to go to. */
export interface Report {
  readonly said: string;
  /** Whether the workbook was changed. */
  readonly changed: boolean;
  readonly places: readonly Finding[];
}

/** A cell worth a look: a figure that moved, an exception of the tie-out, a formula that was repaired. */
export interface Finding {
  readonly area: Area;
  readonly words: string;
}

export function report(said: string, changed: boolean, places: readonly Finding[] = []): Report {
  return { said, changed, places };
}

/** A reason why an action did nothing, in words for the user. The workbook is as it was before. */
export class ActionError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ActionError";
  }
}

/** The action was stopped by the user; the workbook is as it was before. */
export class Cancelled extends ActionError {
  constructor() {
    super("Stopped. The workbook is as it was.");
    this.name = "Cancelled";
  }
}

export function found(area: Area, words: string): Finding {
  return { area, words: `${a1(area)}: ${words}` };
}

/** 1 figure, 2 figures */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number.toLocaleString("en-US")} ${number === 1 ? singular : plural}`;
}

/** Another program's message, with a full stop. */
export function asSentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}

/** Words as a sentence begins with them. */
export function capitalized(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** Sentences one after another, without those that have nothing to say. */
export function inOneParagraph(...sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== "").join(" ");
}
