import { describeInBrowser } from "./browser";
import { servedWorkbench } from "./servedWorkbench";
import type { WorkbenchPage } from "./workbenchPage";

const PORT = 3680;
const TEXT = "Interest, prepaid through September";
const HASHES = /^#{5,20}$/;

jest.setTimeout(300_000);

interface DrawingWindow extends Window {
  /** The texts that were drawn on any canvas, in their order. */
  drawn?: string[];
}

describeInBrowser("a figure that is too wide for its column", () => {
  let workbench: WorkbenchPage;
  let height = 860;

  servedWorkbench(PORT, (served) => ({ workbench } = served));

  /** What the grid draws when it draws everything afresh, with the text as its last. */
  const drawn = async () => {
    const { page } = workbench;
    await page.evaluate(() => ((window as DrawingWindow).drawn = []));
    await page.setViewportSize({ width: 1360, height: (height -= 10) });
    await page.waitForFunction((text) => (window as DrawingWindow).drawn?.includes(text), TEXT);
    return page.evaluate(() => (window as DrawingWindow).drawn ?? []);
  };
  const widenFirstColumn = async () => {
    const { page } = workbench;
    const { x, y } = await workbench.cornerOf("A1");
    await page.mouse.move(x - 10, y - 32);
    await page.mouse.move(x, y - 32, { steps: 4 });
    await page.mouse.down();
    await page.mouse.move(x + 100, y - 32, { steps: 8 });
    await page.mouse.up();
  };

  beforeAll(async () => {
    await workbench.page.evaluate(() => {
      const drawing = CanvasRenderingContext2D.prototype;
      const draw = drawing.fillText;
      drawing.fillText = function (text, ...place) {
        (window as DrawingWindow).drawn?.push(text);
        draw.call(this, text, ...place);
      };
    });
    await workbench.addSheet();
  });

  test("is drawn as ####, and copied as it is", async () => {
    await workbench.type("A1", "(1,345,678,901,234)");
    await workbench.type("A9", TEXT);
    const texts = await drawn();
    expect(texts.filter((text) => HASHES.test(text))).toHaveLength(1);
    expect(texts.filter((text) => text.includes("345"))).toEqual([]);
    await workbench.expectDisplayed("A1", [["(1,345,678,901,234)"]]);
  });

  test("is whole as soon as the column is wide enough", async () => {
    await widenFirstColumn();
    const texts = await drawn();
    expect(texts.filter((text) => HASHES.test(text))).toEqual([]);
    expect(texts).toContain("(1,345,678,901,234)");
  });

  test("without a format loses decimals first, rounded", async () => {
    await workbench.type("B1", "=2000/3");
    await workbench.type("B2", "123456789012345");
    const texts = await drawn();
    expect(texts).toContainEqual(expect.stringMatching(/^666\.6{3,8}7$/));
    expect(texts.filter((text) => HASHES.test(text))).toHaveLength(1);
  });
});
