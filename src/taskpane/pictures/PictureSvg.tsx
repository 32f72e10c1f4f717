import { useId, type ReactNode } from "react";
import type { PictureSeries } from "../../workbook/pictures/picture";
import type { Drawing, Shape } from "./drawing";
import { useLooks } from "./looks";

interface PictureSvgProps {
  readonly drawing: Drawing;
  /** What it shows, for those who do not see it. */
  readonly label: string;
}

/** Shapes as an SVG; each shape has its figure as a tooltip. */
export function PictureSvg({ drawing: { width, height, shapes }, label }: PictureSvgProps) {
  const looks = useLooks();
  const hatch = useId();
  return (
    <svg className={looks.picture} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <Hatch id={hatch} />
      {shapes.map((shape, index) => (
        <ShapeElement key={index} shape={shape} hatch={hatch} />
      ))}
    </svg>
  );
}

/** The second series is hatched, so that it is told from the first without its colour. */
function Hatch({ id }: { readonly id: string }) {
  const looks = useLooks();
  return (
    <defs>
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" className={looks.paper} />
        <rect width="2.4" height="5" className={looks.hatch} />
      </pattern>
    </defs>
  );
}

interface ShapeProps<Is extends Shape["is"] = Shape["is"]> {
  readonly shape: Extract<Shape, { is: Is }>;
  readonly hatch: string;
}

function ShapeElement({ shape, hatch }: ShapeProps): ReactNode {
  const looks = useLooks();
  switch (shape.is) {
    case "bar":
      return <Bar shape={shape} hatch={hatch} />;
    case "outline":
      return <Titled words={shape.words} element={<rect {...shape.box} className={looks.leftOut} />} />;
    case "mark":
      return <Mark shape={shape} hatch={hatch} />;
    case "line":
      return <polyline points={shape.points.map((point) => point.join(",")).join(" ")} className={looks.line} />;
    case "rule":
      return <line {...ends(shape.from, shape.to)} className={looks[shape.look]} />;
    case "dot":
      return (
        <Titled words={shape.words} element={<circle cx={shape.x} cy={shape.y} r="4.5" className={looks.dot} />} />
      );
    case "text":
      return (
        <text x={shape.x} y={shape.y} textAnchor={shape.anchor} className={shape.isStrong && looks.strong}>
          {shape.words}
        </text>
      );
  }
}

function Bar({ shape: { box, series, words }, hatch }: ShapeProps<"bar">) {
  const looks = useLooks();
  const look = [looks.filled, looks.hatched][series] ?? looks.pale;
  const fill = series === 1 ? { fill: `url(#${hatch})` } : {};
  return <Titled words={words} element={<rect {...box} {...fill} className={look} />} />;
}

/** A line with an edge of the paper's colour, to be seen on any column. */
function Mark({ shape: { x1, x2, y, words } }: ShapeProps<"mark">) {
  const looks = useLooks();
  const line = ends([x1, y], [x2, y]);
  return (
    <Titled
      words={words}
      element={
        <>
          <line {...line} className={looks.markEdge} />
          <line {...line} className={looks.mark} />
        </>
      }
    />
  );
}

function Titled({ words, element }: { readonly words: string; readonly element: ReactNode }) {
  return (
    <g>
      {words !== "" && <title>{words}</title>}
      {element}
    </g>
  );
}

function ends([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]) {
  return { x1, y1, x2, y2 };
}

/** What each look means; both marks over columns are one look. */
export function Legend({ series }: { readonly series: readonly PictureSeries[] }) {
  const looks = useLooks();
  const hatch = useId();
  const marks = series.filter(({ over }) => over !== undefined);
  const shown = [...series.filter(({ over }) => over === undefined), ...marks.slice(0, 1)];
  return (
    <ul className={looks.legend}>
      {shown.map(({ name, over }) => (
        <li key={name}>
          <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" className={looks.key}>
            <Hatch id={hatch} />
            {over === undefined ? (
              <Bar shape={keyBar(series.findIndex((one) => one.name === name))} hatch={hatch} />
            ) : (
              <Mark shape={KEY_MARK} hatch={hatch} />
            )}
          </svg>
          {over !== undefined && marks.length > 1 ? "As filed" : name}
        </li>
      ))}
    </ul>
  );
}

function keyBar(series: number): ShapeProps<"bar">["shape"] {
  return { is: "bar", series, box: { x: 1, y: 1, width: 12, height: 12 }, words: "" };
}

const KEY_MARK: ShapeProps<"mark">["shape"] = { is: "mark", series: 2, x1: 0, x2: 14, y: 7, words: "" };
