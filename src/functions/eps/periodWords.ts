import { plainWord } from "../../core/given";
import { remembering } from "../../core/remembering";
import type { KnownColumns } from "../cells/table";
import { vocabulary } from "../cells/vocabulary";
import { filedWords } from "./filedWords";
import { beginsInBasicShares, isClassOfShares } from "./classWords";

/** The columns of a period table that mean a figure of their own, each with the usual words for it. */
const COLUMNS = vocabulary({
  "Period end": ["period ended", "period ending", "quarter end", "quarter ended", "quarter ending", "year ended"],
  Months: ["number of months", "no. of months"],
  Weeks: ["number of weeks", "no. of weeks"],
  "Net income": ["net loss", "net earnings", "net profit", "profit for the period"],
  "Net income attributable to the company": ["net income attributable to parent"],
  "Net income available to common stockholders": ["net loss attributable to common stockholders"],
  "Continuing income": ["income from continuing operations", "loss from continuing operations"],
  "Discontinued income": ["discontinued operations", "loss from discontinued operations"],
  "Income before extraordinary item": ["loss before extraordinary item"],
  "Extraordinary item": ["extraordinary items", "extraordinary gain", "extraordinary loss"],
  "Income before cumulative effect": ["income before cumulative effect of accounting change"],
  "Cumulative effect": ["cumulative effect of accounting change"],
  "Noncontrolling interest": ["minority interest", "net income attributable to noncontrolling interests"],
  "Preferred dividends": ["preferred stock dividends", "dividends on preferred stock"],
  "Earnings allocated to participating securities": [],
  "Earnings allocated to participating securities, diluted": [],
  "Weighted shares": ["weighted average shares", "weighted average shares outstanding", "basic shares"],
  "Average price": ["average market price", "average share price", "average stock price"],
  "Split factor": ["split ratio"],
});

export type PeriodFigure = (typeof COLUMNS.meanings)[number];

/** The columns as an error lists them. */
export const PERIOD_COLUMNS: readonly string[] = COLUMNS.meanings;

