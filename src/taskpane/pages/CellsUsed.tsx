import { Link, makeStyles, Text } from "@fluentui/react-components";
import { useState } from "react";
import type { Explanation } from "../../workbook/actions";
import { a1 } from "../../workbook/book/address";
import type { Area, OpenBook } from "../../workbook/book/book";
import { useWork } from "../work";

const useStyles = makeStyles({
  places: { display: "grid", gap: "6px", margin: 0, paddingLeft: "18px", "& button": { verticalAlign: "top" } },
});

interface CellsUsedProps {
  readonly explained: Explanation;
  readonly book: OpenBook;
}

/** The cells that a figure comes from, each a link to it, and the way back to the cells from which one went. */
export function CellsUsed({ explained: { cell, cells = [] }, book }: CellsUsedProps) {
  const styles = useStyles();
  const { fail } = useWork();
  const [way, setWay] = useState<readonly Area[]>([]);
  const select = (area: Area) => void book.perform([{ do: "select", area }]).catch(fail);
  const go = (area: Area) => {
    setWay([...way, cell]);
    select(area);
  };
  const last = way.at(-1);
  const back = () => {
    setWay(way.slice(0, -1));
    if (last) select(last);
  };
  return (
    <>
      {cells.length > 0 && (
        <>
          <Text as="h3" block weight="semibold">
            Where its values come from
          </Text>
          <ul className={styles.places} aria-label="Where its values come from">
            {cells.map(({ area, words }) => (
              <li key={words}>
                <Link as="button" onClick={() => go(area)}>
                  {words}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {last && (
        <Link as="button" onClick={back}>
          Back to {last.sheet} {a1(last)}
        </Link>
      )}
    </>
  );
}
