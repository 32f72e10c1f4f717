/** @jest-environment jsdom */
import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { catalogue } from "../../src/functions/catalogue";
import { firstSentence } from "../../src/functions/helpText";
import { mountTaskPane, type MountedPane } from "../../src/taskpane/mount";
import { PAGES, type PageName } from "../../src/taskpane/pageNames";
import type { PaneServices } from "../../src/taskpane/services";
import type { Actions } from "../../src/workbook/actions";
import { cellAt } from "../../src/workbook/book/address";
import { ActionError, Cancelled, found, report } from "../../src/workbook/book/report";
import { explain } from "../../src/workbook/explain/explain";
import type { Picture } from "../../src/workbook/pictures/picture";
import { MemoryBook } from "../support/memoryBook";
import "./browserParts";

const EMPTY_PICTURE: Picture = {
  kind: "columns",
  title: "Nothing",
  decimals: 0,
  labelsAre: "Year",
  isStacked: false,
  labels: [],
  series: [],
};

/** Actions that note how they were called and answer at once; a test replaces the one it is about. */
function actionsThatNote(called: unknown[]): Actions {
  const noted = (name: string) => async (_book: unknown, options: unknown) => {
    called.push([name, options]);
    return report(`${name} done.`, true);
  };
  return {
    insertLoanSheet: noted("insertLoanSheet"),
    insertFittedLoan: noted("insertFittedLoan"),
    insertEpsSheet: noted("insertEpsSheet"),
    insertEpsFootnote: noted("insertEpsFootnote"),
    refreshEps: noted("refreshEps"),
    rollForward: noted("rollForward"),
    importPeriods: noted("importPeriods"),
    tieOut: noted("tieOut"),
    checkOpenBook: noted("checkOpenBook"),
    repair: noted("repair"),
    recalculateAll: noted("recalculateAll"),
    chooseActiveLoan: noted("chooseActiveLoan"),
    loadActiveLoan: async () => ({ area: null, label: "Exhibit 10.10 (built in)", isChosen: true }),
    pictureLoan: async () => ({ runoff: EMPTY_PICTURE, balance: EMPTY_PICTURE }),
    pictureEps: async () => null,
    explain: async () => ({ cell: cellAt("Loan", 3, 1), formula: "", shows: "", said: "An empty cell.", workings: [] }),
  };
}

let pane: MountedPane;
let book: MemoryBook;
let called: unknown[];
let user: ReturnType<typeof userEvent.setup>;
let selectionChanged: () => void;
let kept: Map<string, unknown>;
let startup: PaneServices["startup"];
let prefix: string;

async function open(page: PageName, changes: Partial<Actions> = {}): Promise<void> {
  const services: PaneServices = {
    book,
    actions: { ...actionsThatNote(called), ...changes },
    preferences: { get: (key) => kept.get(key), set: (key, value) => void kept.set(key, value) },
    ...(startup ? { startup } : {}),
    about: { version: "1.2.3", program: "Excel", prefix, shortcuts: [["F6", "to the pane"]] },
    watchSelection: (selected) => {
      selectionChanged = selected;
      return () => {};
    },
  };
  kept.set("page", page);
  [document.documentElement.lang, document.title] = ["en", "Tieout"];
  document.body.innerHTML = '<main><h1>Tieout</h1><div id="pane"></div></main>';
  await act(async () => {
    pane = mountTaskPane(document.getElementById("pane") as Element, services);
  });
}

beforeEach(() => {
  [book, called, kept, user] = [new MemoryBook(), [], new Map(), userEvent.setup()];
  startup = undefined;
  prefix = "";
  book.addSheet("Sheet1");
  book.select("Sheet1!B2");
});

afterEach(() => act(async () => pane.unmount()));

const press = (name: string) => user.click(screen.getByRole("button", { name }));

