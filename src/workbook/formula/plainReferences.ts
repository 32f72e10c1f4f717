import { everyPartOf, readFormula, type Expression } from "./readFormula";
import type { StoredReferences } from "./storedBook";
import type { Place } from "./structuredReference";

/** A formula with its names, parts of tables and spills (A1#) as the cells that they stand for; what is unknown stays. */
export function withPlainReferences(formula: string, references: StoredReferences, place: Place): string {
  const read = readFormula(formula);
  if (!read) return formula;
  const parts = everyPartOf(read.tree);
  const declared = new Set(
    parts.flatMap((part) =>
      part.type === "LetExpression" ? part.declarations.map(({ id }) => id.name.toLowerCase()) : [],
    ),
  );
  let text = read.text;
  let end = Infinity;
  const lastFirst = parts.filter(({ loc }) => loc).sort((a, b) => (b.loc?.[1] ?? 0) - (a.loc?.[1] ?? 0));
  for (const part of lastFirst) {
    const [, to = 0] = part.loc ?? [];
    const from = startOf(part);
    const reference = referenceOf(part);
    if (reference === undefined || to > end || declared.has(reference.toLowerCase())) continue;
    const written = references.written(reference, place);
    if (written === undefined) continue;
    text = text.slice(0, from) + written + text.slice(to);
    end = from;
  }
  return text;
}

/** The reader has A1# begin at its sign. */
function startOf(part: Expression): number {
  const [first] = part.type === "UnaryExpression" ? part.arguments : [part];
  return first?.loc?.[0] ?? 0;
}

function referenceOf(part: Expression): string | undefined {
  if (part.type === "ReferenceIdentifier") return part.value;
  if (part.type !== "UnaryExpression" || part.operator !== "#") return undefined;
  const [of] = part.arguments;
  return of?.type === "ReferenceIdentifier" ? `${of.value}#` : undefined;
}
