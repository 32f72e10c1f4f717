import { toNumber } from "../../../core/number/fraction";
import { sectionOf, type Section } from "./captions";
import type { ExhibitLine } from "./tables";

/** What a line of an exhibit is; what no rule knows is left out, and listed. */
export const LINE_ROLES = [
  "Net income",
  "Continuing income",
  "Discontinued or other income",
  "Preferred dividends",
  "Other deduction",
  "Income available to common",
  "Weighted shares",
  "Security",
  "Add-back",
  "Diluted shares",
  "Diluted income",
  "Basic EPS",
  "Diluted EPS",
  "Basic and diluted EPS",
  "Basic EPS, continuing",
  "Diluted EPS, continuing",
  "Other per-share figure",
  "Leave out",
] as const;

export type LineRole = (typeof LINE_ROLES)[number];

/** A line with the part that it plays. */
export interface RoleLine extends ExhibitLine {
  readonly role: LineRole;
  /** What heads the class in the period table, where the line is one of potential shares. */
  readonly className?: string;
}

type Part = "income" | "shares" | "perShare";

/** What stands above a line says what lines of its kind usually are. */
interface Above {
  /** Whether the last line that was understood held shares, or income. */
  readonly part?: Part | undefined;
  readonly hasShares: boolean;
  /** The section in which classes were listed since the last count of average shares. */
  readonly listed?: Section | "none" | undefined;
}

/** The role of every line, in order, by its words, the headings above it and the lines before it. */
export function lineRoles(lines: readonly ExhibitLine[]): LineRole[] {
  const roles: LineRole[] = [];
  let above: Above = { hasShares: false };
  for (const line of lines) {
    const role = afterClasses(besideBasic(roleOf(line, above), line, roles), line, above);
    roles.push(role);
    above = {
      part: role === "Diluted shares" ? undefined : (PARTS[role] ?? above.part),
      hasShares: above.hasShares || role === "Weighted shares",
      listed: listedAfter(role, line, above),
    };
  }
  return roles;
}

/** A second count of average shares below the classes is their total. */
function afterClasses(role: LineRole, { section }: ExhibitLine, { listed }: Above): LineRole {
  return role === "Weighted shares" && listed === (section ?? "none") ? "Diluted shares" : role;
}

function listedAfter(role: LineRole, { section }: ExhibitLine, { listed }: Above): Above["listed"] {
  if (role === "Security") return section ?? "none";
  return role === "Weighted shares" || role === "Diluted shares" ? undefined : listed;
}

/** Primary earnings per share beside basic ones are those that count common stock equivalents. */
function besideBasic(role: LineRole, { caption, section }: ExhibitLine, before: readonly LineRole[]): LineRole {
  const isSecond = role === "Basic EPS" && section === undefined && before.includes("Basic EPS");
  return isSecond && /\bprimary\b/i.test(caption) ? "Diluted EPS" : role;
}

const PARTS: Readonly<Partial<Record<LineRole, Part>>> = {
  "Net income": "income",
  "Continuing income": "income",
  "Discontinued or other income": "income",
  "Preferred dividends": "income",
  "Other deduction": "income",
  "Income available to common": "income",
  "Add-back": "income",
  "Diluted income": "income",
  "Weighted shares": "shares",
  Security: "shares",
  "Basic EPS": "perShare",
  "Diluted EPS": "perShare",
  "Basic and diluted EPS": "perShare",
  "Basic EPS, continuing": "perShare",
  "Diluted EPS, continuing": "perShare",
  "Other per-share figure": "perShare",
};

function roleOf(line: ExhibitLine, above: Above): LineRole {
  const words = plainCaption(line.caption);
  if (/\bpro[\s-]?forma\b/.test(words) || /\bpercent(age)?\b|\bmarket price per share\b|^average .*price/.test(words))
    return "Leave out";
  if (/\banti-?dilutive\b/.test(words) || /\bdifference\b/.test(words)) return "Leave out";
  if (/\bless year to date\b/.test(line.under)) return "Leave out";
  if (isPerShare(line, words, above)) return perShareRole(line, words);
  if (line.measure) return besideRole({ ...line, measure: line.measure }, words, above);
  if (words === "") return totalWithoutWords(line, above);
  return isShares(line, words, above) ? shareRole(line, words, above) : incomeRole(line, words);
}