/** Every form of words that filings give a column, as {@link filedWords} reads them; the first that fits decides. */
const FORMS: readonly (readonly [PeriodFigure, RegExp])[] = [
  ["Period end", /^(fiscal )?(period|quarter|year|months|half year|date)( end| ended| ending)( date)?$|^end date$/],
  ["Months", /^((number|no|length) )?months$/],
  ["Weeks", /^((number|no|length) )?weeks$/],
  ["Average price", /^average (market |shares |closing |common )*price( (common )?shares)?( period| quarter)?$/],
  ["Split factor", /^(shares )?split (factor|ratio)$/],
  ["Net income", /^(consolidated )?net income( (period|year|quarter))?$|^income (period|year|quarter)$/],
  ["Net income", /^(consolidated )?net income (including|before)( portion)?( attributable)? noncontrolling interest$/],
  [
    "Earnings allocated to participating securities, diluted",
    /^(?=.*\bdiluted$).*income (?!.*\bbasic\b).*\bparticipating\b/,
  ],
  ["Earnings allocated to participating securities", /\bincome (?=.*\b(allocated|attributable)\b).*\bparticipating\b/],
  [
    "Earnings allocated to participating securities",
    /\bparticipating securities distributed and undistributed income\b/,
  ],
  [
    "Earnings allocated to participating securities",
    /^((un)?distributed |net )*income (allocated|attributable) (unvested|nonvested|restricted)\b/,
  ],
  [
    "Net income available to common stockholders",
    /^(adjusted )?(net )?income (attributable )?(each )?common( shares| units| equity)*( holders)?( parent( company| entity)?)?( basic)?$/,
  ],
  [
    "Noncontrolling interest",
    /^(redeemable )?noncontrolling interest( (share )?income)?( (consolidated )?subsidiar(y|ies))?$/,
  ],
  [
    "Noncontrolling interest",
    /^(net )?income (attributable|allocated) (redeemable )?noncontrolling interest( .*\bsubsidiar(y|ies))?$/,
  ],
  [
    "Net income attributable to the company",
    /^(net )?income attributable (?!.*\b(common|noncontrolling|preferred|participating)\b).+$/,
  ],
  [
    "Continuing income",
    /^(net )?(income )?continuing (operations|income)( net( income)? tax(es)?)?( attributable (?!.*common).+| including .+)?$/,
  ],
  [
    "Continuing income",
    /^(net )?income before (gain |income )?discontinued (operations|income)( net( income)? tax(es)?)?$/,
  ],
  [
    "Discontinued income",
    /^(net )?(income )?(gain )?(and )?discontinued (operations|income)( net( income)? tax(es)?)?( attributable (?!.*common).+)?$/,
  ],
  [
    "Income before extraordinary item",
    /^(net )?income before extraordinary (item|income|charge|credit|gain)( and cumulative effect.*)?$/,
  ],
  [
    "Income before cumulative effect",
    /^(net )?income before (cumulative effect|effect|change) .*\b(accounting|principle)\b.*$/,
  ],
  ["Income before cumulative effect", /^(net )?income before cumulative effect$/],
  ["Extraordinary item", /^(income )?extraordinary (item|income|charge|credit|gain)\b(?!.*per share)/],
  ["Cumulative effect", /^cumulative effect\b(?!.*per share)/],
  ["Cumulative effect", /^effect (change )?accounting (change|principle)/],
  [
    "Preferred dividends",
    /^(accrued |cumulative |undeclared |accumulated )*preferred (shares )?dividends( requirements?| arrears| declared| paid)*$/,
  ],
  [
    "Preferred dividends",
    /^dividends( requirements?| accrued| declared| paid| attributable| cumulative)* preferred( shares)?( holders)?$/,
  ],
  ["Weighted shares", /^basic (common )?shares( outstanding)?$/],
];

/** Words that may stand in a header of weighted shares, of which one says that they are an average. */
const OF_WEIGHTED_SHARES =
  /^(weighted|average|number|common|shares?|units|outstanding|issued|basic|and|diluted|used|computing|computation|compute|computed|calculating|calculation|calculate|determining|per|net|income|denominator|period|quarter|year|during|was|were|is|as|method|issue|eps)$/;

function figureNamed(header: string): PeriodFigure | undefined {
  const known = COLUMNS.named(header);
  if (known) return known;
  const words = filedWords(header);
  if (/^profit( loss)?$/.test(plainWord(header.replace(/[()]/g, " ")))) return "Net income"; // as IFRS tags it
  return FORMS.find(([, form]) => form.test(words))?.[0] ?? (isWeightedShares(words) ? "Weighted shares" : undefined);
}

/** One line serves basic and diluted shares in a loss; one for diluted shares alone is computed, and no input. */
function isWeightedShares(words: string): boolean {
  const each = words.split(" ");
  const isAverage =
    /\b(average|weighted|denominator)\b|\bused\b.*\b(comput|calculat|determin)/.test(words) &&
    /\b(shares|units|denominator)\b/.test(words);
  const isDilutedAlone = each.includes("diluted") && !each.includes("basic");
  return isAverage && !isDilutedAlone && each.every((word) => OF_WEIGHTED_SHARES.test(word));
}

/** What heads the effect of a class on income, after the words of the class. */
export const ADD_BACK = " add-back";
/** What heads a deduction from income under words of the user's own, before them. */
export const LESS = "Less: ";
/** What marks words of the user's own as a class of potential shares. */
const POTENTIAL = "Potential: ";

