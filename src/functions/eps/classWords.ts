import { filedWords } from "./filedWords";

/** Words of securities that become common shares, in the one form that {@link filedWords} gives them. */
const SECURITY =
  /\b(options?|warrants?|rights?|sars?|ssars?|appreciation|rsus?|psus?|prsus?|rsas?|dsus?|msus?|teus?|restricted|nonvested|unvested|awards?|shares grants?|espp|esop|ltip|purchase plan|(incentive|equity|shares|compensation|employee|directors?) plans?|convertibles?|exchangeable|conversion|notes?|bonds?|debentures?|lyons?|cocos?|percs|preferred|contingent|contingently|earn ?outs?|escrow(ed)?|holdback|forward|puts?|units|(llc|lp|op|partnership|membership|profits?) interest|issuable|dilutive|incremental|potential(ly)?|equivalents?|shares based payments?|(performance|deferred|phantom|founders?|sponsor) shares)\b/;

/** Words of amounts that stand beside counts of shares in a filing, of dates, and of sums that would count a class twice. */
const AMOUNT =
  /\b(revenues?|sales|expenses?|costs?|tax|taxes|dividends|discontinued|distributions?|beneficial conversion|allocated|participating securities|accretion|adjustments?|redemption|proceeds|gain|antidilutive|excluded|exercisable|exercised|granted|forfeited|cancell?ed|expired|authorized|treasury shares(?! method)|noncontrolling|average (number )?(common )?shares)\b|^total\b|^(fiscal |calendar )?(year|quarter|period|month|date|fy)\b/;
/** What is told of a security, and is no count of the shares that it adds. */
const TOLD_OF_IT =
  /\b(fair value|change|payable|receivable|amortization|premium|discount|extinguishment|provision|compensation(?! plans?)|brought|carried|sold|produced|shipped|(exercise|strike|conversion|purchase) (price|ratio|rate)|remaining|vested|vesting)\b|\bcontingent (consideration|liabilit\w*|payments?|income)\b(?!.*\bshares\b)|^(number )?(shares )?(options|warrants|rsus|units|awards)( options)? outstanding$|^number (shares )?(options|warrants|rsus|units|awards)$|^(?!.*\bconvertible\b).*\bredeemable\b/;
/** Interest is an amount; membership interests, in the plural, are a security. */
const INTEREST = /\binterest\b/i;
/** The same, unless a word of a security says otherwise: "Contingent shares (earnings target)". */
const RESULT =
  /\b(income|eps|per share|price|(basic|diluted)\b.*\bshares)\b|^((common|ending|opening) )*shares( (outstanding|issued))?$/;
const UNLESS =
  /\b(options?|warrants?|convertible|contingent|contingently|issuable|dilutive|incremental|potential(ly)?)\b/;

/**
 * Whether words head a class of potential shares by themselves: they name a kind of security, and neither an amount nor
 * a sum.
 *
 * @example isClassOfShares("Dilutive effect of stock options") // true; "Treasury shares", "Deemed dividend": false
 */
export function isClassOfShares(caption: string): boolean {
  const words = filedWords(caption);
  if (/^profits interests$/i.test(caption.trim())) return true; // profits are else a word for income
  const isFigure = AMOUNT.test(words) || INTEREST.test(caption) || (RESULT.test(words) && !UNLESS.test(words));
  return !isFigure && !TOLD_OF_IT.test(words) && !beginsInBasicShares(words) && SECURITY.test(words);
}

/** Shares that are issuable for little or no cash are outstanding as soon as nothing else is awaited (ASC 260-10-45-13). */
export function beginsInBasicShares(words: string): boolean {
  return /\b(prefunded|penny|nominal)\b/.test(words) && /\bwarrants?\b/.test(words);
}
