import { sectionOf, type Section } from "./captions";
import { isReduction, OTHER_LINES, type Above, type LineRole } from "./roles";
import type { ExhibitLine } from "./tables";

const SHARE_WORDS =
  /\b(shares|equivalents|(stock )?options?|warrants?|units|rsus?|restricted stock|stock (plans?|awards?|purchase|compensation|appreciation)|(employee|incentive|benefit|compensation|savings|purchase) .*plans?|issuable|esop|denominator)\b/;
const AMOUNT_WORDS =
  /\b(dividends?|interest|income|loss|losses|earnings|profit|expense|tax|taxes|accretion|numerator|amortization|paid|redemption|allocated|undistributed)\b/;

/** Whether a line counts shares: by its own words, or among others that do. */
export function isShares(line: ExhibitLine, words: string, { part, hasShares, listed }: Above): boolean {
  if (/^add[\s-]?back\b/.test(words) || OTHER_LINES.test(words)) return false;
  if ([...line.cells.values()].some(({ isMoney }) => isMoney)) return false;
  if (part === "income" && isReduction(line) && !line.part) return false;
  if (line.part === "numerator" && !/\bshares outstanding\b/.test(words)) return false;
  const own = words.replace(/\bused .*|\bfor .*per share.*|\bper (common )?share.*/g, " ");
  if (/^(weighted|average|number of|denominator|(total )?(common )?shares)\b/.test(words)) return true;
  if (AMOUNT_WORDS.test(own)) return false;
  if (SHARE_WORDS.test(own) || line.part === "denominator") return true;
  const isListed = line.section !== undefined && line.section !== "basic";
  if (part !== "income" && hasShares && isPart(words)) return true;
  const isWithin = part === "shares" && (hasShares || listed !== undefined);
  return isWithin && (isListed || ADDS.test(words) || /\bdilut|\bequivalents\b/.test(line.under));
}

function isPart(words: string): boolean {
  return IS_PART.test(words) && !IS_OF_OPTIONS.test(words);
}

const AVERAGE =
  /\b(weighted|average|denominator|number of|shares outstanding|outstanding shares|basic shares)\b|^((total|common|ordinary|basic) )*shares used\b/;
const ADDS =
  /^(add|plus|less|net effect|effect|dilutive|incremental|additional|assum(ed|ing)(?! (no |full )?dilution)|shares issuable|common (stock |share )?equivalents?( shares)?|dilution from|conversion|unexercised|adjustments? to reflect|application of)\b|\b(attributable to|issuable|incremental|effect of)\b|\baverage (stock )?options?\b/;
const IS_TOTAL =
  /^((sub)?totals?|combined|diluted)\b|\bequivalents?\b|\bdilut(ed|ion)\b|\b(assuming|adjusted|including|as adjusted)\b/;
/** What the count of average shares outstanding is made of, with its own sign. */
const IS_PART =
  /\b(unallocated|unearned|uncommitted|unreleased|reacquired|repurchased?s?|forfeit\w*)\b|\bheld in (the )?treasury\b|\btreasury (shares|stock)\b(?! method)|^(less )?(unvested|nonvested|restricted)\b.*\bshares\b|\bissuance of\b.*\bshares\b|^shares issued\b|^(less )?participating securities\b/;
const IS_OF_OPTIONS = /\b(options?|warrants?|proceeds|method|exercise|assumed|assuming|convertible|conversion)\b/;

/** What a line of shares is. */
export function shareRole({ section, part }: ExhibitLine, words: string, { hasShares }: Above): LineRole {
  if (section === "fully diluted" && /\bprimary\b/.test(words)) return "Subtotal";
  if (hasShares && isPart(words)) return "Part of weighted shares";
  if (ADDS.test(words) && !/^additional paid/.test(words)) return "Security";
  if (IS_TOTAL.test(words) && !/\bno dilution\b/.test(words) && (hasShares || AVERAGE.test(words)))
    return isOfBasic(words, section) ? "Weighted shares" : totalRole(words);
  if (AVERAGE.test(words) && !/\b(options|warrants|units) outstanding\b/.test(words)) return "Weighted shares";
  if (hasShares) return "Security";
  return part === "denominator" || /^basic\b/.test(words) ? "Weighted shares" : "Leave out";
}

function isOfBasic(words: string, section: Section | undefined): boolean {
  const own = sectionOf(words) ?? section;
  return own === "basic" && !/\bbasic (and|&)/.test(words);
}

/** "Weighted average shares, basic and diluted": the one count serves both. */
function totalRole(words: string): LineRole {
  return /\bbasic (and|&) (fully )?diluted\b/.test(words) ? "Weighted shares" : "Diluted shares";
}
