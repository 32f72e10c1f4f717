import { toDisposable, type Injector } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import {
  CellAlertManagerService,
  CellAlertType,
  ComponentManager,
  type ICellAlert,
} from "@univerjs/preset-sheets-core";
import { errorAt, type ErrorInCell } from "../engine/cellErrors";
import { a1 } from "../workbook/book/address";
import { onSelection } from "./changes";
import { element } from "./page";
import { replaceMethod } from "./serviceMethods";

/** The name under which the grid keeps its popup beside a cell, and the key of the one it shows over an error. */
const ALERT_COMPONENT = "univer.sheet.cell-alert";
const HOVER_ALERT = "SHEET_FORMULA_ALERT";
const SELECTION_ALERT = "tieout.selected-error";

type Location = ICellAlert["location"];

/**
 * Shows what is wrong beside a cell in error, in the words of the function that found it, on hover and on selection.
 * The grid's own popup says only what each error code means in general, so ours takes its place.
 */
export function showErrorNotes(api: FUniver, injector: Injector): void {
  const alerts = injector.get(CellAlertManagerService);
  const components = injector.get(ComponentManager);
  const errorIn = ({ unitId, subUnitId, row, col }: Location) =>
    errorAt(injector, { unitId, sheetId: subUnitId, row, column: col });

  const Note = ({ popup }: { readonly popup: { readonly extraProps?: { readonly alert?: ICellAlert } } }) => {
    const alert = popup.extraProps?.alert;
    const selected = alerts.currentAlert.get(SELECTION_ALERT)?.alert;
    if (!alert || (alert.key === HOVER_ALERT && selected && isSame(selected.location, alert.location))) return null;
    const error = alert.key === HOVER_ALERT || alert.key === SELECTION_ALERT ? errorIn(alert.location) : undefined;
    return <NoteBox title={error?.code ?? alert.title} message={error ? wordsOf(api, error) : alert.message} />;
  };
  // The grid registers its own again with each workbook that is opened.
  const register = components.register.bind(components);
  const registerNote = () => {
    components.delete(ALERT_COMPONENT);
    register(ALERT_COMPONENT, Note);
    return toDisposable(() => undefined);
  };
  registerNote();
  replaceMethod(components, "register", (name, component, options) =>
    name === ALERT_COMPONENT ? registerNote() : register(name, component, options),
  );

  const showSelected = () => {
    const location = selectedCell(api);
    const error = location && errorIn(location);
    alerts.removeAlert(SELECTION_ALERT);
    sayCell(api, error && `${error.code} ${wordsOf(api, error)}`);
    if (!location || !error) return;
    alerts.removeAlert(HOVER_ALERT);
    alerts.showAlert({
      type: CellAlertType.ERROR,
      title: "",
      message: "",
      location,
      width: 0,
      height: 0,
      key: SELECTION_ALERT,
    });
  };
  onSelection(api, showSelected);
  api.getFormula().calculationResultApplied(showSelected);
}

/** Says what is selected to those who cannot see it: the grid is a picture. Its address, then what the first cell shows. */
function sayCell(api: FUniver, error: string | undefined): void {
  const range = api.getActiveWorkbook()?.getActiveRange();
  const words = range ? `${range.getA1Notation()} ${error ?? range.getDisplayValue().trim()}` : "";
  const said = element("cell-message");
  if (said.textContent !== words) said.textContent = words;
}

function NoteBox({ title, message }: { readonly title: React.ReactNode; readonly message: React.ReactNode }) {
  return (
    <div className="cell-note" ref={keptInWindow}>
      <strong>{title}</strong>
      <p>{message}</p>
    </div>
  );
}

const GAP = 8;
const ROW_HEIGHT = 24;

/** The grid puts a note to the right of its cell even where the window ends: there it goes below the cell, or above. */
function keptInWindow(note: HTMLDivElement): () => void {
  const observer = new IntersectionObserver(([seen]) => {
    if (!seen) return;
    const { right, bottom, height } = seen.boundingClientRect;
    const beyond = right - window.innerWidth + GAP;
    if (beyond <= 0) return;
    const isLow = bottom + ROW_HEIGHT + GAP > window.innerHeight;
    note.style.transform = `translate(${-beyond}px, ${isLow ? -height - ROW_HEIGHT : ROW_HEIGHT}px)`;
  });
  observer.observe(note);
  return () => observer.disconnect();
}

function wordsOf(api: FUniver, { message, source }: ErrorInCell): string {
  if (!source) return message;
  const sheet = api.getActiveWorkbook()?.getSheetBySheetId(source.sheetId)?.getSheetName() ?? "";
  const elsewhere = sheet !== api.getActiveWorkbook()?.getActiveSheet().getSheetName();
  return `${elsewhere ? `${sheet}, cell ` : "Cell "}${a1({ ...source, rows: 1, columns: 1 })}: ${message}`;
}

function selectedCell(api: FUniver): Location | undefined {
  const workbook = api.getActiveWorkbook();
  const range = workbook?.getActiveRange();
  if (!workbook || !range) return undefined;
  const sheet = workbook.getActiveSheet();
  return { unitId: workbook.getId(), subUnitId: sheet.getSheetId(), row: range.getRow(), col: range.getColumn() };
}

function isSame(one: Location, other: Location): boolean {
  return one.subUnitId === other.subUnitId && one.row === other.row && one.col === other.col;
}
