/**
 * Constants in formulas that Univer 0.25.1 misreads: a number that is not written as JavaScript would write it (1.50,
 * .5) counts as text, and a comma or semicolon inside the text of an array constant ({"Options, 1996"}) divides it.
 */
import {
  ArrayValueObject,
  ErrorType,
  NumberValueObject,
  StringValueObject,
  ValueNodeFactory,
  ValueObjectFactory,
  type BaseValueObject,
} from "@univerjs/engine-formula";
import { errorValue } from "../cellValues";

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const TEXT = /^"[\s\S]*"$/;
const ARRAY = /^\{[\s\S]*\}$/;

const { create } = ValueNodeFactory.prototype;

ValueNodeFactory.prototype.create = function (token) {
  const node = create.call(this, token);
  const constant = token.trim();
  if (NUMBER.test(constant)) node.execute = () => node.setValue(numberConstant(constant));
  if (ARRAY.test(constant)) node.execute = () => node.setValue(arrayConstant(constant));
  return node;
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
