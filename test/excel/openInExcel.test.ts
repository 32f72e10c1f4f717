/** @jest-environment jsdom */
import { deserialize, serialize } from "node:v8";
import "../../src/engine/customFunctionsRuntime";
import { chooseAndKeep } from "../../src/excel/activeLoan";
import { openInExcel } from "../../src/excel/openInExcel";
import { openWorkbook, setOpenWorkbook } from "../../src/functions/openWorkbook";
import { excelBook } from "../../src/workbook/excelSheet";
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

/** What Excel tells the add-in of what happens in the workbook. */
type Listener = (message: {
  entries: { messageCategory: number; messageType: number; targetId: string; message: string }[];
}) => void;

let book: MemoryBook;
let host: ExcelHost;
let sent: RequestBody[];
let excelSays: Listener;
const startups: string[] = [];

beforeEach(() => {
  book = new MemoryBook();
  book.addSheet("Loan", LOAN);
  book.select("Loan!A1:B4");
  host = new ExcelHost(book);
  sent = connectExcel(host);
  setOpenWorkbook({ dateSystem: 1900, activeLoan: null, formattedNumbers: false });
  startups.length = 0;
  Object.assign(globalThis, {
    Office: {
      context: {
        requirements: { isSetSupported: (set: string, version: string) => set === "ExcelApi" && version === "1.16" },
      },
      addin: { setStartupBehavior: async (behavior: string) => void startups.push(behavior) },
      StartupBehavior: { load: "Load" },
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

test("the functions learn the date system, whether formats are taken, and that there is no loan, in two requests", async () => {
  await openInExcel();

  expect(openWorkbook()).toEqual({ dateSystem: 1900, activeLoan: null, formattedNumbers: true });
  expect(sent).toHaveLength(2);
  expect(startups).toEqual([]);
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
  await openInExcel();

  expect(openWorkbook().dateSystem).toBe(1904);
});

test("a request that is refused for a moment is made again", async () => {
  host.failures.set(1, "not sent");
  await openInExcel();

  expect(openWorkbook().formattedNumbers).toBe(true);
});

test("a chosen loan is given to the functions, again when it changes, and Excel starts us with the workbook", async () => {
  await openInExcel();
  await chooseAndKeep(excelBook, {});
  expect(openWorkbook().activeLoan).toEqual(LOAN);
  expect(startups).toEqual(["Load"]);

  const calculations = host.calculations;
  await typeIntoLoan(0.06);
  expect(openWorkbook().activeLoan).toEqual([LOAN[0], ["Rate", 0.06], LOAN[2], LOAN[3]]);
  expect(host.calculations).toBe(calculations + 1);

  await typeIntoLoan(0.06);
  expect(host.calculations).toBe(calculations + 1);
});

test("a workbook that was saved with a loan opens with it", async () => {
  await openInExcel();
  await chooseAndKeep(excelBook, {});
  setOpenWorkbook({ activeLoan: null });
  await openInExcel();

  expect(openWorkbook().activeLoan).toEqual(LOAN);
});
