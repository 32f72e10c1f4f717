import { choiceOf, isBlank, readNotNegative, readNumber, readPositive, readText, readYesNo } from "../../core/given";
import { twoClassMethod, type ClassEarnings, type ShareClass } from "../../core/eps/twoClassMethod";
import { CalculationError } from "../../core/errors";
import { allOf } from "../../core/problems";
import {
  isPositive,
  minus,
  ONE,
  plus,
  rounded,
  times,
  toNumber,
  ZERO,
  type Fraction,
} from "../../core/number/fraction";
import { answer, formatted, perShareFormat, WHOLE_AMOUNT, type CellAnswer } from "../cells/answer";
import { givenCell, asRange, isEmpty, type Range } from "../cells/arguments";
import { cellInWords } from "../cells/dataTypes";
import { readDecimals } from "./epsArguments";
import { readTable, type TableRow } from "../cells/table";
import { vocabulary } from "../cells/vocabulary";

/**
 * Earnings per share by the two-class method, for classes of common stock and securities that participate in dividends with it: each class earns its dividends and its part of what is left, and diluted earnings per share are the more dilutive of the two-class and the if-converted method (ASC 260-10-45-59A; IAS 33.A13).
 * @customfunction TWOCLASSEPS
 * @param {any} income Income or loss of the period, before preferred dividends.
 * @param {any[][]} classes Table with a header row: Class, Shares (weighted average), Dividends (of the period, on the whole class) or Dividend per share, Participation (part of one share in undistributed earnings against one of another class; 1 without the column, 0 for a class that takes none), Shares losses (yes or no, needed in an undistributed loss), Incremental shares (potential shares of the class), Add-back (what they bring back into income after tax when they join, such as the noncontrolling interest in exchangeable units), Converts into (another class), Conversion ratio.
 * @param {any} [preferredDividends] Dividends on preferred stock that does not participate, deducted from income. Zero when omitted.
 * @param {any} [decimals] Decimals of per-share figures. Two when omitted.
 * @param {any} [controlNumber] Income from continuing operations available to all classes (after preferred dividends), where income is another line. It decides what is dilutive.
 * @param {any} [addBacks] FALSE for a line without continuing operations (discontinued, extraordinary), to which add-backs do not belong. TRUE when omitted.
 * @returns {any[][]} A table with a header row; a row for each class, and the total.
 * @example =TWOCLASSEPS(1000000,{"Class","Shares","Dividends";"Class A",200000,100000;"Class B",100000,50000})
 * @throws =TWOCLASSEPS(1000,{"Class","Shares";"A",-5}) #VALUE! classes row 2, column 2 (Shares) must be more than zero; received -5
 * @throws =TWOCLASSEPS(5,IF(SEQUENCE(32)>1,{"Class A",10},{"Class","Shares"})) #VALUE! classes must hold at most 30 classes; received 31
 * @throws =TWOCLASSEPS(-1000,{"Class","Shares";"Common",1000;"Unvested",50}) #VALUE! classes row 2, Shares losses must say, yes or no, whether the class bears its part of an undistributed loss (common stock does); received a blank
 */
export function TWOCLASSEPS(
  income: any,
  classes: any[][],
  preferredDividends?: any,
  decimals?: any,
  controlNumber?: any,
  addBacks?: any,
): any[][] {
  return answer(() => {
    const places = readDecimals(decimals);
    const preferred = isBlank(preferredDividends)
      ? ZERO
      : readNumber(givenCell("preferredDividends", preferredDividends));
    const available = minus(readNumber(givenCell("income", income)), preferred);
    const control = isBlank(controlNumber) ? available : readNumber(givenCell("controlNumber", controlNumber));
    const bearsAddBacks = isBlank(addBacks) || readYesNo(givenCell("addBacks", addBacks));
    const line = { controlNumber: control, bearsAddBacks };
    return classRows(twoClassMethod(available, readClasses(asRange(classes)), line), places) as any[][];
  });
}

const COLUMNS = vocabulary({
  Class: ["security", "name"],
  Shares: ["weighted shares", "weighted average shares"],
  Dividends: ["distributed", "distributed earnings", "dividends declared"],
  "Dividend per share": ["dividends per share"],
  Participation: ["participation rate", "participation ratio"],
  "Shares losses": ["shares in losses", "bears losses"],
  "Incremental shares": ["potential shares", "dilutive shares"],
  "Add-back": ["addback", "earnings add back", "after tax add back", "numerator adjustment"],
  "Converts into": [],
  "Conversion ratio": [],
});