describe("Functions", () => {
  test("lists every function of the catalogue with what it answers", async () => {
    await open("functions");

    expect(screen.getAllByRole("button").map((button) => button.textContent)).toEqual(
      expect.arrayContaining(catalogue.map(({ id }) => id)),
    );
    for (const { description } of catalogue) expect(screen.getByText(firstSentence(description))).toBeTruthy();
  });

  test("finds functions by a word of their help, and says when there is none", async () => {
    await open("functions");
    await user.type(screen.getByRole("searchbox"), "treasury stock");
    expect(screen.getByRole("button", { name: "INCREMENTALSHARES" })).toBeTruthy();
    expect(screen.queryByRole("button", { name: "LOANBALANCE" })).toBeNull();

    await user.type(screen.getByRole("searchbox"), " nowhere");
    expect(screen.getByText('No function speaks of "treasury stock nowhere".')).toBeTruthy();
  });

  test("opens by keyboard on description, arguments and example, and inserts the example", async () => {
    await open("functions");
    screen.getByRole("button", { name: "LOANBALANCE" }).focus();
    await user.keyboard("{Enter}");
    expect(screen.getByText("LOANBALANCE(date, [loan], [basis])")).toBeTruthy();
    expect(screen.getByText("loan (may be left out)")).toBeTruthy();

    await press("Insert into the selected cell");
    expect(book.holds("Sheet1!B2")).toBe('=LOANBALANCE(DATE(2000,9,12),"Exhibit 10.10")');
    expect(await screen.findByText('Inserted =LOANBALANCE(DATE(2000,9,12),"Exhibit 10.10") into B2.')).toBeTruthy();
  });

  test("shows names with the prefix that an organisation's functions carry", async () => {
    prefix = "ACME.";
    await open("functions");
    await user.click(screen.getByRole("button", { name: "LOANBALANCE" }));
    expect(screen.getByText("ACME.LOANBALANCE(date, [loan], [basis])")).toBeTruthy();
    expect(screen.getByText('=ACME.LOANBALANCE(DATE(2000,9,12),"Exhibit 10.10")')).toBeTruthy();

    await user.click(screen.getByRole("tab", { name: "Help" }));
    expect(screen.getByText(/Type =ACME\.LOANBALANCE\(DATE\(2000,9,12\)\)/)).toBeTruthy();
    await user.click(screen.getByRole("tab", { name: "Loan" }));
    expect(screen.getByText(/such as =ACME\.LOANBALANCE\(date\)/)).toBeTruthy();
  });

  test("overwrites nothing", async () => {
    book.type("Sheet1!B2", "typed");
    await open("functions");
    await press("LOANBALANCE");
    await press("Insert into the selected cell");

    expect(await screen.findByText(/^B2 is not empty\./)).toBeTruthy();
    expect(book.holds("Sheet1!B2")).toBe("typed");
  });
});

describe("whose loan it is", () => {
  const NOBODYS = async () => ({ area: null, label: "Exhibit 10.10 (built in)", isChosen: false });
  const WORDS = /They answer for the loan of Exhibit 10\.10/;
  const tell = () => act(async () => pane.tellLoanNotChosen());

  test("formulas of a loan that nobody chose raise one notice, which leads to the choice", async () => {
    await open("functions", { loadActiveLoan: NOBODYS });
    expect(screen.queryByText(WORDS)).toBeNull();
    await tell();
    expect(screen.getByText(WORDS)).toBeTruthy();
    expect((await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } })).violations).toEqual([]);

    await press("Choose this workbook's loan");
    expect(await screen.findByText(/Nobody has chosen it/)).toBeTruthy();
    await tell();
    expect(screen.queryByText(WORDS)).toBeNull();
  });

  test("Exhibit 10.10 may be what is meant, and is chosen then", async () => {
    await open("eps");
    await tell();
    await press("Exhibit 10.10 is meant");

    expect(called).toEqual([["chooseActiveLoan", { loan: null }]]);
    await waitFor(() => expect(screen.queryByText(WORDS)).toBeNull());
  });

  test("a choice that fails leaves the notice", async () => {
    await open("eps", {
      chooseActiveLoan: async () => {
        throw new ActionError("The workbook is protected.");
      },
    });
    await tell();
    await press("Exhibit 10.10 is meant");

    expect(await screen.findByText("The workbook is protected.")).toBeTruthy();
    expect(screen.getByText(WORDS)).toBeTruthy();
  });

  test("a loan of the workbook's own may have Tieout started with it, if the user says so", async () => {
    let withWorkbook = false;
    startup = { isWithWorkbook: async () => withWorkbook, set: async (start) => void (withWorkbook = start) };
    await open("loan", {
      loadActiveLoan: async () => ({ area: cellAt("Loan", 0, 0), label: "Loan!A1", isChosen: true }),
    });
    const choice = await screen.findByRole("checkbox", { name: "Start Tieout with this workbook" });
    expect((choice as HTMLInputElement).checked).toBe(false);

    await user.click(choice);
    await waitFor(() => expect((choice as HTMLInputElement).checked).toBe(true));
    expect(withWorkbook).toBe(true);
  });

  test("a workbook without a loan of its own is offered no start", async () => {
    startup = { isWithWorkbook: async () => false, set: async () => {} };
    await open("loan");
    await screen.findByText("Exhibit 10.10 (built in)");

    expect(screen.queryByRole("checkbox", { name: "Start Tieout with this workbook" })).toBeNull();
  });
});