/** Without the marks of notes, and without what the caption says of its scale. */
export function plainCaption(caption: string): string {
  return caption
    .toLowerCase()
    .replace(/\((?:[a-z]|\d{1,2}|(?:in |000'?s|\$ ?)?(?:thousands|millions|0{3})[^)]*)\)/g, " ")
    .replace(/[*†‡:]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

const SAYS_PER_SHARE =
  /\bper[\s-]((common|ordinary|average|weighted|outstanding|diluted|basic|primary|a|b|class)[\s-]){0,3}(share|unit|ads)\b|\beps\b|\bper-share\b/;
/** Words of the numerator or the denominator that speak of the figure they are for. */
const IS_FOR_PER_SHARE =
  /^(weighted|average|(total )?(common )?shares|number of|denominator|numerator|adjusted|total|diluted weighted|diluted average|basic weighted|basic average)\b|\b(used|used to|used in|used for)\b|\bon which\b|\bfor (purposes|computing|calculating)\b|\bcomput(e|ing|ation)\b/;

function isPerShare(line: ExhibitLine, words: string, { part }: Above): boolean {
  if (line.measure) return line.measure === "perShare";
  const form = formOf(line);
  if (SAYS_PER_SHARE.test(words)) return form !== "whole" && (form === "perShare" || !IS_FOR_PER_SHARE.test(words));
  return form === "perShare" && (part === "perShare" || SAYS_PER_SHARE.test(line.under));
}

/** Whether the figures are such as stand for amounts a share, or can only be others. */
function formOf({ cells }: ExhibitLine): "perShare" | "whole" | "any" {
  const figures = [...cells.values()].map(({ value, decimals }) => ({ size: Math.abs(toNumber(value)), decimals }));
  const nonzero = figures.filter(({ size }) => size > 0);
  if (nonzero.some(({ size, decimals }) => decimals === 0 && size >= 1000)) return "whole";
  if (nonzero.length === 0) return figures.some(({ decimals }) => decimals >= 2) ? "perShare" : "any";
  return nonzero.every(({ size, decimals }) => decimals >= 2 && size < 1000) ? "perShare" : "any";
}

const OTHER_LINES = /\b(discontinued|extraordinary|cumulative|accounting (change|principle)|change in accounting)\b/;
const BEFORE_OTHERS = /\b(before|continuing)\b/;

function perShareRole({ section, under }: ExhibitLine, words: string): LineRole {
  const isBoth = /\bbasic (and|&) (fully )?(assuming )?dilut/.test(words) || /\bprimary and fully diluted/.test(words);
  const own = sectionOf(words) ?? sectionOf(under.split(" / ").at(-1) ?? "") ?? section;
  const isDiluted = own === "diluted" || own === "fully diluted";
  if (BEFORE_OTHERS.test(words)) return isDiluted ? "Diluted EPS, continuing" : "Basic EPS, continuing";
  if (OTHER_LINES.test(words) || /\b(dividends?|book value)\b/.test(words)) return "Other per-share figure";
  if (isBoth) return "Basic and diluted EPS";
  return isDiluted ? "Diluted EPS" : "Basic EPS";
}

const SHARE_WORDS =
  /\b(shares|equivalents|(stock )?options?|warrants?|units|rsus?|restricted stock|stock (plans?|awards?|purchase|compensation|appreciation)|(employee|incentive|benefit|compensation|savings|purchase) .*plans?|issuable|esop|denominator)\b/;
const AMOUNT_WORDS =
  /\b(dividends?|interest|income|loss|losses|earnings|profit|expense|tax|taxes|accretion|numerator|amortization|paid|redemption|allocated|undistributed)\b/;

function isShares(line: ExhibitLine, words: string, { part, hasShares }: Above): boolean {
  if (/^add[\s-]?back\b/.test(words) || OTHER_LINES.test(words)) return false;
  if ([...line.cells.values()].some(({ isMoney }) => isMoney)) return false;
  if (line.part === "numerator" && !/\bshares outstanding\b/.test(words)) return false;
  const own = words.replace(/\bused .*|\bfor .*per share.*|\bper (common )?share.*/g, " ");
  if (/^(weighted|average|number of|denominator|(total )?(common )?shares)\b/.test(words)) return true;
  if (AMOUNT_WORDS.test(own)) return false;
  if (SHARE_WORDS.test(own) || line.part === "denominator") return true;
  const isListed = line.section !== undefined && line.section !== "basic";
  return part === "shares" && hasShares && (isListed || /\bdilut|\bequivalents\b/.test(line.under));
}

const AVERAGE =
  /\b(weighted|average|denominator|number of|shares outstanding|outstanding shares|basic shares)\b|^((total|common|ordinary|basic) )*shares used\b/;
const ADDS =
  /^(add|plus|less|net effect|effect|dilutive|incremental|additional|assumed|shares issuable|common (stock |share )?equivalents?( shares)?|dilution from|conversion)\b|\b(attributable to|issuable|incremental|effect of)\b/;
const IS_TOTAL =
  /^((sub)?total|combined)\b|\bequivalents?\b|\bdilut(ed|ion)\b|\b(assuming|adjusted|including|as adjusted)\b/;

function shareRole({ section }: ExhibitLine, words: string, { hasShares }: Above): LineRole {
  if (section === "fully diluted" && /\bprimary\b/.test(words)) return "Leave out";
  if (ADDS.test(words) && !/^additional paid/.test(words)) return "Security";
  if (IS_TOTAL.test(words) && !/\bno dilution\b/.test(words) && (hasShares || AVERAGE.test(words)))
    return /\bbasic\b/.test(words) && !/\bbasic (and|&)/.test(words) ? "Weighted shares" : totalRole(words);
  if (AVERAGE.test(words) && !/\b(options|warrants|units) outstanding\b/.test(words)) return "Weighted shares";
  return hasShares ? "Security" : "Leave out";
}

/** "Weighted average shares, basic and diluted": the one count serves both. */
function totalRole(words: string): LineRole {
  return /\bbasic (and|&) (fully )?diluted\b/.test(words) ? "Weighted shares" : "Diluted shares";
}

function totalWithoutWords(line: ExhibitLine, { part, hasShares }: Above): LineRole {
  if (part === "shares" && hasShares) return "Diluted shares";
  return part === "income" && formOf(line) !== "perShare" ? "Income available to common" : "Leave out";
}

const DEDUCTS =
  /\b(preferred|preference)\b.*\bdividends?\b|\bdividends?\b.*\b(preferred|preference)\b|\b(accretion|deemed dividends?)\b/;
const OTHERS_SHARE =
  /\b(participating|unvested|nonvested|noncontrolling|non-controlling|minority)\b|\bundistributed\b.*\ballocated\b/;
const ADDS_BACK = /^(add|plus|assumed conversion|add-?back)\b|\badd-?back\b|\binterest\b|\bafter[\s-]tax\b/;
const IS_AVAILABLE =
  /\b(available|applicable|attributable to common|to common (stock|share)holders|numerator|used|on which)\b|\b(common|ordinary) (stock|share)?holders\b|^adjusted\b|\bto common (stock|shares)\b|\bfor common (stock|shares)\b|\bas adjusted\b|\battributable to (ordinary|common)\b/;
const IS_NET =
  /^(consolidated )?\(?(net|total)?\)? ?\(?(income|loss|losses|earnings|profit)\b|^net\b.*\b(income|loss|earnings)\b|^profit\b/;

function incomeRole({ section, under }: ExhibitLine, words: string): LineRole {
  if (/^numerator\b/.test(words)) return /\bdilut/.test(words) ? "Diluted income" : "Income available to common";
  const isDilutedPart = section === "diluted" || section === "fully diluted";
  if (OTHERS_SHARE.test(words) && !/^add\b/.test(words) && !/\b(including|before)\b/.test(words))
    return "Other deduction";
  const adds =
    ADDS_BACK.test(words) || /\beffect of dilutive\b|\badjustments?\b.*\bdilut|\bassumed conversion/.test(under);
  if (adds && !IS_NET.test(words)) return "Add-back";
  if (IS_AVAILABLE.test(words)) {
    const own = sectionOf(words) ?? section;
    return own === "diluted" || own === "fully diluted" ? "Diluted income" : "Income available to common";
  }
  if (DEDUCTS.test(words)) return "Preferred dividends";
  if (BEFORE_OTHERS.test(words) && /\b(income|loss|earnings|profit|operations)\b/.test(words))
    return "Continuing income";
  if (OTHER_LINES.test(words)) return "Discontinued or other income";
  if (IS_NET.test(words)) return "Net income";
  return isDilutedPart && /\b(convertible|notes|debentures|conversion)\b/.test(words) ? "Add-back" : "Leave out";
}

/** A line of one measure where income, shares and per-share amounts stand side by side. */
function besideRole(line: ExhibitLine & { readonly measure: string }, words: string, above: Above): LineRole {
  const own = sectionOf(words) ?? line.section;
  const isDiluted = own === "diluted" || own === "fully diluted";
  if (line.closes && line.measure === "shares") return isDiluted ? "Diluted shares" : "Weighted shares";
  if (line.closes)
    return isDiluted
      ? "Diluted income"
      : above.hasShares || IS_AVAILABLE.test(words) || !IS_NET.test(words)
        ? "Income available to common"
        : "Net income";
  if (line.measure === "shares") return above.hasShares ? "Security" : "Weighted shares";
  const role = incomeRole(line, words);
  return role === "Leave out" && above.hasShares ? "Add-back" : role;
}
