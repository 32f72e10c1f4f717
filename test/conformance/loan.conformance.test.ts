import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { isBeyondFixedTerms, runActus, type ActusCase } from "./loan.actus";
import { runCreator, type CreatorCase } from "./loan.creator";
import { runDayCounts, type DayCountCase } from "./loan.dayCount";
import { notOfASchedule, runExcel, type ExcelCase } from "./loan.excel";
import { runEmi, runFineract, type FineractEmi, type FineractLoan } from "./loan.fineract";
import { ACTUS_SKIPPED, CREATOR_SKIPPED, FINERACT_SKIPPED, creatorReason } from "./loan.skipped";
import { publishedCases, suiteOf, type Suite } from "./suite";

type Sourced = (CreatorCase & { source: "loan-creator" }) | FineractLoan | FineractEmi;

const dayCounts = publishedCases<{ cases: DayCountCase[] }>("daycount.json")?.cases ?? [];
const excel = publishedCases<{ cases: ExcelCase[] }>("excel_functions.json")?.cases ?? [];
const loans = publishedCases<{ cases: Sourced[] }>("loans.json")?.cases ?? [];
const actus = Object.entries(publishedCases<Record<string, Omit<ActusCase, "id">>>("actus.json") ?? {});
const contracts = actus.map(([id, one]): ActusCase => ({ ...one, id }));

function of<Source extends Sourced["source"]>(source: Source): Extract<Sourced, { source: Source }>[] {
  return loans.filter((one): one is Extract<Sourced, { source: Source }> => one.source === source);
}

const BEYOND = "rate resets, scaling or purchase: no schedule of fixed terms";

const suites: readonly Suite[] = [
  suiteOf("Day counts (QuantLib)", dayCounts, runDayCounts, () => null),
  suiteOf("Spreadsheet functions (LibreOffice, formulajs)", excel, runExcel, notOfASchedule),
  suiteOf("Contracts (ACTUS: PAM, LAM, ANN)", contracts, runActus, (one) =>
    isBeyondFixedTerms(one) ? BEYOND : (ACTUS_SKIPPED[one.id] ?? null),
  ),
  suiteOf(
    "Schedules (loan-creator)",
    of("loan-creator"),
    runCreator,
    (one) => creatorReason(one.title) ?? CREATOR_SKIPPED[one.id] ?? null,
  ),
  suiteOf(
    "Schedules (Fineract, end to end)",
    of("fineract-e2e"),
    runFineract,
    ({ id }) => FINERACT_SKIPPED[id] ?? null,
  ),
  suiteOf("Payments (Fineract, EMI)", of("fineract-emi"), runEmi, ({ id }) => FINERACT_SKIPPED[id] ?? null),
];

const present = suites.filter(({ results }) => results.length > 0);

test("the published suites are at hand, or there is nothing to run", () => {
  if (present.length === 0)
    console.warn("The published suites are not beside the project: no conformance is measured.");
});

// A loop, since describe.each refuses to have nothing to do, as it has where the suites are absent.
for (const { title, results, skipped } of present)
  describe(title, () => {
    test("every case agrees, but those skipped with a reason", () => {
      expect(results.filter(({ id, difference }) => difference !== null && !skipped.has(id))).toEqual([]);
    });

    test("no case that is skipped agrees by now", () => {
      expect(results.filter(({ id, difference }) => difference === null && skipped.has(id))).toEqual([]);
    });
  });

afterAll(() => {
  if (present.length > 0)
    writeFileSync(join(__dirname, "..", "..", "docs", "conformance", "loans.md"), report(present));
});

function report(all: readonly Suite[]): string {
  const counts = all.map(
    ({ title, results, skipped }) =>
      `| ${title} | ${results.length} | ${results.length - skipped.size} | ${skipped.size} |`,
  );
  const reasons = all.flatMap(({ title, skipped }) => {
    const byReason = new Map<string, string[]>();
    for (const [id, reason] of skipped) byReason.set(reason, [...(byReason.get(reason) ?? []), id]);
    const lines = [...byReason].map(([reason, ids]) => `- ${reason}: ${ids.join(", ")}`);
    return lines.length === 0 ? [] : ["", `### ${title}`, "", ...lines];
  });
  return [
    "# Loans: agreement with published suites",
    "",
    "Written by the test run (`npx jest test/conformance/loan`) wherever the suites are at hand. A skipped case that",
    "begins to agree fails that run, so this list cannot grow stale.",
    "",
    "| suite | cases | agree | skipped |",
    "|---|---|---|---|",
    ...counts,
    "",
    "Tolerances: day counts 1e-12 or the suite's own, spreadsheet functions 1e-10 (year fractions) and 1e-6 (amounts),",
    "contracts 1e-8, schedules to the cent.",
    "",
    "## Skipped",
    ...reasons,
    "",
  ].join("\n");
}
