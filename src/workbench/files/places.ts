import type { Nullable } from "@univerjs/core";

/** What the grid keeps of a row or a column beside its size. */
interface Line {
  readonly custom?: Nullable<Readonly<Record<string, unknown>>>;
}

/** Marks a row or a column with its place in the file. The mark moves along with it. */
export function placedAt(place: number): { readonly custom: { readonly place: number } } {
  return { custom: { place } };
}

/** Whether rows or columns were inserted, deleted or moved among those that the file has. */
export function isReshaped(lines: Readonly<Record<number, Line>>): boolean {
  const places = Object.entries(lines).flatMap(([at, line]) => {
    const place = line?.custom?.["place"];
    return typeof place === "number" ? [{ at: Number(at), place }] : [];
  });
  const last = places.reduce((most, { place }) => Math.max(most, place), -1);
  return places.some(({ at, place }) => at !== place) || places.length <= last;
}
