/** The content of values, lists and objects of them: whether two are the same, and a number to look one up by. */

/** Whether two contents are the same; blanks are, and a value that is no number is the same as none. */
export function areSameContent(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!Array.isArray(a) || !Array.isArray(b)) return areSameObjects(a ?? null, b ?? null);
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (!areSameContent(a[at], b[at])) return false;
  return true;
}

function areSameObjects(a: unknown, b: unknown): boolean {
  return typeof a === "object" && typeof b === "object" && JSON.stringify(a) === JSON.stringify(b);
}

/** A whole number of 32 bits: that of the same content is the same, and two that differ seldom share one. */
export function digestOf(content: unknown, before = 0): number {
  if (typeof content === "number") return digestOfNumber(content, before);
  if (typeof content === "string") return digestOfText(content, before);
  if (Array.isArray(content)) {
    let digest = mixed(before, content.length);
    for (const item of content) digest = digestOf(item, digest);
    return digest;
  }
  return digestOfText(JSON.stringify(content ?? null), before);
}

const double = new Float64Array(1);
const halves = new Int32Array(double.buffer);

function digestOfNumber(value: number, before: number): number {
  double[0] = value;
  return mixed(mixed(before, halves[0] ?? 0), halves[1] ?? 0);
}

function digestOfText(text: string, before: number): number {
  let digest = mixed(before, text.length);
  for (let at = 0; at < text.length; at += 1) digest = mixed(digest, text.charCodeAt(at));
  return digest;
}

/** Multiplied by the golden ratio, which spreads what it multiplies (D. E. Knuth, The Art of Computer Programming, 6.4). */
function mixed(digest: number, part: number): number {
  const product = Math.imul(digest ^ part, 0x9e3779b1);
  return product ^ (product >>> 15);
}
