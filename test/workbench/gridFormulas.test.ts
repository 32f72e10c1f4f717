import { asExcelFormula, asGridFormula } from "../../src/workbench/book/univerTables";

test.each([
  ["=EPSTABLE(EPS_Periods[#All],A1)", "=EPSTABLE(EPS_Periods_All,A1)"],
  ["=EPSTABLE( EPS_Periods[#All] , A1 )", "=EPSTABLE( EPS_Periods_All , A1 )"],
  ['="EPS_Periods[#All]"&ROWS(EPS_Periods[#All])', '="EPS_Periods[#All]"&ROWS(EPS_Periods_All)'],
  [
    "=SUM(EPS_Periods[Months])+SUM(EPS_Periods[[#All],[Months]])",
    "=SUM(EPS_Periods[Months])+SUM(EPS_Periods[[#All],[Months]])",
  ],
  ["='EPS_Periods[#All]'!A1", "='EPS_Periods[#All]'!A1"],
])("%s stands in the grid as %s, and is read back", (formula, inGrid) => {
  expect(asGridFormula(formula)).toBe(inGrid);
  expect(asExcelFormula(inGrid, ["EPS_Filed", "EPS_Periods"])).toBe(formula);
});

test.each([
  ["a string", '="see EPS_Periods_All"'],
  ["a longer name", "=My_EPS_Periods_All+EPS_Periods_All_2"],
  ["a sheet", "=EPS_Periods_All!A1"],
])("the grid's name for a table is not read in %s", (_what, formula) => {
  expect(asExcelFormula(formula, ["EPS_Periods"])).toBe(formula);
});
