/** The first sentence of a function's description, for a list: up to the first full stop, colon or semicolon. */
export function firstSentence(description: string): string {
  return /^.*?[.:;](?=\s|$)/.exec(description)?.[0].replace(/[:;]$/, ".") ?? description;
}
