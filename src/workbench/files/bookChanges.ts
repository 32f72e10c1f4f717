import { FileError } from "../../files/fileError";
import type { XlsxEdit } from "../../files/xlsxEdit";
import { count } from "../../workbook/book/report";
import { blankSheet } from "./bookFile";
import type { BookReading, NameReading, SheetReading } from "./bookReading";
import { listInWords, keptInWords } from "./fileWords";
import { sheetChanges, type FileFacts } from "./sheetChanges";
import { usualSizes } from "./sizes";

/**
 * The edits that make a file hold what the grid holds, from what the grid held when the file was opened or last saved.
 *
 * @throws FileError for a change that would destroy something of the file, or that no edit makes
 */
export function bookChanges(opened: BookReading, now: BookReading, file: FileFacts): XlsxEdit[] {
  const before = new Map(opened.sheets.map((sheet) => [sheet.id, sheet]));
  requireEverySheet(opened, now);
  requireShape(now, file);
  return [
    ...now.sheets.flatMap(({ id, name, usual }): XlsxEdit[] => {
      const known = before.get(id)?.name;
      if (known === undefined) return [{ do: "addSheet", sheet: name, usual: usualSizes(usual) }];
      return known === name ? [] : [{ do: "renameSheet", sheet: known, to: name }];
    }),
    ...now.sheets.flatMap((sheet) => sheetChanges(before.get(sheet.id) ?? newSheet(opened, sheet), sheet, file)),
    ...nameChanges(opened, now),
  ];
}

function newSheet({ sheets: [first] }: BookReading, { name }: SheetReading) {
  if (!first) throw new FileError("the file must have a sheet");
  return { ...blankSheet(first), name };
}

/** A new sheet in the file. */
const UNSAID = { isHidden: false, tabColor: "" };

/** What was changed and no edit of a file says: the file keeps what it has of it. */
export function notSaved(opened: BookReading, now: BookReading): string[] {
  const before = new Map(opened.sheets.map((sheet) => [sheet.id, sheet]));
  const common = now.sheets.filter(({ id }) => before.has(id)).map(({ id }) => id);
  const isMoved = opened.sheets.map(({ id }) => id).join() !== common.join();
  const changed = (what: "isHidden" | "tabColor") =>
    now.sheets.filter((sheet) => sheet[what] !== (before.get(sheet.id) ?? UNSAID)[what]).map(({ name }) => name);
  const [shown, colored] = [changed("isHidden"), changed("tabColor")];
  const charts = now.sheets.reduce(
    (sum, { id, charts }) => sum + Math.max(0, charts - (before.get(id)?.charts ?? 0)),
    0,
  );
  return [
    ...(isMoved ? ["the order of the tabs"] : []),
    ...(shown.length > 0 ? [`whether ${listInWords(shown)} is hidden`] : []),
    ...(colored.length > 0 ? [`the color of the tab of ${listInWords(colored)}`] : []),
    ...(charts > 0 ? [count(charts, "chart")] : []),
  ];
}

function requireEverySheet(opened: BookReading, now: BookReading): void {
  const gone = opened.sheets.filter(({ id }) => now.sheets.every((sheet) => sheet.id !== id));
  if (gone.length === 0) return;
  throw new FileError(`the file must keep its sheets; ${listInWords(gone.map(({ name }) => name))} was deleted`);
}

/** What is anchored to cells of a file moves with them in the program that drew it, and not here. */
function requireShape({ sheets }: BookReading, { kept }: FileFacts): void {
  const reshaped = sheets.filter(({ isReshaped }) => isReshaped).map(({ name }) => name);
  const fastened = kept.filter(({ kind }) => !MOVES_BY_ITSELF.has(kind));
  if (reshaped.length === 0 || fastened.length === 0) return;
  throw new FileError(
    `the rows and columns of ${listInWords(reshaped)} must stay where they were; some were inserted, deleted or moved, and ${keptInWords(fastened)} of the file would not follow`,
  );
}

/** What does not refer to places of cells. */
const MOVES_BY_ITSELF = new Set(["macro project", "digital signature", "link to another workbook", "data connection"]);

function nameChanges(opened: BookReading, now: BookReading): XlsxEdit[] {
  const before = namesOf(opened, now.sheets);
  const after = namesOf(now, now.sheets);
  return [
    ...[...before].flatMap(([key, { name, sheet }]): XlsxEdit[] =>
      after.has(key) ? [] : [{ do: "deleteName", name, ...(sheet !== undefined && { sheet }) }],
    ),
    ...[...after].flatMap(([key, { name, formula, sheet }]): XlsxEdit[] =>
      before.get(key)?.formula === formula
        ? []
        : [{ do: "name", name, formula, ...(sheet !== undefined && { sheet }) }],
    ),
  ];
}

/** Names by themselves and the sheet that alone knows them, as that is called now. */
function namesOf({ names }: BookReading, sheets: readonly SheetReading[]) {
  const called = new Map(sheets.map(({ id, name }) => [id, name]));
  return new Map(
    names.map((one: NameReading) => {
      const sheet = one.sheetId === undefined ? undefined : called.get(one.sheetId);
      return [JSON.stringify([one.name.toLowerCase(), one.sheetId]), { ...one, sheet }];
    }),
  );
}
