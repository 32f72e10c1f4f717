import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { tableOf, type Picture } from "../../workbook/pictures/picture";
import { Grid } from "../Grid";
import { draw } from "./draw";
import type { Size } from "./drawing";
import { Legend, PictureSvg } from "./PictureSvg";

const useStyles = makeStyles({
  figure: { margin: 0, width: "100%", maxWidth: "420px", display: "flex", flexDirection: "column", gap: "6px" },
  table: { "& summary": { cursor: "pointer", padding: "4px 0", color: tokens.colorNeutralForeground2 } },
});

/** As wide as the narrowest pane is within its margins; a wider one shows it a little larger. */
const SIZE: Size = { width: 296, height: 190 };

/** A picture with its title, what its looks mean, and the table of its figures behind it. */
export function PictureFigure({ picture }: { readonly picture: Picture }) {
  const styles = useStyles();
  const table = tableOf(picture);
  return (
    <figure className={styles.figure} aria-label={picture.title}>
      <Text as="h3" block weight="semibold">
        {picture.title}
      </Text>
      <PictureSvg drawing={draw(picture, SIZE)} label={summaryOf(picture)} />
      {picture.kind === "columns" && <Legend series={picture.series} />}
      <details className={styles.table}>
        <summary>The figures as a table</summary>
        <Grid label={`Figures of ${picture.title}`} rows={table} decimals={picture.decimals} />
      </details>
    </figure>
  );
}

/** What a reader hears in the picture's place: what it shows, and where its figures are. */
function summaryOf(picture: Picture): string {
  const rows = tableOf(picture).length - 1;
  const what = picture.kind === "columns" ? picture.series.map(({ name }) => name).join(", ") : picture.name;
  return `${picture.title}: ${what}, ${rows} ${rows === 1 ? "row" : "rows"}; the table below has the figures`;
}
