/**
 * One formula for each function that shows it at work and needs nothing else in the workbook: the task pane inserts it,
 * the documents print it. Figures are those of Exhibits 10.10 and 11 where the exhibits have them.
 */
export const examples: Readonly<Record<string, string>> = {
  LOANBALANCE: "=LOANBALANCE(DATE(2000,9,12))",
  LOANSTEPS: "=LOANSTEPS(DATE(2000,9,12))",
  LOANSCHEDULE: "=LOANSCHEDULE()",
  LOANINTEREST: "=LOANINTEREST(DATE(2000,8,1),DATE(2000,9,12))",
  LOANPAYOFF: '=LOANPAYOFF(DATE(2000,9,12),"resignation")',
  LOANCOLLATERAL: "=LOANCOLLATERAL({36008,1;36373,1.25;36739,1.5;37104,2;37469,2})",
  LOANFINDINGS: "=LOANFINDINGS()",
  DAYCOUNT: '=DAYCOUNT(DATE(2000,8,1),DATE(2000,9,12),"ACT/360")',
  WEIGHTEDSHARES: '=WEIGHTEDSHARES(DATE(2026,1,1),DATE(2026,3,31),1000000,{46068,"issue",90000})',
  INCREMENTALSHARES: "=INCREMENTALSHARES(50000,24,30)",
  BASICEPS: "=BASICEPS(-455000,7737946)",
  DILUTEDEPS: "=DILUTEDEPS(1200000,400000,{10000,25000})",
  DILUTEDSHARES: "=DILUTEDSHARES(1200000,400000,{10000,25000})",
  DILUTIONSTEPS: '=DILUTIONSTEPS(1200000,400000,{"Security","Type","Number","Exercise price","Average price";"Options","option",50000,24,30})',
  TIEOUT: "=TIEOUT(42779.17,42779,1)",
};
