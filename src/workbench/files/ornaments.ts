import type { IStyleData, Workbook, Worksheet } from "@univerjs/core";
import { cellKey, type SheetReading } from "./bookReading";

/** Reads how the cells of a sheet look in ways that a file is not given; cells that look in no such way are absent. */
export function ornamentsOf(sheet: Worksheet, workbook: Workbook): ReadonlyMap<number, string> {
  const styles = workbook.getStyles();
  const known = new Map<string, string>();
  const textOf = (style: unknown) => {
    const own = ornament(styles.get(style as string) ?? {});
    if (typeof style === "string") known.set(style, own);
    return own;
  };
  const ornaments = new Map<number, string>();
  sheet.getCellMatrix().forValue((row, column, cell) => {
    const style = cell?.s;
    if (!style) return;
    const text = (typeof style === "string" && known.get(style)) || textOf(style);
    if (text !== "") ornaments.set(cellKey(row, column), text);
  });
  return ornaments;
}

function ornament({ ff, ul, st, ol, va, vt, tr, bd }: IStyleData): string {
  const lines = [ul, st, ol].map((line) => (line?.s ? "line" : ""));
  const borders = [bd?.l, bd?.t, bd?.r].map((border) => border?.s ?? "");
  const parts = [ff ?? "", ...lines, va || "", vt || "", tr?.a || tr?.v || "", ...borders];
  return parts.some((part) => part !== "") ? parts.join(" ") : "";
}

/** How many cells look otherwise than they did, in ways that a file is not given. */
export function changedOrnaments(before: SheetReading | undefined, now: SheetReading): number {
  const keys = new Set([...now.ornaments.keys(), ...(before?.ornaments.keys() ?? [])]);
  return [...keys].filter((key) => before?.ornaments.get(key) !== now.ornaments.get(key)).length;
}
