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
