import { describeInBrowser } from "./browser";
import { servedWorkbench } from "./servedWorkbench";
import type { WorkbenchPage } from "./workbenchPage";

const PORT = 3560;

jest.setTimeout(300_000);

/** A cell of Excel's own HTML, with the style sheet's class that holds its number format. */
const EXCEL_HTML = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet><style>
td {mso-number-format:General;}
.xl65 {mso-number-format:"\\#\\,\\#\\#0_\\)\\;\\\\\\(\\#\\,\\#\\#0\\\\\\)";}
</style></head><body><table><!--StartFragment-->
<tr><td class=xl65 align=right>(462,000)</td></tr>
<tr><td class=xl65 align=right>1,000,000 </td></tr>
<tr><td><span style='mso-spacerun:yes'>&nbsp;</span>$<span style='mso-spacerun:yes'>&nbsp;&nbsp;&nbsp; </span>(462,000)</td></tr>
<tr><td>(1,234.50)</td></tr>
<tr><td>(abc)</td></tr>
<!--EndFragment--></table></body></html>`;

describeInBrowser("what is typed, pasted and filled", () => {
  let workbench: WorkbenchPage;

  servedWorkbench(PORT, (served) => ({ workbench } = served));

  describe("a loss in parentheses is a number", () => {
    beforeAll(() => workbench.addSheet());

    test("typed into cells, which show it as it was typed", async () => {
      await workbench.select("A1");
      for (const typed of ["(400,000)", "(1,234.50)", "$(462,000)", "-$5,000", "1,000,000"])
        await workbench.typeOn(typed);
      await workbench.typeOn("=SUM(A1:A5)");
      await workbench.expectDisplayed("A1:A6", [
        ["(400,000)"],
        ["(1,234.50)"],
        ["($462,000)"],
        ["-$5,000"],
        ["1,000,000"],
        ["131765.5"],
      ]);
    });

    // A tap on a touch pad is up again before the grid has drawn its editor; a press is not.
    test.each([
      ["a tap", 0, "B1"],
      ["a press", 200, "B5"],
    ])("typed into the formula bar after %s, and on in the cells", async (_, delay, address) => {
      const { page } = workbench;
      const row = Number(address.slice(1));
      await workbench.select(address);
      const bar = page.locator("[data-u-comp=formula-bar] canvas").first();
      await bar.click({ position: { x: 40, y: 10 }, delay });
      await workbench.typeOn("(400,000)");
      await workbench.typeOn(`=${address}-1`);
      await workbench.typeOn("7");
      await workbench.expectDisplayed(`B${row}:B${row + 2}`, [["(400,000)"], ["-400001"], ["7"]]);
    });

    test("pasted as text, one cell and many", async () => {
      await workbench.paste("C1", "(462,000)\n(1,234.50) \n$ (462,000)\n1,000,000\n(abc)\n(1,23)\n(400,000\n");
      await workbench.paste("D1", "(462,000) ");
      await workbench.type("C8", "=SUM(C1:C7)");
      await workbench.type("D8", "=SUM(D1:D7)");
      await workbench.expectDisplayed("C1:D8", [
        ["(462,000)", "(462,000)"],
        ["(1,234.50)", ""],
        ["($462,000)", ""],
        ["1,000,000", ""],
        ["(abc)", ""],
        ["(1,23)", ""],
        ["(400,000", ""],
        ["74765.5", "-462000"],
      ]);
    });

    test("pasted from Excel", async () => {
      const text = "(462,000)\r\n1,000,000 \r\n $    (462,000)\r\n(1,234.50)\r\n(abc)\r\n";
      await workbench.paste("E1", text, EXCEL_HTML);
      await workbench.type("E6", "=SUM(E1:E5)");
      await workbench.expectDisplayed("E1:E6", [
        ["(462,000)"],
        ["1,000,000"],
        ["($462,000)"],
        ["(1,234.50)"],
        ["(abc)"],
        ["74765.5"],
      ]);
    });

    test("in a cell that has a format, which stays, and the exhibit follows", async () => {
      await workbench.openSheet("Exhibit 11");
      await workbench.type("C11", "(500,000)");
      await workbench.expectDisplayed("C11:C13", [["(500,000)"], [""], ["(0.06)"]]);
      await workbench.type("C11", "(462,000)");
      await workbench.expectDisplayed("C11", [["(462,000)"]]);
    });

    test("and a figure of one or more in a cell of percents is percents", async () => {
      await workbench.openSheet("Sheet1");
      await workbench.type("H1", "5.00%");
      for (const [typed, shown] of [
        ["6.25", "6.25%"],
        ["0.0625", "6.25%"],
        ["-12", "-12.00%"],
        ["1,250", "1250.00%"],
      ] as const) {
        await workbench.type("H1", typed);
        await workbench.expectDisplayed("H1", [[shown]]);
      }
    });

    test("and text after an apostrophe, until Text to Number makes it one", async () => {
      const { page } = workbench;
      await workbench.openSheet("Sheet1");
      await workbench.select("F1");
      for (const typed of ["'(400,000)", "'1,234", "'12", "(abc)"]) await workbench.typeOn(typed);
      await workbench.typeOn("=SUM(F1:F4)");
      await workbench.expectDisplayed("F5", [["0"]]);
      await workbench.select("F1:F4");
      await page.getByRole("button", { name: "More", exact: true }).click();
      await page.getByText("Text to Number").locator("visible=true").click();
      await workbench.expectDisplayed("F1:F5", [["(400,000)"], ["1,234"], ["12"], ["(abc)"], ["-398754"]]);
      await page.keyboard.press("Control+z");
      await workbench.expectDisplayed("F1:F5", [["(400,000)"], ["1,234"], ["12"], ["(abc)"], ["0"]]);
    });
  });

  describe("the fill handle", () => {
    const middleOf = async (address: string) => {
      const { x, y } = await workbench.cornerOf(address);
      return [x - 30, y - 12] as const;
    };
    const press = async (times: number) => {
      for (let clickCount = 1; clickCount <= times; clickCount++) {
        await workbench.page.mouse.down({ clickCount });
        await workbench.page.mouse.up({ clickCount });
      }
    };
    const filled = [["1"], ["2"], ["3"], ["4"], ["5"], ["6"]];

    beforeAll(() => workbench.addSheet());

    /** What is selected by the keyboard after a drag is to the grid the selection that was dragged. */
    beforeEach(async () => {
      const { mouse } = workbench.page;
      await workbench.type("C3", "=B3*10");
      await workbench.type("B3", "1");
      await workbench.typeOn("2");
      await workbench.select("B3:B4");
      await workbench.toFillHandle("B4");
      await mouse.down();
      await mouse.move(...(await middleOf("B8")), { steps: 8 });
      await mouse.up();
    });

    test("a drag is one step of undo", async () => {
      await workbench.page.keyboard.press("Control+z");
      await workbench.expectDisplayed("B3:B8", [["1"], ["2"], [""], [""], [""], [""]]);
      await workbench.page.keyboard.press("Control+y");
      await workbench.expectDisplayed("B3:B8", filled);
    });

    test("a click on that of another cell leaves what was filled before", async () => {
      await workbench.select("C3");
      await workbench.toFillHandle("C3");
      await press(1);
      await workbench.page.waitForTimeout(500);
      await workbench.expectDisplayed("B3:B8", filled);
      await workbench.expectDisplayed("C3:C8", [["10"], [""], [""], [""], [""], [""]]);
    });

    test("a double click fills down beside the column at its left, and one step takes it back", async () => {
      await workbench.select("C3");
      await workbench.toFillHandle("C3");
      await press(2);
      await workbench.expectDisplayed("C3:C8", [["10"], ["20"], ["30"], ["40"], ["50"], ["60"]]);
      await workbench.expectDisplayed("B3:B8", filled);
      await workbench.page.keyboard.press("Control+z");
      await workbench.expectDisplayed("C3:C8", [["10"], [""], [""], [""], [""], [""]]);
      await workbench.expectDisplayed("B3:B8", filled);
    });

    test("a click on that of a cell within what was filled does nothing either", async () => {
      await workbench.select("B5");
      await workbench.toFillHandle("B5");
      await press(1);
      await workbench.page.waitForTimeout(500);
      await workbench.expectDisplayed("B3:B8", filled);
    });
  });

  test("dates a month apart are carried on by months, in one format", async () => {
    const { mouse } = workbench.page;
    await workbench.addSheet();
    await workbench.select("B2");
    for (const typed of ["9/12/2000", "10/12/2000"]) await workbench.typeOn(typed);
    await workbench.select("C2");
    for (const typed of ["3/31/2001", "6/30/2001"]) await workbench.typeOn(typed);
    await workbench.select("B2:C3");
    await workbench.toFillHandle("C3");
    await mouse.down();
    const { x, y } = await workbench.cornerOf("C7");
    await mouse.move(x - 20, y - 8, { steps: 8 });
    await mouse.up();
    await workbench.expectDisplayed("B2:C7", [
      ["9/12/2000", "3/31/2001"],
      ["10/12/2000", "6/30/2001"],
      ["11/12/2000", "9/30/2001"],
      ["12/12/2000", "12/31/2001"],
      ["1/12/2001", "3/31/2002"],
      ["2/12/2001", "6/30/2002"],
    ]);
  });

  describe("what is typed into a cell with room at its sides is seen whole", () => {
    test.each([
      ["Try it", "B14", "=LOANBALANCE(DATE(2000,9"],
      ["Try it", "B6", undefined],
      ["Exhibit 10.10", "B28", undefined],
    ])("%s %s", async (sheet, cell, text) => {
      const { page } = workbench;
      await workbench.openSheet(sheet);
      await workbench.select(cell);
      if (text) await page.keyboard.type(text);
      else await page.keyboard.press("F2");
      await page.waitForFunction(isWholeLine, undefined, { timeout: 10_000 });
      await page.keyboard.press("Escape"); // the list of functions, if it is open
      await page.keyboard.press("Escape");
    });
  });

  describe("the fx button", () => {
    const press = () => workbench.page.locator("[data-u-comp=formula-bar] span").nth(2).click({ delay: 60 });

    beforeAll(() => workbench.addSheet());

    test("begins a formula, which is typed on in the cell", async () => {
      await workbench.select("B2");
      await press();
      await workbench.page.keyboard.type("SUM(1,2)");
      await workbench.page.keyboard.press("Enter");
      await workbench.expectDisplayed("B2", [["3"]]);
    });

    test("opens the formula that is there, and escape leaves it", async () => {
      await workbench.select("B2");
      await press();
      await workbench.page.keyboard.type("+4");
      await workbench.page.keyboard.press("Enter");
      await workbench.expectDisplayed("B2", [["7"]]);
      await press();
      await workbench.page.keyboard.type("*1000");
      await workbench.page.keyboard.press("Escape");
      await workbench.expectDisplayed("B2", [["7"]]);
    });
  });

  test("the page has nothing to complain of", () => {
    expect(workbench.complaints).toEqual([]);
  });
});

/** Runs in the page: whether the cell's editor shows one line of text that is not cut off above or below. */
function isWholeLine(): boolean {
  const [, editor] = document.querySelectorAll<HTMLCanvasElement>("canvas[id^=univer-doc-main-canvas]");
  const copy = editor?.width ? new OffscreenCanvas(editor.width, editor.height).getContext("2d") : null;
  if (!editor || !copy) return false;
  copy.drawImage(editor, 0, 0);
  const { data, width, height } = copy.getImageData(0, 0, editor.width, editor.height);
  const isInked = (row: number) =>
    Array.from({ length: width }, (_none, x) => data.slice(4 * (row * width + x), 4 * (row * width + x) + 4)).some(
      ([red = 0, green = 0, blue = 0, alpha = 0]) => alpha > 128 && red + green + blue < 330,
    );
  const inked = Array.from({ length: height }, (_none, row) => row).filter(isInked);
  const [first = 0] = inked;
  const last = inked.at(-1) ?? height;
  const isOneLine = inked.length === last - first + 1 && inked.length >= 9 && inked.length <= 16;
  return isOneLine && first >= 2 && last <= height - 2;
}
