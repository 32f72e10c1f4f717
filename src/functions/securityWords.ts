import type { SecurityKind } from "../core/eps/securities/terms";
import type { Cell } from "./arguments";
import { headerKey, named } from "./table";

/** Columns of a securities table, by every word that users head them with. */
export const SECURITY_COLUMNS = {
  security: "Security",
  securities: "Security",
  "dilutive securities": "Security",
  name: "Security",
  issue: "Security",
  description: "Security",
  grant: "Security",
  instrument: "Security",
  tranche: "Security",
  class: "Class",
  type: "Type",
  "security type": "Type",
  number: "Number",
  shares: "Number",
  "number of shares": "Number",
  "potential shares": "Number",
  "shares under option": "Number",
  "shares issuable": "Number",
  "conversion ratio": "Conversion ratio",
  "exercise price": "Exercise price",
  "strike price": "Exercise price",
  strike: "Exercise price",
  "average price": "Average price",
  "average market price": "Average price",
  "average share price": "Average price",
  "average stock price": "Average price",
  "unrecognized cost": "Unrecognized cost",
  "unrecognised cost": "Unrecognized cost",
  "unrecognized compensation": "Unrecognized cost",
  "unrecognized compensation cost": "Unrecognized cost",
  "add back": "Add-back",
  addback: "Add-back",
  "earnings add back": "Add-back",
  "after tax add back": "Add-back",
  "numerator adjustment": "Add-back",
  "tax rate": "Tax rate",
  from: "From",
  to: "To",
  weight: "Weight",
  "period end": "Period end",
  "period ended": "Period end",
  "quarter ended": "Period end",
  months: "Months",
} as const;

export type SecurityColumn = (typeof SECURITY_COLUMNS)[keyof typeof SECURITY_COLUMNS];

export function securityColumn(key: string): SecurityColumn | undefined {
  return Object.hasOwn(SECURITY_COLUMNS, key) ? SECURITY_COLUMNS[key as keyof typeof SECURITY_COLUMNS] : undefined;
}

/** Types as an error lists them. */
export const SECURITY_TYPES: Readonly<Record<string, SecurityKind>> = {
  option: "option",
  warrant: "warrant",
  RSU: "award",
  "convertible debt": "convertible",
  "convertible preferred": "convertible",
  contingent: "contingent",
  "written put": "writtenPut",
  "purchased option": "purchasedOption",
  subsidiary: "subsidiary",
  incremental: "incremental",
};

/** Other words for the types, in the singular. */
const SYNONYMS: Readonly<Record<string, string>> = {
  ...named(
    "option",
    "stock option",
    "share option",
    "purchase right",
    "espp",
    "stock purchase plan",
    "share purchase plan",
  ),
  ...named("option", "sar", "stock appreciation right", "share appreciation right"),
  ...named(
    "RSU",
    "restricted stock",
    "restricted stock unit",
    "restricted stock award",
    "restricted share",
    "restricted share unit",
    "rsa",
  ),
  ...named(
    "RSU",
    "stock award",
    "share award",
    "stock unit",
    "share unit",
    "nonvested stock",
    "nonvested share",
    "unvested stock",
    "unvested share",
  ),
  ...named(
    "RSU",
    "performance share",
    "performance share unit",
    "performance stock unit",
    "psu",
    "deferred stock unit",
  ),
  ...named(
    "convertible debt",
    "convertible",
    "convertible note",
    "convertible bond",
    "convertible debenture",
    "convertible loan",
  ),
  ...named(
    "convertible preferred",
    "preferred",
    "preferred stock",
    "preferred share",
    "convertible preferred stock",
    "convertible preferred share",
  ),
  ...named("convertible preferred", "convertible preference", "convertible preference share", "preference share"),
  ...named(
    "contingent",
    "contingent share",
    "contingently issuable",
    "contingently issuable share",
    "earn out",
    "earnout",
    "earn out share",
    "earnout share",
  ),
  ...named(
    "written put",
    "put written",
    "forward purchase",
    "forward purchase contract",
    "forward repurchase",
    "forward repurchase contract",
  ),
  ...named(
    "purchased option",
    "purchased put",
    "purchased call",
    "capped call",
    "bond hedge",
    "note hedge",
    "convertible note hedge",
  ),
  ...named("incremental", "incremental share"),
};

/** Words that tell more of a security, and nothing of its type. */
const QUALIFIERS =
  /\b(employee|executive|director|equity|common|ordinary|public|private|prefunded|pre funded|penny|liability classified|senior|subordinated|secured|unsecured|redeemable|cumulative|participating|unvested|nonvested|outstanding)\b/g;

/** The usual word for a type; what is not known stays as it is, to be refused. */
export function usualType(cell: Cell): Cell {
  const word = headerKey(cell);
  return knownType(word) ?? knownType(word.replace(QUALIFIERS, " ").replace(/ +/g, " ").trim()) ?? cell;
}

function knownType(word: string): string | undefined {
  const singular = word.replace(/s$/, "");
  return Object.hasOwn(SYNONYMS, singular) ? SYNONYMS[singular] : TYPE_WORDS.get(singular);
}

const TYPE_WORDS: ReadonlyMap<string, string> = new Map(
  Object.keys(SECURITY_TYPES).map((word) => [word.toLowerCase(), word]),
);
