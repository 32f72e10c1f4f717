/** @jest-environment jsdom */
import { deserialize, serialize } from "node:v8";
import "../../src/engine/customFunctionsRuntime";
import { chooseAndKeep } from "../../src/excel/activeLoan";
import { openInExcel } from "../../src/excel/openInExcel";
import { startup } from "../../src/excel/startup";
import { BUILT_IN_LOAN, openWorkbook, setOpenWorkbook } from "../../src/functions/cells/openWorkbook";
import { excelBook } from "../../src/excel/book/excelSheet";
import { connectExcel } from "../support/excelClient";
import { ExcelHost, type RequestBody } from "../support/excelHost";
import { MemoryBook } from "../support/memoryBook";

Object.assign(globalThis, { structuredClone: (value: unknown) => deserialize(serialize(value)) });

const LOAN = [
  ["Principal", 1200],
  ["Rate", 0.12],
  ["Start date", 45_292],
  ["Payments", 12],
];
const RATE = "Loan!B2";

/** What this Excel can do; a test changes it. */
let supported: readonly string[];

/** What Excel tells the add-in of what happens in the workbook. */
type Listener = (message: {
  entries: { messageCategory: number; messageType: number; targetId: string; message: string }[];
}) => void;

let book: MemoryBook;
let host: ExcelHost;
let sent: RequestBody[];
let excelSays: Listener;
let starts: string;
const told = jest.fn();
const open = () => openInExcel(told);

beforeEach(() => {
  book = new MemoryBook();
  book.addSheet("Loan", LOAN);
  book.select("Loan!A1:B4");
  host = new ExcelHost(book);
  sent = connectExcel(host);
  setOpenWorkbook({ dateSystem: 1900, activeLoan: null, formattedNumbers: false });
  starts = "None";
  supported = ["CustomFunctionsRuntime", "DelayForCellEdit"];
  told.mockReset();
  Object.assign(globalThis, {
    Office: {
      context: {
        requirements: { isSetSupported: (set: string) => supported.includes(set) },
      },
      addin: {
        getStartupBehavior: async () => starts,
        setStartupBehavior: async (behavior: string) => void (starts = behavior),
      },
      StartupBehavior: { load: "Load", none: "None" },
    },
  });
  Object.assign((globalThis as unknown as { OSF: object }).OSF, {
    DDA: {
      RichApi: { richApiMessageManager: { register: async (listener: Listener) => void (excelSays = listener) } },
    },
  });
});

/** The category of events among Excel's messages, and the event of a changed cell. */
const [EVENTS, CELL_CHANGED] = [65_536, 10];
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

async function typeIntoLoan(content: number): Promise<void> {
  book.type(RATE, content);
  const message = JSON.stringify({ address: "B2", changeType: "RangeEdited", source: "Local", worksheetId: "Loan" });
  excelSays({ entries: [{ messageCategory: EVENTS, messageType: CELL_CHANGED, targetId: "Loan", message }] });
  await settled();
}

test("the functions learn the date system, whether formats are taken, and that no loan is chosen, in two requests", async () => {
  await open();

  expect(openWorkbook()).toEqual({ dateSystem: 1900, activeLoan: null, formattedNumbers: true, onLoanNotChosen: told });
  expect(sent).toHaveLength(2);
  expect(starts).toBe("None");
});

test("an Excel without data types gets plain numbers", async () => {
  supported = ["ExcelApi"];
  await open();

  expect(openWorkbook().formattedNumbers).toBe(false);
});

test("a workbook of the 1904 system is known by its own DATE", async () => {
  jest.spyOn(host, "answer").mockImplementationOnce((body) => ({
    ErrorCode: "",
    ErrorMessage: "",
    Body: {
      Results: body.Actions.map(({ Id, ActionType }) => ({
        ActionId: Id,
        Value: ActionType === 2 ? { Value: 1 } : {},
      })),
    },
  }));
  await open();

  expect(openWorkbook().dateSystem).toBe(1904);
});

