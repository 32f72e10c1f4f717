import metadata from "../functions/functions.json";
import { firstSentence, signature } from "../functions/helpText";

interface Help {
  readonly id: string;
  readonly description: string;
  readonly parameters: readonly { readonly name: string; readonly description: string; readonly optional?: boolean }[];
}

const functions: readonly Help[] = metadata.functions;

export const USAGE = `Usage:
  tieout eval [--json] [--sheet <file.csv> | --book <book.xlsx> [--at <cell>]] <formula>...
  tieout eval [--json] [--sheet <file.csv> | --book <book.xlsx> [--at <cell>]] --stdin
  tieout check [--json] [--tolerance <amount>] [--write <copy.xlsx>] <book.xlsx>
  tieout batch [--jobs <n>] [--pieces <folder> [--size <n>]]
  tieout functions
  tieout help [<function>]
`;

export const GUIDE = `${USAGE}
eval evaluates each formula on its own and prints a line for each, the rows of a table
tab-separated. Quote formulas, so that the shell leaves them alone; the = may be left out.

  --json            one JSON object for each formula: {"formula", "value"}, or
                    {"formula", "error": {"code", "message"}}
  --stdin           read formulas from standard input, one a line
  --sheet <file>    a CSV file whose cells the formulas may use, as A1:D20; the first
                    line is row 1, and 2000-09-12 is a date
  --book <file>     a workbook (.xlsx or .xlsm) whose cells, names and tables the formulas
                    may use, with the values that the file stores
  --at <cell>       the cell of the workbook that the formulas are taken to stand in, such as
                    Loan!B5: a reference without a sheet is one to that sheet; the first
                    sheet's A1 when left out

check calculates every formula of the workbook that calls a function of Tieout again, from the
values that the file stores, and prints each that comes to another value than the file stores,
each that could not be checked with the reason, and a count. The workbook is not changed.

  --json            one JSON object
  --tolerance <n>   by how much two numbers may differ, such as 0.005; 0 when left out
  --write <file>    write a copy of the workbook with the differences on a sheet of its own;
                    a file that stands already is not touched

batch answers calls from standard input, a line of JSON each, by a line of JSON each, in their
order; a line that is no call is answered by its error.

  {"id": 7, "function": "LOANBALANCE", "arguments": ["2000-09-12", "Exhibit 10.10"]}
  {"id": 8, "formula": "=BASICEPS(5,1000,,3)"}

  --jobs <n>        threads; as many as the machine has processors when left out
  --pieces <folder> write the answers to numbered files, each whole or not at all, and
                    pass over those that stand already
  --size <n>        lines of a piece; 100000 when left out

  --help, --version

Exit status: eval 0 when every formula was evaluated, 1 when one gave an error; check 0 when
every formula ties, 1 when one differs, 2 when none differs but one could not be checked, or the
workbook could not be read; batch 0 when every line was answered, by a value or an error; 2 on
wrong usage.

  tieout eval '=LOANBALANCE(DATE(2000,9,12))'
  tieout eval --json '=BASICEPS(5,1000,,3)' '=SUM({1,2;3,4})'
  tieout eval --sheet loan.csv '=LOANBALANCE(DATE(2024,3,31), A1:C20)'
  tieout eval --book loans.xlsx --at Loan!B5 '=LOANBALANCE(A5, Loan_terms)'
  tieout check loans.xlsx
  tieout batch < calls.jsonl > answers.jsonl
`;

/** Every function with its arguments and the first sentence of its description. */
export function functionList(): string {
  return functions.map((one) => `${signature(one)}\n    ${firstSentence(one.description)}\n`).join("");
}

/** The help of one function, or undefined where there is none of that name. */
export function functionHelp(name: string): string | undefined {
  const found = functions.find(({ id }) => id === name.trim().toUpperCase());
  return found && [signature(found), "", found.description, "", ...found.parameters.map(argumentHelp), ""].join("\n");
}

function argumentHelp({ name, description }: Help["parameters"][number]): string {
  return `  ${name}\n      ${description}`;
}
