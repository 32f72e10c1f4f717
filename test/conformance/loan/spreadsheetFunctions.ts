import type { Evaluation } from "../../../src/engine/evaluation";
import { call, constantText, dateText } from "../formula";
import { isError, numberOf, outcome, refusal, refused, type Evaluate, type Outcome } from "../suite";
import { scheduleFormula, scheduleLines, type ScheduleLine, type SheetRow } from "./loanSheet";

type Argument = number | boolean | string | null | { readonly date: string } | { readonly cell: "" };

/** A call of a spreadsheet's own function. */
export interface FunctionCase {
  readonly id: string;
  readonly function: string;
  /** null where an argument is left out between commas, { cell: "" } where it refers to a blank cell. */
  readonly args: readonly Argument[];
  readonly expected: number | "error";
}

const isDayCount = ({ function: name }: FunctionCase) => name === "YEARFRAC" || name === "DAYS360";

/** Parts of a year to ten decimals; amounts to a millionth, or nine digits of a large one. */
function toleranceOf({ expected, ...one }: FunctionCase): number {
  return isDayCount({ expected, ...one }) ? 1e-10 : Math.max(1e-6, Math.abs(Number(expected)) * 1e-9);
}

function compared(one: FunctionCase, formula: string, answer: Evaluation, found: number): Outcome {
  if (one.expected === "error") return refusal(formula, answer);
  if (isError(answer)) return refused(formula, answer);
  return outcome(formula, [{ what: one.function, found, expected: one.expected, tolerance: toleranceOf(one) }]);
}

/** The function itself, as the workbench and the command calculate it beside ours. */
export const runNative =
  (evaluate: Evaluate) =>
  async (one: FunctionCase): Promise<Outcome> => {
    const formula = call(
      one.function,
      ...one.args.map((argument) => (argument === null ? "" : argumentText(argument))),
    );
    const answer = await evaluate(formula);
    return compared(one, formula, answer, numberOf(answer));
  };

function argumentText(argument: Exclude<Argument, null>): string {
  if (typeof argument !== "object") return constantText(argument);
  return "cell" in argument ? BLANK_CELL : dateText(argument.date);
}

/** A cell of the sheet that the formulas stand on which none of them fills. */
const BLANK_CELL = "Z99";

/** YEARFRAC and DAYS360 as DAYCOUNT, whose dates are dates: text that a spreadsheet reads as one is typed as one. */
const runAsDayCount =
  (evaluate: Evaluate) =>
  async (one: FunctionCase): Promise<Outcome> => {
    const [start = null, end = null, option = null] = one.args;
    const european = option === true || (typeof option === "number" && option !== 0);
    const days360 = constantText(european ? "30E/360" : "DAYS360");
    const convention = one.function === "DAYS360" ? days360 : argumentText(option ?? 0);
    const days = call("DAYCOUNT", dateArgument(start), dateArgument(end), convention);
    const formula = one.function === "DAYS360" ? `${days}*360` : days;
    const answer = await evaluate(formula);
    return compared(one, formula, answer, numberOf(answer));
  };

/** A date, its text as 2008-01-31 or 1/31/2008, its serial; a blank is serial 0. */
function dateArgument(argument: Argument): string {
  if (argument === null) return "0";
  if (typeof argument !== "string") return argumentText(argument);
  const [, month, day, year] = /^(\d+)\/(\d+)\/(\d+)$/.exec(argument) ?? [];
  if (year) return `DATE(${year},${month},${day})`;
  return /^\d{4}-\d{2}-\d{2}$/.test(argument) ? dateText(argument) : constantText(argument);
}

/** A loan as PMT and its kin describe one, and what they ask of its schedule. */
interface FunctionLoan {
  readonly rate: number;
  readonly count: number;
  readonly principal: number;
  readonly balloon: number;
  readonly inAdvance: boolean;
  /** What each period pays, where it is given. */
  readonly payment?: number;
  readonly answer: (lines: readonly ScheduleLine[]) => number;
}