const MARKED = /^(?:potential(?: shares)?|dilutive) ?: *(.+)$/i;
const MARKED_BEHIND = /^(.+?) *\((?:potential )?shares\)$/i;
const DEDUCTED = /^less\b *:? *(.+)$/i;
const RESTORED = /^(.+?)[\s-]+(?:interest )?add-?\s?back$/i;
/** Preferred stock that is told from another by a series, a rate or what its dividend is. */
const OTHER_PREFERRED =
  /^(?=.*\bpreferred\b)(?=.*\b(dividends?|distributions?)\b)(?!.*\bconvertible\b)(?!.*\b(total|per share|income|rate)\b)(?!.*\bbefore\b)/;

/**
 * What a header means: a figure of its own, a class of potential shares under its own words ("Warrants"), the effect of
 * a class on income ("Notes add-back"), or a deduction from income ("Less: Deemed dividends"). Undefined for every other
 * header: none becomes shares by not being known.
 */
export const periodColumn = remembering(1_000, columnHeaded);

function columnHeaded(header: string): string | undefined {
  const name = header.trim();
  const figure = figureNamed(name);
  if (figure !== undefined) return figure;
  const deduction = DEDUCTED.exec(name)?.[1];
  if (deduction !== undefined) return deductionNamed(deduction);
  const restored = RESTORED.exec(name)?.[1];
  if (restored !== undefined) return restored + ADD_BACK;
  const marked = MARKED.exec(name)?.[1] ?? MARKED_BEHIND.exec(name)?.[1];
  if (marked !== undefined) return figureNamed(marked) === undefined ? marked : undefined;
  if (OTHER_PREFERRED.test(filedWords(name))) return LESS + name;
  return isClassOfShares(name) ? name : undefined;
}

/** A deduction that has a column of its own is that column; what is no deduction cannot be made one. */
function deductionNamed(words: string): string | undefined {
  const figure = figureNamed(words);
  return figure === undefined ? LESS + words : DEDUCTIONS.has(figure) ? figure : undefined;
}

const DEDUCTIONS: ReadonlySet<string> = new Set<PeriodFigure>([
  "Noncontrolling interest",
  "Preferred dividends",
  "Earnings allocated to participating securities",
  "Earnings allocated to participating securities, diluted",
]);

/** Whether a column of a period table holds the shares of a class. */
export function isClassColumn(column: string): boolean {
  return !PERIOD_COLUMNS.includes(column) && !column.endsWith(ADD_BACK) && !column.startsWith(LESS);
}

/** The header under which a period table knows words for a class of potential shares. */
export function classHeader(label: string): string {
  return periodColumn(label) === label && isClassColumn(label) ? label : POTENTIAL + label;
}

export const PERIOD_HEADERS: KnownColumns<string> = {
  meanings: PERIOD_COLUMNS,
  named: periodColumn,
  nearest: (header) => COLUMNS.nearest(header),
  rule: ruleFor,
};

/** What an error says of a header that is not known: the nearest that is, and how to say what is meant. */
function ruleFor(header: string): string {
  const words = filedWords(header);
  if (/\b(antidilutive|excluded)\b/.test(words))
    return "must be a known header: what is left out of diluted earnings per share is no part of them";
  if (beginsInBasicShares(words))
    return "must be a known header: shares issuable for little or no cash are outstanding (ASC 260-10-45-13), and belong in Weighted shares, in a loss too";
  if (/\b(per shares?|eps)\b|\bdiluted\b.*\bshares\b/.test(words))
    return "must be a known header: this is what is computed, so leave the column out of the table";
  if (/\b(interest|dividends)\b/.test(words) && /\b(convertible|exchangeable)\b/.test(words))
    return 'must be a known header: head what conversion brings back into income "<class> add-back", and what is deducted before the common stock "Less: <words>"';
  const nearest = COLUMNS.nearest(header);
  const known = nearest === undefined ? PERIOD_COLUMNS.join(", ") : `the nearest is ${nearest}`;
  const named = header.trim().slice(0, 60);
  return `must be a known header (${known}), or say what it is: "${POTENTIAL}${named}" for a class of potential shares, "${LESS}${named}" for a deduction from income`;
}
