/** @jest-environment jsdom */
import { deserialize, serialize } from "node:v8";
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { render, screen, within } from "@testing-library/react";
import axe from "axe-core";
import { PictureFigure } from "../../../src/taskpane/pictures/PictureFigure";
import type { Picture } from "../../../src/workbook/pictures/picture";

Object.assign(globalThis, { structuredClone: (value: unknown) => deserialize(serialize(value)) });

const PICTURE: Picture = {
  kind: "columns",
  title: "Earnings per share by quarter",
  decimals: 2,
  labelsAre: "Period ended",
  isStacked: false,
  labels: ["Mar 2024", "Jun 2024"],
  series: [
    { name: "Basic", figures: [0.5, -0.3] },
    { name: "Diluted", figures: [0.48, -0.3] },
    { name: "Basic, as filed", figures: [0.5, null], over: 0 },
    { name: "Diluted, as filed", figures: [0.47, null], over: 1 },
  ],
};

const show = (picture: Picture) =>
  render(
    <FluentProvider theme={webLightTheme}>
      <main>
        <h2>Pictures</h2>
        <PictureFigure picture={picture} />
      </main>
    </FluentProvider>,
  );

test("says what it shows, and has its figures in a table", () => {
  show(PICTURE);

  const picture = screen.getByRole("img");
  expect(picture.getAttribute("aria-label")).toBe(
    "Earnings per share by quarter: Basic, Diluted, Basic, as filed, Diluted, as filed, 2 rows; the table below has the figures",
  );
  const table = screen.getByRole("table", { name: "Figures of Earnings per share by quarter", hidden: true });
  expect(
    within(table)
      .getAllByRole("row", { hidden: true })
      .map((row) => [...row.children].map((cell) => cell.textContent)),
  ).toEqual([
    ["Period ended", "Basic", "Diluted", "Basic, as filed", "Diluted, as filed"],
    ["Mar 2024", "0.50", "0.48", "0.50", "0.47"],
    ["Jun 2024", "(0.30)", "(0.30)", "", ""],
  ]);
});

test("has a column for each figure that is computed, a mark for each that was filed, and a tooltip on both", () => {
  const { container } = show(PICTURE);
  const titles = [...container.querySelectorAll("svg[role=img] title")].map((title) => title.textContent);
  expect(titles).toEqual([
    "Mar 2024, Basic: 0.50",
    "Mar 2024, Diluted: 0.48",
    "Mar 2024, Basic, as filed: 0.50",
    "Mar 2024, Diluted, as filed: 0.47",
    "Jun 2024, Basic: (0.30)",
    "Jun 2024, Diluted: (0.30)",
  ]);
  expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual(["Basic", "Diluted", "As filed"]);
});

test("has nothing that axe finds fault with", async () => {
  const { container } = show(PICTURE);
  const { violations } = await axe.run(container, { rules: { "color-contrast": { enabled: false } } }); // needs a browser
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});
