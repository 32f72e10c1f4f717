import { Text } from "@fluentui/react-components";
import { TICK } from "../../core/tieOut";
import type { CellContent } from "../../workbook/book/book";
import { checkWords, periodWords } from "../../workbook/import/check/checkedReading";
import type { PerShareCheck } from "../../workbook/import/check/perShareCheck";
import { Grid } from "../Grid";

const HEADINGS: readonly CellContent[] = ["Figure", "Computed", "Printed", ""];

/** Every per-share figure that the source prints, beside what its own income over shares makes; those that differ first. */
export function ImportChecks({ checks }: { readonly checks: readonly PerShareCheck[] }) {
  const inOrder = [...checks].sort((a, b) => Number(a.agrees) - Number(b.agrees));
  const rows = inOrder.map((check) => [
    `${check.line}, ${periodWords(check)}`,
    check.computed === undefined ? "not computed" : asPrinted(check.computed, check.printed),
    asPrinted(check.printed, check.printed),
    check.agrees ? TICK : "differs",
  ]);
  return (
    <>
      <Text weight="semibold">{checkWords(checks)}</Text>
      {rows.length > 0 && <Grid label="Computed beside printed" rows={[HEADINGS, ...rows]} />}
    </>
  );
}

/** To the printed figure's decimals, two at least; in parentheses where it is negative. */
function asPrinted(figure: number, printed: number): string {
  const decimals = Math.max(2, String(printed).split(".")[1]?.length ?? 0);
  const text = Math.abs(figure).toFixed(decimals);
  return figure < 0 ? `(${text})` : text;
}
