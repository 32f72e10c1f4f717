import { makeStyles, tokens } from "@fluentui/react-components";

const FORCED = "@media (forced-colors: active)";
const [FIRST, SECOND, QUIET] = [
  tokens.colorBrandForeground1,
  tokens.colorPaletteDarkOrangeForeground1,
  tokens.colorNeutralStrokeAccessible,
];

/** The looks of pictures, from the theme in light and dark; in forced colours by the colours of the system. */
export const useLooks = makeStyles({
  picture: {
    display: "block",
    width: "100%",
    height: "auto",
    overflow: "visible",
    forcedColorAdjust: "none",
    printColorAdjust: "exact",
    "& text": {
      fontSize: "11px",
      fontVariantNumeric: "tabular-nums",
      fill: tokens.colorNeutralForeground1,
      // A halo keeps words clear of a line that passes behind them.
      paintOrder: "stroke",
      stroke: tokens.colorNeutralBackground1,
      strokeWidth: "3px",
      strokeLinejoin: "round",
      [FORCED]: { fill: "CanvasText", stroke: "Canvas" },
    },
  },
  key: { display: "block", flexShrink: 0, width: "14px", forcedColorAdjust: "none", printColorAdjust: "exact" },
  strong: { fontWeight: tokens.fontWeightSemibold },
  filled: { fill: FIRST, [FORCED]: { fill: "CanvasText" } },
  hatched: { stroke: SECOND, strokeWidth: "1px", [FORCED]: { stroke: "CanvasText" } },
  hatch: { fill: SECOND, [FORCED]: { fill: "CanvasText" } },
  paper: { fill: tokens.colorNeutralBackground1, [FORCED]: { fill: "Canvas" } },
  pale: { fill: tokens.colorNeutralStroke2, stroke: QUIET, [FORCED]: { fill: "Canvas", stroke: "CanvasText" } },
  leftOut: { fill: "none", stroke: QUIET, strokeDasharray: "2 2", [FORCED]: { stroke: "CanvasText" } },
  mark: { stroke: tokens.colorNeutralForeground1, strokeWidth: "2.5px", [FORCED]: { stroke: "Highlight" } },
  markEdge: { stroke: tokens.colorNeutralBackground1, strokeWidth: "5px", [FORCED]: { stroke: "Canvas" } },
  line: {
    fill: "none",
    stroke: FIRST,
    strokeWidth: "2px",
    strokeLinejoin: "round",
    [FORCED]: { stroke: "CanvasText" },
  },
  grid: { stroke: tokens.colorNeutralStroke2, [FORCED]: { stroke: "GrayText" } },
  zero: { stroke: QUIET, [FORCED]: { stroke: "CanvasText" } },
  guide: { stroke: QUIET, strokeDasharray: "2 3", [FORCED]: { stroke: "CanvasText" } },
  dot: {
    fill: SECOND,
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: "1.5px",
    [FORCED]: { fill: "Highlight", stroke: "Canvas" },
  },
  legend: {
    display: "flex",
    flexWrap: "wrap",
    gap: "4px 14px",
    margin: 0,
    padding: 0,
    listStyleType: "none",
    fontSize: tokens.fontSizeBase200,
    "& li": { display: "flex", alignItems: "center", gap: "5px" },
  },
});
