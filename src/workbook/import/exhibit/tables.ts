import { captioned, sectionOf, type CaptionedRow, type Part, type Section } from "./captions";
import { headingWords, namesPeriods, readHeadings, type ColumnPlace, type ExhibitColumn } from "./columnHeadings";
import { areYears, blocksOf, isBlank, isRule, type PrintedCell, type TextRow } from "./textRows";

/** What a column holds where income, shares and per-share amounts stand side by side. */
export type Measure = "income" | "shares" | "perShare";

/** A line of figures by period. */
export interface ExhibitLine {
  readonly caption: string;
  readonly section?: Section;
  readonly part?: Part;
  readonly under: string;
  readonly measure?: Measure;
  /** Whether the row also prints a per-share amount, where the three stand side by side. */
  readonly closes?: boolean;
  readonly cells: ReadonlyMap<string, PrintedCell>;
}

export interface ExhibitTables {
  readonly columns: readonly ExhibitColumn[];
  readonly lines: readonly ExhibitLine[];
  /** Years that stand over figures without a word of when a period ended. */
  readonly undated: readonly string[];
  /** What stands over the columns, beside others, of which it does not tell the period. */
  readonly unread: readonly string[];
}

interface RawTable {
  readonly heading: TextRow[];
  readonly body: TextRow[];
}

export function periodKey({ periodEnd, months }: ExhibitColumn): string {
  return `${periodEnd}|${months}`;
}

/** The lines of every table of a text, in order. */
export function readTables(rows: readonly TextRow[]): ExhibitTables {
  let columns: (ExhibitColumn | undefined)[] = [];
  let measures: readonly Measure[] = [];
  const found: ExhibitLine[] = [];
  const unread: string[] = [];
  const all = new Map<string, ExhibitColumn>();
  const tables = rawTables(rows);
  let sections: readonly Section[] = [];
  for (const raw of tables) {
    const { heading, body } = withoutCaptions(raw);
    const places = placesOf(body);
    const [ownMeasures, ownSections] = [measuresIn(heading, places), sectionsOver(heading, places)];
    if (ownMeasures.length > 0 || places.length !== measures.length) measures = ownMeasures;
    if (ownSections.length > 0 || places.length !== sections.length) sections = ownSections;
    const spans = joined(places, measures.length > 0 ? 3 : Math.max(1, new Set(sections).size));
    const read = eachOnce(headingsOf(heading, tables[0]?.heading ?? [], spans));
    if (read.some(Boolean) || columns.length === 0) columns = [...read];
    if (read.some(Boolean))
      unread.push(...headingWords(heading.filter(isOfPeriods), spans).filter((_words, index) => !read[index]));
    for (const column of columns) if (column) all.set(periodKey(column), column);
    const lines = captioned(body).flatMap((row) => linesOf(row, { places, columns, measures, sections }));
    found.push(...bySection(lines, sections));
  }
  const undated = tables.flatMap(({ heading }) => yearsIn(heading));
  return { columns: [...all.values()], lines: found, undated, unread: [...new Set(unread)] };
}

/** Of columns that are headed alike only the first is known by its heading. */
function eachOnce(columns: readonly (ExhibitColumn | undefined)[]): readonly (ExhibitColumn | undefined)[] {
  const keys = columns.map((column) => column && periodKey(column));
  return columns.map((column, index) => (keys.indexOf(keys[index]) === index ? column : undefined));
}

/** What a later table leaves unsaid, the heading of the first has said: "for the nine months ended September 30". */
function headingsOf(heading: readonly TextRow[], first: readonly TextRow[], places: readonly ColumnPlace[]) {
  const own = readHeadings(heading, places);
  const isSilent = heading === first || own.some(Boolean) || !heading.some(namesPeriods);
  return isSilent ? own : readHeadings([...first, ...heading], places);
}

function yearsIn(heading: readonly TextRow[]): string[] {
  return heading.filter(areYears).flatMap(({ text }) => text.match(/\b(?:19|20)\d{2}\b/g) ?? []);
}

/** A table goes on until, below figures, periods are named again. */
function rawTables(rows: readonly TextRow[]): RawTable[] {
  const tables: RawTable[] = [{ heading: [], body: [] }];
  for (const row of rows) {
    const current = tables.at(-1) as RawTable;
    const isFigures = row.cells.length > 0 && !areYears(row);
    if (isFigures || (current.body.length > 0 && !opensTable(row))) current.body.push(row);
    else if (current.body.length > 0) tables.push({ heading: [row], body: [] });
    else current.heading.push(row);
  }
  return tables.filter(({ body }) => body.some(({ cells }) => cells.length > 0));
}

function isOfPeriods(row: TextRow): boolean {
  return areYears(row) || namesPeriods(row);
}

function opensTable(row: TextRow): boolean {
  if (isBlank(row) || isRule(row)) return false;
  return areYears(row) || (row.cells.length === 0 && blocksOf(row).some(({ text }) => namesPeriods({ ...row, text })));
}

/** Words between the headings and the first figures belong to the figures. */
function withoutCaptions({ heading, body }: RawTable): RawTable {
  const first = Math.min(...body.flatMap(({ cells }) => cells.map(({ start }) => start)));
  const isOver = (row: TextRow) =>
    isOfPeriods(row) || (blocksOf(row).length > 1 && blocksOf(row).some(({ start }) => start > first - 4));
  const last = heading.findLastIndex((row) => !isBlank(row) && !isRule(row) && isOver(row));
  const beside = heading.slice(0, last + 1).flatMap((row) => captionBeside(row, first));
  return { heading: heading.slice(0, last + 1), body: [...beside, ...heading.slice(last + 1), ...body] };
}