describe("Loan and EPS", () => {
  test("the loan page names the workbook's loan and chooses another", async () => {
    await open("loan");
    expect(await screen.findByText("Exhibit 10.10 (built in)")).toBeTruthy();

    await press("Use the selected range");
    expect(called).toEqual([["chooseActiveLoan", {}]]);
  });

  test("a loan sheet may be inserted empty", async () => {
    await open("loan");
    await user.click(screen.getByRole("checkbox"));
    await press("Insert loan sheet");

    expect(called).toEqual([["insertLoanSheet", { example: false }]]);
    expect(await screen.findByText("insertLoanSheet done.")).toBeTruthy();
  });

  test("an EPS sheet takes its standard", async () => {
    await open("eps");
    await user.selectOptions(screen.getByRole("combobox"), "IFRS");
    await press("Insert EPS sheet");

    expect(called).toEqual([["insertEpsSheet", { example: true, standard: "IFRS" }]]);
  });
});

describe("the footnote", () => {
  test("is inserted with US GAAP and IFRS side by side where it is asked for", async () => {
    await open("eps");
    await press("Insert footnote");
    await user.click(screen.getByRole("checkbox", { name: "With US GAAP and IFRS side by side" }));
    await press("Insert footnote");

    expect(called).toEqual([
      ["insertEpsFootnote", { bothStandards: false }],
      ["insertEpsFootnote", { bothStandards: true }],
    ]);
  });
});

describe("the quarter", () => {
  test("is refreshed and rolled forward for the latest period, or for the one named", async () => {
    await open("eps");
    await press("Refresh EPS");
    await user.type(screen.getByLabelText(/^For the period ended/), "2002-09-30");
    await press("Refresh EPS");
    await user.type(screen.getByLabelText(/^Next period ends/), "2002-12-31");
    await press("Roll forward");

    expect(called).toEqual([
      ["refreshEps", { asOf: undefined }],
      ["refreshEps", { asOf: 37_529 }],
      ["rollForward", { periodEnd: 37_621 }],
    ]);
  });
});

describe("a bank's schedule", () => {
  const SCHEDULE = [
    "Date\tInst\tInterest\tBalance",
    "2024-02-01\t3,037.59\t60.00\t9,022.41",
    "2024-03-01\t3,037.59\t45.11\t6,029.93",
    "2024-04-01\t3,037.59\t30.15\t3,022.49",
    "2024-05-15\tpaid late",
  ].join("\n");

  test("is read, corrected by the user, fitted, and inserted only when asked", async () => {
    await open("loan");
    await user.click(screen.getByRole("textbox", { name: "Or pasted schedule" }));
    await user.paste(SCHEDULE);
    await press("Read the schedule");
    expect(await screen.findByText(/Columns left out: Inst\./)).toBeTruthy();

    await user.selectOptions(screen.getByRole("combobox", { name: "Inst" }), "Payment");
    expect(await screen.findByText("Reproduces 9 of 9 printed figures.")).toBeTruthy();
    expect(screen.getByText(/Annual rate 6 %; Day count equal periods/)).toBeTruthy();
    expect(within(screen.getByRole("list", { name: "Lines that were not read" })).getByText(/^Line 5,/)).toBeTruthy();
    expect(called).toEqual([]);

    await press("Insert loan sheet with these terms");
    expect(called).toEqual([["insertFittedLoan", { lines: expect.objectContaining({ places: [1, 2, 3] }) }]]);
  });

  test("asks which day a date is where it could be two", async () => {
    await open("loan");
    await user.click(screen.getByRole("textbox", { name: "Or pasted schedule" }));
    await user.paste("Date\tPayment\tBalance\n01/02/2024\t10\t90\n01/03/2024\t10\t80");
    await press("Read the schedule");
    await screen.findByText(/Choose which/);
    expect(screen.queryByRole("button", { name: "Insert loan sheet with these terms" })).toBeNull();

    await user.selectOptions(screen.getByRole("combobox", { name: "Dates have" }), "day first");
    expect(await screen.findByRole("cell", { name: "2024-02-01" })).toBeTruthy();
  });
});

