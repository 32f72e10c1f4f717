/** @jest-environment jsdom */
import "../../src/engine/customFunctionsRuntime";
import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryBook } from "../support/memoryBook";
import { faultsOfPane, openPane, type OpenPane } from "./openPane";

let book: MemoryBook;
let opened: OpenPane;
let user: ReturnType<typeof userEvent.setup>;

beforeEach(() => {
  book = new MemoryBook();
  book.addSheet("Sheet1");
  book.addSheet("Dates", [[36_781], [36_800]]);
  book.select("Sheet1!B2");
  user = userEvent.setup();
});
afterEach(() => act(async () => opened.pane.unmount()));

const press = (name: string | RegExp) => user.click(screen.getByRole("button", { name }));
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const answer = () => within(screen.getByRole("region", { name: "Answer" }));

async function fillIn(id: string): Promise<void> {
  opened = await openPane(book, "functions");
  await press(id);
  await press(`Fill in ${id}`);
  await screen.findByRole("region", { name: id });
}

test("a function has a field for each argument with its meaning, and its answer as it is filled in", async () => {
  await fillIn("LOANBALANCE");
  expect(answer().getByText("The answer appears as the fields are filled in.")).toBeTruthy();
  expect(screen.getByText("Date of the balance. One cell or a range.")).toBeTruthy();
  await user.type(field("Date"), "2000-09-12");
  await user.type(field("Loan (may be left out)"), "Exhibit 10.10");

  const shown = await answer().findByText("Answer: 40,483");
  expect(shown.closest("[aria-live=polite]")).not.toBeNull();
  expect(await screen.findByText('=LOANBALANCE(DATE(2000,9,12),"Exhibit 10.10")')).toBeTruthy();
  await press("Insert");
  expect(await screen.findByText('Inserted =LOANBALANCE(DATE(2000,9,12),"Exhibit 10.10") into B2.')).toBeTruthy();
  expect(book.shows("Sheet1!B2")).toBe(40_483);
});

test("words of an argument are choices, each with what it means", async () => {
  await fillIn("DAYCOUNT");
  await user.type(field("Start"), "2025-01-15");
  await user.type(field("End"), "2025-02-15");
  await user.selectOptions(screen.getByLabelText("Convention"), "ACT/360");

  expect(screen.getByText(/^The actual days over a year of 360 days/)).toBeTruthy();
  expect(await answer().findByText("Answer: 0.086111")).toBeTruthy();
});

test("cells that are selected go into the field that has the focus, with their sheet where it is another", async () => {
  await fillIn("LOANBALANCE");
  await user.click(field("Date"));
  book.select("Dates!A1:A2");
  await opened.selected();
  await waitFor(() => expect(field("Date").value).toBe("Dates!A1:A2"));
  book.select("Sheet1!D4");
  await opened.selected();
  await waitFor(() => expect(field("Date").value).toBe("D4"));
  await user.click(field("Loan (may be left out)"));
  book.select("Sheet1!A1:B9");
  await opened.selected();
  await waitFor(() => expect(field("Loan (may be left out)").value).toBe("A1:B9"));

  expect(field("Date").value).toBe("D4");
});

test("an answer of several cells is shown as a table", async () => {
  await fillIn("LOANSCHEDULE");
  await user.type(field("Loan (may be left out)"), "Exhibit 10.10");

  expect((await screen.findByRole("table", { name: "First rows of the answer" })).textContent).toContain("Aug 1, 1997");
});

test("the function's error stands at the argument that it names, and goes when it is mended", async () => {
  await fillIn("LOANBALANCE");
  await user.type(field("Loan (may be left out)"), "Exhibit 10.10");
  await user.type(field("Date"), "soon");

  expect(await screen.findByText('date must be a date; received "soon".')).toBeTruthy();
  expect(field("Date").getAttribute("aria-invalid")).toBe("true");
  await user.clear(field("Date"));
  await user.type(field("Date"), "9/12/2000");
  expect(await screen.findByText(/^Must be a date that reads one way, such as 2000-/)).toBeTruthy();
  await user.clear(field("Date"));
  await user.type(field("Date"), "2000-09-12");
  await answer().findByText("Answer: 40,483");
  expect(field("Date").getAttribute("aria-invalid")).toBeNull();
});

