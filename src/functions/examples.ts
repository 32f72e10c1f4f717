/**
 * One formula for each function that shows it at work and needs nothing else in the workbook: the task pane inserts it,
 * the documents print it. Figures are those of Exhibits 10.10 and 11 where the exhibits have them; the first is named, so that
 * the example stays what it is when another loan is chosen.
 */
export const examples: Readonly<Record<string, string>> = {
  LOANBALANCE: '=LOANBALANCE(DATE(2000,9,12),"Exhibit 10.10")',
  LOANSTEPS: '=LOANSTEPS(DATE(2000,9,12),"Exhibit 10.10")',
  LOANSCHEDULE: '=LOANSCHEDULE("Exhibit 10.10")',
  LOANINTEREST: '=LOANINTEREST(DATE(2000,8,1),DATE(2000,9,12),"Exhibit 10.10")',
  LOANPAYOFF: '=LOANPAYOFF(DATE(2000,9,12),"resignation","Exhibit 10.10")',
  LOANCOLLATERAL: '=LOANCOLLATERAL({36008,1;36373,1.25;36739,1.5;37104,2;37469,2},"Exhibit 10.10")',
  LOANFINDINGS: '=LOANFINDINGS("Exhibit 10.10")',
  DAYCOUNT: '=DAYCOUNT(DATE(2000,8,1),DATE(2000,9,12),"ACT/360")',
  WEIGHTEDSHARES: '=WEIGHTEDSHARES(DATE(2026,1,1),DATE(2026,3,31),1000000,{46068,"issue",90000})',
  INCREMENTALSHARES: "=INCREMENTALSHARES(50000,24,30)",
  BASICEPS: "=BASICEPS(-455000,7737946)",
  DILUTEDEPS: "=DILUTEDEPS(1200000,400000,{10000,25000})",
  DILUTEDSHARES: "=DILUTEDSHARES(1200000,400000,{10000,25000})",
  DILUTIONSTEPS:
    '=DILUTIONSTEPS(1200000,400000,{"Security","Type","Number","Exercise price","Average price";"Options","option",50000,24,30})',
  EPSTABLE:
    '=EPSTABLE({"Period end","Months","Net income","Weighted shares","Options","Warrants";' +
    "37164,3,5000,7541024,834762,50788;37164,9,377000,7509358,698224,39402;" +
    "37529,3,-462000,7737946,0,0;37529,9,-619000,7647197,0,0})",
  EPSYTD:
    '=EPSYTD({"Period end","Net income","Weighted shares","Options";' +
    "37346,100000,7500000,50000;37437,-30000,7600000,40000;37529,80000,7700000,60000})",
  TWOCLASSEPS: '=TWOCLASSEPS(1000000,{"Class","Shares","Dividends";"Class A",200000,100000;"Class B",100000,50000})',
  TIEOUT: "=TIEOUT(42779.17,42779,1)",
};