describe("import", () => {
  const CSV = "Quarter,Net income,Average shares,Options\n9/30/2002,2000,1000,50\n12/31/2002,(300),1000,60";
  const paste = async (text: string) => {
    await open("eps");
    await user.click(screen.getByRole("textbox", { name: "Or pasted text" }));
    await user.paste(text);
    await press("Preview");
    await screen.findByRole("table", { name: "Periods to import" });
  };

  test("previews the periods of a paste and writes them only when asked", async () => {
    await paste(CSV);
    const cells = within(screen.getByRole("table", { name: "Periods to import" })).getAllByRole("cell");
    expect(cells.map((cell) => cell.textContent)).toEqual(
      expect.arrayContaining(["2002-09-30", "2,000", "(300)", "60"]),
    );
    expect(called).toEqual([]);

    await press("Write 2 periods");
    expect(called).toEqual([["importPeriods", { preview: expect.objectContaining({ source: "CSV" }) }]]);
  });

  test("writes nothing when the user declines", async () => {
    await paste(CSV);
    await press("Do not import");

    expect(called).toEqual([]);
    expect(screen.getByRole("button", { name: "Preview" })).toBeTruthy();
  });

  test("lets the user say what a column is, and waits while that makes no periods", async () => {
    await paste(CSV);
    await user.selectOptions(screen.getByRole("combobox", { name: "Net income" }), "Continuing income");
    expect(await screen.findByText("Choose the column that holds net income.")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /^Write/ })).toBeNull();

    await user.selectOptions(screen.getByRole("combobox", { name: "Options" }), "Net income");
    expect(await screen.findByRole("button", { name: "Write 2 periods" })).toBeTruthy();
  });

  test("shows what is computed beside what is printed, and takes the role that the user gives a line", async () => {
    await paste(
      [
        "(in thousands, except per share data)",
        "                                   Three months ended March 31,",
        "                                       2003          2002",
        "Result of the period                $ 4,000       $ 3,000",
        "Weighted average shares              20,000        20,000",
        "Basic earnings per share            $   .20       $   .15",
      ].join("\n"),
    );
    const computed = () =>
      within(screen.getByRole("table", { name: "Computed beside printed" }))
        .getAllByRole("row")
        .map((row) => row.textContent);
    expect(computed()[1]).toBe("Basic earnings per share, 3 months to 2003-03-31not computed0.20differs");
    expect(screen.getByText('1 line left out: "Result of the period".')).toBeTruthy();

    await user.selectOptions(screen.getByRole("combobox", { name: "Result of the period" }), "Net income");
    await waitFor(() => expect(computed()[1]).toBe("Basic earnings per share, 3 months to 2003-03-310.200.20✓"));
    expect(screen.getByText("All 2 per-share figures agree with income over shares.")).toBeTruthy();

    await press("Write 2 periods");
    expect(called).toEqual([
      [
        "importPeriods",
        {
          preview: expect.objectContaining({
            periods: [expect.objectContaining({ netIncome: 4_000_000 }), expect.anything()],
          }),
        },
      ],
    ]);
  });

  test("takes a file", async () => {
    await open("eps");
    const file = Object.assign(new File([], "periods.csv", { type: "text/csv" }), { text: async () => CSV });
    await user.upload(screen.getByLabelText("File"), file);

    expect(await screen.findByRole("button", { name: "Write 2 periods" })).toBeTruthy();
  });
});

