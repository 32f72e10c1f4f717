import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readImport } from "../../../src/workbook/import/readImport";

const page = readFileSync(join(__dirname, "../data/madeInlineFiling.htm"), "utf8");

describe("a filing with tagged figures in its page", () => {
  test("gives the same periods as company facts would, of the whole company alone", () => {
    expect(readImport(page)).toMatchObject({
      preview: {
        source: "Inline XBRL",
        entity: "Made Example Corporation",
        periods: [
          {
            months: 3,
            netIncome: -2_345_000,
            preferredDividends: 125_000,
            weightedShares: 20_500_000,
            printed: { basicEps: -0.12, dilutedEps: -0.12, dilutedShares: 20_500_000 },
          },
        ],
      },
      checks: [
        { computed: -0.12, printed: -0.12, agrees: true },
        { computed: -0.12, printed: -0.12, agrees: true },
      ],
    });
  });

  test("of which classes of stock are tagged apart names them", () => {
    expect(readImport(page).preview.remarks).toContain(
      "Figures by class of stock (Common class B) left out: a period here is that of the whole company. TWOCLASSEPS computes each class.",
    );
  });

  test("that tags shares by class alone is refused, and the classes are named", () => {
    const whole = page.indexOf("<xbrli:context");
    const byClass = page.slice(0, whole) + page.slice(whole).replace(/(?<=<xbrli:context id=")c-1(?=")/, "c-0");
    expect(() => readImport(byClass)).toThrow(
      "Weighted average shares are tagged by class of stock alone (Common class B)",
    );
  });

  test("that is cut off is refused", () => {
    expect(() => readImport(page.slice(0, -300))).toThrow("The page cannot be read: inline XBRL is well-formed");
  });
});

describe("the page of an exhibit", () => {
  const cell = (text: string, span = 1) => `<td colspan="${span}">${text}</td>`;
  const row = (caption: string, ...figures: readonly [string, string, string][]) =>
    `<tr>${cell(caption)}${figures.map(([sign, figure, close]) => cell("&nbsp;") + cell(sign) + cell(figure) + cell(close)).join("")}</tr>`;
  const exhibit = `<html><head><title>ex-11.htm</title></head><body>
    <p><b>EXHIBIT 11</b><br>COMPUTATION OF EARNINGS PER SHARE</p><p>(In thousands, except per share data)</p>
    <table><tr>${cell("")}${cell("Three Months Ended<br/>June 30,", 8)}</tr>
    <tr>${cell("")}${cell("2008", 4)}${cell("2007", 4)}</tr>
    ${row("Net (loss) income", ["$", "(1,500", ")"], ["$", "2,400", ""])}
    ${row("Weighted average common shares outstanding", ["", "10,000", ""], ["", "9,600", ""])}
    ${row("Effect of dilutive stock options", ["", "&#8212;", ""], ["", "400", ""])}
    ${row("Diluted weighted average shares", ["", "10,000", ""], ["", "10,000", ""])}
    ${row("Basic (loss) earnings per share", ["$", "(0.15", ")"], ["$", "0.25", ""])}
    ${row("Diluted (loss) earnings per share", ["$", "(0.15", ")"], ["$", "0.24", ""])}
    </table></body></html>`;

  test("is read by its tables", () => {
    const { preview, checks } = readImport(exhibit);
    expect(preview.periods).toMatchObject([
      { months: 3, netIncome: -1_500_000, weightedShares: 10_000_000 },
      { months: 3, netIncome: 2_400_000, securities: { "Effect of dilutive stock options": 400_000 } },
    ]);
    expect(checks.map(({ agrees }) => agrees)).toEqual([true, true, true, true]);
  });
});
