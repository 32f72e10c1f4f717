/**
 * Univer 0.25.1 keeps what it has read (formulas, their parts, references, words of errors, text) under a hash of 32
 * bits wherever the text is longer than 64 characters. Two texts of one hash are one to it: the second formula shows
 * the figure of the first. A workbook of some tens of thousands of long formulas may well hold two. Here each text is
 * its own key. Every such cache of the engine is of one class, which it keeps to itself; an exported cache tells it.
 */
import { FORMULA_REF_TO_ARRAY_CACHE } from "@univerjs/engine-formula";

interface KeyedByText {
  _hash(text: string): string;
}

const caches = Object.getPrototypeOf(FORMULA_REF_TO_ARRAY_CACHE) as KeyedByText;

caches._hash = (text) => text;
