import { isBlank, isRule, type TextRow } from "./textRows";

/** The computation that a heading opens; primary and fully diluted are those of exhibits before 1998. */
export type Section = "basic" | "diluted" | "primary" | "fully diluted";

export type Part = "numerator" | "denominator";

/** A row of figures with its whole caption and the headings that it stands under. */
export interface CaptionedRow {
  readonly row: TextRow;
  /** "" where the row has no words: a total under a rule. */
  readonly caption: string;
  readonly section?: Section;
  /** What the last heading "Numerator" or "Denominator" opened. */
  readonly part?: Part;
  /** The headings above, outermost first: "earnings per share / assuming dilution". */
  readonly under: string;
}

interface Heading {
  readonly words: string;
  readonly indent: number;
  hasRows: boolean;
  /** Whether rows farther in stood under it. */
  hasInner: boolean;
}

/** Where a text has been read to. */
interface Place {
  section?: Section;
  part?: Part | undefined;
  headings: Heading[];
  pending: TextRow[];
}

/** Captions that say all by themselves, so that what stands above them is a heading and not their beginning. */
const WHOLE =
  /^(basic|diluted|primary|fully diluted|assuming (no |full )?dilution|(income|loss|income \(loss\)) from continuing operations|continuing operations|discontinued operations|net (income|loss|earnings)( \((loss|income)\))?|(sub)?total)\b[\s*:.]*(\(\w\))?$/i;
/** A caption that ends so goes on in the next row. */
const GOES_ON =
  /(\b(of|from|for|in|to|the|and|on|or|per|a|by|with|before|net|common|preferred|average|based|as|used|at|attributable|applicable|available)|[-,(&])$/i;
const NOTE =
  /^\W*(in |amounts? |dollars? |figures |thousands |millions |\$|000|unaudited|except |shares in |expressed )[^:]*$/i;

/** Rows of figures with the words that belong to them; words that no figure follows are headings. */
export function captioned(rows: readonly TextRow[]): CaptionedRow[] {
  const place: Place = { headings: [], pending: [] };
  return rows.flatMap((row) => {
    if (row.cells.length > 0) return [figuresAt(place, row)];
    if (isBlank(row) || isRule(row)) open(place, place.pending.splice(0));
    else if (!isNote(row)) wordsAt(place, row);
    return [];
  });
}

/** "(in thousands, except per share data)" */
function isNote({ text }: TextRow): boolean {
  const words = text.trim().replace(/^\(|\)$/g, "");
  return NOTE.test(words) && (/thousand|million|000|unaudited/i.test(words) || /^\(.*\)$/.test(text.trim()));
}

function wordsAt(place: Place, row: TextRow): void {
  const isHeading = /:\s*$/.test(row.words) || isSectionAlone(row.words);
  if (isSectionAlone(row.words) || opensOver(place, row)) open(place, place.pending.splice(0));
  place.pending.push(row);
  if (isHeading) open(place, place.pending.splice(0));
}

function isSectionAlone(words: string): boolean {
  return /^\W*(basic|diluted|primary|fully diluted|assuming (no |full )?dilution|numerators?|denominators?)\W*(\(\w\))?$/i.test(
    words,
  );
}

/** Words that have become a heading: it closes those that it does not stand under. */
function open(place: Place, rows: readonly TextRow[]): void {
  const words = wordsOf(rows).replace(/:\s*$/, "");
  if (words === "" || words.length > 120) return;
  const indent = rows[0]?.indent ?? 0;
  const encloses = (heading: Heading) => heading.indent < indent || (heading.indent === indent && !heading.hasRows);
  place.headings = [...place.headings.filter(encloses), { words, indent, hasRows: false, hasInner: false }];
  const section = sectionOf(words);
  place.section = section ?? place.section;
  const part = /\b(numerator|denominator)s?\b/i.exec(words)?.[1]?.toLowerCase() as Part | undefined;
  if (part || section || /\bper\b/i.test(words)) place.part = part;
}

function figuresAt(place: Place, row: TextRow): CaptionedRow {
  const before = wordsOf(place.pending);
  if (opensOver(place, row) || (before !== "" && WHOLE.test(row.words) && !GOES_ON.test(before)))
    open(place, place.pending);
  else row = { ...row, indent: place.pending[0]?.indent ?? row.indent, words: wordsOf([...place.pending, row]) };
  place.pending = [];
  close(place, row.indent);
  return {
    row,
    caption: row.words,
    under: place.headings.map(({ words }) => words.toLowerCase()).join(" / "),
    ...(place.section ? { section: place.section } : {}),
    ...(place.part ? { part: place.part } : {}),
  };
}

/** Whether the words before a row are a heading over it, and not the beginning of its caption. */
function opensOver({ pending }: Place, row: TextRow): boolean {
  const before = wordsOf(pending);
  if (before === "" || GOES_ON.test(before)) return false;
  const isOwnRow = row.isTabbed && row.cells.length > 0 && /^\(?[A-Z]/.test(row.words);
  return isOwnRow || isHeadingOver(before, row.words);
}

/** Capitals over words that are none, a computation's name over words that begin anew, and words that always head a list. */
function isHeadingOver(before: string, words: string): boolean {
  const isCapital = (text: string) => /[A-Z]{4}/.test(text) && text === text.toUpperCase();
  const namesComputation =
    sectionOf(before) !== undefined &&
    (SAYS_PER_SHARE.test(before.toLowerCase()) ||
      /^(basic|diluted|primary|fully diluted) (earnings|income|loss|computation|calculation)$/i.test(before));
  return (
    (isCapital(before) && !isCapital(words)) ||
    (namesComputation && /^[A-Z](?!.*\bper share$)\S+ \S+/.test(words) && !/^(and|or|per)\b/i.test(words)) ||
    /^(add )?effects? of (potentially )?dilutive (securities|shares)$/i.test(before)
  );
}

/** A row that stands farther left than a heading, or as far left after rows farther in, is no longer under it. */
function close(place: Place, indent: number): void {
  place.headings = place.headings.filter(
    (heading) => heading.indent < indent || (heading.indent === indent && !heading.hasInner),
  );
  for (const heading of place.headings.slice(-1)) heading.hasRows = true;
  for (const heading of place.headings) heading.hasInner ||= heading.indent < indent;
}

function wordsOf(rows: readonly TextRow[]): string {
  return rows
    .map(({ words }) => words)
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
}

const BEFORE_SHARE =
  "common|ordinary|average|weighted|outstanding|diluted|basic|primary|fully|assumed|stock|equivalent|and|or|&|a|b|class";
/** "per share", "per common and common equivalent share", in small letters. */
export const SAYS_PER_SHARE = new RegExp(
  String.raw`\bper[\s-]+(?:(?:${BEFORE_SHARE})[\s-]+){0,7}(?:shares?|units?|ads)\b|\beps\b`,
);

/** The computation that words name; undefined where they name none, or two. */
export function sectionOf(words: string): Section | undefined {
  const plain = words.toLowerCase();
  if (/\b(no dilution|undiluted|before dilution)\b/.test(plain)) return "basic";
  const isDiluted = /\b(diluted|dilution|dilutive (eps|earnings))\b/.test(plain);
  const [isPrimary, isBasic] = [/\bprimary\b/.test(plain), /\bbasic\b/.test(plain)];
  if (Number(isDiluted) + Number(isPrimary) + Number(isBasic) !== 1) return undefined;
  if (isPrimary) return "primary";
  if (isBasic) return "basic";
  return /\bfull(y)?\b/.test(plain) ? "fully diluted" : "diluted";
}
