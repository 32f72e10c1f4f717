import type { IWorkbookData } from "@univerjs/core";
import type { FWorkbook } from "@univerjs/sheets/facade";

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
