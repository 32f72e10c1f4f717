/**
 * Writes the reference from what the code declares: a page for each function (docs/functions) with its example as the
 * command answers it, every error in its words (docs/errors.md), every day count (docs/day-counts.md), the lists of
 * functions in README.md, the answers of the examples for the workbench's sheet to try them, and the changed results of
 * CHANGELOG.md by function. `--check` compares instead.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { changedResults } from "./changedResults.js";
import { commentsIn, exampleIn } from "./dayCountComments.js";
import { docstrings } from "./docstrings.js";
import { sourceModule } from "./sourceModule.js";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const json = (path) => JSON.parse(readFileSync(path, "utf8"));

const { functions, enums } = json("src/functions/functions.json");
const familyOf = json("src/functions/families.json");
const docstringOf = Object.fromEntries(docstrings().map((one) => [one.id, one]));
const { firstSentence, signature } = sourceModule("src/functions/helpText.ts");

const GROUPS = [
  { name: "Loans", families: ["loan", "agreement", "fit"], spec: "amortization.md" },
  { name: "Loans in the ledger and the footnote", families: ["ledger"], spec: "loan-reporting.md" },
  { name: "Earnings per share", families: ["eps", "exhibit", "disclosure"], spec: "antidilution.md" },
].map((group) => ({ ...group, members: functions.filter(({ id }) => group.families.includes(familyOf[id])) }));
const ungrouped = functions.filter((one) => !GROUPS.some(({ members }) => members.includes(one)));
if (ungrouped.length > 0) throw new Error(`no group of scripts/docs.mjs has the family ${familyOf[ungrouped[0].id]}`);

const END = "--";
const answers = answersOf(functions.map(({ id }) => docstringOf[id].example));
const answerOf = ({ id }) => answers.get(docstringOf[id].example);
const pages = {
  ...Object.fromEntries(
    GROUPS.flatMap(({ members, spec }) =>
      members.map((one) => [`docs/functions/${one.id}.md`, functionPage(one, spec)]),
    ),
  ),
  "docs/functions/README.md": indexPage(),
  "docs/errors.md": errorsPage(),
  "docs/day-counts.md": dayCountsPage(),
  "README.md": GROUPS.reduce(withList, readFileSync("README.md", "utf8")),
  "src/workbench/sheets/answers.json": answersFile(),
  "src/functions/changedResults.json": changedResultsFile(),
};

if (process.argv.includes("--check")) check();
else write();

function functionPage({ id, description, parameters }, spec) {
  const { returns, example, errors } = docstringOf[id];
  return (
    [
      `# ${id}`,
      asText(description),
      "```\n=" + signature({ id, parameters }) + "\n```",
      "## Arguments",
      table([
        ["Argument", "Meaning"],
        ...parameters.map((parameter) => [
          parameter.optional ? `${parameter.name} (optional)` : parameter.name,
          asText(meaningOf(parameter)),
        ]),
      ]),
      "## Answer",
      asText(returns),
      "## Example",
      "```\n" + example + "\n```",
      shown(answerOf({ id })),
      "## Errors",
      table([["Formula", "Answer"], ...errors.map(errorRow)]),
      `Rules: [${titleOf(spec)}](../specs/${spec}). [All functions](README.md).`,
    ].join("\n\n") + "\n"
  );
}

/** What an argument means, with the words that Excel offers for it, unless it names them itself. */
function meaningOf({ description, customEnumId }) {
  const words = enums.find(({ id }) => id === customEnumId)?.values.map(({ name }) => `"${name}"`) ?? [];
  return words.every((word) => description.includes(word)) ? description : `${description} One of ${words.join(", ")}.`;
}

/** A sign that Markdown would take for HTML. */
function asText(words) {
  return words.replaceAll("<", "&lt;");
}

function titleOf(spec) {
  return /^# (.*)$/m.exec(readFileSync(join("docs/specs", spec), "utf8"))[1];
}

function indexPage() {
  return (
    ["# Functions", ...GROUPS.flatMap(({ name, members }) => [`## ${name}`, functionTable(members, "")])].join("\n\n") +
    "\n"
  );
}

/** @param {string} folder of the pages, from where the table stands */
function functionTable(members, folder) {
  const rows = members.map(({ id, description }) => [`[${id}](${folder}${id}.md)`, asText(firstSentence(description))]);
  return table([["Function", "Answer"], ...rows]);
}

/** The README with a group's list between the marks that name the group. */
function withList(readme, { name, members }) {
  const [start, end] = [`<!-- ${name}: npm run docs -->\n`, "\n<!-- end -->"];
  const from = readme.indexOf(start) + start.length;
  if (from < start.length) throw new Error(`README.md has no line ${start}`);
  return readme.slice(0, from) + functionTable(members, "docs/functions/") + readme.slice(readme.indexOf(end, from));
}

/** The answers as text, a line for each row. */
function answersFile() {
  const rows = (answer) => answer.map((row) => `\n    ${JSON.stringify(row)}`).join(",");
  return `{${functions.map((one) => `\n  "${one.id}": [${rows(answerOf(one))}\n  ]`).join(",")}\n}\n`;
}

