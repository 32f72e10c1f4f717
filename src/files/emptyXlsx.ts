import { strToU8 } from "fflate";
import { writeZip } from "./archive/writeZip";
import type { CellStyle } from "./cellStyle";
import { newSheet } from "./patching/newSheet";
import { escaped } from "./patching/partText";
import { plainStyleSheet } from "./patching/styleSheet";
import type { XlsxSheet } from "./xlsxFile";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/**
 * A workbook with one blank sheet: the template that a new file is a patch of.
 *
 * @param usual the sizes of the sheet's rows and columns, and the font of the workbook
 */
export function emptyXlsx(
  sheet = "Sheet1",
  dateSystem: 1900 | 1904 = 1900,
  usual: XlsxSheet["usual"] & { readonly style?: CellStyle } = {},
): Uint8Array {
  const parts: readonly (readonly [string, string])[] = [
    ["[Content_Types].xml", contentTypes()],
    ["_rels/.rels", relationships([["officeDocument", "xl/workbook.xml"]])],
    ["xl/workbook.xml", workbookXml(sheet, dateSystem)],
    ["xl/_rels/workbook.xml.rels", relationships(PARTS)],
    ["xl/worksheets/sheet1.xml", newSheet(MAIN, usual)],
    ["xl/styles.xml", plainStyleSheet(MAIN, usual.style)],
  ];
  return writeZip(parts.map(([name, xml]) => ({ name, bytes: strToU8(DECLARATION + xml) })));
}

const PARTS = [
  ["worksheet", "worksheets/sheet1.xml"],
  ["styles", "styles.xml"],
] as const;

function contentTypes(): string {
  const types = [
    ["/xl/workbook.xml", "sheet.main"],
    ["/xl/worksheets/sheet1.xml", "worksheet"],
    ["/xl/styles.xml", "styles"],
  ].map(([part, type]) => `<Override PartName="${part}" ContentType="${TYPES}.${type}+xml"/>`);
  const relationship = "application/vnd.openxmlformats-package.relationships+xml";
  return (
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="${relationship}"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${types.join("")}</Types>`
  );
}

function relationships(list: readonly (readonly [string, string])[]): string {
  const each = list.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join("")}</Relationships>`;
}

function workbookXml(sheet: string, dateSystem: 1900 | 1904): string {
  const properties = dateSystem === 1904 ? '<workbookPr date1904="1"/>' : "<workbookPr/>";
  return (
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${properties}<bookViews><workbookView/></bookViews>` +
    `<sheets><sheet name="${escaped(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`
  );
}
