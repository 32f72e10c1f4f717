import { isZero, toNumber, ZERO } from "../../../core/number/fraction";
import { SAYS_PER_SHARE, sectionOf } from "./captions";
import { incomeRole, IS_AVAILABLE, IS_NET } from "./incomeLines";
import { BEFORE_OTHERS, isReduction, OTHER_LINES, plainCaption, type Above, type LineRole, type Part } from "./roles";
import { isShares, shareRole } from "./shareLines";
import type { ExhibitLine } from "./tables";

/** The role of every line, in order, by its words, the headings above it and the lines before it. */
export function lineRoles(lines: readonly ExhibitLine[]): LineRole[] {
  const roles: LineRole[] = [];
  let above: Above = { hasShares: false };
  for (const line of lines) {
    const role = afterClasses(besideBasic(roleOf(line, above), line, roles), line, above);
    roles.push(role);
    above = {
      part: role === "Diluted shares" && endsShares(line) ? undefined : (PARTS[role] ?? above.part),
      hasShares: above.hasShares || role === "Weighted shares",
      hasAvailable: above.hasAvailable || role === "Income available to common",
      listed: listedAfter(role, line, above),
    };
  }
  return withSubtotals(lines, withPrimary(lines, roles));
}

/** Of two per-share figures "assuming full dilution" the one under "Primary" is primary, whatever its caption says. */
function withPrimary(lines: readonly ExhibitLine[], roles: readonly LineRole[]): readonly LineRole[] {
  const diluted = roles.flatMap((role, index) => (role === "Diluted EPS" ? [index] : []));
  const [first = -1] = diluted;
  const isPrimary = diluted.length > 1 && !roles.includes("Basic EPS") && lines[first]?.section === "primary";
  return isPrimary ? roles.with(first, "Basic EPS") : roles;
}

/** Classes may follow a subtotal, which has no words, and primary shares. */
function endsShares({ caption }: ExhibitLine): boolean {
  return caption !== "" && !/\bprimary\b/i.test(caption);
}

/** "Net additional shares issuable": options less what their proceeds buy back, where both are lines above. */
function withSubtotals(lines: readonly ExhibitLine[], roles: readonly LineRole[]): LineRole[] {
  const isOf = (index: number) => roles[index] === "Security";
  const nets = lines.filter(
    (line, index) =>
      [index - 2, index - 1, index].every(isOf) &&
      isReduction(lines[index - 1]) &&
      isSum(line, lines.slice(index - 2, index)),
  );
  const isNet = ({ caption, cells }: ExhibitLine) =>
    nets.some((net) => net.caption === caption && isSum({ cells }, [net]));
  return roles.map((role, index) => (role === "Security" && isNet(lines[index] as ExhibitLine) ? "Subtotal" : role));
}

function isSum({ cells }: Pick<ExhibitLine, "cells">, parts: readonly ExhibitLine[]): boolean {
  const of = (line: Pick<ExhibitLine, "cells">, key: string) => toNumber(line.cells.get(key)?.value ?? ZERO);
  return [...cells.keys()].every((key) => of({ cells }, key) === parts.reduce((sum, part) => sum + of(part, key), 0));
}

/** A second count of average shares below the classes is their total. */
function afterClasses(role: LineRole, { section }: ExhibitLine, { listed, hasShares }: Above): LineRole {
  const isTotal = hasShares && role === "Weighted shares" && section !== "basic" && listed === (section ?? "none");
  return isTotal ? "Diluted shares" : role;
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
  "Continuing income available to common": "income",
  "Add-back": "income",
  "Diluted income": "income",
  "Weighted shares": "shares",
  "Part of weighted shares": "shares",
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
  if (/\bpro[\s-]?forma\b|\bsupplement(al|ary)\b/.test(`${words} ${line.under}`)) return "Leave out";
  if (/\bpercent(age)?\b|\bmarket price per share\b|^average .*price/.test(words)) return "Leave out";
  if ([...line.cells.values()].every(({ isPercent }) => isPercent) && line.cells.size > 0) return "Leave out";
  if (/\banti-?dilutive\b/.test(words) || /\bdifference\b/.test(words)) return "Leave out";
  if (/\bless year to date\b/.test(line.under)) return "Leave out";
  if (isPerShare(line, words, above)) return perShareRole(line, words);
  if (line.measure) return besideRole({ ...line, measure: line.measure }, words, above);
  if (words === "") return totalWithoutWords(line, above);
  return isShares(line, words, above) ? shareRole(line, words, above) : incomeRole(line, words, above);
}

/** Words of the numerator or the denominator that speak of the figure they are for. */
const IS_FOR_PER_SHARE =
  /^(weighted|average|(total )?(common )?shares|number of|denominator|numerator|adjusted|total|diluted weighted|diluted average|basic weighted|basic average)\b|\b(used|used to|used in|used for)\b|\bon which\b|\bfor (purposes|computing|calculating)\b|\bcomput(e|ing|ation)\b/;

function isPerShare(line: ExhibitLine, words: string, { part }: Above): boolean {
  if (line.measure) return line.measure === "perShare";
  const form = formOf(line);
  if (SAYS_PER_SHARE.test(words)) return form !== "whole" && (form === "perShare" || !IS_FOR_PER_SHARE.test(words));
  const isNil = [...line.cells.values()].every(({ value }) => isZero(value));
  return part === "perShare" ? form === "perShare" || isNil : form === "perShare" && SAYS_PER_SHARE.test(line.under);
}

/** Whether the figures are such as stand for amounts a share, or can only be others. */
function formOf({ cells }: ExhibitLine): "perShare" | "whole" | "any" {
  const figures = [...cells.values()].map(({ value, decimals }) => ({ size: Math.abs(toNumber(value)), decimals }));
  const nonzero = figures.filter(({ size }) => size > 0);
  if (nonzero.some(({ size, decimals }) => decimals === 0 && size >= 1000)) return "whole";
  if (nonzero.length === 0) return figures.some(({ decimals }) => decimals >= 2) ? "perShare" : "any";
  return nonzero.every(({ size, decimals }) => decimals >= 2 && size < 1000) ? "perShare" : "any";
}

function perShareRole({ section, under }: ExhibitLine, words: string): LineRole {
  const isBoth = /\bbasic (and|&) (fully )?(assuming )?dilut/.test(words) || /\bprimary and fully diluted/.test(words);
  const own = sectionOf(words) ?? sectionOf(under.split(" / ").at(-1) ?? "") ?? section;
  const isDiluted = own === "diluted" || own === "fully diluted";
  if (BEFORE_OTHERS.test(words)) return isDiluted ? "Diluted EPS, continuing" : "Basic EPS, continuing";
  if (OTHER_LINES.test(words) || /\b(dividends?|book value)\b/.test(words)) return "Other per-share figure";
  if (isBoth) return "Basic and diluted EPS";
  return isDiluted ? "Diluted EPS" : "Basic EPS";
}

function totalWithoutWords(line: ExhibitLine, { part, hasShares }: Above): LineRole {
  if (part === "shares" && hasShares) return "Diluted shares";
  return part === "income" && formOf(line) !== "perShare" ? "Income available to common" : "Leave out";
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
  const role = incomeRole(line, words, above);
  return role === "Leave out" && above.hasShares ? "Add-back" : role;
}
