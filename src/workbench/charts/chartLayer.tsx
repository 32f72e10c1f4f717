import { FluentProvider } from "@fluentui/react-components";
import { CommandType, type Injector } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import {
  InsertColMutation,
  InsertRowMutation,
  RemoveColMutation,
  RemoveRowMutation,
  type IInsertRowMutationParams,
} from "@univerjs/sheets";
import { memo } from "react";
import { createRoot } from "react-dom/client";
import { draw } from "../../taskpane/pictures/draw";
import type { Size } from "../../taskpane/pictures/drawing";
import { Legend, PictureSvg } from "../../taskpane/pictures/PictureSvg";
import { useTheme } from "../../taskpane/theme";
import { a1 } from "../../workbook/book/address";
import type { Chart, OpenBook } from "../../workbook/book/book";
import { chartPicture } from "../../workbook/pictures/chartPicture";
import type { Picture } from "../../workbook/pictures/picture";
import { chartsOn, shiftCharts } from "../book/univerCharts";
import { onCalculated, onSelection } from "../changes";
import { sheetView, type SheetView } from "./place";

/** A chart with the figures that its cells have now. */
interface Drawn {
  readonly chart: Chart;
  readonly picture: Picture;
}

/**
 * Shows the charts of the sheet that is open over the cells that they cover. The grid has no floating pictures in its free
 * edition, so they lie in a layer of the page above its canvas: they follow scrolling, zoom, widths and figures, and let
 * the pointer through to the cells.
 */
export function showCharts(api: FUniver, injector: Injector, container: HTMLElement, book: OpenBook): void {
  const layer = container.appendChild(document.createElement("div"));
  layer.className = "charts";
  const root = createRoot(layer);
  let drawn: readonly Drawn[] = [];

  const place = once(() => {
    const view = drawn.length > 0 ? sheetView(api, injector) : undefined;
    root.render(view ? <Charts drawn={drawn} view={view} within={container.getBoundingClientRect()} /> : null);
  });
  const read = once(() => {
    void drawnCharts(api, book).then((charts) => {
      drawn = charts;
      place();
    });
  });
  onCalculated(api, read);
  onSelection(api, read);
  followCells(api);
  api.addEvent(api.Event.CommandExecuted, place);
  new ResizeObserver(place).observe(container);
  read();
}

/** Does something once in the next frame, however often it was asked for before that. */
function once(act: () => void): () => void {
  let isWaiting = false;
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      act();
    });
  };
}

async function drawnCharts(api: FUniver, book: OpenBook): Promise<readonly Drawn[]> {
  const workbook = api.getActiveWorkbook();
  const charts = workbook ? chartsOn(workbook, workbook.getActiveSheet().getSheetId()) : [];
  return Promise.all(
    charts
      .filter(({ over }) => over.rows > 0 && over.columns > 0)
      .map(async (chart) => {
        const { areas } = await book.look({
          areas: [chart.labels, ...chart.series.map(({ figures }) => figures)],
          closely: true,
        });
        const [labels = NO_CELLS, ...series] = areas;
        return { chart, picture: chartPicture(chart, { labels, series }) };
      }),
  );
}

const NO_CELLS = { contents: [], values: [] };

/** Charts move with the rows and columns of their sheet, as references do. */
function followCells(api: FUniver): void {
  api.addEvent(api.Event.CommandExecuted, ({ id, type, params }) => {
    const workbook = api.getActiveWorkbook();
    const shift = type === CommandType.MUTATION ? SHIFTS[id] : undefined;
    if (!workbook || !shift) return;
    const { subUnitId: sheetId, range } = params as IInsertRowMutationParams;
    const [at, last] = shift.along === "row" ? [range.startRow, range.endRow] : [range.startColumn, range.endColumn];
    shiftCharts(workbook, { sheetId, along: shift.along, at, count: (last - at + 1) * shift.sign });
  });
}

const SHIFTS: Readonly<Record<string, { readonly along: "row" | "column"; readonly sign: 1 | -1 }>> = {
  [InsertRowMutation.id]: { along: "row", sign: 1 },
  [RemoveRowMutation.id]: { along: "row", sign: -1 },
  [InsertColMutation.id]: { along: "column", sign: 1 },
  [RemoveColMutation.id]: { along: "column", sign: -1 },
};

interface ChartsProps {
  readonly drawn: readonly Drawn[];
  readonly view: SheetView;
  /** The box that the layer lies in. */
  readonly within: DOMRect;
}

function Charts({ drawn, view: { window, placeOf }, within }: ChartsProps) {
  // The theme would paint its own ground over the cells.
  const seen = { ...window, left: window.left - within.left, top: window.top - within.top, background: "none" };
  return (
    <FluentProvider theme={useTheme(undefined)} className="charts-seen" style={seen}>
      {drawn.map(({ chart, picture }, index) => {
        const { left, top, width, height, zoom } = placeOf(chart.over);
        const size = { width: Math.round(width / zoom), height: Math.round(height / zoom) };
        return (
          <figure
            key={index}
            className="chart"
            aria-label={chart.title}
            style={{ ...size, transform: `translate(${left}px, ${top}px) scale(${zoom})` }}
          >
            <figcaption>{chart.title}</figcaption>
            <ChartPicture chart={chart} picture={picture} {...size} />
          </figure>
        );
      })}
    </FluentProvider>
  );
}

/** What a chart needs besides its drawing: margins, the title above, the legend below. */
const FURNITURE = { width: 24, height: 74 };

interface ChartPictureProps extends Size {
  readonly chart: Chart;
  readonly picture: Picture;
}

/** Drawn again only where the figures or the size are others: it is moved at every turn of the wheel. */
const ChartPicture = memo(function ChartPicture({ chart, picture, width, height }: ChartPictureProps) {
  const size = { width: Math.max(60, width - FURNITURE.width), height: Math.max(60, height - FURNITURE.height) };
  return (
    <>
      <PictureSvg drawing={draw(picture, size)} label={`${chart.title}: the figures are in ${placesOf(chart)}`} />
      {picture.kind === "columns" && picture.series.length > 1 && <Legend series={picture.series} />}
    </>
  );
});

/** The cells are the table behind a chart. */
function placesOf({ labels, series }: Chart): string {
  return [labels, ...series.map(({ figures }) => figures)].map(a1).join(", ");
}
