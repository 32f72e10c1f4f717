import { plainWord } from "../../core/given";
import type { Cell } from "../cells/arguments";
import { vocabulary } from "../cells/vocabulary";
import { filedWords } from "./filedWords";

/** Columns of a share ledger, as its keepers and transfer agents head them. */
export const CHANGE_COLUMNS = vocabulary({
  Date: ["effective date", "transaction date", "issue date", "settlement date", "trade date", "posting date"],
  Kind: ["type", "event", "transaction", "transaction type", "activity", "description", "transaction description"],
  Quantity: [
    ...[
      "shares",
      "number",
      "ratio",
      "quantity or ratio",
      "number of shares",
      "change",
      "net change",
      "change in shares",
    ],
    ...["shares issued", "issued", "share change", "net shares", "shares issued (cancelled)"],
  ],
  Balance: [
    ...["running balance", "shares outstanding", "outstanding", "balance outstanding", "ending balance"],
    ...["closing balance", "total outstanding", "total shares outstanding", "outstanding shares", "share balance"],
  ],
  "Exercise price": ["subscription price"],
  "Market price": ["fair value", "share price"],
  Note: [
    ...["notes", "memo", "remarks", "comment", "comments", "reference", "holder", "shareholder", "stockholder"],
    ...["account", "account number", "certificate", "certificate number", "cert no", "cert no.", "transaction id"],
  ],
});

export type ChangeColumn = (typeof CHANGE_COLUMNS.meanings)[number];

export type ChangeKind = "issue" | "repurchase" | "split" | "reverse split" | "stock dividend" | "rights" | "balance";

/** What shares leave the count by, in the form of {@link filedWords}. */
const LEAVES =
  /\b(repurchas\w*|buy ?backs?|bought back|reacquir\w*|treasury shares (acquired|purchas\w*|bought|additions?)|(acquisition|purchases?|acquired|purchased|bought) treasury|purchas\w* (common )?(shares )?treasury|open market purchases?|treasury purchases?|cancell?ed|cancell?ations?|retire[ds]?|retirements?|forfeit\w*|withheld|withholding|surrender\w*|tender offer|shares redeemed|redemption (common )?shares)\b/;
/** What they come by. */
const COMES =
  /\b(issu(e|ed|es|ance|ances)|reissu\w*|sales?|sold|offerings?|ipo|conver(sions?|ted|ts)|exercis\w*|vest(s|ed|ing|ings)?|releas(e|ed|es)|reinvest\w*|treasury shares (sold|reissued)|private placement|pipe|settle(d|ment)|exchange[ds]?|redemption (op |lp |llc |partnership |common )?units|contribut\w*|deliver(y|ed|ies))\b/;
/** A plan by which shares come, where nothing says how. */
const PLAN = /\b(espp|purchase plan|drip|atm|at market|401 ?k|esop)\b/;

/** Options and units are no shares until they are exercised or vest, and unvested stock is outstanding for nobody's EPS. */
const NO_SHARES =
  /\b(options?|warrants?|sars?|rsus?|psus?|units)\b.*\b(cancell?\w*|forfeit\w*|expir\w*|grant\w*|award\w*)\b|\b(cancell?\w*|forfeit\w*|expir\w*|grant\w*|award\w*)\b.*\b(options?|warrants?|sars?|rsus?|psus?)\b|\b(unvested|nonvested|restricted)\b.*\b(grant\w*|award(ed)?)\b|\bgrant\w* (unvested|nonvested|restricted)\b/;
/** The same of stock that must still vest: its grant and its forfeiture change no count, its vesting does. */
const STILL_TO_VEST =
  /^(?!.*\b(vest(s|ed|ings?)?|releas\w*|settle\w*|plan|purchase)\b)(?=.*\b(restricted|unvested|nonvested|rsas?)\b).*\b(issu\w*|forfeit\w*|cancell?\w*|grant\w*|award(ed)?|reacquir\w*)\b/;
const COUNTED_ALREADY = /\b(prefunded|penny) warrants?\b.*\bexercis|\bexercis\w*\b.*\b(prefunded|penny) warrants?\b/;

/** The usual word for a kind of change; what is not known stays as it is, to be refused. */
export function usualKind(cell: Cell): Cell {
  if (typeof cell !== "string") return cell;
  return kindIn(cell) ?? cell;
}

function kindIn(cell: string): ChangeKind | undefined {
  const words = filedWords(cell);
  if (/\b(opening|beginning|closing|ending|brought|carried)?\b.*\bbalance\b/.test(words)) return "balance";
  if (/\b(reverse|consolidation)\b/.test(words)) return "reverse split";
  if (/\bsplit\b/.test(words)) return /\bdividends?\b/.test(words) ? "stock dividend" : "split";
  if (/\bbonus\b|\b(shares|common) dividends?\b|^dividends? (common )?shares$/.test(words)) return "stock dividend";
  if (/\brights\b/.test(words) && !/\b(exercis\w*|appreciation)\b/.test(words)) return "rights";
  if ([NO_SHARES, STILL_TO_VEST, COUNTED_ALREADY].some((form) => form.test(words))) return undefined;
  return directionOf(words);
}

/** What comes first decides: shares withheld on vesting leave, an exercise net of shares withheld comes. */
function directionOf(words: string): ChangeKind | undefined {
  const [leaves, comes] = [LEAVES, COMES].map((form) => form.exec(words)?.index ?? Infinity);
  if (leaves === comes) return PLAN.test(words) ? "issue" : undefined;
  return (leaves ?? 0) < (comes ?? 0) ? "repurchase" : "issue";
}

/** Why a kind that is known for what it is changes no count; undefined where the kind is not known at all. */
export function whyNoChange(cell: Cell): string | undefined {
  const words = filedWords(plainWord(cell));
  if (COUNTED_ALREADY.test(words))
    return "must change the count: shares issuable for little or no cash were outstanding from their issue (ASC 260-10-45-13), so leave their exercise out";
  if (NO_SHARES.test(words) || STILL_TO_VEST.test(words))
    return "must change the shares outstanding: options, units and unvested stock are none until they are exercised or vest, so leave the row out, and give the exercise or the vesting";
  return undefined;
}
