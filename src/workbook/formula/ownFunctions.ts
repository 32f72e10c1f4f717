import { parse, tokenTypes, type AstExpression, type Token } from "@borgar/fx/xlsx";
import { closing, piecesOf, tokensOf } from "./tokens";

const { CONTEXT, CONTEXT_QUOTE, ERROR, FUNCTION, OPERATOR, REF_NAMED, WHITESPACE } = tokenTypes;

/** A call of one of our functions, as it stands in a formula. */
interface OwnCall {
  /** The tokens of its name, first to last, with the book that stands before it. */
  readonly first: number;
  readonly last: number;
  /** The function, as it is spelt. */
  readonly name: string;
  /** ACME or ACME.FIN, in a mangled name ACME_FIN; "" for a bare name. */
  readonly namespace: string;
  /** Whether a mark of Excel's stands before the name, as in _xldudf_ACME_LOANBALANCE. */
  readonly isMarked: boolean;
  /** Where Excel looks for the function, as FUNCRES.XLAM!LOANBALANCE says. */
  readonly place: "here" | "book" | "add-in";
}

/**
 * Finds and rewrites the names of our functions in formulas. Whatever else a formula holds is kept to the letter:
 * spaces, strings, other functions, references to a sheet that bears the name of a function.
 */
export class OwnFunctions {
  private readonly names: ReadonlySet<string>;
  /** Most formulas of a workbook hold none of ours, and are not read further. */
  private readonly mention: RegExp;

  /** @param names of our functions, without a namespace, in capitals */
  constructor(names: readonly string[]) {
    this.names = new Set(names);
    this.mention = new RegExp(names.join("|"), "i");
  }

  /** Whether a bare name is that of one of our functions. */
  isOne(name: string): boolean {
    return this.names.has(name.toUpperCase());
  }

  /** Whether a formula calls one of our functions, by whatever name. */
  areIn(formula: string): boolean {
    return this.mention.test(formula) && this.callsIn(piecesOf(formula)).length > 0;
  }

  /** =LOANBALANCE(A1) as =ACME.LOANBALANCE(A1), for a workbook whose functions have a namespace. */
  withPrefix(formula: string, prefix: string): string {
    return this.rewritten(formula, ({ namespace, isMarked, place, name }) =>
      namespace === "" && !isMarked && place === "here" ? `${prefix}.${name}` : undefined,
    );
  }

  /** =ACME.LOANBALANCE(A1) as =LOANBALANCE(A1). A namespace of others stays. */
  withoutPrefix(formula: string, prefix: string): string {
    return this.rewritten(formula, ({ namespace, isMarked, place, name }) =>
      namespace.toUpperCase() === prefix.toUpperCase() && !isMarked && place === "here" ? name : undefined,
    );
  }

  /**
   * Undoes what Excel does to a formula that it saves, or opens, without the add-in: the mark _xldudf_ with the
   * namespace, the book or add-in that it takes the function for, _xlfn.SINGLE( ) for @ and _xlfn.ANCHORARRAY( ) for #.
   *
   * @param isBroken whether the cell shows that Excel does not know a name. Then a namespace without a mark goes too:
   *   the workbook was written with functions of another namespace, or of none. Where it works it is somebody's.
   */
  mended(formula: string, isBroken: boolean): string {
    // A sheet holds a hundred thousand formulas, of which few are broken: those alone are read.
    if (!isBroken && !MARK.test(formula)) return formula;
    const isElsewhere = ({ place, namespace }: OwnCall) => place === "add-in" || (place === "here" && namespace !== "");
    const renamed = this.rewritten(formula, (call) =>
      call.isMarked || (isBroken && isElsewhere(call)) ? call.name.toUpperCase() : undefined,
    );
    return MARK.test(renamed) && this.areIn(renamed) ? withOperators(renamed) : renamed;
  }

  private rewritten(formula: string, renamed: (call: OwnCall) => string | undefined): string {
    if (!this.mention.test(formula)) return formula;
    const tokens = piecesOf(formula);
    const parts = tokens.map(({ value }) => value);
    for (const call of this.callsIn(tokens)) {
      const name = renamed(call);
      if (name === undefined) continue;
      parts.fill("", call.first, call.last);
      parts[call.last] = name;
    }
    return parts.join("");
  }

  private callsIn(tokens: readonly Token[]): OwnCall[] {
    const local = namesDeclaredIn(tokens);
    return tokens.flatMap((token, at) => {
      const call = isCalled(tokens, at) ? this.read(token.value) : undefined;
      if (!call || local.has(token.value.toUpperCase())) return [];
      const found = placeBefore(tokens, at);
      return found ? [{ ...call, ...found, last: at }] : [];
    });
  }

