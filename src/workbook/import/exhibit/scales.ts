import type { Units } from "../../eps/filed";

/** What a caption, or the words over a table, say of the scale of their figures; undefined where they say nothing. */
export function statedScale(words: string): number | undefined {
  if (/\b(in|of) billions\b|\(billions\)|\$ ?billions/i.test(words)) return 1_000_000_000;
  if (/\bmillions?\b|\b000,000'?s?\b|[£€$]m\b|\(m\)/i.test(words)) return 1_000_000;
  return /\bthousands\b|\(\$? ?000'?s?( omitted)?\)|\b000'?s\b|\b000 omitted\b/i.test(words) ? 1_000 : undefined;
}

const SCALES = [1, 1_000, 1_000_000] as const;

/**
 * The scales that amounts and shares may have, the likeliest first: as the text says; amounts alone, where shares are
 * printed in full though it does not say so; then every other that the per-share figures may prove.
 */
export function possibleScales(text: string): Units[] {
  const words = text.split("\n").filter((line) => !/\d,\d{3}/.test(line));
  const scale = statedScale(words.join("\n")) ?? 1;
  const alone: Units = { amounts: scale, shares: 1 };
  const both: Units = { amounts: scale, shares: scale };
  const isAmountsAlone =
    /except (for )?(number of )?(common )?shares?\b(?! (amounts|data))|except (for )?(common )?shares? (and|data|amounts)|(dollars|amounts) in (thousands|millions)/i.test(
      text,
    );
  const stated = isAmountsAlone ? [alone, both] : [both, alone];
  const others = SCALES.flatMap((amounts) => SCALES.map((shares): Units => ({ amounts, shares })));
  const all = [...stated, ...others.filter(({ amounts }) => amounts === scale), ...others];
  const key = ({ amounts, shares }: Units) => `${amounts}|${shares}`;
  return [...new Map(all.map((units) => [key(units), units])).values()];
}

/** What is said of the scale of a source; nothing where it prints in full. */
export function scaleWords(source: string, { amounts, shares }: Units): string[] {
  if (amounts === 1 && shares === 1) return [];
  if (amounts === shares)
    return [`The ${source} is ${scaleName(amounts)}; amounts and shares are written out in full.`];
  return [
    `Amounts are ${scaleName(amounts)} and shares ${scaleName(shares)}, the scale at which the per-share figures agree; both are written out in full.`,
  ];
}

function scaleName(scale: number): string {
  if (scale === 1) return "in full";
  return scale === 1_000 ? "in thousands" : scale === 1_000_000 ? "in millions" : "in billions";
}