describe("work", () => {
  test("shows its progress, keeps other buttons waiting, and stops on Cancel", async () => {
    await open("eps", {
      refreshEps: (_book, _options, running) =>
        new Promise((_done, stopped) => {
          running?.onProgress?.({ done: 3, total: 4 });
          running?.signal?.addEventListener("abort", () => stopped(new Cancelled()));
        }),
    });
    await press("Refresh EPS");
    expect(screen.getByRole("progressbar").getAttribute("aria-valuenow")).toBe("0.75");
    await press("Roll forward");
    expect(called).toEqual([]);

    await press("Cancel");
    expect(await screen.findByText("Stopped. The workbook is as it was.")).toBeTruthy();
    expect(screen.queryByRole("progressbar")).toBeNull();
  });

  test("that fails says why, where a screen reader hears it", async () => {
    await open("eps", {
      rollForward: () => Promise.reject(new ActionError("The last period has no income.")),
    });
    await press("Roll forward");

    const words = await screen.findByText("The last period has no income.");
    expect(words.closest("[aria-live=polite]")).not.toBeNull();
    await press("Dismiss");
    expect(screen.queryByText("The last period has no income.")).toBeNull();
  });

  test("that the ribbon starts is shown like the pane's own", async () => {
    await open("help");
    await act(async () => {
      pane.show("eps");
      await pane.act("Refreshing EPS", async () => report("3 figures moved.", true));
    });

    expect(screen.getByRole("tab", { name: "EPS" }).getAttribute("aria-selected")).toBe("true");
    expect(screen.getByText("3 figures moved.")).toBeTruthy();
  });
});

test("an exception of the tie-out leads to its cell", async () => {
  const exception = found(cellAt("Sheet1", 6, 2), "basic EPS 0.05 printed, 0.06 computed");
  await open("tieOut", { tieOut: async () => report("1 of 24 figures does not tie out.", true, [exception]) });
  await press("Tie out");
  expect(await screen.findByText("1 of 24 figures does not tie out.")).toBeTruthy();

  await press("C7: basic EPS 0.05 printed, 0.06 computed");
  expect(book.performed.at(-1)).toEqual([{ do: "select", area: exception.area }]);
});

test("two ranges are compared, once they are named with their sheets", async () => {
  await open("tieOut");
  await user.type(screen.getByLabelText("Computed"), "B2:B9");
  await user.type(screen.getByLabelText("Printed"), "'As filed'!C2:C9");
  await press("Compare");
  expect(await screen.findByText('Name a range with its sheet, such as Sheet1!B2:B9; received "B2:B9".')).toBeTruthy();

  await user.type(screen.getByLabelText("Computed"), "{Home}EPS!");
  await press("Compare");
  const area = (sheet: string, column: number) => ({ sheet, row: 1, column, rows: 8, columns: 1 });
  expect(called).toEqual([["tieOut", { computed: area("EPS", 1), printed: area("As filed", 2) }]]);
});

