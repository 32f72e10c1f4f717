/** A formula as a tree, as far as explaining our functions needs it. */
export type Expression =
  | { readonly kind: "value"; readonly value: string | number | boolean }
  /** A1, Sheet!A1:B9, a name, or a table such as EPS_Periods[#All]. */
  | { readonly kind: "reference"; readonly text: string }
  | { readonly kind: "array"; readonly rows: readonly (readonly Expression[])[] }
  /** An omitted argument is undefined. */
  | { readonly kind: "call"; readonly name: string; readonly args: readonly (Expression | undefined)[] }
  | { readonly kind: "operation"; readonly operator: string; readonly left: Expression; readonly right: Expression };

const TOKEN =
  /\s*("(?:[^"]|"")*"|(?:'(?:[^']|'')+'|[A-Za-z_]\w*)!\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?|\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?(?![\w(.])|[A-Za-z_][\w.]*(?:\[(?:[^[\]]|\[[^\]]*\])*\])?|\d+(?:\.\d*)?(?:[eE][-+]?\d+)?%?|\.\d+%?|<>|<=|>=|[-+*/^&=<>(),;{}@%])/y;

/** Weakest first; operators of one line bind alike, from the left. */
const PRECEDENCE: readonly (readonly string[])[] = [
  ["=", "<>", "<", ">", "<=", ">="],
  ["&"],
  ["+", "-"],
  ["*", "/"],
  ["^"],
];
/** Arguments nest as deep as Excel allows. */
const MOST_LEVELS = 64;

/** @returns undefined for a formula that this reader does not understand */
export function parseFormula(formula: string): Expression | undefined {
  try {
    const reader = new Reader(tokensOf(formula.replace(/^=/, "")));
    const expression = reader.expression(0, 0);
    return reader.isAtEnd() ? expression : undefined;
  } catch (error) {
    if (error instanceof NotUnderstood) return undefined;
    throw error;
  }
}

class NotUnderstood extends Error {}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  const trimmed = text.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < trimmed.length) {
    const match = TOKEN.exec(trimmed);
    if (!match?.[1]) throw new NotUnderstood();
    tokens.push(match[1]);
  }
  return tokens;
}

class Reader {
  private at = 0;
  constructor(private readonly tokens: readonly string[]) {}

  isAtEnd(): boolean {
    return this.at === this.tokens.length;
  }

  expression(strength: number, level: number): Expression {
    const operators = PRECEDENCE[strength];
    if (!operators) return this.signed(level + 1);
    let left = this.expression(strength + 1, level);
    while (operators.includes(this.tokens[this.at] ?? "")) {
      const operator = this.next();
      left = { kind: "operation", operator, left, right: this.expression(strength + 1, level) };
    }
    return left;
  }

  private signed(level: number): Expression {
    if (level > MOST_LEVELS) throw new NotUnderstood();
    const sign = this.tokens[this.at];
    if (sign !== "-" && sign !== "+" && sign !== "@") return this.single(level);
    this.next();
    const right = this.signed(level);
    return sign === "-" ? { kind: "operation", operator: "-", left: { kind: "value", value: 0 }, right } : right;
  }

  private single(level: number): Expression {
    const token = this.next();
    if (token === "(") return this.closed(this.expression(0, level), ")");
    if (token === "{") return this.array(level);
    if (token.startsWith('"')) return { kind: "value", value: token.slice(1, -1).replaceAll('""', '"') };
    if (/^[\d.]/.test(token))
      return { kind: "value", value: token.endsWith("%") ? Number(token.slice(0, -1)) / 100 : Number(token) };
    if (/^(true|false)$/i.test(token)) return { kind: "value", value: /^t/i.test(token) };
    if (!/^['$A-Za-z_]/.test(token)) throw new NotUnderstood();
    return this.tokens[this.at] === "(" ? this.call(token.toUpperCase(), level) : { kind: "reference", text: token };
  }

  private call(name: string, level: number): Expression {
    this.next();
    const args: (Expression | undefined)[] = [];
    if (this.tokens[this.at] === ")") return this.closed({ kind: "call", name, args }, ")");
    do args.push(this.argument(level));
    while (this.takes(","));
    return this.closed({ kind: "call", name, args }, ")");
  }

  private argument(level: number): Expression | undefined {
    const token = this.tokens[this.at];
    return token === "," || token === ")" ? undefined : this.expression(0, level);
  }

  private array(level: number): Expression {
    const rows: Expression[][] = [];
    do {
      const row: Expression[] = [];
      do row.push(this.signed(level));
      while (this.takes(","));
      rows.push(row);
    } while (this.takes(";"));
    return this.closed({ kind: "array", rows }, "}");
  }

  private takes(token: string): boolean {
    const found = this.tokens[this.at] === token;
    if (found) this.at++;
    return found;
  }

  private closed(expression: Expression, bracket: string): Expression {
    if (!this.takes(bracket)) throw new NotUnderstood();
    return expression;
  }

  private next(): string {
    const token = this.tokens[this.at++];
    if (token === undefined) throw new NotUnderstood();
    return token;
  }
}

/** Every reference of an expression, in the order written. */
export function referencesOf(expression: Expression | undefined): string[] {
  switch (expression?.kind) {
    case "reference":
      return [expression.text];
    case "call":
      return expression.args.flatMap(referencesOf);
    case "operation":
      return [...referencesOf(expression.left), ...referencesOf(expression.right)];
    default:
      return [];
  }
}

/** Every call of an expression, outermost first. */
export function callsOf(expression: Expression | undefined): Extract<Expression, { kind: "call" }>[] {
  switch (expression?.kind) {
    case "call":
      return [expression, ...expression.args.flatMap(callsOf)];
    case "operation":
      return [...callsOf(expression.left), ...callsOf(expression.right)];
    default:
      return [];
  }
}