function changedResultsFile() {
  const names = functions.map(({ id }) => id);
  const entries = changedResults(readFileSync("CHANGELOG.md", "utf8"), names);
  return `[${entries.map((entry) => `\n  ${JSON.stringify(entry)}`).join(",")}\n]\n`;
}

function errorsPage() {
  return (
    [
      "# Errors",
      "Each message names the argument (in a range its row and column, counted from 1), the rule, and what was received. `#VALUE!` is an input to mend, `#N/A` says that no answer exists. In Excel, point at the error cell or choose Explain to read the words.",
      table([["Formula", "Answer"], ...functions.flatMap(({ id }) => docstringOf[id].errors).map(errorRow)]),
    ].join("\n\n") + "\n"
  );
}

function dayCountsPage() {
  const { DAY_COUNTS } = sourceModule("src/core/calendar/dayCounts.ts");
  const comments = new Map(
    readdirSync("src/core/calendar")
      .filter((file) => /^dayCount[A-Z]/.test(file))
      .flatMap((file) => {
        const path = `src/core/calendar/${file}`;
        const conventions = sourceModule(path);
        return [...commentsIn(readFileSync(path, "utf8"))].map(([constant, comment]) => [
          conventions[constant],
          comment,
        ]);
      }),
  );
  return (
    [
      "# Day counts",
      "The conventions that the argument `convention` of [DAYCOUNT](functions/DAYCOUNT.md) and a loan's _Day count_ take, by any of their names, whatever the case, spacing and punctuation. The part of a year between two dates is an exact ratio; dates the wrong way round give its negative, except that Excel's bases count in either order. An example names the two dates, then, where the convention asks for them, the regular period that they lie in, the periods in a year, and the maturity.",
      ...DAY_COUNTS.map((dayCount) => dayCountSection(dayCount, comments.get(dayCount))),
    ].join("\n\n") + "\n"
  );
}

function dayCountSection(dayCount, { rule, firstDay, lastDay, source, examples }) {
  return [
    `## ${dayCount.name}`,
    rule,
    table([
      ["", ""],
      ...(dayCount.aliases.length > 0 ? [["Other names", dayCount.aliases.join("; ")]] : []),
      ["First day", firstDay],
      ["Last day", lastDay],
      ["Source", source],
      ...examples.map((example) => ["Example", `${example} = ${yearsOf(dayCount, example)}`]),
    ]),
  ].join("\n\n");
}

/** What the convention answers to its example, to nine decimals. */
function yearsOf(dayCount, example) {
  const { yearFraction } = sourceModule("src/core/calendar/dayCounts.ts");
  const { dayOfIsoDate } = sourceModule("src/core/calendar/civilDate.ts");
  const { toNumber } = sourceModule("src/core/number/fraction.ts");
  const { start, end, context } = exampleIn(example, dayOfIsoDate);
  return Number(toNumber(yearFraction(dayCount, start, end, context)).toFixed(9));
}

function errorRow({ formula, code, message }) {
  return ["`" + formula + "`", `${code} ${message}`];
}

/** A single answer as a line, a spilled table as a table whose first row is its header. */
function shown(answer) {
  return answer.length === 1 ? `Answer: \`${answer[0].join(" ")}\`` : table(answer);
}

function table([header, ...rows]) {
  const line = (cells) => `| ${cells.map((cell) => String(cell).replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}

/** What the command answers to each formula, as text: rows of cells. A line of its own follows each answer. */
function answersOf(formulas) {
  const command = spawnSync(process.execPath, ["scripts/tieout.mjs", "eval", "--stdin"], {
    input: formulas.flatMap((formula) => [formula, `="${END}"`]).join("\n"),
    encoding: "utf8",
    stdio: ["pipe", "pipe", "inherit"],
  });
  if (command.status !== 0) throw new Error("an example is in error: see npm run -s tieout");
  const answers = command.stdout.split(`${END}\n`).map((answer) =>
    answer
      .split("\n")
      .slice(0, -1)
      .map((line) => line.split("\t")),
  );
  return new Map(formulas.map((formula, index) => [formula, answers[index]]));
}

function write() {
  rmSync("docs/functions", { recursive: true, force: true });
  for (const [path, text] of Object.entries(pages)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  console.log(`${Object.keys(pages).length} pages written`);
}

function check() {
  const stale = Object.entries(pages).filter(
    ([path, text]) => !existsSync(path) || readFileSync(path, "utf8") !== text,
  );
  const left = readdirSync("docs/functions")
    .map((name) => `docs/functions/${name}`)
    .filter((path) => !pages[path]);
  const wrong = [...stale.map(([path]) => path), ...left];
  if (wrong.length === 0) return console.log(`${Object.keys(pages).length} pages are up to date`);
  console.error(`out of date, run npm run docs: ${wrong.join(", ")}`);
  process.exitCode = 1;
}
