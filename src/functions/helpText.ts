/** The first sentence of a function's description, for a list: up to the first full stop, colon or semicolon. */
export function firstSentence(description: string): string {
  return /^.*?[.:;](?=\s|$)/.exec(description)?.[0].replace(/[:;]$/, ".") ?? description;
}

/** LOANBALANCE(date, [loan], [basis]) */
export function signature({ id, parameters }: FunctionNames): string {
  return `${id}(${parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(", ")})`;
}

interface FunctionNames {
  readonly id: string;
  readonly parameters: readonly { readonly name: string; readonly optional?: boolean }[];
}
