import { a1, cellAt, quoted } from "../../workbook/book/address";
import { count } from "../../workbook/book/report";
import { mayExplain, UNNAMED, type ChangedResult } from "../../workbook/check/changedResults";
import type { OwnFormula } from "../../workbook/check/checkFormulas";
import { cellWords, LOAN_NOT_CHOSEN, placeOf, sizeWords, summary } from "../../workbook/check/inWords";
import { isError, plain, type Value } from "../../workbook/formula/values";
import type { CheckedBook } from "./checkedBook";

/** What was found, for a person: each difference, each formula that was not checked, what may explain them, the count. */
export function checkText(checked: CheckedBook): string {
  const { differences, unchecked, others, withoutLoan } = checked;
  const lines = [
    ...differences.flatMap((difference) => [
      `${addressOf(difference.at)}  ${difference.at.formula}`,
      ...[sizeWords(difference), ...difference.cells.map((cell) => cellWords(difference, cell)), difference.words]
        .filter((words) => words !== undefined)
        .map((words) => `    ${words}`),
    ]),
    ...unchecked.map(({ at, reason }) => `${addressOf(at)}  ${at.formula}\n    not checked: ${reason}`),
    ...(differences.length > 0 ? explanationText(explanations(checked)) : []),
    `${summary(checked)} ${count(others, "other formula")} of the workbook ${others === 1 ? "is" : "are"} not Tieout's.`,
    ...(withoutLoan > 0 ? [LOAN_NOT_CHOSEN] : []),
  ];
  return `${lines.join("\n")}\n`;
}

/** The same as one JSON object, on one line. */
export function checkJson(path: string, checked: CheckedBook, version: string): string {
  const { formulas, differences, unchecked, others, dateSystem, withoutLoan } = checked;
  const object = {
    file: path,
    version,
    dateSystem,
    formulas: {
      ours: formulas,
      tie: formulas - differences.length - unchecked.length,
      differ: differences.length,
      notChecked: unchecked.length,
      others,
    },
    answeredForExhibit1010: withoutLoan > 0,
    differences: differences.map((difference) => ({
      ...placed(difference.at),
      functions: difference.functions,
      ...(difference.sizes ? { sizes: difference.sizes } : {}),
      ...(difference.words === undefined ? {} : { words: difference.words }),
      cells: difference.cells.map((cell) => ({
        cell: a1(placeOf(difference, cell)),
        stored: bare(cell.stored),
        now: bare(cell.now),
      })),
    })),
    notChecked: unchecked.map(({ at, reason }) => ({ ...placed(at), reason })),
    mayBeExplainedBy: explanations(checked),
  };
  return `${JSON.stringify(object)}\n`;
}

function explanations({ differences }: CheckedBook): readonly ChangedResult[] {
  return mayExplain([...new Set(differences.flatMap(({ functions }) => functions))]);
}

function explanationText(entries: readonly ChangedResult[]): string[] {
  return [
    "The differences may be explained by results that changed (a workbook does not say by which version it was calculated):",
    ...entries.map(({ version, text }) => `    ${version}: ${text}`),
    `    ${count(UNNAMED, "changed result")} under "Changed results" of CHANGELOG.md ${UNNAMED === 1 ? "names" : "name"} no function.`,
  ];
}

function placed({ sheet, row, column, formula }: OwnFormula) {
  return { sheet, cell: a1(cellAt(sheet, row, column)), formula };
}

function addressOf({ sheet, row, column }: OwnFormula): string {
  return `${quoted(sheet)}!${a1(cellAt(sheet, row, column))}`;
}

function bare(value: Value): unknown {
  const one = plain(value);
  return isError(one) ? { error: one.basicValue } : one;
}
