// The balance of Exhibit 10.10 on the day of its own example, and the schedule of a loan from its agreement.
import { readFileSync } from "node:fs";
import { dayOf, EXHIBIT_10_10, isoDate, loanFromObject, loanOf, scheduleTable, toNumber } from "tieout";

const exhibit = loanOf(EXHIBIT_10_10);
const balance = exhibit.account("stated").balanceOn(dayOf(2000, 9, 12));
console.log(`${exhibit.terms.name}, September 12, 2000: ${toNumber(balance)}\n`);

const agreement = JSON.parse(readFileSync(new URL("agreement.json", import.meta.url), "utf8"));
const { columns, rows } = scheduleTable(loanFromObject(agreement), "computed");
const printed = (amount) => (amount ? toNumber(amount).toFixed(2) : "");
console.log(["Date", ...columns].join("\t"));
for (const { date, amounts } of rows) console.log([isoDate(date), ...amounts.map(printed)].join("\t"));
