/** @jest-environment jsdom */
import "../../src/engine/customFunctionsRuntime";
import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryBook } from "../support/memoryBook";
import { faultsOfPane, openPane, type OpenPane } from "./openPane";

let book: MemoryBook;
let opened: OpenPane;
let user: ReturnType<typeof userEvent.setup>;

beforeEach(() => {
  book = new MemoryBook();
  book.addSheet("Sheet1");
  book.select("Sheet1!B2");
  user = userEvent.setup();
});
afterEach(() => act(async () => opened.pane.unmount()));

const press = (name: string) => user.click(screen.getByRole("button", { name }));
const type = async (name: string, text: string) => {
  await user.clear(screen.getByLabelText(name));
  await user.type(screen.getByLabelText(name), text);
};
const result = () => within(screen.getByRole("region", { name: "What follows" }));

test("a new EPS table shows its figures as it is typed, is written, and is edited by the same form", async () => {
  opened = await openPane(book, "eps");
  await press("New EPS table");
  await screen.findByRole("region", { name: "New EPS table" });
  expect(result().getByText("The figures appear with: period end, net income, weighted shares.")).toBeTruthy();
  await type("The period ends on", "2002-09-30");
  await type("Net income", "loss");
  await type("Weighted-average common shares", "7,737,946");
  expect(await screen.findByText("Must be a figure, such as 377,000 or (462,000).")).toBeTruthy();
  await type("Net income", "(462,000)");

  expect(
    await result().findByText(/^Basic net .*per share: \(0\.06\)\. Diluted net .*per share: \(0\.06\)\.$/),
  ).toBeTruthy();
  expect(screen.getByRole("table", { name: "The exhibit" })).toBeTruthy();
  expect(await faultsOfPane()).toEqual([]);
  await press("Insert the EPS table");
  expect(await screen.findByText(/^Inserted the EPS sheet with 1 period, and its period table\./)).toBeTruthy();
  expect(book.holds("EPS periods!C2")).toBe(-462_000);

  await press("Edit a period");
  await screen.findByRole("region", { name: "Edit the period" });
  await type("Net income", "377,000");
  await press("Save to the table");
  expect(await screen.findByText(/^Changed 1 figure of the period\./)).toBeTruthy();
  expect(book.holds("EPS periods!C2")).toBe(377_000);
});
