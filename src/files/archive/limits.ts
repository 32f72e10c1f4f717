/**
 * How much of a file is read before it is refused: far more than a workbook of an accountant holds, and little enough
 * that a page or a command survives whatever it is given.
 */
export const LIMITS = {
  /** Excel writes one part a sheet, table, chart, picture; a workbook of 500 sheets has a few thousand. */
  parts: 20_000,
  /** Of one part, unpacked. Longer text cannot be held as one string. */
  partBytes: 500_000_000,
  /** Of all parts together, unpacked. */
  bytes: 2_000_000_000,
  /** Unpacked to packed, from a size on that could do harm. A sheet of repeated rows reaches 30. */
  ratio: 200,
  ratioFrom: 50_000_000,
  /** Elements within elements. Excel's own parts stay below 30. */
  depth: 200,
  /** The last row and column that Excel has, counted from 0. */
  lastRow: 1_048_575,
  lastColumn: 16_383,
  /** Characters of a text and of a formula. */
  text: 32_767,
  formula: 8_192,
} as const;