test("what the pane does not calculate is said, and may be inserted all the same", async () => {
  await fillIn("LOANBALANCE");
  await user.type(field("Date"), "EOMONTH(A1,0)");

  expect(await answer().findByText(/^EOMONTH is not calculated here: the sheet calculates it/)).toBeTruthy();
  await press("Insert");
  expect(await screen.findByText("Inserted =LOANBALANCE(EOMONTH(A1,0)) into B2.")).toBeTruthy();
});

test("an insertion that is refused leaves the form as it is", async () => {
  book.type("Sheet1!B2", "typed");
  await fillIn("BASICEPS");
  await user.type(field("Income"), "1000");
  await user.type(field("Shares"), "300");
  await press("Insert");

  expect(await screen.findByText(/^B2 is not empty\./)).toBeTruthy();
  expect(field("Income").value).toBe("1000");
  book.select("Sheet1!D5");
  await press("Use the selected cell");
  await press("Insert");
  expect(await screen.findByText("Inserted =BASICEPS(1000,300) into D5.")).toBeTruthy();
});

describe("the formula of the selected cell", () => {
  const edit = async () => {
    opened = await openPane(book, "functions");
    await press("Edit the selected cell's formula");
  };

  test("is read into the fields, changed, and written back into the cell", async () => {
    book.type("Sheet1!B2", '=ROUND(LOANBALANCE(DATE(2000,9,12),"Exhibit 10.10","stated"),-2)');
    await edit();
    await screen.findByRole("region", { name: "Edit B2" });
    expect(field("Date").value).toBe("2000-09-12");
    expect(field("Loan (may be left out)").value).toBe("Exhibit 10.10");
    await user.selectOptions(screen.getByLabelText("Basis (may be left out)"), "computed");
    await user.clear(field("Date"));
    await user.type(field("Date"), "2001-08-01");
    expect(await answer().findByText("Answer of LOANBALANCE: 22,454")).toBeTruthy();
    await press("Save to the cell");

    const formula = '=ROUND(LOANBALANCE(DATE(2001,8,1),"Exhibit 10.10","computed"),-2)';
    expect(await screen.findByText(`B2 holds ${formula} now.`)).toBeTruthy();
    expect(book.holds("Sheet1!B2")).toBe(formula);
  });

  test("with several of our functions lets one be chosen, and keeps what was changed in another", async () => {
    book.type("Sheet1!B2", "=BASICEPS(1000,300)+BASICEPS(2000,300)");
    await edit();
    await screen.findByRole("region", { name: "Edit B2" });
    await user.clear(field("Income"));
    await user.type(field("Income"), "1500");
    await user.selectOptions(screen.getByLabelText("Function of the formula"), "2. BASICEPS");
    await waitFor(() => expect(field("Income").value).toBe("2000"));
    await press("Save to the cell");

    expect(await screen.findByText("B2 holds =BASICEPS(1500,300)+BASICEPS(2000,300) now.")).toBeTruthy();
  });

  test("is not overwritten where the cell was changed meanwhile", async () => {
    book.type("Sheet1!B2", "=BASICEPS(1000,300)");
    await edit();
    await screen.findByRole("region", { name: "Edit B2" });
    book.type("Sheet1!B2", "=BASICEPS(1,2)");
    await user.type(field("Income"), "0");
    await press("Save to the cell");

    expect(await screen.findByText(/^B2 was changed while the form was open/)).toBeTruthy();
    expect(book.holds("Sheet1!B2")).toBe("=BASICEPS(1,2)");
  });

  test("that has none of our functions is said", async () => {
    book.type("Sheet1!B2", "=SUM(A1:A9)");
    await edit();

    expect(await screen.findByText(/^B2 holds no formula of Tieout's functions\./)).toBeTruthy();
  });
});

test("the form has no fault that axe knows", async () => {
  await fillIn("DILUTEDEPS");
  await user.type(field("Income"), "soon");
  await user.type(field("Shares"), "10");
  await screen.findByText(/^income must/);

  expect(await faultsOfPane()).toEqual([]);
});
