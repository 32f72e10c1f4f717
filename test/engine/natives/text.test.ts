import { evaluatedOver } from "./evaluated";

const evaluated = evaluatedOver([["", "5"]]);

describe("TEXT", () => {
  test.each([
    // Microsoft's page on TEXT
    ['TEXT(1234.567,"$#,##0.00")', "$1,234.57"],
    ['TEXT(0.285,"0.0%")', "28.5%"],
    ['TEXT(4.34,"# ?/?")', "4 1/3"],
    ['TEXT(12200000,"0.00E+00")', "1.22E+07"],
    ['TEXT(1234567898,"[<=9999999]###-####;(###) ###-####")', "(123) 456-7898"],
    ['TEXT(1234,"0000000")', "0001234"],
    // ties that no double holds
    ['TEXT(1.005,"0.00")', "1.01"],
    ['TEXT(-1.005,"0.00_);(0.00)")', "(1.01)"],
    ['TEXT(39.995,"$#,##0.00")', "$40.00"],
    ['TEXT(0.285,"0%")', "29%"],
    ['TEXT(0.00285,"0.0%")', "0.3%"],
    ['TEXT(2550,"0.0,")', "2.6"],
    ['TEXT(2549,"0.0,")', "2.5"],
    ['TEXT(0.004,"0.00;-0.00;zero")', "0.00"],
    // dates
    ['TEXT(DATE(2012,3,14),"m/d/yyyy")', "3/14/2012"],
    ['TEXT(60,"mmmm d, yyyy")', "February 29, 1900"],
    ['TEXT(0,"yyyy-mm-dd")', "1900-01-00"],
    ['TEXT(-1,"m/d/yyyy")', "#VALUE! value must be a date from 1900 to 9999 or a time; received -1"],
    ['TEXT(-0.05,"[h]:mm")', "#VALUE! value must be a date from 1900 to 9999 or a time; received -0.05"],
    ['TEXT(1E10,"yyyy")', "#VALUE! value must be a date from 1900 to 9999 or a time; received 10000000000"],
    // what is no number, or no format
    ['TEXT(B1,"0.00")', "5.00"],
    ['TEXT(A1,"0.00")', "0.00"],
    ['TEXT("five","0.00")', "five"],
    ['TEXT("five","@ (@)")', "five (five)"],
    ['TEXT(TRUE,"0")', "TRUE"],
    ['TEXT(5,"")', ""],
    ["TEXT(1.5,0)", "2"],
    ['TEXT(1/0,"0")', "#DIV/0! a number is divided by zero"],
    ['TEXT(5,"[bad")', '#VALUE! format_text must be a number format; received "[bad"'],
  ])("%s is %s", async (formula, expected) => {
    expect(await evaluated(formula)).toBe(expected);
  });
});
