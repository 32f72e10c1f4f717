/**
 * Constants in formulas that Univer 0.25.1 misreads: a number that is not written as JavaScript would write it (1.50,
 * .5) counts as text, and a comma or semicolon inside the text of an array constant ({"Options, 1996"}) divides it. It
 * takes a minus before an array, a text or TRUE for part of a name (-{1,2}), and reads no array after a number and an
 * operator (1+{1,2}).
 */
import {
  ArrayValueObject,
  ErrorType,
  LexerTreeBuilder,
  NumberValueObject,
  OPERATOR_TOKEN_SET,
  StringValueObject,
  ValueNodeFactory,
  ValueObjectFactory,
  type BaseValueObject,
  type LexerNode,
} from "@univerjs/engine-formula";
import { errorValue } from "../cellValues";

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const TEXT = /^"[\s\S]*"$/;
const ARRAY = /^\{[\s\S]*\}$/;
/** A minus, and a constant that is no number as it stands. */
const SIGNED = /^-\s*(\{[\s\S]*\}|"[\s\S]*"|TRUE|FALSE|(?<=\s)[\d.][\s\S]*)$/i;

const { checkAndCreateNodeType, create } = ValueNodeFactory.prototype;

ValueNodeFactory.prototype.create = function (token) {
  const node = create.call(this, token);
  const constant = token.trim();
  if (NUMBER.test(constant)) node.execute = () => node.setValue(numberConstant(constant));
  if (ARRAY.test(constant)) node.execute = () => node.setValue(arrayConstant(constant));
  return node;
};

ValueNodeFactory.prototype.checkAndCreateNodeType = function (token) {
  const negated = typeof token === "string" ? SIGNED.exec(token.trim())?.[1] : undefined;
  const node = negated === undefined ? undefined : checkAndCreateNodeType.call(this, negated);
  if (!node) return checkAndCreateNodeType.call(this, token);
  const execute = node.execute.bind(node);
  node.execute = () => {
    execute();
    node.setValue(negative(node.getValue() as BaseValueObject));
  };
  return node;
};

function negative(value: BaseValueObject): BaseValueObject {
  return NumberValueObject.create(0).minus(value.isString() ? value.convertToNumberObjectValue() : value);
}

interface ArraySpelling {
  _currentLexerNode: LexerNode;
  _formulaSpellCheck(): boolean;
}

const lexer = LexerTreeBuilder.prototype as unknown as ArraySpelling;
const mayOpenArray = lexer._formulaSpellCheck;

lexer._formulaSpellCheck = function () {
  const before = this._currentLexerNode.getChildren().at(-1);
  return mayOpenArray.call(this) || (typeof before === "string" && OPERATOR_TOKEN_SET.has(before.trim()));
};

function numberConstant(text: string): BaseValueObject {
  const value = Number(text);
  return Number.isFinite(value) ? NumberValueObject.create(value) : errorValue(ErrorType.NUM);
}

function arrayConstant(constant: string): ArrayValueObject {
  const rows = elementsOf(constant.slice(1, -1)).map((row) => row.map((element) => elementValue(element.trim())));
  return ArrayValueObject.create({
    calculateValueList: rows,
    rowCount: rows.length,
    columnCount: rows.reduce((width, row) => Math.max(width, row.length), 0),
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

/** The rows between semicolons, the elements between commas; neither counts within quotation marks. */
function elementsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  let start = 0;
  while (start <= text.length) {
    const end = endOfElement(text, start);
    rows.at(-1)?.push(text.slice(start, end));
    if (text[end] === ";") rows.push([]);
    start = end + 1;
  }
  return rows;
}

/** The closing mark of a text is the one before a separator: the engine has halved those that were doubled inside. */
function endOfElement(text: string, start: number): number {
  const end = /\s*"[\s\S]*?"\s*(?=[,;]|$)|[^,;]*/y;
  end.lastIndex = start;
  end.exec(text);
  return end.lastIndex;
}

/** Text within an array stays text, as in Excel, whatever it looks like. */
function elementValue(element: string): BaseValueObject {
  if (NUMBER.test(element)) return numberConstant(element);
  if (TEXT.test(element)) return StringValueObject.create(element.slice(1, -1).replaceAll('""', '"'));
  return ValueObjectFactory.create(element);
}
