import type { IWorkbookData } from "@univerjs/core";
import type { FWorkbook } from "@univerjs/sheets/facade";
import type { Area } from "../../workbook/book/book";

type Settings = Readonly<Record<string, unknown>>;

/** Under this the workbook's own data keeps our settings. */
const SETTINGS = "tieoutSettings";

/** The settings of a workbook that is still to be opened. */
export function withSettings(settings: Settings): Pick<IWorkbookData, "custom"> {
  return { custom: { [SETTINGS]: settings } };
}

export function settingsOf(workbook: FWorkbook): Settings {
  return (workbook.getCustomMetadata()?.[SETTINGS] ?? {}) as Settings;
}

export function setSetting(workbook: FWorkbook, key: string, value: unknown): void {
  const { [key]: _old, ...others } = settingsOf(workbook);
  const settings = value === null ? others : { ...others, [key]: value };
  workbook.setCustomMetadata({ ...workbook.getCustomMetadata(), [SETTINGS]: settings });
}

/** The cells that a sheet prints, where that was said; the setting goes by the sheet's id, which no renaming changes. */
export function printedPage(workbook: FWorkbook, sheetId: string): Omit<Area, "sheet"> | undefined {
  return settingsOf(workbook)[pageOf(sheetId)] as Omit<Area, "sheet"> | undefined;
}

export function setPrintedPage(workbook: FWorkbook, sheetId: string, { sheet: _sheet, ...page }: Area): void {
  setSetting(workbook, pageOf(sheetId), page);
}

function pageOf(sheetId: string): string {
  return `page of ${sheetId}`;
}
