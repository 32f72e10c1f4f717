import { sectionOf } from "./captions";
import { BEFORE_OTHERS, OTHER_LINES, type Above, type LineRole } from "./roles";
import type { ExhibitLine } from "./tables";

const DEDUCTS = /\b(preferred|preference)\b.*\bdividends?\b|\bdividends?\b.*\b(preferred|preference)\b/;
/** Deductions that have a line of their own beside dividends. */
const OWN_DEDUCTIONS = /\b(accretion|deemed dividends?|beneficial conversion)\b/;
const OTHERS_SHARE =
  /\b(participating|(unvested|nonvested|non-vested)(?! shares outstanding)|noncontrolling|non-controlling|minority)\b|\b(un)?distributed\b.*\b(re)?allocated\b/;
const IS_ALLOCATED = /\ballocated to (the )?(redeemable |convertible )?preferred\b/;
const ADDS_BACK = /^(add|plus|assumed conversion|add-?back)\b|\badd-?back\b|\binterest\b|\bafter[\s-]tax\b/;
export const IS_AVAILABLE =
  /\b(available|applicable|allocable|attributable to common|to common (stock|share)holders|numerator|used|on which)\b|\b(common|ordinary) (stock|share)?holders\b|^adjusted\b|\bto common (stock|shares)\b|\bfor common (stock|shares)\b|\bas adjusted\b|\battributable to (ordinary|common)\b|\battributable to\b.*\bcommon shares$/;
export const IS_NET =
  /^(actual |reported |historical |consolidated )?\(?(net|total)?\)? ?\(?(income|loss|losses|earnings|profit)\b|^net\b.*\b(income|loss|earnings)\b|^profit\b/;

/** What a line of income is. */
export function incomeRole({ section, under }: ExhibitLine, words: string, { hasAvailable }: Above): LineRole {
  if (/^numerator\b/.test(words)) return numeratorRole(words);
  const isDilutedPart = section === "diluted" || section === "fully diluted";
  const adds =
    ADDS_BACK.test(words) ||
    /\beffect of dilutive\b|\bdilutive potential\b|\badjustments?\b.*\bdilut|\bassumed conversion/.test(under);
  if (OTHERS_SHARE.test(words) && (!/\b(including|before)\b/.test(words) || /\bunvested shares$/.test(words)))
    return /^add\b/.test(words) ? "Add-back" : "Other deduction";
  if (adds && !IS_NET.test(words)) return "Add-back";
  if (hasAvailable && DEDUCTS.test(words) && /\b(dilutive|convertible|conversion|assumed)\b/.test(words))
    return "Add-back";
  if (IS_AVAILABLE.test(words)) {
    const own = sectionOf(words) ?? section;
    if (own === "diluted" || own === "fully diluted") return "Diluted income";
    if (BEFORE_OTHERS.test(words)) return "Continuing income available to common";
    return OTHER_LINES.test(words) ? "Subtotal" : "Income available to common";
  }
  if (OWN_DEDUCTIONS.test(words)) return "Other deduction";
  if (DEDUCTS.test(words) || IS_ALLOCATED.test(words)) return "Preferred dividends";
  if (BEFORE_OTHERS.test(words) && /\b(income|loss|earnings|profit|operations)\b/.test(words))
    return "Continuing income";
  if (OTHER_LINES.test(words)) return "Discontinued or other income";
  if (IS_NET.test(words)) return "Net income";
  return isDilutedPart && /\b(convertible|notes|debentures|conversion|subsidiary|subsidiaries)\b/.test(words)
    ? "Add-back"
    : "Leave out";
}

function numeratorRole(words: string): LineRole {
  const isBasic = /\bbasic\b/.test(words) || !/\bdilut/.test(words);
  if (!isBasic) return "Diluted income";
  return BEFORE_OTHERS.test(words) ? "Continuing income available to common" : "Income available to common";
}