  /** What a name consists of, when the function is ours: marks, namespace, name. Ours hold neither dot nor underscore. */
  private read(text: string): Pick<OwnCall, "name" | "namespace" | "isMarked"> | undefined {
    const [, marks = "", rest = ""] = /^((?:_xlfn\.|_xlws\.)*(?:_xldudf_)?)(.*)$/i.exec(text) ?? [];
    const [, namespace = "", name = ""] = (marks ? /^(?:(.*)[._])?(.*)$/ : /^(?:(.*)\.)?(.*)$/).exec(rest) ?? [];
    return this.isOne(name) ? { name, namespace, isMarked: marks !== "" } : undefined;
  }
}

/** How all that Excel adds begins: _xldudf_, _xlfn., _xlws. */
const MARK = /_xl/i;

/** A name with a parenthesis after it; a space between them is let pass, as spreadsheets do. */
function isCalled(tokens: readonly Token[], at: number): boolean {
  const { type } = tokens[at] as Token;
  if (type === FUNCTION) return true;
  return type === REF_NAMED && tokens[at + 1]?.type === WHITESPACE && tokens[at + 2]?.value === "(";
}

/** In =LET(tieout,LAMBDA(x,x),tieout(3)) the name is the formula's own. */
function namesDeclaredIn(tokens: readonly Token[]): ReadonlySet<string> {
  if (!tokens.some(({ type, value }) => type === FUNCTION && /^(?:_xlfn\.)?(?:LET|LAMBDA)$/i.test(value))) return NONE;
  const declared = tokens.filter(({ type }, at) => type === REF_NAMED && tokens[at + 1]?.value === ",");
  return new Set(declared.map(({ value }) => value.toUpperCase()));
}

const NONE: ReadonlySet<string> = new Set();

/** Where a function is looked for, and the token at which that begins; undefined for a sheet, whose name it then is. */
function placeBefore(tokens: readonly Token[], at: number): Pick<OwnCall, "first" | "place"> | undefined {
  const before = tokens[at - 1];
  if (before?.type === ERROR) return { first: at - 1, place: "book" };
  if (before?.type !== OPERATOR || before.value !== "!") return { first: at, place: "here" };
  const book = tokens[at - 2];
  if (book?.type !== CONTEXT && book?.type !== CONTEXT_QUOTE) return undefined;
  if (/\.xl(?:am?|l)\]?'?$|^'?\[\d+\]'?$/i.test(book.value)) return { first: at - 2, place: "add-in" };
  return /[[\]]|\.xl\w+'?$/i.test(book.value) ? { first: at - 2, place: "book" } : undefined;
}

/** The functions that older programs write for the operators @ and #. */
const OPERATORS: Readonly<Record<string, (operand: string) => string | undefined>> = {
  "_XLFN.SINGLE": (operand) => `@${isOneOperand(operand) ? operand : `(${operand})`}`,
  "_XLFN.ANCHORARRAY": (operand) => (typeOf(operand) === "ReferenceIdentifier" ? `${operand}#` : undefined),
};

/** Inner ones first, until none is left; one that cannot be written as an operator stays. */
function withOperators(formula: string): string {
  const tokens = piecesOf(formula);
  for (let at = tokens.length - 1; at >= 0; at--) {
    const { type, value } = tokens[at] as Token;
    const operator = type === FUNCTION ? OPERATORS[value.toUpperCase()] : undefined;
    const end = operator ? closing(tokens, at + 1) : -1;
    if (!operator || end < 0) continue;
    const text = (from: number, to: number) =>
      tokens
        .slice(from, to)
        .map((token) => token.value)
        .join("");
    const written = operator(text(at + 2, end).trim());
    if (written !== undefined) return withOperators(text(0, at) + written + text(end + 1, tokens.length));
  }
  return formula;
}

function isOneOperand(text: string): boolean {
  const tokens = piecesOf(text);
  if (tokens[0]?.value === "(" && closing(tokens, 0) === tokens.length - 1) return true;
  return isSpill(text) || ["CallExpression", "ReferenceIdentifier"].includes(typeOf(text) ?? "");
}

/** A1#, which is one operand as A1 is. */
function isSpill(text: string): boolean {
  return text.endsWith("#") && typeOf(text.slice(0, -1)) === "ReferenceIdentifier";
}

function typeOf(text: string): AstExpression["type"] | undefined {
  try {
    return parse(tokensOf(text)).type;
  } catch {
    return undefined;
  }
}
