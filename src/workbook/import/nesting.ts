import type { Document, Node } from "@xmldom/xmldom";

/** No page of a filing comes near it; what walks a page by calling itself stays within the stack. */
const DEEPEST = 1_000;

/** @throws RangeError where elements stand within elements beyond anything that a page needs */
export function requireReadableDepth(page: Document): void {
  let depth = 0;
  let node: Node | null = page;
  while (node) {
    if (node.firstChild) {
      node = node.firstChild;
      depth += 1;
    } else {
      while (node && !node.nextSibling) {
        node = node.parentNode;
        depth -= 1;
      }
      node = node?.nextSibling ?? null;
    }
    if (depth > DEEPEST) throw new RangeError(`elements stand ${DEEPEST} deep`);
  }
}
