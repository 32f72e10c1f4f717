/** @jest-environment jsdom */
import "../../src/engine/customFunctionsRuntime";
import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { setOpenWorkbook } from "../../src/functions/cells/openWorkbook";
import { actions } from "../../src/workbook/actions";
import { insertLoanSheet } from "../../src/workbook/loan/insertLoanSheet";
import { SAMPLES } from "../../src/workbook/samples/samples";
import { MemoryBook } from "../support/memoryBook";
import { openPane, type OpenPane } from "./openPane";

let book: MemoryBook;
let opened: OpenPane;
let user: ReturnType<typeof userEvent.setup>;

beforeEach(() => {
  book = new MemoryBook();
  book.addSheet("Mine");
  book.select("Mine!B2");
  user = userEvent.setup();
});
afterEach(async () => {
  await act(async () => opened.pane.unmount());
  setOpenWorkbook({ activeLoan: null });
});

const press = (name: string) => user.click(screen.getByRole("button", { name }));

test("the first figure waits for a loan, and leads to its form", async () => {
  opened = await openPane(book, "help");
  expect(await screen.findByText("B2 is selected, and empty.")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Insert the balance" }).getAttribute("aria-disabled")).toBe("true");
  await press("To New loan");

  expect(await screen.findByRole("button", { name: "New loan" })).toBeTruthy();
});

test("with a loan, three steps end with its balance in the user's own sheet", async () => {
  const terms = [
    ["Loan", "Truck"],
    ["Principal", 1_000],
    ["Start date", 45_672],
    ["Annual rate", 0.12],
    ["Number of payments", 4],
  ];
  const { places } = await insertLoanSheet(book, { terms });
  await actions.chooseActiveLoan(book, { loan: places[0]?.area ?? null });
  opened = await openPane(book, "help");
  expect(await screen.findByText("Describe your loan ✓")).toBeTruthy();
  book.select("Truck!A3");
  await opened.selected();
  expect(await screen.findByText("The cell that is selected is not empty.")).toBeTruthy();
  book.select("Mine!B2");
  await opened.selected();
  await screen.findByText("Select an empty cell of your own sheet ✓");
  await press("Insert the balance");

  expect(await screen.findByText("Inserted =LOANBALANCE(TODAY()) into B2.")).toBeTruthy();
  expect(screen.getByText("Put the balance of today into it ✓")).toBeTruthy();
  expect(book.holds("Mine!B2")).toBe("=LOANBALANCE(TODAY())");
});

test("every sample is there with what it is about, and is inserted as sheets of its own", async () => {
  opened = await openPane(book, "help");
  for (const { title, about } of SAMPLES) {
    expect(screen.getByText(title)).toBeTruthy();
    expect(screen.getByText(about)).toBeTruthy();
  }
  await press("Open Two classes of stock");

  expect(await screen.findByText(/^Inserted the sample Two classes of stock\./)).toBeTruthy();
  expect([...book.sheets.keys()]).toEqual(["Mine", "Two classes"]);
  expect(book.shows("Two classes!D5")).toBe("✓");
});

test("a program that opens a sample as a workbook of its own is asked to", async () => {
  const asked: string[] = [];
  opened = await openPane(book, "help", {
    openSample: async (id) => {
      asked.push(id);
      return true;
    },
  });
  await press("Open Mortgage with extra payments");

  await waitFor(() => expect(asked).toEqual(["mortgage"]));
  expect(book.performed).toEqual([]);
});

test("whoever opens the pane for the first time is shown how to begin", async () => {
  opened = await openPane(book, "help", { preferences: { get: () => undefined, set: () => {} } });

  expect(screen.getByRole("heading", { name: "Your first figure" })).toBeTruthy();
});
