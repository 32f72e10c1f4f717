/** @jest-environment jsdom */
import "../../src/engine/customFunctionsRuntime";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryBook } from "../support/memoryBook";
import { faultsOfPane, openPane } from "./openPane";

test("the pane checks the workbook, lists what changed and goes to the cell", async () => {
  const book = new MemoryBook();
  book.addSheet("Loan", [['=LOANBALANCE(36781,"Exhibit 10.10")', '=LOANBALANCE(36781,"Exhibit 10.10")']]);
  book.spill("Loan!B1", [[40484]]);
  await openPane(book, "tieOut");
  await userEvent.click(screen.getByRole("button", { name: "Check the workbook" }));
  await screen.findByText("2 formulas of Tieout: 1 ties, 1 differs, 0 were not checked.");
  await userEvent.click(screen.getByText(/B1: stored 40484, now 40483/));
  expect(book.performed.at(-1)).toMatchObject([{ do: "select", area: { sheet: "Loan", row: 0, column: 1 } }]);
  expect(await faultsOfPane()).toEqual([]);
});
