/** What is waited for in a workbook: calls as Excel hands them over, imports, a refresh. Processor time, once. */
import { createRequire } from "node:module";
import { join } from "node:path";
import { built } from "../build.mjs";

const product = createRequire(import.meta.url)(join(built, "waits.js"));
/** The functions by name, as Excel comes to know them. The product brings the rest of Excel's runtime. */
const functions = {};
Object.assign(globalThis.CustomFunctions, { associate: (id, call) => (functions[id] = call) });

function milliseconds(since) {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

async function timed(run) {
  const start = process.cpuUsage();
  const result = await run();
  return { result, took: milliseconds(start) };
}

const sheet = (loan) => [
  ["Loan", `Mortgage ${loan}`],
  ["Principal", 250_000 + loan],
  ["Start date", 45_000],
  ["Annual rate", 0.06],
  ["Number of payments", 360],
  ["Balance between dates", "principal and interest"],
];
const TABLE = [
  ["Security", "Type", "Number", "Exercise price", "Average price"],
  ...[1, 2, 3, 4, 5].map((grant) => [`Grant ${grant}`, "option", 1000 * grant, 10 + grant, 25.5]),
];
const day = (at) => [[46_000 + (at % 8000)]];
const CALLS = {
  "LOANBALANCE(date)": (at) => ["LOANBALANCE", [[36_000 + (at % 1000)]], null, null],
  "LOANBALANCE(date, one sheet)": (at) => ["LOANBALANCE", day(at), sheet(0), null],
  "LOANBALANCE(date, 500 sheets in turn)": (at) => ["LOANBALANCE", day(at), sheet(at % 500), null],
  "DILUTEDEPS(income, shares, a table of 5)": (at) => ["DILUTEDEPS", [[1e6 + at]], [[5e6]], TABLE],
  "BASICEPS(income, shares)": (at) => ["BASICEPS", [[1e6 + at]], [[5e6]], null, null],
};

/** Ten thousand calls in one message, arguments and answers as JSON, beside the JSON alone. */
export async function calls() {
  product.registerFunctions(async () => undefined);
  await product.loadFamilies();
  await functions.BASICEPS([[1]], [[2]], null, null);
  const rows = [];
  for (const [name, callOf] of Object.entries(CALLS)) {
    const message = JSON.stringify(Array.from({ length: 10_000 }, (_call, at) => callOf(at)));
    const { took: json } = await timed(() => JSON.stringify(JSON.parse(message)));
    const answer = () => JSON.stringify(JSON.parse(message).map(([id, ...values]) => functions[id](...values)));
    const { took: first } = await timed(answer);
    const { took: again } = await timed(answer);
    rows.push({ what: `10,000 calls of ${name}`, ours: first, beside: "their JSON alone", theirs: json });
    rows.push({ what: `the same again`, ours: again, beside: "their JSON alone", theirs: json });
  }
  return rows;
}

function csv(rows) {
  const date = (at) => new Date(Date.UTC(1970, 0, 1 + (at % 40_000))).toISOString().slice(0, 10);
  const line = (at) => {
    const [income, shares] = [1e6 + 13 * at, 5_000_000 + at];
    const figures = [`"${income.toLocaleString("en-US")}"`, 0, `"${shares}"`, 5000 + (at % 999)];
    return [date(at), 3, ...figures, (income / shares).toFixed(2)].join(",");
  };
  const header = "Period end,Months,Net income,Preferred dividends,Weighted average shares,Stock options,Basic EPS";
  return [header, ...Array.from({ length: rows }, (_row, at) => line(at))].join("\n");
}

/** Facts in the form of the SEC's company facts, so many characters of them. */
function companyFacts(characters) {
  const QUARTERS = ["01-01 03-31", "04-01 06-30", "07-01 09-30", "10-01 12-31"].map((days) => days.split(" "));
  const fact = (value, at) => {
    const [start, end] = QUARTERS[at % 4].map((days) => `${1985 + (at >> 2)}-${days}`);
    return { start, end, val: value + at, accn: `0000000000-24-${at}`, fy: 1985, fp: "Q1", form: "10-Q", filed: end };
  };
  const concept = (unit, value) => ({ units: { [unit]: Array.from({ length: 160 }, (_fact, at) => fact(value, at)) } });
  const facts = {
    NetIncomeLoss: concept("USD", 1e6),
    WeightedAverageNumberOfSharesOutstandingBasic: concept("shares", 5e6),
  };
  const one = JSON.stringify(concept("USD", 1)).length;
  for (let at = 0; at * one < characters; at += 1) facts[`AnotherConcept${at}`] = concept("USD", at);
  return JSON.stringify({ cik: 0, entityName: "Made", facts: { "us-gaap": facts } });
}

export async function imports() {
  const [rows, facts] = [csv(100_000), companyFacts(5e6)];
  const table = await timed(() => product.readImport(rows));
  const split = await timed(() => rows.split("\n").map((line) => line.split(",")));
  const filed = await timed(() => product.readImport(facts));
  const parsed = await timed(() => JSON.parse(facts));
  return [
    {
      what: "import of 100,000 rows of CSV, read",
      ours: table.took,
      beside: "split at lines and commas",
      theirs: split.took,
    },
    { what: "import of 5 MB of company facts, read", ours: filed.took, beside: "JSON.parse", theirs: parsed.took },
  ];
}

/** A table of so many periods imported and refreshed in the workbench's engine, without a screen. */
export async function refresh(periods) {
  const { book, dispose } = product.openHeadlessBook();
  await product.actions.insertEpsSheet(book, { example: false });
  await product.actions.importPeriods(book, { preview: product.previewOf(product.quarters(periods, 1990)) });
  const first = await timed(() => product.actions.refreshEps(book, {}));
  const again = await timed(() => product.actions.refreshEps(book, {}));
  dispose();
  return [
    {
      what: `refresh of ${periods.toLocaleString("en-US")} periods`,
      ours: first.took,
      beside: "the same, nothing new",
      theirs: again.took,
    },
  ];
}
