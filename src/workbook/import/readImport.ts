import type { ImportPreview } from "../actionTypes";
import { ActionError } from "../book/report";
import { exhibitOfLatest } from "../eps/newSheets";
import { checksOf, type PerShareCheck } from "./check/perShareCheck";
import { readCompanyFacts } from "./companyFacts";
import { guessMapping, readCsv, readCsvPeriods, type ColumnMapping, type CsvFile } from "./csv";
import { looksLikeExhibit } from "./exhibit/looks";
import { isPage, pageText } from "./exhibit/pageText";
import type { LineRole } from "./exhibit/roles";
import { isInlineXbrl, readInlineXbrl } from "./inlineXbrl";
import { readExhibit, type ExhibitLineRole } from "./exhibitText";

/** What was read; a CSV file also shows its columns, an exhibit its lines, so that the user can say what each one is. */
export interface ReadImport {
  readonly preview: ImportPreview;
  /** The per-share figures that the source prints, beside the computed ones. */
  readonly checks: readonly PerShareCheck[];
  readonly csv?: { readonly file: CsvFile; readonly mapping: ColumnMapping };
  readonly exhibit?: { readonly lines: readonly ExhibitLineRole[] };
}

/** What the user has said that columns of a CSV file, or lines of an exhibit, are. */
export interface Chosen {
  readonly columns?: ColumnMapping;
  readonly lines?: readonly LineRole[];
}

/**
 * Reads a file or a paste, and finds by itself which of the kinds it is: company facts are JSON, inline XBRL and exhibits
 * may be pages, the text of an exhibit has lines of words and figures under the names of periods, anything else is CSV. Nothing is written.
 *
 * @throws ActionError with words for the user
 */
export function readImport(text: string, chosen: Chosen = {}): ReadImport {
  const { preview, ...others } = readByKind(text, chosen);
  const remarks = [...preview.remarks, ...offTheSheet(preview)];
  return { ...others, preview: { ...preview, remarks }, checks: checksOf(preview) };
}

/** The periods that the EPS sheet will not show, so that none goes without a word. */
function offTheSheet({ periods, standard = "US GAAP" }: ImportPreview): string[] {
  if (periods.length === 0) return [];
  try {
    const { notShown } = exhibitOfLatest(periods, standard);
    return notShown ? [`In the period table, and at first not on the EPS sheet. ${notShown}`] : [];
  } catch (error) {
    if (error instanceof ActionError) return []; // The same words come when the periods are written.
    throw error;
  }
}

function readByKind(text: string, { columns, lines }: Chosen): Omit<ReadImport, "checks"> {
  if (/^\s*\{/.test(text)) return { preview: readCompanyFacts(text) };
  if (isInlineXbrl(text)) return { preview: readInlineXbrl(text) };
  if (isPage(text) || looksLikeExhibit(text)) {
    const { preview, lines: read } = readExhibit(isPage(text) ? pageText(text) : text, lines);
    return { preview, exhibit: { lines: read } };
  }
  const file = readCsv(text);
  const mapping = columns ?? guessMapping(file);
  return { preview: readCsvPeriods(file, mapping), csv: { file, mapping } };
}
