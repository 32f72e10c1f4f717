import { remembering } from "../../core/remembering";

/**
 * The words of a caption in one form, however filings write them: without signs, articles and prepositions, one word for
 * each of a group that mean the same: "Net (loss) earnings applicable to ordinary shareholders" is "net income
 * attributable common holders".
 */
export function filedWords(caption: string): string {
  return caption.length > MAX_CHARACTERS ? inOneForm(caption) : remembered(caption);
}

/** The captions of a table are asked for again with each of its rows. */
const remembered = remembering(2_000, inOneForm);
const MAX_CHARACTERS = 200;

function inOneForm(caption: string): string {
  const plain = apart(caption)
    .replace(/['’‘`"]/g, "")
    .replace(/\s*\(([a-z]|\d{1,2}|note \w+)\)\s*$/i, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/[^\p{L}\p{N}%$]+/gu, " ")
    .trim();
  const same = SAME.reduce((words, [form, word]) => words.replace(form, word), plain);
  return same
    .replace(/\b(\w+)( \1\b)+/g, "$1")
    .replace(/ +/g, " ")
    .trim();
}

/** "NetIncomeLoss", as it is tagged, in words. */
function apart(caption: string): string {
  const tag = /^(?:[a-z-]+:)?([A-Z][a-z]+(?:[A-Z][a-z]*)+)$/.exec(caption.trim())?.[1];
  return tag === undefined ? caption : tag.replace(/(?<=[a-z])(?=[A-Z])/g, " ");
}

const SAME: readonly (readonly [RegExp, string])[] = [
  [/\b(the|a|an|of|in|from|for|to|on|by|its|our|due)\b/g, " "],
  [/ +/g, " "],
  [/\b(earnings|profits?|loss(es)?)\b/g, "income"],
  [/\b(share|stock|unit|shares) (holders?|owners?)\b/g, "holders"],
  [/\b(share|stock|unit|share)(holders?|owners?)\b|\bmembers\b|\bowners\b|\bequity holders\b/g, "holders"],
  [/\bordinary\b/g, "common"],
  [/\bpreference\b/g, "preferred"],
  [/\b(minority|non controlling)\b/g, "noncontrolling"],
  [/\bnci\b/g, "noncontrolling interest"],
  [/\bnoncontrolling( (interests|holders))/g, "noncontrolling interest"],
  [/\b(applicable|available|allocable)\b/g, "attributable"],
  [/\bstocks?\b|\bshare\b/g, "shares"],
  [/\binterests\b/g, "interest"],
  [/\boperation\b/g, "operations"],
  [/\bdividend\b/g, "dividends"],
  [/\bitems\b/g, "item"],
  [/\bchanges\b/g, "change"],
  [/\bprinciples\b/g, "principle"],
  [/\banti dilutive\b/g, "antidilutive"],
  [/\bpre funded\b/g, "prefunded"],
  [/\bnon vested\b/g, "nonvested"],
  [/\bassuming dilution\b|\bfully diluted\b/g, "diluted"],
  [/\bwtd\b/g, "weighted"],
  [/\bavg\b/g, "average"],
  [/\b(income )+income\b/g, "income"],
];
