/** @jest-environment jsdom */
import "../../src/engine/customFunctionsRuntime";
import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { setOpenWorkbook } from "../../src/functions/cells/openWorkbook";
import { insertLoanSheet } from "../../src/workbook/loan/insertLoanSheet";
import { MemoryBook } from "../support/memoryBook";
import { faultsOfPane, openPane, type OpenPane } from "./openPane";

let book: MemoryBook;
let opened: OpenPane;
let user: ReturnType<typeof userEvent.setup>;

beforeEach(() => {
  book = new MemoryBook();
  book.time = 46_295.4; // September 30, 2026
  book.addSheet("Sheet1");
  book.select("Sheet1!B2");
  user = userEvent.setup();
});
afterEach(async () => {
  await act(async () => opened.pane.unmount());
  setOpenWorkbook({ activeLoan: null });
});

const press = (name: string | RegExp) => user.click(screen.getByRole("button", { name }));
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const type = async (name: string, text: string) => {
  await user.clear(field(name));
  if (text !== "") await user.type(field(name), text);
};

async function startNew(): Promise<void> {
  opened = await openPane(book, "loan");
  await press("New loan");
  await screen.findByRole("region", { name: "New loan" });
}

async function typeOwn(): Promise<void> {
  await type("Name of the loan", "Equipment loan");
  await type("Principal", "250,000");
  await type("Start date", "2025-01-15");
  await type("Annual rate", "6.25");
  await type("Number of payments", "60");
  await user.selectOptions(screen.getByLabelText("Day count"), "ACT/360");
}

const result = () => within(screen.getByRole("region", { name: "What follows" }));

describe("a new loan", () => {
  test("says what is still missing, without a fault at any field", async () => {
    await startNew();

    expect(
      result().getByText("The figures appear with the principal, the start date and the annual rate."),
    ).toBeTruthy();
    expect(document.querySelectorAll("[aria-invalid=true]")).toHaveLength(0);
    expect(document.activeElement).toBe(field("Name of the loan"));
  });

  test("shows payment, balance and first lines as it is typed, where a screen reader hears it", async () => {
    await startNew();
    await typeOwn();

    const balance = await result().findByText("Balance today, September 30, 2026: 175,257.11.");
    expect(balance.closest("[aria-live=polite]")).not.toBeNull();
    expect(screen.getByRole("table", { name: "First lines of the schedule" }).textContent).toContain("246,473.42");
    expect(screen.getByText(/^The actual days over a year of 360 days/)).toBeTruthy();
  });

  test("has an error at its field as it is typed, in words, and none once it is mended", async () => {
    await startNew();
    await typeOwn();
    await type("Principal", "a lot");

    expect(await screen.findByText("Must be an amount, such as 250,000.")).toBeTruthy();
    expect(field("Principal").getAttribute("aria-invalid")).toBe("true");
    expect(result().getByText("The figures appear when the marked fields are mended.")).toBeTruthy();
    await type("Principal", "1,000");
    await waitFor(() => expect(field("Principal").getAttribute("aria-invalid")).toBeNull());
  });

  test("is written as a sheet with its balance, and becomes the workbook's", async () => {
    await startNew();
    await typeOwn();
    await user.selectOptions(screen.getByLabelText("What happens"), "Extra payment");
    await user.click(screen.getAllByRole("button", { name: "Add" })[0] as HTMLElement);
    const extra = within(screen.getByRole("group", { name: "Extra payment 1" }));
    await user.type(extra.getByLabelText("Date"), "2025-09-15");
    await user.type(extra.getByLabelText("Amount"), "10,000");
    await result().findByText("Balance today, September 30, 2026: 164,604.70.");
    await press("Insert the loan");

    expect(
      await screen.findByText(
        /^Inserted the sheet Equipment loan; its terms are named Equipment_loan_terms\. The active loan is now/,
      ),
    ).toBeTruthy();
    expect(book.shows("Equipment loan!H4")).toBeCloseTo(164_604.7, 2);
    expect(book.holds("Equipment loan!A1")).toMatch(/^=IF\(/);
    expect(await screen.findByText("'Equipment loan'!A3:E111")).toBeTruthy();
  });

  test("that lacks something is not written: the first field without it has the focus", async () => {
    await startNew();
    await type("Principal", "250,000");
    await press("Insert the loan");

    expect(await screen.findAllByText("Is still to be given.")).toHaveLength(2);
    await waitFor(() => expect(document.activeElement).toBe(field("Start date")));
    expect([...book.sheets.keys()]).toEqual(["Sheet1"]);
  });

  test("stays in its form when the workbook refuses it", async () => {
    await startNew();
    await typeOwn();
    book.beforeEdit = () => {
      throw new Error("The workbook is read-only.");
    };
    await press("Insert the loan");

    expect(await screen.findByText(/The workbook is read-only\./)).toBeTruthy();
    expect(field("Principal").value).toBe("250,000");
    expect([...book.sheets.keys()]).toEqual(["Sheet1"]);
  });

  test("is left by Cancel, and nothing is written", async () => {
    await startNew();
    await press("Cancel");

    expect(await screen.findByRole("button", { name: "New loan" })).toBeTruthy();
    expect(book.performed).toEqual([]);
  });

  test("runs by another measure when that is chosen; what was said by the first goes", async () => {
    await startNew();
    await typeOwn();
    await user.selectOptions(screen.getByLabelText("It ends by"), "a term in years");
    expect(screen.queryByLabelText("Number of payments")).toBeNull();
    await type("Term in years", "5");

    expect(await result().findByText(/^60 payments, the first 4,872\.07/)).toBeTruthy();
  });

  test("takes any other term that an agreement may have", async () => {
    await startNew();
    await typeOwn();
    await user.selectOptions(screen.getByLabelText("Another term"), "Balloon payment");
    await user.click(screen.getAllByRole("button", { name: "Add" })[1] as HTMLElement);
    await type("Balloon payment", "50,000");

    expect(await result().findByText(/^60 payments, the first 4,1/)).toBeTruthy();
  });

  test("has no fault that axe knows", async () => {
    await startNew();
    await user.click(screen.getAllByRole("button", { name: "Add" })[0] as HTMLElement);
    await press("Insert the loan");
    await typeOwn();

    expect(await faultsOfPane()).toEqual([]);
  });
});

describe("an existing loan", () => {
  test("of the sheet that is open is read into the form, changed, and written back where it changed", async () => {
    await insertLoanSheet(book, {
      terms: [
        ["Loan", "Truck"],
        ["Principal", 1_000],
        ["Start date", 45_672],
        ["Annual rate", 0.12],
        ["Number of payments", 4],
      ],
    });
    book.select("Truck!B4");
    opened = await openPane(book, "loan");
    await press("Edit a loan");
    await screen.findByRole("region", { name: "Edit the loan" });
    expect(field("Annual rate").value).toBe("12");
    await type("Annual rate", "9");
    await press("Save to the sheet");

    expect(await screen.findByText("Changed 1 cell of the loan in Truck!A3:E107.")).toBeTruthy();
    expect(await screen.findByRole("button", { name: "B6: Annual rate" })).toBeTruthy();
    expect(book.holds("Truck!B6")).toBe(0.09);
  });

  test("that there is not is said", async () => {
    opened = await openPane(book, "loan");
    await press("Edit a loan");

    expect(await screen.findByText(/^This workbook has no loan of its own yet\./)).toBeTruthy();
  });
});
