import type { ImportPreview } from "../actionTypes";
import { readCompanyFacts } from "./companyFacts";
import { guessMapping, readCsv, readCsvPeriods, type ColumnMapping, type CsvFile } from "./csv";
import { readExhibitText } from "./exhibitText";

/** What was read; a CSV file also shows its columns, so that the user can say what each one is. */
export interface ReadImport {
  readonly preview: ImportPreview;
  readonly csv?: { readonly file: CsvFile; readonly mapping: ColumnMapping };
}

/**
 * Reads a file or a paste, and finds by itself which of the three kinds it is: company facts are JSON, an exhibit has
 * a line of earnings per share without a header row of commas, anything else is CSV. Nothing is written.
 *
 * @throws ActionError with words for the user
 */
export function readImport(text: string, mapping?: ColumnMapping): ReadImport {
  if (/^\s*\{/.test(text)) return { preview: readCompanyFacts(text) };
  if (isExhibit(text)) return { preview: readExhibitText(text) };
  const file = readCsv(text);
  const chosen = mapping ?? guessMapping(file);
  return { preview: readCsvPeriods(file, chosen), csv: { file, mapping: chosen } };
}

function isExhibit(text: string): boolean {
  return /(months|weeks|quarter|years?)\s+ended/i.test(text) && /per\s+(common\s+)?share/i.test(text);
}
