import { plainWord } from "../../core/given";
import type { SecurityKind } from "../../core/eps/securities/terms";
import type { Cell } from "../cells/arguments";
import { vocabulary } from "../cells/vocabulary";

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
  contingent: "contingent",
  "written put": "writtenPut",
  "purchased option": "purchasedOption",
  subsidiary: "subsidiary",
  incremental: "incremental",
};

/** Every word for a type, in the singular. */
const TYPES = vocabulary({
  option: [
    "stock option",
    "share option",
    "purchase right",
    "espp",
    "stock purchase plan",
    "share purchase plan",
    "sar",
    "stock appreciation right",
    "share appreciation right",
  ],
  warrant: [],
  RSU: [
    "restricted stock",
    "restricted stock unit",
    "restricted stock award",
    "restricted share",
    "restricted share unit",
    "rsa",
    "stock award",
    "share award",
    "stock unit",
    "share unit",
    "nonvested stock",
    "nonvested share",
    "unvested stock",
    "unvested share",
    "performance share",
    "performance share unit",
    "performance stock unit",
    "psu",
    "deferred stock unit",
  ],
  "convertible debt": [
    "convertible",
    "convertible note",
    "convertible bond",
    "convertible debenture",
    "convertible loan",
  ],
  "convertible preferred": [
    "preferred",
    "preferred stock",
    "preferred share",
    "convertible preferred stock",
    "convertible preferred share",
    "convertible preference",
    "convertible preference share",
    "preference share",
  ],
  contingent: [
    "contingent share",
    "contingently issuable",
    "contingently issuable share",
    "earn out",
    "earnout",
    "earn out share",
    "earnout share",
  ],
  "written put": [
    "put written",
    "forward purchase",
    "forward purchase contract",
    "forward repurchase",
    "forward repurchase contract",
  ],
  "purchased option": [
    "purchased put",
    "purchased call",
    "capped call",
    "bond hedge",
    "note hedge",
    "convertible note hedge",
  ],
  subsidiary: [],
  incremental: ["incremental share"],
});

/** Words that tell more of a security, and nothing of its type. */
const QUALIFIERS =
  /\b(employee|executive|director|equity|common|ordinary|public|private|prefunded|pre funded|penny|liability classified|senior|subordinated|secured|unsecured|redeemable|cumulative|participating|unvested|nonvested|outstanding)\b/g;

/** The usual word for a type; what is not known stays as it is, to be refused. */
export function usualType(cell: Cell): Cell {
  const word = plainWord(cell);
  return knownType(word) ?? knownType(word.replace(QUALIFIERS, " ")) ?? cell;
}

function knownType(word: string): string | undefined {
  return TYPES.named(word.trim().replace(/s$/, ""));
}
