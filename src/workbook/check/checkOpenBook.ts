import type { NoOptions } from "../actionTypes";
import { absolute } from "../book/address";
import type { Area, CellsSight, OpenBook, Running, Sight } from "../book/book";
import { found, report, type Finding, type Report } from "../book/report";
import { own } from "../formula/own";
import { everyPartOf, readFormula } from "../formula/readFormula";
import type { StoredBook } from "../formula/storedBook";
import { asValue } from "../formula/values";
import { mayExplain } from "./changedResults";
import { checkFormulas, type Checked, type OwnFormula } from "./checkFormulas";
import { cellWords, LOAN_NOT_CHOSEN, placeOf, sizeWords, summary } from "./inWords";

/** A list to look through, not to scroll through. */
const MOST_PLACES = 200;
/** So many cells are looked at closely in one round trip. */
const AT_ONCE = 500;

/**
 * Calculates every formula of ours again from the values that the workbook shows, and tells which of them shows another:
 * since the workbook was last calculated, a version of Tieout or a figure has changed. Reads, and changes nothing.
 */
export async function checkOpenBook(book: OpenBook, _options: NoOptions, running: Running = {}): Promise<Report> {
  const { sheets } = await book.look({ everySheet: true });
  const found = Object.entries(sheets).flatMap(([sheet, { contents }]) =>
    contents.flatMap((cells, row) =>
      cells.flatMap((content, column) =>
        typeof content === "string" && content.startsWith("=") && own.areIn(content)
          ? [{ sheet, row, column, formula: content }]
          : [],
      ),
    ),
  );
  const formulas: OwnFormula[] = [];
  for (let at = 0; at < found.length; at += AT_ONCE) {
    const some = found.slice(at, at + AT_ONCE);
    const areas = some.map(({ sheet, row, column }) => ({ sheet, row, column, rows: 1, columns: 1 }));
    const sight = await book.look({ areas, closely: true });
    formulas.push(...some.map((one, index) => closely(one, sight.areas[index])).filter((one) => one !== undefined));
  }
  const words = wordsIn(formulas);
  const named = await book.look({ names: words, tables: words });
  const stored = sightBook({ ...named, sheets }, formulas);
  return checkReport(await checkFormulas(stored, formulas, { tolerance: 0, running }));
}

/** With what it fills; undefined for a cell that another formula fills, which some hosts show with that formula. */
function closely(one: OwnFormula, seen: CellsSight | undefined): OwnFormula | undefined {
  const { spill, table } = seen ?? {};
  if (spill && (spill.row !== one.row || spill.column !== one.column)) return undefined;
  return { ...one, ...(spill ? { spill } : {}), ...(table === undefined ? {} : { table }) };
}

/** What formulas may refer to by name: names of cells and tables. */
function wordsIn(formulas: readonly OwnFormula[]): string[] {
  const words = formulas.flatMap(({ formula, table }) => {
    const tree = readFormula(formula)?.tree;
    const references = (tree ? everyPartOf(tree) : []).flatMap((part) =>
      part.type === "ReferenceIdentifier" ? [part.value.split("[")[0] ?? ""] : [],
    );
    return [...references, table ?? ""].filter((word) => /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(word));
  });
  return [...new Set(words)];
}

/** An open workbook as it was seen. */
function sightBook(sight: Sight, formulas: readonly OwnFormula[]): StoredBook {
  const spills = new Map(formulas.map(({ sheet, row, column, spill }) => [`${row} ${column} ${sheet}`, spill]));
  const without = <Kept>(kept: Readonly<Record<string, Kept>>) =>
    new Map(Object.entries(kept).map(([name, one]) => [name.toLowerCase(), one]));
  const [names, tables] = [without(sight.names), without(sight.tables)];
  return {
    sheetNames: sight.sheetNames,
    used: (sheet) => {
      const values = sight.sheets[sheet]?.values ?? [];
      return { rows: values.length, columns: values[0]?.length ?? 0 };
    },
    value: (sheet, row, column) => {
      const grid = sight.sheets[sheet];
      return asValue(grid?.values[row]?.[column] ?? "", grid?.contents[row]?.[column] ?? "");
    },
    spill: (sheet, row, column) => spills.get(`${row} ${column} ${sheet}`),
    name: (name) => {
      const area = names.get(name.toLowerCase());
      return area && `=${absolute(area)}`;
    },
    table: (name) => {
      const table = tables.get(name.toLowerCase());
      return table && { ...table, headers: (table.values[0] ?? []).map(String) };
    },
  };
}

/** @param remark a sentence on what was compared */
export function checkReport(checked: Checked, remark = ""): Report {
  const places = checked.differences.flatMap((difference): Finding[] => {
    const explained = mayExplain(difference.functions).map(({ text, version }) => `${version}: ${text}`);
    const size = sizeWords(difference);
    const [first] = difference.cells;
    const lines = [
      ...(size ? [size] : []),
      ...difference.cells.slice(0, MOST_CELLS).map((cell) => cellWords(difference, cell)),
      ...(difference.cells.length > MOST_CELLS ? [`and ${difference.cells.length - MOST_CELLS} more`] : []),
      ...(difference.words === undefined ? [] : [difference.words]),
      ...(explained.length > 0 ? [`may be explained by ${explained.join("; ")}`] : []),
    ];
    const area: Area = first ? placeOf(difference, first) : { ...difference.at, rows: 1, columns: 1 };
    return [{ area: areaOf(area), words: `${difference.at.formula} ${lines.join(". ")}` }];
  });
  const unchecked = checked.unchecked.map(({ at, reason }) =>
    found(areaOf({ ...at, rows: 1, columns: 1 }), `not checked: ${reason}`),
  );
  const said = [summary(checked), remark, checked.withoutLoan > 0 ? LOAN_NOT_CHOSEN : ""].filter(Boolean).join(" ");
  return report(said, false, [...places, ...unchecked].slice(0, MOST_PLACES));
}

/** Enough to see what kind of difference it is. */
const MOST_CELLS = 3;

function areaOf({ sheet, row, column, rows, columns }: Area): Area {
  return { sheet, row, column, rows, columns };
}
