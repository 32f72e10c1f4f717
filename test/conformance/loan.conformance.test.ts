import { runDayCounts, type DayCountCase } from "./loan.dayCount";
import { runExcelDayCounts, type ExcelCase } from "./loan.excel";
import { publishedCases } from "./suite";

const dayCounts = publishedCases<{ cases: DayCountCase[] }>("daycount.json");
const excel = publishedCases<{ cases: ExcelCase[] }>("excel_functions.json");

const failures = (results: { difference: string | null }[]) => results.filter(({ difference }) => difference !== null);

test("day counts", () => {
  expect(failures(runDayCounts(dayCounts?.cases ?? []))).toEqual([]);
});
test("excel", () => {
  const cases = (excel?.cases ?? []).filter((one) => ["YEARFRAC", "DAYS360"].includes(one.function));
  expect(failures(runExcelDayCounts(cases))).toEqual([]);
});
import { isBeyondFixedTerms, runActus, type ActusCase } from "./loan.actus";
const actus = publishedCases<Record<string, Omit<ActusCase, "id">>>("actus.json");
test("actus", () => {
  const all = Object.entries(actus ?? {}).map(([id, one]) => ({ ...one, id }));
  const results = runActus(all.filter((one) => !isBeyondFixedTerms(one)));
  console.log(results.filter((r) => r.difference === null).length, results.length, failures(results));
});