describe("while somebody types into a cell", () => {
  const SECONDS = 30;
  /** A cell is edited for half a minute; the clock is the test's. */
  async function editFor(seconds: number, work: () => Promise<unknown>): Promise<void> {
    jest.useFakeTimers({ doNotFake: ["nextTick", "queueMicrotask", "setImmediate"] });
    try {
      host.edit = new Promise((entered) => setTimeout(() => entered((host.edit = undefined)), seconds * 1000));
      let isDone = false;
      const working = work().then(() => (isDone = true));
      await jest.advanceTimersByTimeAsync((seconds - 1) * 1000);
      expect(isDone).toBe(false);
      await jest.advanceTimersByTimeAsync(10_000);
      await working;
    } finally {
      jest.useRealTimers();
    }
  }

  test.each([
    ["keeps requests waiting", ["CustomFunctionsRuntime", "DelayForCellEdit"]],
    ["refuses requests meanwhile", ["CustomFunctionsRuntime"]],
  ])("an Excel that %s is opened when the cell is entered, half a minute later", async (_how, sets) => {
    supported = sets;
    await editFor(SECONDS, open);

    expect(openWorkbook()).toMatchObject({ dateSystem: 1900, formattedNumbers: true });
  });

  test("a loan is chosen and watched when the cell is entered", async () => {
    await open();
    await editFor(SECONDS, () => chooseAndKeep(excelBook, {}));

    expect(openWorkbook().activeLoan).toEqual(LOAN);
    await typeIntoLoan(0.06);
    expect(openWorkbook().activeLoan).toEqual([LOAN[0], ["Rate", 0.06], LOAN[2], LOAN[3]]);
  });
});

test("a request that is refused for a moment is made again", async () => {
  host.failures.set(1, "not sent");
  await open();

  expect(openWorkbook().formattedNumbers).toBe(true);
});

describe("the workbook's loan", () => {
  test("is given to the functions, and again when it changes", async () => {
    await open();
    await chooseAndKeep(excelBook, {});
    expect(openWorkbook().activeLoan).toEqual(LOAN);

    await typeIntoLoan(0.06);
    expect(openWorkbook().activeLoan).toEqual([LOAN[0], ["Rate", 0.06], LOAN[2], LOAN[3]]);
  });

  test("when it changes, the formulas that may use it are calculated again, and no other workbook is", async () => {
    book.addSheet("Figures", [
      ["=LOANBALANCE(A9)", "=SUM(A1:A3)", "=ROUND( LoanInterest(A8,A9), 0)"],
      ["=LOANBALANCE(A10)", "LOANBALANCE(date)", ""],
    ]);
    await open();
    await chooseAndKeep(excelBook, {});
    host.dirtied.length = 0;
    const before = [...host.calculations];
    await typeIntoLoan(0.06);
    expect(host.dirtied).toEqual(["Figures!A1:A2", "Figures!C1"]);
    expect(host.calculations.slice(before.length)).toEqual(["Recalculate"]);

    await typeIntoLoan(0.06);
    expect(host.calculations).toHaveLength(before.length + 1);
  });

  test("of a workbook that was saved with one opens with it", async () => {
    await open();
    await chooseAndKeep(excelBook, {});
    setOpenWorkbook({ activeLoan: null });
    await open();

    expect(openWorkbook().activeLoan).toEqual(LOAN);
  });

  test("is Exhibit 10.10 where that was chosen, which is not the same as nothing chosen", async () => {
    await open();
    expect(openWorkbook().activeLoan).toBeNull();
    await chooseAndKeep(excelBook, { loan: null });
    expect(openWorkbook().activeLoan).toBe(BUILT_IN_LOAN);
    await open();
    expect(openWorkbook().activeLoan).toBe(BUILT_IN_LOAN);
  });
});

describe("Excel starts the add-in with the workbook", () => {
  test("only when the user says so", async () => {
    await open();
    await chooseAndKeep(excelBook, {});
    expect(await startup.isWithWorkbook()).toBe(false);

    await startup.set(true);
    expect(starts).toBe("Load");
  });

  test("no longer, once the loan is forgotten", async () => {
    await open();
    await chooseAndKeep(excelBook, {});
    await startup.set(true);
    await chooseAndKeep(excelBook, { loan: null });

    expect(starts).toBe("None");
  });
});
