/**
 * Two marks that Univer 0.25.1 reads and leaves without an answer: `A1#`, all that the formula in A1 spills, and `@`
 * before what is no range of several cells, which means its one value, or the first.
 */
import {
  ErrorType,
  LexerNode,
  PrefixNodeFactory,
  RangeReferenceObject,
  ReferenceNodeFactory,
  SuffixNodeFactory,
  type ArrayValueObject,
  type BaseReferenceObject,
  type FunctionVariantType,
  type generateAstNode,
} from "@univerjs/engine-formula";
import { errorValue } from "../cellValues";

type AstNode = ReturnType<typeof generateAstNode>;

const suffixed = SuffixNodeFactory.prototype.checkAndCreateNodeType;

SuffixNodeFactory.prototype.checkAndCreateNodeType = function (lexeme) {
  const node = suffixed.call(this, lexeme);
  if (node?.getToken() === "#") node.execute = () => node.setValue(spillOf(node.getChildren()[0]?.getValue()));
  return node;
};

const referenced = ReferenceNodeFactory.prototype.checkAndCreateNodeType;

/** At the end of a formula the engine leaves the # with the reference, as if it were not there. */
ReferenceNodeFactory.prototype.checkAndCreateNodeType = function (token) {
  if (typeof token !== "string" || !token.trim().endsWith("#")) return referenced.call(this, token);
  const reference = referenced.call(this, token.trim().slice(0, -1));
  if (reference && !reference.getParent()) reference.setParent(spillNode());
  return reference;
};

function spillNode() {
  const lexeme = new LexerNode();
  lexeme.setToken("#");
  return SuffixNodeFactory.prototype.checkAndCreateNodeType.call({} as SuffixNodeFactory, lexeme) as AstNode;
}

function spillOf(origin: FunctionVariantType | null | undefined | void): FunctionVariantType {
  if (!origin?.isReferenceObject() || !(origin as BaseReferenceObject).isCell()) return noSpill();
  const cell = origin as BaseReferenceObject;
  const { startRow: row, startColumn: column } = cell.getRangePosition();
  const [unitId, sheetId] = [cell.getUnitId(), cell.getSheetId()];
  const spills = [cell.getRuntimeArrayFormulaRange(), cell.getArrayFormulaRange()];
  const range = spills.map((spill) => spill?.[unitId]?.[sheetId]?.[row]?.[column]).find(Boolean);
  return range ? withCellsOf(cell, new RangeReferenceObject(range, sheetId, unitId)) : noSpill();
}

/** A reference brings along the cells that it reads from. */
function withCellsOf(known: BaseReferenceObject, range: RangeReferenceObject): RangeReferenceObject {
  range.setUnitData(known.getUnitData());
  range.setUnitStylesData(known.getUnitStylesData());
  range.setRuntimeData(known.getRuntimeData());
  range.setArrayFormulaCellData(known.getArrayFormulaCellData());
  range.setArrayFormulaRange(known.getArrayFormulaRange());
  range.setRuntimeArrayFormulaCellData(known.getRuntimeArrayFormulaCellData());
  range.setRuntimeArrayFormulaRange(known.getRuntimeArrayFormulaRange());
  range.setRuntimeFeatureCellData(known.getRuntimeFeatureCellData());
  return range;
}

const noSpill = () => errorValue(ErrorType.REF, "# asks for the spill of a cell whose formula does not spill");

interface PrefixNode {
  _handlerAT(value: FunctionVariantType): FunctionVariantType;
}

/** The engine keeps the class of these nodes to itself; a node tells. */
function prefixNodes(): PrefixNode {
  const lexeme = new LexerNode();
  lexeme.setToken("@");
  return Object.getPrototypeOf(
    PrefixNodeFactory.prototype.checkAndCreateNodeType.call({} as PrefixNodeFactory, lexeme),
  );
}

const nodes = prefixNodes();
const intersected = nodes._handlerAT;

nodes._handlerAT = function (value) {
  if (value.isReferenceObject()) return (value as BaseReferenceObject).isCell() ? value : intersected.call(this, value);
  return value.isArray() ? (value as ArrayValueObject).getFirstCell() : value;
};
