import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readCompanyFacts } from "../../../src/workbook/import/companyFacts";

const made = readFileSync(join(__dirname, "../data/madeCompanyFacts.json"), "utf8");
const [MARCH_2023, DECEMBER_2023, MARCH_2024] = [45_016, 45_291, 45_382];
const SHARE_BASED = "Dilutive shares attributable to share-based payment";
const DEBT = "Dilutive shares attributable to conversion of debt";
const ALL = "Dilutive potential common shares";

describe("a company-facts file", () => {
  test("gives each period the figures of its latest filing, and the classes of incremental shares", () => {
    expect(readCompanyFacts(made)).toMatchObject({
      source: "XBRL company facts",
      entity: "Made Example Corporation",
      periods: [
        {
          periodEnd: MARCH_2023,
          months: 3,
          netIncome: 400_000,
          weightedShares: 2_000_000,
          securities: { [SHARE_BASED]: 60_000, [DEBT]: 30_000 },
          printed: {
            netIncome: 400_000,
            weightedShares: 2_000_000,
            dilutedShares: 2_090_000,
            basicEps: 0.2,
            dilutedEps: 0.19,
            [`security:${DEBT}`]: 30_000,
          },
        },
        {
          periodEnd: DECEMBER_2023,
          months: 12,
          netIncome: 1_500_000,
          weightedShares: 2_005_000,
          securities: { [ALL]: 85_000 },
        },
        {
          periodEnd: MARCH_2024,
          months: 3,
          netIncome: -25_000,
          weightedShares: 2_010_000,
          securities: { [SHARE_BASED]: 0 },
          printed: { dilutedEps: -0.01 },
        },
      ],
    });
  });

  test("says what was restated, once, and what was left out", () => {
    expect(readCompanyFacts(made).remarks).toEqual([
      "NetIncomeLoss, 3 months to March 31, 2023: 410,000 was restated to 400,000 in the 10-Q filed 2024-05-03.",
      "WeightedAverageNumberOfSharesOutstandingBasic, 3 months to March 31, 2023: 1,000,000 was restated to 2,000,000 in the 10-Q filed 2024-05-03.",
      "1 period left out, being shorter than a month or longer than a year: to 2023-03-31.",
    ]);
  });

  test("the order of the facts does not matter", () => {
    const file = JSON.parse(made);
    for (const { units } of Object.values<any>(file.facts["us-gaap"]))
      for (const facts of Object.values<any>(units)) facts.reverse();
    expect(readCompanyFacts(JSON.stringify(file)).periods).toEqual(readCompanyFacts(made).periods);
  });

  test.each([
    ["no JSON", "{", "no company-facts file of the SEC"],
    ["other JSON", '{"facts": {}}', "no company-facts file of the SEC"],
    ["no shares", '{"facts": {"us-gaap": {}}}', "reports no weighted average shares by period"],
  ])("%s is refused with words", (_case, text, words) => {
    expect(() => readCompanyFacts(text)).toThrow(words);
  });
});