/** "Primary        2000      1999": words that open the captions in a row of headings. */
function captionBeside(row: TextRow, first: number): TextRow[] {
  const [block, ...others] = blocksOf(row);
  if (!block || others.length === 0 || block.end > first - 2 || namesPeriods({ ...row, text: block.text })) return [];
  return [{ ...row, text: block.text, words: block.text, indent: block.start, cells: [] }];
}

/** Columns by the rows that fill them all. */
function placesOf(body: readonly TextRow[]): ColumnPlace[] {
  const counts = body.map(({ cells }) => cells.length).filter((count) => count > 0);
  const isUsual = (count: number) => counts.filter((other) => other === count).length > 1;
  const width = Math.max(...counts.filter(isUsual), ...(counts.some(isUsual) ? [] : counts));
  const full = body.filter(({ cells }) => cells.length === width);
  return Array.from({ length: width }, (_place, column) => ({
    start: Math.min(...full.map(({ cells }) => cells[column]?.start ?? 0)),
    end: Math.max(...full.map(({ cells }) => cells[column]?.end ?? 0)),
  }));
}

const MEASURES: readonly (readonly [Measure, RegExp])[] = [
  ["income", /income|loss|earnings|numerator|profit/i],
  ["shares", /^(?!.*\bper\b).*(shares|denominator|units|average number)/i],
  ["perShare", /per[\s-]*(common )?(share|unit)|amount|eps/i],
];

/** What each column holds, where a row of headings says Income, Shares, Per share, once or for each period. */
function measuresIn(heading: readonly TextRow[], places: readonly ColumnPlace[]): readonly Measure[] {
  if (places.length === 0 || places.length % 3 !== 0) return [];
  const first = places[0]?.start ?? 0;
  const says = (row: TextRow) => {
    const blocks = blocksOf(row).filter(({ end }) => end > first - 2);
    return blocks.length === places.length && blocks.every(({ text }, column) => MEASURES[column % 3]?.[1].test(text));
  };
  return heading.some(says) ? places.map((_place, column) => MEASURES[column % 3]?.[0] ?? "income") : [];
}

/** The computation of each column, where those of one period stand side by side: "Primary", "Fully diluted". */
function sectionsOver(heading: readonly TextRow[], places: readonly ColumnPlace[]): readonly Section[] {
  const first = places[0]?.start ?? 0;
  for (const row of heading) {
    const sections = blocksOf(row)
      .filter(({ end }) => end > first - 2)
      .map(({ text }) => sectionOf(text));
    const [one, other] = sections;
    const isPair = one !== undefined && other !== undefined && one !== other;
    if (isPair && sections.length === places.length && sections.every((own, at) => own === (at % 2 ? other : one)))
      return sections as Section[];
  }
  return [];
}

/** The columns of one period as one. */
function joined(places: readonly ColumnPlace[], size: number): readonly ColumnPlace[] {
  return places.flatMap(({ start }, column) =>
    column % size === 0 ? [{ start, end: places[column + size - 1]?.end ?? start }] : [],
  );
}

/** One computation after the other. */
function bySection(lines: readonly ExhibitLine[], sections: readonly Section[]): readonly ExhibitLine[] {
  const each = [...new Set(sections)];
  return each.length === 0 ? lines : each.flatMap((section) => lines.filter((line) => line.section === section));
}

interface Layout {
  readonly places: readonly ColumnPlace[];
  readonly columns: readonly (ExhibitColumn | undefined)[];
  readonly measures: readonly Measure[];
  readonly sections: readonly Section[];
}

function linesOf({ row, ...words }: CaptionedRow, layout: Layout): ExhibitLine[] {
  const { columns, measures, places, sections } = layout;
  const cells = inColumns(row, places);
  const keyed = (pick: (column: number) => PrintedCell | undefined) =>
    new Map(
      columns.flatMap((column, index) => {
        const cell = pick(index);
        return column && cell ? [[periodKey(column), cell] as const] : [];
      }),
    );
  if (sections.length > 0)
    return [...new Set(sections)].flatMap((section, offset) => {
      const own = keyed((period) => cells[2 * period + offset]);
      return own.size > 0 ? [{ ...words, section, cells: own }] : [];
    });
  if (measures.length === 0) return [{ ...words, cells: keyed((column) => cells[column]) }];
  const closes = cells.some((cell, column) => cell && measures[column] === "perShare");
  return MEASURES.flatMap(([measure], offset) => {
    const own = keyed((period) => cells[3 * period + offset]);
    return own.size > 0 ? [{ ...words, measure, closes, cells: own }] : [];
  });
}

/** A row that fills every column is taken in order; one that leaves some blank, by where its figures stand. */
function inColumns({ cells }: TextRow, places: readonly ColumnPlace[]): (PrintedCell | undefined)[] {
  if (cells.length === places.length) return [...cells];
  const nearest = (cell: PrintedCell) => {
    const away = places.map(({ end }) => Math.abs(end - cell.end));
    return away.indexOf(Math.min(...away));
  };
  return places.map((_place, column) => cells.find((cell) => nearest(cell) === column));
}
