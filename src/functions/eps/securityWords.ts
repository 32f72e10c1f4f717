import type { SecurityKind } from "../../core/eps/securities/terms";
import { CalculationError } from "../../core/errors";
import { remembering } from "../../core/remembering";
import { plainWord } from "../../core/given";
import type { Cell } from "../cells/arguments";
import { vocabulary } from "../cells/vocabulary";
import { beginsInBasicShares } from "./classWords";
import { filedWords } from "./filedWords";

/** Columns of a securities table, by every word that users head them with. */
export const SECURITY_COLUMNS = vocabulary({
  Security: ["securities", "dilutive securities", "name", "issue", "description", "grant", "instrument", "tranche"],
  Class: [],
  Type: ["security type"],
  Number: ["shares", "number of shares", "potential shares", "shares under option", "shares issuable"],
  "Conversion ratio": [],
  "Exercise price": ["strike price", "strike"],
  "Average price": ["average market price", "average share price", "average stock price"],
  "Unrecognized cost": ["unrecognised cost", "unrecognized compensation", "unrecognized compensation cost"],
  "Add-back": ["addback", "earnings add back", "after tax add back", "numerator adjustment"],
  "Tax rate": [],
  From: [],
  To: [],
  Weight: [],
  "Period end": ["period ended", "quarter ended"],
  Months: [],
});

export type SecurityColumn = (typeof SECURITY_COLUMNS.meanings)[number];

/** Types as an error lists them. */
export const SECURITY_TYPES: Readonly<Record<string, SecurityKind>> = {
  option: "option",
  warrant: "warrant",
  RSU: "award",
  "convertible debt": "convertible",
  "convertible preferred": "convertible",
  "exchangeable units": "convertible",
  contingent: "contingent",
  "written put": "writtenPut",
  "purchased option": "purchasedOption",
  subsidiary: "subsidiary",
  incremental: "incremental",
};

type SecurityType = keyof typeof SECURITY_TYPES;

/** What a security is called, in the form that {@link filedWords} gives it, whatever else is said of it. */
const TYPES: readonly (readonly [type: SecurityType, form: RegExp])[] = [
  ["purchased option", /\b(purchased (puts?|calls?|options?)|capped calls?|(bond|note) hedges?)\b/],
  ["written put", /\b(written puts?|puts? written|put warrants?|forward (purchase|repurchase)( contracts?)?)\b/],
  [
    "contingent",
    /\b(contingent(ly)?( (shares|issuable|consideration).*)?|earn ?outs?( shares)?|(holdback|escrow(ed)?) shares)$/,
  ],
  ["option", /\b(options?|isos?|n[sq]?sos?|purchase rights?|ssars?|sars?|(shares )?appreciation rights?)\b/],
  ["option", /\b(espp|(shares )?purchase plans?|forward sales?( agreements?| contracts?)?|equity forwards?)\b/],
  ["warrant", /\bwarrants?\b/],
  ["RSU", /\b(rsus?|rsas?|psus?|prsus?|dsus?|msus?|psas?)\b/],
  ["RSU", /\b(restricted|performance|deferred|nonvested|unvested|phantom) (shares |based )*(units?|awards?|shares)\b/],
  ["RSU", /^((employee|director) )?(shares|equity) (based )?(units?|awards?|grants?)$/],
  [
    "exchangeable units",
    /\b(llc|lp|op|ltip|partnership|common|holdings?|exchangeable|paired|class \w) (units?|interest)\b/,
  ],
  ["exchangeable units", /\b(exchangeable shares|(membership|llc|lp) interest)\b/],
  ["exchangeable units", /^class \w( common)? shares$/],
  ["convertible preferred", /\bpreferred\b/],
  ["convertible debt", /\b(convertible|exchangeable)\b.*\b(notes?|bonds?|debentures?|debt|loans?|securities)\b/],
  ["convertible debt", /\b(notes?|bonds?|debentures?|debt|loans?)\b.*\b(convertible|exchangeable)\b/],
  ["convertible debt", /^(convertibles?|(zero coupon )?lyons?|cocos?)$/],
  ["subsidiary", /^subsidiary$/],
  ["incremental", /^incremental( shares)?$/],
];

/** Words that make a security another one, or none: nothing is taken for a type over them. */
const DENIED =
  /\b(antidilutive|excluded|cash settled|non ?convertible|treasury shares|outstanding shares|dividends?|interest expense|price|expense)\b|^(?!.*convertible).*\btrust preferred\b/;

/** Types that follow one method, so that a name may say both: "Options and warrants". */
const ALIKE: Readonly<Record<string, SecurityType>> = { warrant: "option", RSU: "RSU", option: "option" };

/**
 * The usual word for a type: "1.5% convertible senior notes due 2026" is convertible debt. What is not known, and what
 * names securities of two methods, stays as it is, to be refused.
 *
 * @param name how an error names the cell
 * @throws CalculationError `invalid-input` for shares that are outstanding already
 */
export function usualType(name: string, cell: Cell): Cell {
  if (typeof cell !== "string" || Object.hasOwn(SECURITY_TYPES, cell)) return cell;
  const type = typeNamed(cell);
  if (type === OUTSTANDING) throw outstandingAlready(name, cell);
  return type ?? cell;
}

const OUTSTANDING = "outstanding";

/** Tables of a hundred thousand rows name a few types. */
const typeNamed = remembering(500, (cell: string): SecurityType | undefined => {
  const exact = Object.keys(SECURITY_TYPES).find((type) => plainWord(type) === plainWord(cell));
  const words = filedWords(cell);
  if (beginsInBasicShares(words)) return OUTSTANDING;
  return exact ?? (DENIED.test(words) || DENIED.test(plainWord(cell)) ? undefined : typeOf(words));
});

/** The first form that fits decides, when no other names a security of another method in words of its own. */
function typeOf(words: string): SecurityType | undefined {
  const [first, rest] = firstType(words);
  if (first === undefined) return undefined;
  const parts = rest.split(/\b(?:and|or|plus)\b/);
  const others = parts.length > 1 ? parts.flatMap((part) => firstType(part)[0] ?? []) : [];
  return others.every((other) => methodOf(other) === methodOf(first)) ? first : undefined;
}

function firstType(words: string): readonly [type: SecurityType | undefined, rest: string] {
  const found = TYPES.find(([, form]) => form.test(words));
  return found ? [found[0], words.replace(found[1], " ")] : [undefined, words];
}

function methodOf(type: SecurityType): string {
  return ALIKE[type] ?? SECURITY_TYPES[type] ?? type;
}

/** Shares issuable for little or no cash count as outstanding (ASC 260-10-45-13), in a loss too. */
export function outstandingAlready(name: string, received: unknown): CalculationError {
  const rule =
    "must be potential shares: shares issuable for little or no cash are outstanding (ASC 260-10-45-13), so add them to the basic weighted shares from the day on which nothing else is awaited";
  return new CalculationError("invalid-input", name, rule, received);
}
