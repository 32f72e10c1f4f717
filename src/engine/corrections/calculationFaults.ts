/**
 * In Univer 0.25.1 an exception that is thrown while a formula is read or evaluated ends the whole calculation, and
 * every cell after it keeps a stale value. Here the formula that failed answers #VALUE!, and the others are calculated.
 */
import {
  AstRootNodeFactory,
  AstTreeBuilder,
  DEFAULT_TOKEN_TYPE_ROOT,
  ErrorType,
  Interpreter,
  LexerNode,
  LexerTreeBuilder,
  type generateAstNode,
} from "@univerjs/engine-formula";
import { errorValue } from "../cellValues";

type SyntaxTree = ReturnType<typeof generateAstNode>;

/** The engine walks formulas by recursion, in more places than can be guarded. Excel itself ends at 64 levels. */
export const MOST_LEVELS = 1500;
const TOO_DEEP = new RangeError(`more than ${MOST_LEVELS} levels or terms`);

const { treeBuilder } = LexerTreeBuilder.prototype;
const { parse } = AstTreeBuilder.prototype;
const { execute, executeAsync } = Interpreter.prototype;

LexerTreeBuilder.prototype.treeBuilder = function (...formula) {
  try {
    return treeBuilder.apply(this, formula);
  } catch {
    return ErrorType.VALUE;
  }
};

AstTreeBuilder.prototype.parse = function (lexeme) {
  try {
    const tree = parse.call(this, lexeme);
    return tree && levelsOf(tree as SyntaxTree) > MOST_LEVELS ? failingTree(TOO_DEEP) : tree;
  } catch (fault) {
    return failingTree(fault);
  }
};

Interpreter.prototype.execute = function (node) {
  try {
    return execute.call(this, node);
  } catch (fault) {
    return faultValue(fault);
  }
};

Interpreter.prototype.executeAsync = function (node) {
  return executeAsync.call(this, node).catch(faultValue);
};

function levelsOf(tree: SyntaxTree): number {
  let levels = 0;
  for (let level = [tree]; level.length > 0; level = level.flatMap((node) => node.getChildren())) levels++;
  return levels;
}

/** A formula that is read as nothing but its fault. */
function failingTree(fault: unknown): SyntaxTree {
  const lexeme = new LexerNode();
  lexeme.setToken(DEFAULT_TOKEN_TYPE_ROOT);
  const root = new AstRootNodeFactory().checkAndCreateNodeType(lexeme) as SyntaxTree;
  root.execute = () => root.setValue(faultValue(fault));
  return root;
}

function faultValue(fault: unknown) {
  const reason = fault instanceof RangeError ? `it is too long or nests too deep (${fault.message})` : String(fault);
  return errorValue(ErrorType.VALUE, `the formula could not be evaluated: ${reason}`);
}
