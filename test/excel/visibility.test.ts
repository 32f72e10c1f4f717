/** @jest-environment jsdom */
import { whenShown } from "../../src/excel/visibility";

type Told = { visibilityMode: string };

let excelTells: (message: Told) => void;
let visibility: DocumentVisibilityState;
const shown = jest.fn();

beforeEach(() => {
  shown.mockReset();
  Object.defineProperty(document, "visibilityState", { configurable: true, get: () => visibility });
  Object.assign(globalThis, {
    Office: {
      VisibilityMode: { hidden: "Hidden", taskpane: "Taskpane" },
      addin: { onVisibilityModeChanged: async (told: typeof excelTells) => void (excelTells = told) },
    },
  });
});

const withWidth = (width: number) => Object.defineProperty(window, "innerWidth", { configurable: true, value: width });

test("a page that is seen at the start is shown at once", () => {
  visibility = "visible";
  withWidth(320);
  whenShown(shown);

  expect(shown).toHaveBeenCalledTimes(1);
});

test.each<[how: string, become: () => void]>([
  ["by Excel", () => excelTells({ visibilityMode: "Taskpane" })],
  [
    "by the browser",
    () => {
      visibility = "visible";
      document.dispatchEvent(new Event("visibilitychange"));
    },
  ],
])("a hidden page is shown once it is told so %s, and once only", (_who, become) => {
  visibility = "hidden";
  withWidth(320);
  whenShown(shown);
  excelTells({ visibilityMode: "Hidden" });
  expect(shown).not.toHaveBeenCalled();

  become();
  become();
  excelTells({ visibilityMode: "Taskpane" });
  expect(shown).toHaveBeenCalledTimes(1);
});

test("a frame without width is not seen before it has some", () => {
  visibility = "visible";
  withWidth(0);
  whenShown(shown);
  expect(shown).not.toHaveBeenCalled();

  withWidth(320);
  window.dispatchEvent(new Event("resize"));
  expect(shown).toHaveBeenCalledTimes(1);
});
