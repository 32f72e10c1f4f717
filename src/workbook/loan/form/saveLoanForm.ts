import { a1, cellAt } from "../../book/address";
import { apply } from "../../book/apply";
import type { Area, CellFormat, Edit, OpenBook, Running } from "../../book/book";
import { DATE_FORMAT, ENTRY_FORMAT } from "../../book/names";
import { ActionError, count, report, type Report } from "../../book/report";
import type { FieldKind } from "../../../core/loan/form/fields";
import { filledSheet, type ChangedCell } from "./filledSheet";
import { fieldNamed, type LoanForm } from "./loanForm";
import { labelOf, namesOf, roomFor } from "./openLoanForm";

/**
 * Writes what was changed in the form into the cells of its loan, and nothing else: what the form does not show, and
 * what was not touched in it, stays as it is, formulas too.
 *
 * @throws ActionError where a cell was changed on the sheet while the form was open, or there is no room for a new row
 */
export async function saveLoanForm(book: OpenBook, form: LoanForm, running: Running = {}): Promise<Report> {
  const { area } = form;
  if (!area) throw new RangeError("a new loan has no cells to be saved in");
  const { changed, values } = filledSheet(form);
  if (changed.length === 0) return report("Nothing was changed in the form, so the sheet is as it was.", false);
  const { grid, grown } = await roomFor(book, area, values.length);
  for (const { row, column } of changed) {
    const [before, now] = [form.grid.contents[row]?.[column] ?? "", grid.contents[row]?.[column] ?? ""];
    if (before !== now) throw new ActionError(changedMeanwhile(placeIn(area, row, column)));
  }
  const names = grown.rows > area.rows ? await namesOf(book, area) : [];
  await apply(
    book,
    [
      ...names.map((name): Edit => ({ do: "name", name, area: grown })),
      ...changed.flatMap((cell) => editsOf(area, form, cell)),
      { do: "recalculate" },
    ],
    running,
  );
  const places = changed
    .filter(({ of }) => of)
    .map(({ row, column, of }) => ({
      area: placeIn(area, row, column),
      words: `${a1(placeIn(area, row, column))}: ${fieldNamed(of?.key ?? "").label}`,
    }));
  return report(`Changed ${count(places.length, "cell")} of the loan in ${labelOf(area)}.`, true, places);
}

function changedMeanwhile(place: Area): string {
  return `${a1(place)} was changed on the sheet while the form was open, so nothing was written. Open the form again to see what it holds now.`;
}

function placeIn({ sheet, row, column }: Area, down: number, right: number): Area {
  return cellAt(sheet, row + down, column + right);
}

const FORMATS: Readonly<Partial<Record<FieldKind, CellFormat>>> = {
  amount: { numberFormat: "#,##0.00;(#,##0.00);0.00" },
  date: { numberFormat: DATE_FORMAT },
  rate: { numberFormat: "0.00##%" },
};

/** A cell that was blank gets the look of an entry; any other keeps its own. */
function editsOf(area: Area, form: LoanForm, { row, column, content, of }: ChangedCell): Edit[] {
  const cell = placeIn(area, row, column);
  const wasBlank = (form.grid.contents[row]?.[column] ?? "") === "";
  const kind = of && fieldNamed(of.key).values[of.value]?.kind;
  const format: CellFormat = { ...ENTRY_FORMAT, align: "left", ...(kind ? FORMATS[kind] : {}) };
  return [
    { do: "write", area: cell, contents: [[content]] },
    ...(kind && wasBlank && content !== "" ? [{ do: "format", area: cell, format } as const] : []),
  ];
}
