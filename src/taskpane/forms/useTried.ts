import { useEffect, useState } from "react";
import { CalculationError } from "../../core/errors";
import { catalogue } from "../../functions/catalogue";
import { OFFERED_WORDS } from "../../functions/offeredWords";
import type { Area, OpenBook } from "../../workbook/book/book";
import { namesAmong, tryFormula, type TriedFormula } from "../../workbook/explain/tryFormula";
import { argumentOf } from "../../workbook/formula/argumentText";
import { formulaOf, type CallInFormula } from "../../workbook/formula/callsIn";

/** How long typing rests before the answer is worked out. */
const PAUSE_MILLISECONDS = 200;

/** A formula as the fields make it, and what it answers. */
export interface Tried extends TriedFormula {
  readonly formula: string;
  /** What is wrong with a field, by the number of the argument. */
  readonly problems: Readonly<Record<number, string>>;
  /** The function whose answer it is, where that is not the whole formula's. */
  readonly of?: string;
}

/** What the fields of a call come to, worked out again as they change and as often as the workbook does. */
export function useTried(book: OpenBook, call: CallInFormula, entries: readonly string[], at: Area): Tried | undefined {
  const [tried, setTried] = useState<Tried>();
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      tryFields(book, call, entries, at).then(
        (made) => isCurrent && setTried(made),
        (error: unknown) => isCurrent && setTried({ formula: "", problems: {}, rows: [], error: String(error) }),
      );
    }, PAUSE_MILLISECONDS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [book, call, entries, at]);
  return tried;
}

/** The formula of a call with what its fields say; the fields that say nothing that a formula can hold. */
export async function filledFormula(
  book: OpenBook,
  call: CallInFormula,
  entries: readonly string[],
): Promise<Pick<Tried, "formula" | "problems">> {
  const names = await namesAmong(
    book,
    entries.map((entry) => entry.trim()),
  );
  const problems: Record<number, string> = {};
  const parameters = catalogue.find(({ id }) => id === call.name)?.parameters ?? [];
  const args = entries.map((entry, index) => {
    const words = OFFERED_WORDS[parameters[index]?.name ?? ""] ?? [];
    const isOffered = words.some(({ word }) => word === entry);
    try {
      return argumentOf(entry, (word) => names.has(word) && !isOffered);
    } catch (error) {
      if (!(error instanceof CalculationError)) throw error;
      problems[index] = error.rule;
      return "";
    }
  });
  return { formula: formulaOf({ ...call, args }), problems };
}

async function tryFields(book: OpenBook, call: CallInFormula, entries: readonly string[], at: Area): Promise<Tried> {
  const filled = await filledFormula(book, call, entries);
  if (Object.keys(filled.problems).length > 0) return { ...filled, rows: [] };
  const tried = await tryFormula(book, filled.formula, at);
  if (!tried.isBeyond || call.before === "=") return { ...filled, ...tried };
  // What stands around the call is for the sheet to calculate; the call itself may not be.
  const { formula } = await filledFormula(book, { ...call, before: "=", after: "" }, entries);
  return { ...filled, ...(await tryFormula(book, formula, at)), of: call.name };
}
