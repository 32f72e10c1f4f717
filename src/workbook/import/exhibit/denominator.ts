import { distinct, sumOf, unitLike, type Figure, type FiguresOf } from "./figures";
import { isReduction, type RoleLine } from "./roles";

/**
 * The first count of average shares, with the parts that the exhibit makes it of: shares issued, bought back, not yet
 * allocated. Where it prints their total, that is taken.
 */
export function weightedOf(of: FiguresOf, isIn: (line: RoleLine) => boolean = () => true): number | undefined {
  const [first, ...others] = of("Weighted shares").filter(({ line }) => isIn(line));
  if (!first) return undefined;
  const isBeside = ({ line }: Figure) => line.section === first.line.section;
  const parts = distinct(of("Part of weighted shares").filter(isBeside));
  const sum = first.value + sumOf(parts.map(({ line, value }) => (takesAway(line) ? -Math.abs(value) : value)));
  const total = others.filter(isBeside).find(({ value }) => Math.abs(value - sum) <= 2 * unitLike(value));
  return parts.length > 0 && total ? total.value : sum;
}

/** "Less unearned ESOP shares   26,448" */
function takesAway({ caption }: RoleLine): boolean {
  return /^less\b|\bunallocated\b|\bunearned\b|\btreasury\b/i.test(caption);
}

/**
 * The classes of the computation that dilutes most; those of primary shares too, where it goes on from their total. A
 * class that leaves the column blank has none. What a line takes away, as the shares that proceeds buy back, belongs to
 * the class above it.
 */
export function classesOf(of: FiguresOf, lines: readonly RoleLine[]): Record<string, number> {
  const isFull = ({ section }: RoleLine) => section === "fully diluted";
  const classes = lines.filter(({ role }) => role === "Security");
  const startsAgain = classes.some(isFull) && lines.some((line) => line.role === "Weighted shares" && isFull(line));
  const counted = startsAgain ? classes.filter(isFull) : classes;
  const figures = distinct(of("Security").filter(({ line }) => counted.includes(line)));
  const shares = new Map(counted.filter((line) => !isReduction(line)).map((line) => [nameOf(line), 0]));
  let last: string | undefined;
  for (const { line, value } of figures) {
    if (!isReduction(line) || last === undefined) last = nameOf(line);
    shares.set(last, (shares.get(last) ?? 0) + value);
  }
  const [basic, total] = [weightedOf(of), of("Diluted shares").at(-1)?.value];
  const own = startsAgain ? weightedOf(of, isFull) : undefined;
  if (own !== undefined && basic !== undefined && own > basic) shares.set(IN_OWN_AVERAGE, own - basic);
  if (shares.size > 0 || total === undefined || basic === undefined || total <= basic)
    return Object.fromEntries(shares);
  return { [ALL_CLASSES]: total - basic };
}

function nameOf({ className, caption }: RoleLine): string {
  return className ?? caption;
}

/** What fully diluted average shares have more than those of basic or primary earnings per share. */
const IN_OWN_AVERAGE = "Other dilutive potential common shares";
/** What the classes add together, where an exhibit prints their total alone. */
const ALL_CLASSES = "Dilutive potential common shares";

function isPrimary({ section, role, caption }: RoleLine): boolean {
  return section === "primary" || (role === "Basic EPS" && /\bprimary\b/i.test(caption));
}

/** Shares of primary earnings per share, where the exhibit has them. */
export function primarySharesOf(of: FiguresOf, lines: readonly RoleLine[]): number | undefined {
  if (!lines.some(isPrimary)) return undefined;
  const primary = of("Diluted shares").filter(
    ({ line }) => line.section !== "fully diluted" && line.section !== "diluted",
  );
  return primary[0]?.value;
}