type Column = (typeof COLUMNS.meanings)[number];
type ClassRow = TableRow<Column>;

/** Each class may dilute every other, in any order: the work grows with the fourth power of their number. */
const MOST_CLASSES = 30;

function readClasses(range: Range): readonly ShareClass[] {
  const { rows } = readTable("classes", range, COLUMNS, ["Class", "Shares"]);
  if (rows.length === 0)
    throw new CalculationError("invalid-input", "classes", "must have a header row and a class below it", "none");
  if (rows.length > MOST_CLASSES)
    throw new CalculationError("out-of-range", "classes", `must hold at most ${MOST_CLASSES} classes`, rows.length);
  const labels = rows.map((row) => readText(row.given("Class")));
  const read = (row: ClassRow, index: number) => {
    const repeated = labels.indexOf(labels[index] as string) !== index;
    if (repeated)
      throw new CalculationError("invalid-input", row.nameOf("Class"), "must not repeat a class", labels[index]);
    return readClass(row, labels);
  };
  return allOf(
    "classes",
    rows.map((row, index) => () => read(row, index)),
  );
}

function readClass(row: ClassRow, labels: readonly string[]): ShareClass {
  const shares = readPositive(row.given("Shares"));
  const quantity = (column: Column, otherwise: Fraction) =>
    isBlank(row.cell(column)) ? otherwise : readNotNegative(row.given(column));
  const perShare = times(shares, quantity("Dividend per share", ZERO));
  return {
    label: cellInWords(row.cell("Class")),
    lossesName: row.nameOf("Shares losses"),
    shares,
    distributed: isEmpty(row.cell("Dividends")) ? perShare : quantity("Dividends", perShare),
    participation: quantity("Participation", ONE),
    sharesLosses: isEmpty(row.cell("Shares losses")) ? null : readYesNo(row.given("Shares losses")),
    incrementalShares: quantity("Incremental shares", ZERO),
    earningsAddBack: readAddBack(row),
    convertsInto: isEmpty(row.cell("Converts into"))
      ? undefined
      : {
          label: readOther(row, labels),
          ratio: isEmpty(row.cell("Conversion ratio")) ? ONE : quantity("Conversion ratio", ONE),
        },
  };
}

/** What restores income belongs to shares that join. */
function readAddBack(row: ClassRow): Fraction {
  if (isEmpty(row.cell("Add-back"))) return ZERO;
  const addBack = readNumber(row.given("Add-back"));
  if (!isEmpty(row.cell("Incremental shares")) || !isPositive(addBack)) return addBack;
  throw new CalculationError(
    "invalid-input",
    row.nameOf("Add-back"),
    "needs a number of Incremental shares beside it",
    toNumber(addBack),
  );
}

function readOther(row: ClassRow, labels: readonly string[]): string {
  const others = labels.filter((label) => label !== row.cell("Class"));
  return choiceOf(Object.fromEntries(others.map((label) => [label, label])))(row.given("Converts into"));
}

const HEADER = [
  "Class",
  "Shares",
  "Distributed",
  "Undistributed",
  "Distributed per share",
  "Undistributed per share",
  "Basic EPS",
  "Diluted shares",
  "Diluted EPS",
];

function classRows(earnings: readonly ClassEarnings[], decimals: number): CellAnswer[][] {
  const amount = (figure: Fraction) => formatted(toNumber(figure), WHOLE_AMOUNT);
  const perShare = (figure: Fraction) => formatted(toNumber(rounded(figure, decimals)), perShareFormat(decimals));
  const total = (figure: (of: ClassEarnings) => Fraction) => amount(earnings.map(figure).reduce(plus));
  return [
    HEADER,
    ...earnings.map((of) => [
      of.shareClass.label,
      ...[of.shareClass.shares, of.shareClass.distributed, of.undistributed].map(amount),
      ...[of.distributedPerShare, of.undistributedPerShare, of.basic].map(perShare),
      amount(of.dilutedShares),
      perShare(of.diluted),
    ]),
    [
      "Total",
      "",
      total(({ shareClass }) => shareClass.distributed),
      total(({ undistributed }) => undistributed),
      "",
      "",
      "",
      "",
      "",
    ],
  ];
}