/** A portion of the payments, as the function signs it; the balloon is none of them. */
function portion({ function: name }: FunctionCase, count: number, balloon: number) {
  const paid = (lines: readonly ScheduleLine[], index: number) =>
    (lines[index]?.payment ?? NaN) - (index === count - 1 ? balloon : 0);
  return (lines: readonly ScheduleLine[], index: number): number => {
    if (name === "PMT") return -paid(lines, index);
    const interest = lines[index]?.interest ?? NaN;
    return name === "IPMT" || name === "CUMIPMT" ? -interest : interest - paid(lines, index);
  };
}

/** Left out or blank, an argument counts as 0. */
function numberOfArgument(argument: Argument): number {
  return typeof argument === "object" && argument !== null && "cell" in argument ? 0 : Number(argument);
}

function loanOf(one: FunctionCase): FunctionLoan {
  const [rate = 0, ...others] = one.args.map(numberOfArgument);
  if (one.function === "FV") {
    const [count = 0, payment = 0, principal = 0, type = 0] = others;
    const left = (lines: readonly ScheduleLine[]) => -(lines[count - 1]?.closing ?? NaN);
    return { rate, count: count + 1, principal, balloon: 0, inAdvance: type !== 0, payment: -payment, answer: left };
  }
  if (one.function.startsWith("CUM")) {
    const [count = 0, principal = 0, first = 0, last = 0, type = 0] = others;
    const of = portion(one, count, 0);
    const periods = Array.from({ length: Math.max(0, last - first + 1) }, (_period, index) => first - 1 + index);
    const sum = (lines: readonly ScheduleLine[]) => periods.reduce((total, period) => total + of(lines, period), 0);
    return { rate, count, principal, balloon: 0, inAdvance: type !== 0, answer: sum };
  }
  const [period = 1, count = 0, principal = 0, left = 0, type = 0] = one.function === "PMT" ? [1, ...others] : others;
  const of = portion(one, count, -left);
  const answer = (lines: readonly ScheduleLine[]) => of(lines, period - 1);
  return { rate, count, principal, balloon: -left, inAdvance: type !== 0, answer };
}

const isWhole = (value: number) => Number.isSafeInteger(value);

/** Why no function of ours is meant to answer a case: null when it is a span of days, or a loan of a schedule. */
export function notOurs(one: FunctionCase): string | null {
  if (isDayCount(one)) return typeof one.args[2] === "string" ? "a word for DAYS360's TRUE or FALSE" : null;
  if (one.expected === "error") return "arguments that the spreadsheet function refuses by rules of its own";
  const { rate, count, principal, balloon, inAdvance, payment } = loanOf(one);
  if (!(principal > 0)) return "money saved up, not lent";
  if (balloon < 0 || (payment !== undefined && !(payment > 0))) return "a loan that grows into savings";
  if (inAdvance && balloon > 0) return "payments in advance towards a last amount";
  if (!isWhole(count) || count < 1) return "a number of payments that is none";
  return rate > 1 || rate <= -1 ? "a rate of -100 %, or of more than 100 %, a period" : null;
}

/** Such a loan as a sheet: monthly, or yearly where twelve times the rate is beyond 100 %. */
function sheetOf({ rate, count, principal, balloon, inAdvance, payment }: FunctionLoan): SheetRow[] {
  const yearly = rate * 12 > 1 || rate * 12 <= -1;
  return [
    ["Principal", principal],
    ["Start date", 36_526],
    ["Annual rate", yearly ? rate : Number((rate * 12).toPrecision(15))],
    ["Payment frequency", yearly ? "annual" : "monthly"],
    ["Number of payments", count],
    ["First payment date", inAdvance ? 36_526 : undefined],
    ["Payment", payment],
    ["Balloon payment", balloon > 0 ? balloon : undefined],
    // The functions round nothing.
    ["Payment rounding", "none"],
    ["Interest rounding", "none"],
  ];
}

/** Days as DAYCOUNT counts them; PMT, IPMT, PPMT, CUMIPMT, CUMPRINC and FV of a loan, read off its LOANSCHEDULE. */
export const runAsOurs =
  (evaluate: Evaluate) =>
  async (one: FunctionCase): Promise<Outcome> => {
    if (isDayCount(one)) return runAsDayCount(evaluate)(one);
    const loan = loanOf(one);
    const formula = scheduleFormula(sheetOf(loan));
    const answer = await evaluate(formula);
    if (isError(answer)) return refused(formula, answer);
    return compared(one, formula, answer, loan.answer(scheduleLines(answer)));
  };
