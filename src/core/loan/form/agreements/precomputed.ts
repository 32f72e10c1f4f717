/** Takes what a form says of method and interest, tells whether interest is precomputed. */
import { plainWord } from "../../../given";
import { CHOICES } from "../fields";
import { fieldOf, type GivenLoan } from "../givenLoan";

const METHOD_WORDS = Object.entries(CHOICES.method)
  .filter(([, method]) => method === "ruleOf78")
  .map(([word]) => plainWord(word));

/** Whether the interest of the whole term is agreed beforehand and earned by the Rule of 78. */
export function isPrecomputed(given: GivenLoan): boolean {
  const says = (key: string) => plainWord(fieldOf(given, key)?.value);
  return METHOD_WORDS.includes(says("method")) || says("interestOn") === "precomputed";
}
