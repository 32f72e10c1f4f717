/**
 * Writes the reference from what the code declares: a page for each function (docs/functions) with its example as the
 * command answers it, every error in its words (docs/errors.md), and every day count (docs/day-counts.md). `--check`
 * compares instead.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { commentsIn, exampleIn } from "./dayCountComments.js";
import { sourceModule } from "./sourceModule.js";

const project = fileURLToPath(new URL("..", import.meta.url));
const json = (path) => JSON.parse(readFileSync(join(project, path), "utf8"));

const { functions, enums } = json("src/functions/functions.json");
const errors = json("test/errors/errors.json");
const examples = json("src/functions/examples.json");
const { firstSentence, signature } = sourceModule("src/functions/helpText.ts");

const LOAN = /^LOAN|^DAYCOUNT$/;
const LEDGER = /^LOAN(ROLLFORWARD|MATURITIES|ENTRIES|EFFECTIVERATE|AMORTIZEDCOST|PORTFOLIO)$/;
const GROUPS = [
  ["Loans", functions.filter(({ id }) => LOAN.test(id) && !LEDGER.test(id))],
  ["Loans in the ledger and the footnote", functions.filter(({ id }) => LEDGER.test(id))],
  ["Earnings per share", functions.filter(({ id }) => !LOAN.test(id))],
];
const SPECS = {
  Loans: "amortization.md",
  "Loans in the ledger and the footnote": "loan-reporting.md",
  "Earnings per share": "antidilution.md",
};

const END = "--";
const answers = answersOf(functions.map(({ id }) => examples[id]));
const pages = {
  ...Object.fromEntries(
    GROUPS.flatMap(([group, members]) =>
      members.map((one) => [`docs/functions/${one.id}.md`, functionPage(one, group)]),
    ),
  ),
  "docs/functions/README.md": indexPage(),
  "docs/errors.md": errorsPage(),
  "docs/day-counts.md": dayCountsPage(),
};

if (process.argv.includes("--check")) check();
else write();

function functionPage({ id, description, parameters }, group) {
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
      "## Example",
      "```\n" + examples[id] + "\n```",
      shown(answers.get(examples[id])),
      "## Errors",
      table([["Formula", "Answer"], ...errors.filter(({ formula }) => formula.startsWith(`=${id}(`)).map(errorRow)]),
      `Rules: [${titleOf(SPECS[group])}](../specs/${SPECS[group]}). [All functions](README.md).`,
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
  return /^# (.*)$/m.exec(readFileSync(join(project, "docs/specs", spec), "utf8"))[1];
}

function indexPage() {
  const rows = (members) => members.map((one) => [`[${one.id}](${one.id}.md)`, firstSentence(one.description)]);
  return (
    [
      "# Functions",
      ...GROUPS.flatMap(([group, members]) => [`## ${group}`, table([["Function", "Answer"], ...rows(members)])]),
    ].join("\n\n") + "\n"
  );
}

function errorsPage() {
  return (
    [
      "# Errors",
      "Each message names the argument (in a range its row and column, counted from 1), the rule, and what was received. `#VALUE!` is an input to mend, `#N/A` says that no answer exists. In Excel, point at the error cell or choose Explain to read the words.",
      table([["Formula", "Answer"], ...errors.map(errorRow)]),
    ].join("\n\n") + "\n"
  );
}

function dayCountsPage() {
  const { DAY_COUNTS } = sourceModule("src/core/calendar/dayCounts.ts");
  const comments = new Map(
    readdirSync(join(project, "src/core/calendar"))
      .filter((file) => /^dayCount[A-Z]/.test(file))
      .flatMap((file) => {
        const path = `src/core/calendar/${file}`;
        const conventions = sourceModule(path);
        return [...commentsIn(readFileSync(join(project, path), "utf8"))].map(([constant, comment]) => [
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
  const command = spawnSync(process.execPath, [join(project, "scripts/tieout.mjs"), "eval", "--stdin"], {
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
  rmSync(join(project, "docs/functions"), { recursive: true, force: true });
  for (const [path, text] of Object.entries(pages)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
  console.log(`${Object.keys(pages).length} pages written`);
}

function check() {
  const stale = Object.entries(pages).filter(
    ([path, text]) => !existsSync(join(project, path)) || readFileSync(join(project, path), "utf8") !== text,
  );
  const left = readdirSync(join(project, "docs/functions"))
    .map((name) => `docs/functions/${name}`)
    .filter((path) => !pages[path]);
  const wrong = [...stale.map(([path]) => path), ...left];
  if (wrong.length === 0) return console.log(`${Object.keys(pages).length} pages are up to date`);
  console.error(`out of date, run npm run docs: ${wrong.join(", ")}`);
  process.exitCode = 1;
}
