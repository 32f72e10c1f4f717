import { childOf, childrenOf, isTrue } from "../archive/xml";
import type { XlsxName } from "../xlsxFile";
import type { WorkbookPart } from "./workbookPart";

/** Names that people gave; those of Excel's own, such as print areas, are left out. */
export function readNames({ root, sheets }: WorkbookPart, typed: (stored: string) => string): XlsxName[] {
  const names = childrenOf(childOf(root, "definedNames"), "definedName");
  return names.flatMap(({ attributes: { name = "", localSheetId, hidden }, text }): XlsxName[] => {
    if (name === "" || /^_xlnm\./i.test(name)) return [];
    const sheet = localSheetId === undefined ? undefined : sheets[Number(localSheetId)]?.name;
    return [{ name, formula: typed(text), hidden: isTrue(hidden), ...(sheet !== undefined && { sheet }) }];
  });
}