describe("Explain", () => {
  const explanation = {
    cell: cellAt("Loan", 3, 1),
    formula: "=LOANBALANCE(A1)",
    shows: "#VALUE!",
    said: "The date is no date.",
    workings: [
      {
        call: "LOANBALANCE(A1)",
        said: "The date is no date.",
        rows: [
          ["Line", "Amount"],
          ["<img src=x onerror=alert(1)>", -2790],
        ],
      },
    ],
    error: { code: "#VALUE!", message: 'date must be a date; received "<b>soon</b>"' },
  };

  test("shows whatever a cell holds as text, and negative figures in parentheses", async () => {
    await open("explain", { explain: async () => explanation });

    expect(await screen.findByText('date must be a date; received "<b>soon</b>"')).toBeTruthy();
    const table = screen.getByRole("table", { name: "Working of B4" });
    expect(
      within(table)
        .getAllByRole("cell")
        .map((cell) => cell.textContent),
    ).toEqual(["<img src=x onerror=alert(1)>", "(2,790)"]);
    expect(document.querySelector("img, b")).toBeNull();
  });

  test("shows the working of each of our functions under its call, inner ones first", async () => {
    book.type("Sheet1!B2", "=IF(LOANBALANCE(B3)>40000,BASICEPS(-455000,7737946),0)");
    book.type("Sheet1!B3", 36_781);
    await open("explain", { explain });

    expect(await screen.findByText("The formula uses 2 functions of Tieout, inner ones first.")).toBeTruthy();
    expect(screen.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent)).toEqual([
      "LOANBALANCE(B3)",
      "BASICEPS(-455000,7737946)",
      "Conventions",
      "The formula, step by step",
      "Where its values come from",
    ]);
    const working = (call: string) => within(screen.getByRole("region", { name: call })).getByRole("table");
    expect(working("LOANBALANCE(B3)").textContent).toContain("Loan Balance40,483");
    expect(working("BASICEPS(-455000,7737946)").textContent).toContain("Per share, before rounding(0.058801)");
  });

  test("goes to a cell that a figure comes from, and back", async () => {
    book.type("Sheet1!B2", "=LOANBALANCE(B3)");
    book.type("Sheet1!B3", 36_781);
    await open("explain", { explain });
    await user.click(await screen.findByRole("button", { name: "B3: 36,781" }));
    expect(book.selection).toMatchObject({ row: 2, column: 1 });
    await act(async () => selectionChanged());
    expect(await screen.findByText("The cell holds what was typed into it.")).toBeTruthy();

    await user.click(screen.getByRole("button", { name: "Back to Sheet1 B2" }));
    expect(book.selection).toMatchObject({ row: 1, column: 1 });
    await act(async () => selectionChanged());
    expect(await screen.findByText("LOANBALANCE: Outstanding balance of a loan at a date.")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /^Back to/ })).toBeNull();
  });

  test("copies the working as text and as tables", async () => {
    await open("explain", { explain: async () => explanation });
    await screen.findByRole("table", { name: "Working of B4" });
    // A frame that may copy only by the older way, as in Excel.
    const copied = new Map<string, string>();
    const clipboardData = { setData: (type: string, content: string) => void copied.set(type, content) };
    document.execCommand = () => document.dispatchEvent(Object.assign(new Event("copy"), { clipboardData }));
    await press("Copy the working");
    expect(await screen.findByText("Copied: paste it into a sheet or a document.")).toBeTruthy();
    expect(copied.get("text/plain")).toContain("Line\tAmount\n<img src=x onerror=alert(1)>\t(2,790)");
    expect(copied.get("text/html")).toContain('&lt;img src=x onerror=alert(1)&gt;</td><td align="right">(2,790)</td>');
  });

  test("follows the selection until it is told not to, and remembers that", async () => {
    const explaining = jest.fn(async () => explanation);
    await open("explain", { explain: explaining });
    await waitFor(() => expect(explaining).toHaveBeenCalled());
    const atFirst = explaining.mock.calls.length;
    await act(async () => selectionChanged());
    expect(explaining).toHaveBeenCalledTimes(atFirst + 1);

    await user.click(screen.getByRole("switch"));
    expect(kept.get("explainFollowsSelection")).toBe(false);
  });
});

test("Help repairs, recalculates, and tells version and keys", async () => {
  await open("help");
  await press("Repair formulas");
  await press("Recalculate all");

  expect(called).toEqual([
    ["repair", {}],
    ["recalculateAll", {}],
  ]);
  expect(screen.getByText(/Tieout 1\.2\.3, in Excel/)).toBeTruthy();
  expect(screen.getByText("F6")).toBeTruthy();
});

test("the page that was open is open again", async () => {
  await open("functions");
  await user.click(screen.getByRole("tab", { name: "Loan" }));
  await act(async () => pane.unmount());
  await open(kept.get("page") as PageName);

  expect(screen.getByRole("tabpanel", { name: "Loan" })).toBeTruthy();
});

test.each(Object.keys(PAGES) as PageName[])("the %s page has no fault that axe knows", async (page) => {
  await open(page);
  const { violations } = await act(() =>
    axe.run({ exclude: ["[data-tabster-dummy]"] } as axe.ElementContext, {
      rules: { "color-contrast": { enabled: false } },
    }),
  );

  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
});
