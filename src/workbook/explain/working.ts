import { exactly, minus, negated, toNumber } from "../../core/number/fraction";
import { catalogue, type CustomFunction } from "../../functions/catalogue";
import { firstSentence } from "../../functions/helpText";
import type { Working } from "../actionTypes";
import { callOwn } from "../formula/callOwn";
import type { Answered } from "../formula/evaluate";
import { nameOf } from "../formula/readFormula";
import { isError, NotCalculated, plain, rowsOf, theOne, type Computed } from "../formula/values";
import { asContent } from "../shown";
import type { CellContent } from "../book/book";

/** Which of the cells that a formula fills is asked about, counted from 0, and how many it fills. */
export interface Part {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

type Calculated = Exclude<Computed, NotCalculated>;
type Contents = readonly (readonly CellContent[])[];

const LINE = ["income", "shares", "dilutive", "preferredDividends", "controlNumber"];
/** Functions that answer cell by cell, and the arguments of which each answer takes its own cell. */
const CELL_BY_CELL: Readonly<Record<string, readonly string[]>> = {
  LOANBALANCE: ["date"],
  DAYCOUNT: ["start", "end", "periodStart", "periodEnd"],
  BASICEPS: LINE,
  DILUTEDEPS: LINE,
  DILUTEDSHARES: LINE,
  INCREMENTALSHARES: ["number", "exercisePrice", "averagePrice", "unrecognizedCost"],
  TIEOUT: ["computed", "printed", "unit"],
};

/** How a call of one of our functions came to its answer, or why it has none. */
export function workingOf(answered: Answered, text: string, part?: Part): Working {
  const known = definitionOf(nameOf(answered.call));
  const { args, answer } = part ? partOf(known, answered, part) : answered;
  const about = { call: text, rows: argumentsTable(known, args) };
  if (answer instanceof NotCalculated) return { ...about, said: beyondWords(known, answer) };
  const one = theOne(answer);
  if (one !== undefined && isError(one)) {
    const error = { code: one.basicValue, message: one.message ?? "" };
    return { ...about, said: `${known.id} cannot answer: ${error.message}.`, error };
  }
  const said = `${known.id}: ${firstSentence(known.description)}`;
  const rows = stepsOf(known, args as readonly Calculated[], answer);
  const shown = part && rowShown(known, part);
  if (part === undefined || shown === undefined) return { call: text, said, rows };
  return { call: text, said: `${said} ${placeWords(rows, shown, part.column)}`, rows, shown };
}

/** Which row of a table the cell is in. Answers cell by cell, of which the cell's own is worked out, are no table. */
function rowShown({ id }: CustomFunction, { row, rows }: Part): number | undefined {
  return id in CELL_BY_CELL || rows < 2 || row === 0 ? undefined : row;
}

/** A cell of a table by the words of its row and of its column. */
function placeWords(rows: Contents, row: number, column: number): string {
  const [line, heading] = [rows[row]?.[0] ?? "", rows[0]?.[column] ?? ""];
  const over = heading === "" ? "" : ` under ${heading}`;
  return `The cell is row ${row} of the table${line === "" ? "" : `, ${line}`}${over}.`;
}

function beyondWords({ id }: CustomFunction, { part }: NotCalculated): string {
  return `${id} takes an argument that is calculated by ${part}; put it in a cell of its own to see the working.`;
}

/** The call for one of the cells that it fills: of its ranges the cells that belong to that one. */
function partOf(known: CustomFunction, { args, answer }: Answered, part: Part): Pick<Answered, "args" | "answer"> {
  const own = CELL_BY_CELL[known.id];
  if (!own || answer instanceof NotCalculated) return { args, answer };
  return {
    args: args.map((arg, index) => (own.includes(known.parameters[index]?.name ?? "") ? cut(arg, part) : arg)),
    answer: cut(answer, part),
  };
}

function cut(value: Computed, { row, column, rows, columns }: Part): Computed {
  if (value instanceof NotCalculated) return value;
  const all = rowsOf(value);
  // A securities table holds for every period, a column of counts for its own.
  if (typeof all[0]?.[0] === "string" && all.length > 1) return value;
  const lines = rows > 1 && all.length === rows ? all.slice(row, row + 1) : all;
  const cells = lines.map((line) => (columns > 1 && line.length === columns ? line.slice(column, column + 1) : line));
  return theOne(cells) ?? cells;
}

/** What each argument came to, with its meaning. */
function argumentsTable({ parameters }: CustomFunction, args: readonly Computed[]): Contents {
  const rows = args.map((arg, index): CellContent[] => [
    parameters[index]?.name ?? `argument ${index + 1}`,
    inShort(arg),
    parameters[index]?.description ?? "",
  ]);
  return [["Argument", "Value", "Meaning"], ...rows];
}

/** A value, or how large a table of them is. */
export function inShort(value: Computed): CellContent {
  if (value instanceof NotCalculated) return value.words;
  if (value === null) return "(left out)";
  const one = theOne(value);
  if (one !== undefined) return one === null ? "(blank)" : asContent(one);
  const rows = rowsOf(value);
  return `${rows.length} rows × ${rows[0]?.length ?? 0} columns`;
}

type Steps = (known: CustomFunction, args: readonly Calculated[]) => Contents | undefined;

/** The functions whose working is laid out: by another function of ours whose arguments bear the same names, or here. */
const WORKED: Readonly<Record<string, Steps>> = {
  LOANBALANCE: balanceSteps,
  DILUTEDEPS: dilutionSteps,
  DILUTEDSHARES: dilutionSteps,
  BASICEPS: basicEpsSteps,
};

function stepsOf(known: CustomFunction, args: readonly Calculated[], answer: Calculated): Contents {
  const one = theOne(answer);
  const steps = one === undefined ? undefined : WORKED[known.id]?.(known, args);
  if (steps) return steps;
  if (one !== undefined) return [...argumentsTable(known, args), ["Answer", asContent(one), known.description]];
  const rows = contentsOf(answer);
  return known.id in CELL_BY_CELL ? numbered(rows) : rows;
}

/** Answers that have no headings of their own. */
function numbered(rows: Contents): Contents {
  const columns = rows[0]?.length ?? 0;
  const heads = columns === 1 ? ["Answer"] : Array.from({ length: columns }, (_column, index) => `Answer ${index + 1}`);
  return [["Row", ...heads], ...rows.map((row, index) => [index + 1, ...row])];
}

function contentsOf(value: Calculated): Contents {
  return rowsOf(value).map((row) => row.map(asContent));
}

function balanceSteps(known: CustomFunction, args: readonly Calculated[]): Contents | undefined {
  const steps = laidOut("LOANSTEPS", known, args);
  // On a date of the schedule its balance is all there is to say: the schedule's line tells how it came about.
  return steps?.length === 2 ? [steps[0] ?? [], ...scheduleLine(known, args), steps[1] ?? []] : steps;
}

function scheduleLine(known: CustomFunction, args: readonly Calculated[]): Contents {
  const schedule = callOwn("LOANSCHEDULE", argumentsFor(definitionOf("LOANSCHEDULE"), known, args));
  const [heads = [], ...rows] = schedule instanceof NotCalculated ? [] : rowsOf(schedule);
  const [date = null] = args;
  const line = rows.find(([day = null]) => plain(day) === plain(theOne(date) ?? null));
  const closing = heads.indexOf("Closing");
  return heads
    .map((head, index): CellContent[] => [asContent(head ?? null), asContent(line?.[index] ?? null), "schedule"])
    .slice(1, Math.max(1, closing))
    .filter(([, amount]) => amount !== "");
}

/** What decides comes first: a narrow pane shows the first columns of ten. */
const FIRST_COLUMNS = ["Security", "Why", "Result", "EPS if included"];

function dilutionSteps(known: CustomFunction, args: readonly Calculated[]): Contents | undefined {
  const rows = laidOut("DILUTIONSTEPS", known, args);
  const heads = (rows?.[0] ?? []).map(String);
  const first = FIRST_COLUMNS.map((head) => heads.indexOf(head)).filter((column) => column >= 0);
  const order = [...first, ...heads.keys()].filter((column, index, all) => all.indexOf(column) === index);
  return rows?.map((row) => order.map((column) => row[column] ?? ""));
}

function laidOut(steps: string, known: CustomFunction, args: readonly Calculated[]): Contents | undefined {
  const answer = callOwn(steps, argumentsFor(definitionOf(steps), known, args));
  return answer instanceof NotCalculated || isError(answer) ? undefined : contentsOf(answer);
}

function argumentsFor(
  { parameters }: CustomFunction,
  known: CustomFunction,
  args: readonly Calculated[],
): Calculated[] {
  return parameters.map(({ name }) => args[known.parameters.findIndex((other) => other.name === name)] ?? null);
}

/** Decimals at which a quotient is shown before it is rounded. */
const EXACT_DECIMALS = 8;

function basicEpsSteps(_known: CustomFunction, args: readonly Calculated[]): Contents | undefined {
  const [income = null, shares = null, dividends = null, decimals = null] = args;
  const eps = (places: Calculated) => {
    const answer = callOwn("BASICEPS", [income, shares, dividends, places]);
    return answer instanceof NotCalculated ? "" : asContent(theOne(answer) ?? null);
  };
  const exact = (value: Calculated) => exactly(Number(plain(theOne(value) ?? null)));
  const available = minus(exact(income), exact(dividends));
  return [
    ["Step", "Amount", "Clause"],
    ["Income of the period", toNumber(exact(income)), ""],
    ["Preferred dividends", toNumber(negated(exact(dividends))), "ASC 260-10-45-11"],
    ["Income available to common stockholders", toNumber(available), "ASC 260-10-45-10"],
    ["Weighted-average common shares", toNumber(exact(shares)), "ASC 260-10-45-10"],
    ["Per share, before rounding", eps(EXACT_DECIMALS), ""],
    ["Basic earnings per share", eps(decimals), "ASC 260-10-45-10"],
  ];
}

function definitionOf(name: string): CustomFunction {
  const found = catalogue.find(({ id }) => id === name);
  if (!found) throw new Error(`${name} is no function of ours`);
  return found;
}
